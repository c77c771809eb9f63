"""What lies in a folder, seen closely enough to tell whether a file was written again with the same bytes."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

OWN = ".site-builder"
"""What the program's own files and folders in an output folder begin with: its manifest, and files on their way."""
_LINK = b"symbolic link to "


class Seen(msgspec.Struct, frozen=True):
    """A file at one moment. Of a symbolic link, the content is where it leads."""

    content: bytes
    inode: int
    mtime_ns: int


def seen_in(folder: Path) -> Mapping[str, Seen]:
    """Every file below a folder by its path in it, without the program's own; nothing where there is no folder."""
    return {path: _seen(entry) for path, entry in _files(folder) if not _is_own(path)}


def contents_of(folder: Path) -> Mapping[str, bytes]:
    return {path: seen.content for path, seen in seen_in(folder).items()}


def is_link(content: bytes) -> bool:
    return content.startswith(_LINK)


def own_files(folder: Path) -> tuple[str, ...]:
    """The program's own files below a folder."""
    return tuple(sorted(path for path, _ in _files(folder) if _is_own(path)))


def _is_own(path: str) -> bool:
    return path.startswith(OWN) or f"/{OWN}" in path


def _files(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    waiting = [(os.fspath(folder), "")]
    while waiting:
        place, prefix = waiting.pop()
        if not os.path.isdir(place):  # noqa: PTH112 - several hundred folders at each step
            continue
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    yield prefix + entry.name, entry


def _seen(entry: os.DirEntry[str]) -> Seen:
    stat = entry.stat(follow_symlinks=False)
    if entry.is_symlink():
        return Seen(_LINK + os.fsencode(os.readlink(entry.path)), stat.st_ino, stat.st_mtime_ns)  # noqa: PTH115
    with open(entry.path, "rb") as file:  # noqa: PTH123
        return Seen(file.read(), stat.st_ino, stat.st_mtime_ns)
