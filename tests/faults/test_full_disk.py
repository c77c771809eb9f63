"""A real file system with no room left."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from tests.faults.faults import NEW, OLD, put, tree_of
from tests.sites import write_site
from tests.tools import missing

SITE = """
    -- content/musicians/bakhyt-taro.md --
    name: Bakhyt Taro
    instruments: [violin]
    countries: [Kazakhstan]

    Bakhyt Taro plays.
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if sys.platform != "linux" or mount is None or os.geteuid() != 0:
        missing("this test mounts a file system of 1 MB, which only Linux's superuser may do")
    mounted = subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        missing("this test mounts a file system of 1 MB, which is forbidden here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path, *, but: int = 0) -> Path:
    """A file of somebody else that takes all room, except for some bytes."""
    filler = disk / "filler.bin"
    with filler.open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(bytes(4096)):
                pass
        file.truncate(file.tell() - but)
    return filler


@pytest.mark.parametrize("room", [0, 4096, 3 * 4096, 8 * 4096])
def test_on_a_full_disk_the_last_site_stays_whole_and_the_next_build_is_a_clean_one(
    small_disk: Path, tmp_path: Path, room: int
) -> None:
    output = small_disk / "output"
    put(output, OLD)
    before = tree_of(output)
    filler = fill(small_disk, but=room)

    with pytest.raises(OSError, match="No space left"):
        put(output, NEW)

    assert tree_of(output) == before
    filler.unlink()
    put(output, NEW)
    put(tmp_path / "clean", NEW)
    assert tree_of(output) == tree_of(tmp_path / "clean")


def test_a_full_disk_is_told_with_the_file_that_found_no_room(small_disk: Path, tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE)
    fill(small_disk, but=3 * 4096)

    result = build(root, BuildOptions(output=small_disk / "output"))

    (fault,) = [fault for fault in result.diagnostics if fault.code == "P004"]
    assert fault.span.path.startswith(f"{small_disk}/output/")
    assert "No space left" in fault.message
    assert sorted(path.name for path in small_disk.iterdir()) == ["filler.bin"]
