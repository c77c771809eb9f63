"""New bytes, laid ready where nobody sees them."""

import errno
import os
import stat
from pathlib import Path

import msgspec

from site_builder.build.publishing.files import (
    KnownFile,
    blamed,
    is_as_known,
    known_file,
    read_file,
    refuse_links,
    stays_inside,
    write_file,
)
from site_builder.model.digest import digest_of_bytes
from site_builder.model.identity import OutputPath

STAGE = ".site-builder-stage"
JOURNAL = "journal"


class Staged(msgspec.Struct, frozen=True, tag=True):
    """A file whose new bytes lie ready."""

    path: OutputPath
    known: KnownFile
    """As it will lie in its place: taking a place changes neither inode nor time."""


class Same(msgspec.Struct, frozen=True, tag=True):
    """A file that lies in its place with the right bytes already."""

    path: OutputPath
    known: KnownFile


def stage(output: Path, path: OutputPath, content: bytes, known: KnownFile | None = None) -> Staged | Same:
    """Lays the bytes ready for `commit`, unless they lie in their place already. Nothing visible changes.

    Several processes may stage at once, each path being one process's; who takes over from one that was killed
    stages its paths again. A file that is as `known` is not read. An OSError names the file meant to be.
    Pages are not forced to the disk: after a power cut one may be empty, then its size is not the one recorded, and
    the next build makes it anew. A forced write would cost more than the page itself does.
    """
    digest = digest_of_bytes(content)
    target = f"{output}/{path}"
    try:
        if not stays_inside(path):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
        refuse_links(output, path)
        there = _known_there(target, content, digest, known)
        if there is not None:
            return Same(path, there)
        waiting = staged_at(output, path)
        try:
            status = write_file(waiting, content)
        except FileNotFoundError:
            (output / STAGE).mkdir(parents=True, exist_ok=True)
            status = write_file(waiting, content)
    except OSError as error:
        raise blamed(error, target) from error
    return Staged(path, known_file(digest, status))


def staged_at(output: Path, path: str) -> str:
    """Where the new bytes of a file wait. A digest, since a path may be longer than a name can be."""
    return f"{output}/{STAGE}/{digest_of_bytes(path.encode())}"


def abandon(output: Path) -> None:
    """Drops what was staged, when the build fails. Once there is a journal, all is left for `recover` to finish."""
    if not (output / STAGE / JOURNAL).exists():
        clear_stage(output)


def clear_stage(output: Path) -> None:
    """Removes the stage: the journal first, so that what remains of it after a kill is known to be worthless."""
    folder = output / STAGE
    if folder.is_symlink():
        folder.unlink()
        return
    try:
        files = sorted(folder.iterdir(), key=lambda file: file.name != JOURNAL)
    except FileNotFoundError:
        return
    for file in files:
        file.unlink(missing_ok=True)
    folder.rmdir()


def _known_there(target: str, content: bytes, digest: str, known: KnownFile | None) -> KnownFile | None:
    """The file in its place, if it has these bytes."""
    try:
        status = os.lstat(target)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            return None
        raise
    if known is not None and is_as_known(status, known):
        return known if known.digest == digest else None
    if not stat.S_ISREG(status.st_mode) or status.st_size != len(content) or read_file(Path(target)) != content:
        return None
    return known_file(digest, status)
