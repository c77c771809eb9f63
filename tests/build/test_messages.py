"""Each fault of a site's folder, as its author reads it: a small site, and the exact text it draws."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build, check
from site_builder.build.publishing.commit import Published, commit
from site_builder.build.publishing.lock import LOCK, OutputLock
from site_builder.build.session import Session
from site_builder.report.text import render_text
from tests.tools import ROOT

MESSAGES = ROOT / "tests/messages"


def _link_an_entry_from_outside(site: Path) -> None:
    (site / "content/musicians/passwd.md").symlink_to("/etc/passwd")


def _leave_somebodys_thesis(site: Path) -> None:
    (site / "output").mkdir()
    (site / "output/thesis.doc").touch()


def _link_a_folder_of_the_output(site: Path) -> None:
    (site / "output").mkdir()
    (site / "output/musicians").symlink_to("/elsewhere")


def _put_a_folder_where_a_page_goes(site: Path) -> None:
    (site / "output/index.html").mkdir(parents=True)
    (site / "output/index.html/thesis.doc").touch()


def _name_a_file_in_bytes_that_are_no_text(site: Path) -> None:
    (site / "content/musicians" / os.fsdecode(b"am\xe1lia.md")).touch()


def _damage_the_cache(site: Path) -> None:
    (site / ".cache").mkdir()
    name = Session(site, BuildOptions(adopt=False)).cache_file.name
    (site / ".cache" / name).write_bytes(b"not what it was " * 99)


PREPARATIONS: Mapping[str, Callable[[Path], None]] = {
    "S010": _name_a_file_in_bytes_that_are_no_text,
    "S006": _link_an_entry_from_outside,
    "P002": _leave_somebodys_thesis,
    "P003": _link_a_folder_of_the_output,
    "P004": _put_a_folder_where_a_page_goes,
    "C001": _damage_the_cache,
}
"""What git or a file system cannot keep in a fixture."""

CODES = sorted(path.name for path in MESSAGES.iterdir() if path.name[0] in "SPC")
FOUND_BY_CHECK = ("K001", "K002")
SYSTEMS = {"S009": "refusing", "P005": "building", "P006": "keeping_folders", "P007": "forgetting"}
"""The fixtures that make a program or a system behave so."""


@pytest.fixture
def forgetting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that publishes the home page with a byte too many."""

    def commit_badly(output: Path, *arguments: Any, **options: Any) -> Published:
        published = commit(output, *arguments, **options)
        with (output / "index.html").open("ab") as page:
            page.write(b" ")
        return published

    monkeypatch.setattr("site_builder.build.session.commit", commit_badly)


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that lets nobody read Bakhyt Taro, not even the superuser."""
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "bakhyt-taro.md":
            raise PermissionError(13, os.strerror(13), str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)


@pytest.fixture
def keeping_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two folders."""

    def refuse(one: Path, _other: Path) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one))

    monkeypatch.setattr("site_builder.build.publishing.exchange._exchange", refuse)


@pytest.fixture
def building(tmp_path: Path) -> Iterator[None]:
    """Another build that is at work in output/."""
    with OutputLock(tmp_path / "output"):
        holder = '{"pid":4711,"host":"atlas","since":"2026-05-04 18:30:12","command":"site-builder build"}'
        (tmp_path / "output" / LOCK).write_text(holder)
        yield


@pytest.mark.parametrize("code", [*CODES, *FOUND_BY_CHECK])
def test_the_message_reads_as_documented(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    shutil.copytree(MESSAGES / code, tmp_path, dirs_exist_ok=True)
    (tmp_path / "expected.txt").unlink(missing_ok=True)
    PREPARATIONS.get(code, lambda _site: None)(tmp_path)
    if code in SYSTEMS:
        request.getfixturevalue(SYSTEMS[code])
    monkeypatch.chdir(tmp_path)

    run = check if code in FOUND_BY_CHECK else build
    result = run(Path(), BuildOptions(adopt=code == "P004", atomic=code == "P006", verify=code == "P007"))

    told = [fault for fault in result.diagnostics if fault.code == code]
    assert render_text(told, colour=False) == (MESSAGES / code / "expected.txt").read_text()
