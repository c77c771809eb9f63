"""Files of the output folder, never through a symbolic link."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from site_builder.model.digest import digest_of_bytes
from site_builder.model.identity import OutputPath

NO_LINK: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class KnownFile(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file as it lies on the disk: while its stat is the same, so are its bytes."""

    digest: str
    mtime_ns: int
    size: int
    inode: int


def known_file(digest: str, status: os.stat_result) -> KnownFile:
    return KnownFile(digest, status.st_mtime_ns, status.st_size, status.st_ino)


def is_as_known(status: os.stat_result, known: KnownFile) -> bool:
    return (
        status.st_mtime_ns == known.mtime_ns
        and status.st_size == known.size
        and status.st_ino == known.inode
        and stat.S_ISREG(status.st_mode)
    )


def damaged(output: Path, known: Mapping[OutputPath, KnownFile]) -> list[OutputPath]:
    """The files that are gone, or may have other bytes than those known: one stat each, none is read."""
    found = []
    for path, record in known.items():
        try:
            status = os.lstat(f"{output}/{path}")
        except OSError:
            found.append(path)
        else:
            if not is_as_known(status, record):
                found.append(path)
    return found


def read_file(path: Path) -> bytes | None:
    """The bytes of a regular file; None where none lies. A symbolic link is not one."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        descriptor = os.open(path, os.O_RDONLY | NO_LINK)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
            return None
        raise
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def is_file(path: Path) -> bool:
    """Whether a regular file lies there. A symbolic link is not one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def digest_at(path: Path) -> str:
    """The digest of a regular file; empty where none lies."""
    content = read_file(path)
    return "" if content is None else digest_of_bytes(content)


def write_file(path: Path | str, content: bytes, *, durable: bool = False) -> os.stat_result:
    """Makes a file of these bytes, and tells its stat. If `durable`, it outlives a power cut from now on."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NO_LINK, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if durable:
            os.fsync(descriptor)
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """The names in a folder outlive a power cut from now on. Windows has no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def stays_inside(path: str) -> bool:
    """Whether a path can only mean a file below the output folder. Windows knows drives, and streams of a file."""
    if path.startswith("/") or "\\" in path or "\0" in path or (os.name == "nt" and ":" in path):
        return False
    return not {"", ".", ".."}.intersection(path.split("/"))


def refuse_links(output: Path, path: str) -> None:
    """Raises ELOOP if a folder on the way to this file is a symbolic link: nothing is read or written through it."""
    end = path.find("/")
    while end != -1:
        folder = f"{output}/{path[:end]}"
        try:
            is_link = stat.S_ISLNK(os.lstat(folder).st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return
        if is_link:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), folder)
        end = path.find("/", end + 1)


@contextmanager
def blaming(path: Path) -> Iterator[None]:
    """Errors of the operating system in here are `blamed` on this file."""
    try:
        yield
    except OSError as error:
        raise blamed(error, path) from error


def blamed(error: OSError, path: Path | str) -> OSError:
    """The error, naming this file, and not a temporary one, or none as `write` does."""
    return OSError(error.errno, error.strerror, str(path))
