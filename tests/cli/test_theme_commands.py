"""`site-builder theme`, and the option --theme."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.authoring.site import create_site
from site_builder.cli.application import application
from site_builder.cli.theme import ThemeCommands


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    create_site(tmp_path, github_pages=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(application, list(arguments))
    return result.exit_code, result.output


@pytest.mark.parametrize("name", ThemeCommands.names)
def test_every_command_says_what_it_does_with_an_example(name: str) -> None:
    exit_code, output = run("theme", name, "--help")

    assert exit_code == 0
    assert f"site-builder theme {name}" in output.partition("Example:\n")[2]


def test_a_command_that_does_not_exist_is_told_with_the_nearest(site: Path) -> None:
    exit_code, output = run("theme", "chek")

    assert exit_code == 2
    assert 'There is no command "theme chek". Did you mean "check"?' in output


def test_a_new_theme_can_be_listed_checked_and_used(site: Path) -> None:
    made = run("theme", "new", "green-room")
    listed = run("theme", "list")
    checked = run("theme", "check", "green-room")
    built = run("build", "--theme", "green-room")

    assert made[0] == listed[0] == checked[0] == built[0] == 0
    assert "serve --theme green-room" in made[1]
    assert "  green-room on encyclopedia" in listed[1]
    assert "* encyclopedia on base" in listed[1]
    assert checked[1].endswith("The theme passes.\n")
    assert (site / "output/static/style.css").is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("new", "Green Room"), 'No folder of a theme can be called "Green Room".'),
        (("new", "programme"), 'There is a theme "programme" already.'),
        (
            ("new", "mine", "--parent", "encyclopaedia"),
            'No theme is called "encyclopaedia": did you mean "encyclopedia"?',
        ),
        (("check", "programm"), 'No theme is called "programm": did you mean "programme"?'),
        (("eject", "fotter"), 'has no part "fotter": did you mean "partials/footer.html"?'),
        (("eject", "toc", "--theme", "bass"), 'No theme is called "bass": did you mean "base"?'),
    ],
)
def test_what_cannot_be_is_refused_with_advice(site: Path, arguments: tuple[str, ...], told: str) -> None:
    exit_code, output = run("theme", *arguments)

    assert exit_code == 2
    assert told in output


def test_a_part_is_ejected_once(site: Path) -> None:
    first, second = run("theme", "eject", "toc"), run("theme", "eject", "toc")

    assert first[0] == 0
    assert "to overrides/templates/partials/toc.html" in first[1]
    assert (site / "overrides/templates/partials/toc.html").read_text().startswith("{# From themes/base/templates/")
    assert second[0] == 2
    assert "overrides/templates/partials/toc.html is there already" in second[1]


def test_without_a_name_the_theme_of_the_site_is_checked_with_its_overrides(site: Path) -> None:
    (site / "overrides/templates").mkdir(parents=True)
    (site / "overrides/templates/entri.html").touch()

    exit_code, output = run("theme", "check")

    assert exit_code == 1
    assert "overrides/templates/entri.html: warning[T007]" in output
    assert "The theme does not pass: 1 message." in output


def test_the_report_is_json_if_asked_for(site: Path) -> None:
    exit_code, output = run("theme", "check", "programme", "--format", "json")

    assert exit_code == 0
    report = json.loads(output)
    assert (report["theme"], report["passed"]) == ("programme", True)


def test_the_command_line_chooses_another_theme(site: Path) -> None:
    assert run("build", "--theme", "programme")[0] == 0
    assert "Brygada" in (site / "output/static/style.css").read_text()

    assert run("check", "--theme", "base")[0] == 0
    exit_code, output = run("build", "--theme", "programm")

    assert exit_code == 2
    assert 'No theme is called "programm": did you mean "programme"?' in output
