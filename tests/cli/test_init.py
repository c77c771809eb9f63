import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from site_builder.authoring.origin import requirements
from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import check
from site_builder.cli.application import application
from site_builder.model.diagnostic import Severity


def init(*arguments: str) -> Result:
    return CliRunner().invoke(application, ["init", *arguments])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_site_is_made_and_what_comes_next_is_told(folder: Path) -> None:
    result = init("mysite")

    assert result.exit_code == 0
    assert result.stdout == (
        "Made a small encyclopedia of 9 files in mysite. Now:\n\n  cd mysite\n  site-builder build\n\n"
    )
    assert (folder / "mysite/site.toml").is_file()


def test_the_working_directory_can_become_a_site(folder: Path) -> None:
    assert "cd" not in init(".").stdout
    assert (folder / "site.toml").is_file()


def test_a_folder_with_files_is_refused(folder: Path) -> None:
    (folder / "mysite").mkdir()
    (folder / "mysite/notes.txt").touch()

    result = init("mysite")

    assert (result.exit_code, result.stderr) == (
        2,
        "Error: mysite holds files already. Name a new folder: site-builder init mysite-site\n",
    )
    assert [path.name for path in (folder / "mysite").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("given", "named"),
    [(".", "mysite"), ("..", "mysite"), ("mysite/", "mysite-site"), ("my site", "'my site-site'")],
)
def test_the_folder_offered_in_place_of_one_with_files_can_be_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, given: str, named: str
) -> None:
    for name in ("mysite", "my site", "here"):
        (folder / name).mkdir()
        (folder / name / "notes.txt").touch()
    monkeypatch.chdir(folder / "here" if given.startswith(".") else folder)

    assert init(given).stderr.endswith(f"Name a new folder: site-builder init {named}\n")


@pytest.mark.parametrize("name", ["", " "])
def test_a_folder_without_a_name_is_refused(folder: Path, name: str) -> None:
    result = init(name)

    assert (result.exit_code, result.stderr) == (
        2,
        "Error: The name of the folder is empty. Name a new one, such as: site-builder init mysite\n",
    )
    assert list(folder.iterdir()) == []


def test_a_file_is_no_folder(folder: Path) -> None:
    (folder / "mysite").touch()

    assert init("mysite").exit_code == 2


def test_the_new_site_has_nothing_to_complain_about(folder: Path) -> None:
    init("mysite")

    result = check(folder / "mysite", BuildOptions(base_url="https://example.org/"))

    assert [fault for fault in result.diagnostics if fault.severity is not Severity.NOTICE] == []


def test_every_setting_that_is_commented_out_can_be_used(folder: Path) -> None:
    init("mysite")
    settings = folder / "mysite/site.toml"
    lines = settings.read_text().splitlines()
    used = [line.removeprefix("# ") for line in lines if " = " in line or line.startswith(("# [", "# ]", "#   "))]
    settings.write_text("\n".join(used))

    result = check(folder / "mysite", BuildOptions())

    assert {"base_url", "licence", "navigation", "facets", "pairs"} <= tomllib.loads(settings.read_text()).keys()
    assert [fault for fault in result.diagnostics if fault.code.startswith("S")] == []


def test_the_workflow_for_github_pages_is_valid_yaml_and_uses_our_commands(folder: Path) -> None:
    init("mysite", "--github-pages")

    workflow = yaml.safe_load((folder / "mysite/.github/workflows/pages.yml").read_text())

    commands = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    assert [command for command in commands if command.startswith("site-builder")] == [
        "site-builder check --format github",
        'site-builder build --format github --base-url "$BASE_URL"',
    ]
    assert (folder / "mysite/requirements.txt").read_text() == requirements()


def test_the_new_site_says_how_to_have_the_command_at_hand(folder: Path) -> None:
    init("mysite")

    readme = (folder / "mysite/README.md").read_text()
    assert "source .venv/bin/activate" in readme
    assert "pipx install" in readme
