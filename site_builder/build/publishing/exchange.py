"""Publishing at one stroke: a clone of the folder takes the changes, and then both change places.

The clone is made of hard links, files of others included, and lies beside the output as a hidden folder. Nobody works
in it, so before the exchange it may be thrown away at any time; after it, the folder that was the output is taken
apart file by file, and what somebody put into it in the meantime moves over to the new one.
"""

import errno
import os
import stat
import sys
from pathlib import Path

from site_builder.build.publishing.files import digest_at, sync_folder
from site_builder.build.publishing.journal import (
    NEXT_MANIFEST,
    Journal,
    make_folder,
    read_journal,
    remove,
    remove_empty_folders,
)
from site_builder.build.publishing.lock import LOCK
from site_builder.build.publishing.manifest import MANIFEST
from site_builder.build.publishing.staging import STAGE, clear_stage, staged_at
from site_builder.model.identity import OutputPath

_CANNOT = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EPERM, errno.EACCES, errno.EMLINK, errno.EOPNOTSUPP, errno.EBUSY}
)
_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


class CannotExchangeError(Exception):
    """This system or file system knows no exchange of folders, or none here; nothing has changed."""


def carry_out_at_once(output: Path, journal: Journal) -> tuple[OutputPath, ...]:
    """Does what the journal says with one visible change. Tells which files were deleted.

    Raises CannotExchangeError where it cannot be had. A program that has the old folder open, and does not look it
    up by its name, goes on seeing the old one, which is being emptied.
    """
    output = output.resolve()
    clone = clone_of(output)
    try:
        _link_folder(output, clone)
        gone = _change(output, clone, journal)
        sync_folder(clone)
        _exchange(output, clone)
    except OSError as error:
        _remove_links(clone)
        if error.errno in _CANNOT:
            raise CannotExchangeError(error.strerror) from error
        raise
    sync_folder(output.parent)
    take_apart(output)
    return gone


def clone_of(output: Path) -> Path:
    place = output.resolve()
    return place.with_name(f".{place.name}.site-builder-clone")


def take_apart(output: Path) -> None:
    """Removes the clone that a build made, before the exchange or after it."""
    clone = clone_of(output)
    if not clone.is_dir() or clone.is_symlink():
        return
    # The stage lies in what is or was the output, and is removed last: where it is, there has been the exchange.
    if not (clone / STAGE).exists():
        _remove_links(clone)
        return
    journal = read_journal(clone)
    if journal is not None:
        _empty(clone, output.resolve(), journal)
    clear_stage(clone)
    clone.rmdir()


def _link_folder(source: Path, copy: Path) -> None:
    """Makes `copy` a folder of links to the files of `source`, the stage excepted."""
    status = source.lstat()
    copy.mkdir()
    import shutil

    shutil.copystat(source, copy)
    if os.name != "nt" and (status.st_uid, status.st_gid) != (copy.lstat().st_uid, copy.lstat().st_gid):
        os.chown(copy, status.st_uid, status.st_gid)
    for entry in source.iterdir():
        if entry.is_symlink():
            (copy / entry.name).symlink_to(entry.readlink())
        elif not entry.is_dir():
            (copy / entry.name).hardlink_to(entry)
        elif entry.name != STAGE:
            _link_folder(entry, copy / entry.name)


def _change(output: Path, clone: Path, journal: Journal) -> tuple[OutputPath, ...]:
    gone = [planned.path for planned in journal.cleared if remove(clone, planned)]
    for folder in journal.folders:
        make_folder(clone, folder)
    for planned in journal.moves:
        _link_into(clone / planned.path, Path(staged_at(output, planned.path)))
    gone += [planned.path for planned in journal.removals if remove(clone, planned)]
    if (output / STAGE / NEXT_MANIFEST).exists():
        _link_into(clone / MANIFEST, output / STAGE / NEXT_MANIFEST)
    return tuple(gone)


def _link_into(place: Path, waiting: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        remove_empty_folders(place)
    place.unlink(missing_ok=True)
    place.hardlink_to(waiting)


def _exchange(one: Path, other: Path) -> None:
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one))
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one))
    if libc.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one))


def _remove_links(clone: Path) -> None:
    """Removes a clone that never was the output: all in it is a second name of a file that has another."""
    if not clone.is_dir() or clone.is_symlink():
        return
    for entry in clone.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            _remove_links(entry)
        else:
            entry.unlink()
    clone.rmdir()


def _empty(old: Path, output: Path, journal: Journal) -> None:
    """Empties the folder that was the output, the stage excepted."""
    replaced = {planned.path for planned in journal.moves} | {MANIFEST, LOCK}
    removed = {planned.path: planned.digest for planned in (*journal.cleared, *journal.removals)}

    def empty(folder: Path) -> None:
        for entry in folder.iterdir():
            path = OutputPath(entry.relative_to(old).as_posix())
            if path == STAGE:
                continue
            if entry.is_dir() and not entry.is_symlink():
                empty(entry)
                entry.rmdir()
            elif path in replaced or _is_same(entry, output / path) or removed.get(path) == digest_at(entry):
                entry.unlink()
            else:
                (output / path).parent.mkdir(parents=True, exist_ok=True)
                entry.replace(output / path)

    empty(old)


def _is_same(one: Path, other: Path) -> bool:
    """Whether both are names of one file, or links to one place."""
    try:
        first, second = one.lstat(), other.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    if stat.S_ISLNK(first.st_mode) and stat.S_ISLNK(second.st_mode):
        return one.readlink() == other.readlink()
    return os.path.samestat(first, second)
