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
from contextlib import contextmanager, suppress
from functools import cache

_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"})
_MILLISECOND = 0.001
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Killed(BaseException):
    """No handler for errors is meant to catch it."""


class _Trigger:
    """Counts changes while it is armed. From the `last` one on, every change is refused."""

    def __init__(self) -> None:
        self.left: int | None = None

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.left is None or not (event in _CHANGES or (event == "open" and _writes(arguments))):
            return
        if self.left == 0:
            raise Killed
        self.left -= 1


def killed_at(change: int, work: Callable[[], object]) -> None:
    """Does the work up to its `change`th change to the file system, and lets it die there."""
    with _armed(change), suppress(Killed):
        work()


def killed_soon(change: int, work: Callable[[], object]) -> None:
    """Does the work in a copy of this process, which the system kills after so many milliseconds."""
    process = os.fork()
    if process == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(change * _MILLISECOND)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


@contextmanager
def _armed(change: int) -> Iterator[None]:
    trigger = _trigger()
    trigger.left = change
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
