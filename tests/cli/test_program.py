"""How messages call the program."""

import os
import sys
from pathlib import Path

import pytest

from site_builder.cli.program import program_elsewhere, program_here


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.devnull)
    return tmp_path


def names_after(script: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """What to type here and in another folder, after `script` was run."""
    monkeypatch.setattr(sys, "argv", [script, "build"])
    return program_here(), program_elsewhere()


def test_the_name_is_enough_where_the_shell_finds_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = folder / "site-builder"
    script.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(folder))

    assert names_after(str(script), monkeypatch) == ("site-builder", "site-builder")


def test_a_path_is_repeated_as_it_was_typed_and_is_whole_for_other_folders(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert names_after(".venv/bin/site-builder", monkeypatch) == (
        ".venv/bin/site-builder",
        f"{folder}/.venv/bin/site-builder",
    )
    assert names_after("./site-builder", monkeypatch)[0] == "./site-builder"


def test_a_path_with_blanks_can_be_typed_as_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert names_after("/my files/site-builder", monkeypatch) == ("'/my files/site-builder'",) * 2


def test_a_module_is_run_as_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    assert names_after("/lib/site_builder/__main__.py", monkeypatch) == (f"{sys.executable} -m site_builder",) * 2


def test_another_program_that_runs_ours_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert names_after("/bin/pytest", monkeypatch) == ("site-builder", "site-builder")
