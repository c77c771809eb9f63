"""A progress bar, only where a terminal watches and only for work that takes long."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TextIO

from site_builder.build.progress import SILENT, Progress

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

PATIENCE_SECONDS = 1.0
"""Shorter work needs no bar, and does not pay for loading one."""


@contextmanager
def watched(terminal: TextIO, *, clock: Callable[[], float] = monotonic) -> Iterator[Progress]:
    """A progress for one run, which draws on `terminal` after `PATIENCE_SECONDS` and wipes the bar at the end.

    It tells nobody where `terminal` is a file, a pipe or a terminal that cannot move its cursor.
    """
    if not terminal.isatty() or os.environ.get("TERM") == "dumb":
        yield SILENT
        return
    bar = _Bar(terminal, clock)
    try:
        yield bar
    finally:
        bar.close()


class _Bar:
    def __init__(self, terminal: TextIO, clock: Callable[[], float]) -> None:
        self._terminal = terminal
        self._clock = clock
        self._begin = clock()
        self._drawn: RichProgress | None = None
        self._stage = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._drawn is None:
            if self._clock() - self._begin < PATIENCE_SECONDS:
                return
            self._drawn = _drawn_on(self._terminal)
            self._drawn.start()
        if stage != self._stage:
            self._stage = stage
            for task in self._drawn.task_ids:
                self._drawn.remove_task(task)
            self._drawn.add_task(stage, total=total)
        self._drawn.update(self._drawn.task_ids[0], completed=done, total=total)

    def close(self) -> None:
        if self._drawn is not None:
            self._drawn.stop()


def _drawn_on(terminal: TextIO) -> RichProgress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as RichProgress

    return RichProgress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(file=terminal),
        transient=True,
    )
