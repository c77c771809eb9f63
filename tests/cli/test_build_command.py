"""`build`, `check` and `list` as somebody runs them."""

import json
import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli.application import application
from tests.sites import write_site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_site(
        tmp_path,
        """
        -- content/musicians/bakhyt-taro.md --
        name: Bakhyt Taro
        instruments: [violin]
        countries: [Kazakhstan]
        venues: [Carnegie Hall]

        He met [[Nobody Known]].
        -- content/musicians/amalia-askarova.md --
        name: Amalia Askarova
        instruments: [violin]
        countries: [Kazakhstan]
        venues: [Carnegie Hall]

        She taught Bakhyt Taro.
        """,
    )


def run(*arguments: str) -> Result:
    return CliRunner().invoke(application, arguments)


def break_an_entry(site: Path) -> None:
    path = site / "content/musicians/amalia-askarova.md"
    path.write_text(path.read_text().replace("---\n\n", "born: 1797-02-31\n---\n\n"))


def test_a_build_tells_its_warnings_and_what_it_made_on_stderr(site: Path) -> None:
    result = run("build")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "content/musicians/bakhyt-taro.md:8:8: warning[L001]:" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("Built 2 entries into ")
    assert (site / "output/musicians/bakhyt-taro.html").is_file()


def test_errors_keep_the_site_from_being_published(site: Path) -> None:
    break_an_entry(site)

    result = run("build")

    assert result.exit_code == 1
    assert "content/musicians/amalia-askarova.md:6:7: error[F012]:" in result.stderr
    assert "\nNothing was published: 1 error" in result.stderr
    assert not (site / "output/index.html").exists()


def test_errors_can_be_left_for_later(site: Path) -> None:
    break_an_entry(site)

    result = run("build", "--keep-going")

    assert result.exit_code == 1
    assert (site / "output/musicians/bakhyt-taro.html").is_file()


def test_strict_makes_a_warning_an_error(site: Path) -> None:
    assert (run("build", "--strict").exit_code, run("check", "--strict").exit_code) == (1, 1)
    assert "error[L001]" in run("check", "--strict").stderr


def test_the_site_goes_where_it_is_told_to(site: Path) -> None:
    result = run("build", "--output", "elsewhere", "--base-url", "https://example.org/music")

    assert "in elsewhere/." in result.stderr
    assert "https://example.org/music/" in (site / "elsewhere/sitemap.xml").read_text()


def test_drafts_are_built_on_request(site: Path) -> None:
    write_site(site, "-- content/musicians/draft.md --\nname: Draft Musician\ndraft: true\n")

    run("build")
    before = (site / "output/musicians/draft.html").exists()
    run("build", "--drafts")

    assert (before, (site / "output/musicians/draft.html").exists()) == (False, True)


def test_a_folder_of_somebody_else_is_refused_until_it_is_adopted(site: Path) -> None:
    (site / "public").mkdir()
    (site / "public/thesis.doc").write_text("mine")

    refused, adopted = run("build", "--output", "public"), run("build", "--output", "public", "--adopt")

    assert (refused.exit_code, adopted.exit_code) == (1, 0)
    assert "error[P002]" in refused.stderr
    assert (site / "public/thesis.doc").read_text() == "mine"


def test_a_refused_folder_is_named_as_it_is_and_what_to_do_is_in_its_hint(
    site: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "thesis.doc").touch()
    (site.parent / "public").mkdir(exist_ok=True)
    (site.parent / "public/thesis.doc").touch()
    monkeypatch.chdir(site.parent)

    whole = run("build", "--site", site.name, "--output", str(elsewhere)).stderr
    relative = run("build", "--site", site.name, "--output", "public").stderr

    assert whole.startswith(f"{elsewhere}: error[P002]")
    assert relative.startswith(f"{site.parent}/public: error[P002]")
    assert "--adopt" in whole
    assert "--keep-going" not in whole


def test_warnings_that_say_the_same_are_counted_after_the_tenth(site: Path) -> None:
    for number in range(12):
        write_site(site, f"-- content/musicians/m{number:02}.md --\nname: Musician {number}\nshoesize: 44\n")

    text, form = run("check"), run("check", "--format", "json")

    assert text.stderr.count("warning[F008]") == 10
    assert "\nand 2 more of the kind F008, " in text.stderr
    assert len([fault for fault in json.loads(form.stdout) if fault["code"] == "F008"]) == 12
    assert text.stderr.splitlines()[-1].split(": ")[1] == form.stderr.splitlines()[-1].split(": ")[1]


@pytest.mark.parametrize("command", ["build", "check"])
def test_json_goes_to_stdout_and_the_summary_to_stderr(site: Path, command: str) -> None:
    result = run(command, "--format", "json")

    faults = json.loads(result.stdout)
    assert ("L001", "content/musicians/bakhyt-taro.md", 8) in [(f["code"], f["path"], f["line"]) for f in faults]
    assert "L001" not in result.stderr


