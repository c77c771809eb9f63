"""A build that dies at one of its changes to the file system, as by a power cut: nothing it does later counts.

Python tells its audit hooks of each change before it is made, whichever function makes it; an exception out of the
hook prevents it.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

Result = TypeVar("Result")

_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"})
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


def killed_at(change: int, work: Callable[[], Result]) -> Result | None:
    """What the work returns; None if it got as far as its `change`th change to the file system and died there."""
    with _armed(change):
        try:
            return work()
        except Killed:
            return None


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
