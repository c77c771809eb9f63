"""Builds that die half-way, of themselves or by `kill -9`.

A build that dies of itself does so at one of its changes to the file system, and nothing it does later counts. Python
tells its audit hooks of each change before it is made, whichever function makes it; an exception out of the hook
prevents it.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import cache

from site_builder.build.publishing.staging import JOURNAL

_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"})
_MILLISECOND = 0.001
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Killed(BaseException):
    """No handler for errors is meant to catch it."""


class _Trigger:
    """Counts changes while it is armed, if it is `late` only those after the journal is in its place. When none is left
    it kills, at each change anew."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.late = False
        self.kill: Callable[[], object] = _die_of_itself

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.left is None or not (event in _CHANGES or (event == "open" and _writes(arguments))):
            return
        if self.late:
            self.late = not (event == "os.rename" and str(arguments[1]).endswith(f"/{JOURNAL}"))
        elif self.left == 0:
            self.kill()
        else:
            self.left -= 1


def killed_at(change: int, work: Callable[[], object], *, late: bool = False) -> None:
    """Does the work up to its `change`th change to the file system, and lets it die there. If `late`, the changes are
    counted from the moment when all is decided, and the site begins to change."""
    with _armed(change, late, _die_of_itself), suppress(Killed):
        work()


def killed_soon(change: int, work: Callable[[], object], *, late: bool = False) -> None:
    """Does the work in a copy of this process, which the system kills: after so many milliseconds, or if `late` at that
    change of the site."""
    process = os.fork()
    if process == 0:
        try:
            with _armed(change, late, _die_by_the_system) if late else nullcontext():
                work()
        finally:
            os._exit(0)
    if not late:
        time.sleep(change * _MILLISECOND)
        os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def _die_of_itself() -> None:
    raise Killed


def _die_by_the_system() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def _armed(change: int, late: bool, kill: Callable[[], object]) -> Iterator[None]:  # noqa: FBT001
    trigger = _trigger()
    trigger.left, trigger.late, trigger.kill = change, late, kill
    try:
        yield
    finally:
        trigger.left = None


@cache
def _trigger() -> _Trigger:
    """The one trigger of this process: an audit hook cannot be taken out again."""
    trigger = _Trigger()
    sys.addaudithook(trigger.hear)
    return trigger


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & _WRITING)