def test_sarif_and_github_annotations_go_to_stdout(site: Path) -> None:
    sarif, github = run("check", "--format", "sarif"), run("check", "--format", "github")

    assert json.loads(sarif.stdout)["version"] == "2.1.0"
    assert "::warning file=content/musicians/bakhyt-taro.md,line=8,col=8,endColumn=24,title=L001" in github.stdout


def test_a_site_below_the_working_directory_is_named_in_the_paths(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)

    stdout = run("check", "--site", site.name, "--format", "github").stdout

    assert f"file={site.name}/content/musicians/bakhyt-taro.md," in stdout


def test_a_check_writes_nothing(site: Path) -> None:
    before = sorted(site.rglob("*"))

    result = run("check")

    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1].startswith("Checked 2 entries and ")
    assert sorted(site.rglob("*")) == before


def test_a_theme_that_does_not_exist_is_told_with_what_to_do(site: Path) -> None:
    (site / "site.toml").write_text('theme = "encyclopaedia"\n')

    result = run("build")

    assert result.exit_code == 1
    assert "error[T001]" in result.stderr
    assert "encyclopedia" in result.stderr


def test_colour_is_for_terminals_only(site: Path) -> None:
    def stderr_of(**environment: str) -> str:
        ours, theirs = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "site_builder", "check"],
            cwd=site,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            check=True,
            env={**os.environ, "TERM": "xterm", **environment},
        )
        os.close(theirs)
        written = b""
        # It comes in pieces; and Linux says by an error that nobody writes any more.
        with suppress(OSError):
            while piece := os.read(ours, 65536):
                written += piece
        os.close(ours)
        return written.decode()

    assert "\x1b[1;33mwarning[L001]:\x1b[0m" in stderr_of(NO_COLOR="")
    # A machine that is busy may show how far it is, which takes an escape that is no colour.
    assert re.search(r"\x1b\[[\d;]*m", stderr_of(NO_COLOR="1")) is None
    assert "\x1b" not in stderr_of(TERM="dumb", NO_COLOR="")
    assert "\x1b" not in run("check").stderr


def test_a_list_counts_musicians_of_terms_and_mentions_of_musicians(site: Path) -> None:
    result = run("list")

    assert result.exit_code == 0
    assert result.stdout == (
        "0  musicians/amalia-askarova  Amalia Askarova\n"
        "1  musicians/bakhyt-taro      Bakhyt Taro\n"
        "2  instruments/violin         Violin\n"
        "2  countries/kazakhstan       Kazakhstan\n"
        "2  venues/carnegie-hall       Carnegie Hall\n"
    )


@pytest.mark.parametrize("kind", ["venues", "venue", "Venue"])
def test_a_list_of_one_kind(site: Path, kind: str) -> None:
    assert run("list", kind).stdout == "2  venues/carnegie-hall  Carnegie Hall\n"


def test_a_list_of_nothing_is_empty(site: Path) -> None:
    assert (run("list", "genres").stdout, run("list", "genres", "--format", "json").stdout) == ("", "[]\n")


def test_a_list_for_programs_has_files_and_pages(site: Path) -> None:
    assert json.loads(run("list", "--format", "json").stdout)[1:3] == [
        {
            "id": "musicians/bakhyt-taro",
            "kind": "musicians",
            "name": "Bakhyt Taro",
            "count": 1,
            "page": "musicians/bakhyt-taro.html",
            "file": "content/musicians/bakhyt-taro.md",
        },
        {
            "id": "instruments/violin",
            "kind": "instruments",
            "name": "Violin",
            "count": 2,
            "page": "instruments/violin.html",
            "file": None,
        },
    ]


def test_a_kind_that_does_not_exist_has_a_nearest_one(site: Path) -> None:
    result = run("list", "venuse")

    assert (result.exit_code, result.stderr) == (2, 'Error: There is no kind "venuse". Did you mean "venue"?\n')


@pytest.mark.parametrize("word", ["violins", "Violin"])
def test_an_entity_taken_for_a_kind_is_told_its_kind(site: Path, word: str) -> None:
    result = run("list", word)

    assert (result.exit_code, result.stderr) == (
        2,
        f'Error: There is no kind "{word}". "violin" is one of the instruments, which are listed by: '
        "site-builder list instruments\n",
    )


def test_commands_in_the_hints_of_a_list_are_about_the_same_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    (site / "content/musicians/broken.md").write_text("no front matter")

    assert run("list", "--site", site.name).stderr.endswith(f"See: site-builder check --site {site.name}\n")
    assert run("list", "violins", "--site", site.name).stderr.endswith(
        f"site-builder list instruments --site {site.name}\n"
    )


def test_a_list_that_may_lack_a_faulty_file_says_so(site: Path) -> None:
    (site / "content/musicians/broken.md").write_text("no front matter")

    result = run("list", "musicians")

    assert result.exit_code == 1
    assert "musicians/bakhyt-taro" in result.stdout
    assert result.stderr == "Files with errors may be missing from this list. See: site-builder check\n"
