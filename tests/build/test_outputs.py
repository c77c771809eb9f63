"""Which files of the finished site are as they were left."""

import os
import time
from pathlib import Path

import pytest

from site_builder.build.outputs import has_manifest, manifest_of, survey
from site_builder.build.publishing.files import KnownFile, known_file
from site_builder.build.publishing.manifest import MANIFEST
from site_builder.model.digest import digest_of_bytes
from site_builder.model.identity import OutputPath

HOME, TARO = OutputPath("index.html"), OutputPath("musicians/taro.html")
LATER = 60_000_000_000


@pytest.fixture
def site(tmp_path: Path) -> dict[OutputPath, KnownFile]:
    known = {}
    for path in (HOME, TARO):
        place = tmp_path / path
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(path.encode())
        known[path] = known_file(digest_of_bytes(path.encode()), place.stat())
    return known


def test_a_folder_that_nobody_touched_is_whole_and_not_read(
    tmp_path: Path, site: dict[OutputPath, KnownFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.build.outputs.digest_at", lambda _: pytest.fail("a file was read"))

    found = survey(tmp_path, site, time.time_ns() + LATER)

    assert (found.damaged, found.renewed, found.is_clean) == (frozenset(), {}, True)


def test_files_that_are_gone_or_changed_are_damaged(tmp_path: Path, site: dict[OutputPath, KnownFile]) -> None:
    (tmp_path / HOME).unlink()
    (tmp_path / TARO).write_bytes(b"by hand")

    assert survey(tmp_path, site, time.time_ns() + LATER).damaged == {HOME, TARO}


def test_an_edit_that_keeps_size_and_date_is_noticed(tmp_path: Path, site: dict[OutputPath, KnownFile]) -> None:
    looked = time.time_ns()
    time.sleep(0.06)
    (tmp_path / TARO).write_bytes(b"x" * len(TARO))
    os.utime(tmp_path / TARO, ns=(site[TARO].mtime_ns, site[TARO].mtime_ns))

    assert survey(tmp_path, site, looked).damaged == {TARO}


def test_a_file_that_was_only_touched_is_whole_and_known_anew(
    tmp_path: Path, site: dict[OutputPath, KnownFile]
) -> None:
    os.utime(tmp_path / TARO, ns=(1, 1))

    found = survey(tmp_path, site, time.time_ns() + LATER)

    assert (found.damaged, found.is_clean) == (frozenset(), True)
    assert found.renewed == {TARO: known_file(site[TARO].digest, (tmp_path / TARO).stat())}


def test_a_file_that_was_looked_at_too_early_is_read(tmp_path: Path, site: dict[OutputPath, KnownFile]) -> None:
    found = survey(tmp_path, site, site[TARO].mtime_ns)

    assert set(found.renewed) == {HOME, TARO}


def test_links_and_folders_in_the_place_of_files_are_damage(tmp_path: Path, site: dict[OutputPath, KnownFile]) -> None:
    (tmp_path / HOME).rename(tmp_path / "elsewhere")
    (tmp_path / HOME).symlink_to("elsewhere")
    (tmp_path / TARO).unlink()
    (tmp_path / TARO).mkdir()

    assert survey(tmp_path, site, time.time_ns() + LATER).damaged == {HOME, TARO}


def test_folders_of_somebody_else_are_not_looked_into(tmp_path: Path, site: dict[OutputPath, KnownFile]) -> None:
    (tmp_path / ".git").mkdir(mode=0)

    assert survey(tmp_path, site, time.time_ns() + LATER).is_clean


def test_a_list_of_our_files_that_changed_or_went_is_noticed(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(b"{}")
    known = manifest_of(tmp_path)

    assert has_manifest(tmp_path, known)
    (tmp_path / MANIFEST).write_bytes(b"{ }")
    assert not has_manifest(tmp_path, known)
    (tmp_path / MANIFEST).unlink()
    assert not has_manifest(tmp_path, known)
    assert not has_manifest(tmp_path, None)
