"""How a long run tells how far it is, without knowing who listens."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """Called with a stage ("reading", "rendering"), how many of its items are done, and how many there are."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def silent(stage: str, done: int, total: int) -> None:
    """Tells nobody."""


SILENT: Progress = silent


def counted(items: Iterable[Item], stage: str, total: int, progress: Progress) -> Iterator[Item]:
    """The items, each one told to `progress` when the next is asked for."""
    progress(stage, 0, total)
    for done, item in enumerate(items, start=1):
        yield item
        progress(stage, done, total)
