"""One build at a time in one folder."""

import errno
import os
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import msgspec

from site_builder.build.publishing.files import NO_LINK, read_file
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span

LOCK = ".site-builder.lock"

_NO_LOCKS_HERE = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
_FAR_OUT = 1 << 30


class _Holder(msgspec.Struct, frozen=True):
    pid: int
    host: str
    since: str
    """Local time, to the second."""
    command: str


class LockedOutError(Exception):
    """Somebody else is building in the folder; `diagnostic` says who."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class OutputLock:
    """Holds a folder for one build, from `with` to its end; whoever comes second is told at once (`LockedOutError`).

    The lock is the kernel's, on a file that exists only while it is held: a process that is killed holds it no longer,
    and a finished site has no such file in it. Forked workers hold it with their parent, and so keep others out
    until the last of them has ended; only the parent gives it back. Where a file system knows no locks, the build
    goes on without.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / LOCK
        self._descriptor = -1
        self._owner = os.getpid()
        self._made_folder = False

    def __enter__(self) -> "OutputLock":
        self._made_folder = not self._folder.exists()
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            self._descriptor = self._acquire()
            os.ftruncate(self._descriptor, 0)
            os.write(self._descriptor, msgspec.json.encode(_myself()))
        except BaseException:
            self._release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._release()

    def _acquire(self) -> int:
        while True:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | NO_LINK, 0o666)
            try:
                if not _lock(descriptor):
                    raise LockedOutError(_told(self._folder, _read_holder(self._path)))
                if self._is_there(descriptor):
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            # Its holder removed the file after we had opened it: this is a lock on nothing.
            os.close(descriptor)

    def _is_there(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(self._path.lstat(), os.fstat(descriptor))
        except FileNotFoundError:
            return False

    def _release(self) -> None:
        if os.getpid() != self._owner:
            return
        if self._descriptor != -1:
            try:
                if self._is_there(self._descriptor):
                    self._path.unlink()
            finally:
                _unlock(self._descriptor)
                os.close(self._descriptor)
                self._descriptor = -1
        if self._made_folder:
            try:
                self._folder.rmdir()
            except OSError:
                return


def _myself() -> _Holder:
    since = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return _Holder(os.getpid(), socket.gethostname(), since, " ".join(sys.argv))


def _read_holder(path: Path) -> _Holder | None:
    try:
        return msgspec.json.decode(read_file(path) or b"", type=_Holder)
    except (msgspec.DecodeError, OSError):
        return None


def _told(folder: Path, holder: _Holder | None) -> Diagnostic:
    who = (
        f": process {holder.pid} on {holder.host}, since {holder.since} ({holder.command})"
        if holder is not None
        else ""
    )
    return Diagnostic(
        "P005",
        Severity.ERROR,
        Span(folder.as_posix()),
        f"another build is at work in this folder{who}",
        "wait until it has ended, or stop it; a build elsewhere needs another --output",
    )


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        # Far behind the end: Windows lets nobody read a locked range, and others shall read who holds it.
        os.lseek(descriptor, _FAR_OUT, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR_OUT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _NO_LOCKS_HERE:
                raise
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
