"""The preview as a whole: build, tell, wait for the next change, and so on until somebody stops it."""

import contextlib
import time
import traceback
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.serve.builder import Builder, Built
from site_builder.serve.changes import Changes, next_state
from site_builder.serve.server import Announce
from site_builder.serve.state import Preview, Rebuild, after, messages, rebuild_of

CHECK_SECONDS = 2.0
"""After a build of what the watcher told, when it has been quiet for so long, everything is looked at."""


class StopPreview(SystemExit):
    """Raised by the program's own signal handlers. Any other SystemExit is an accident of a build."""


class Listener(Protocol):
    """Called after each build, with the errors and warnings that there were not after the build before."""

    def __call__(self, rebuild: Rebuild, news: Sequence[Diagnostic]) -> None: ...


class Board:
    """Where the newest `Preview` hangs, for whoever asks, in any thread."""

    def __init__(self, session: str) -> None:
        self._now = Preview(session)

    def now(self) -> Preview:
        return self._now

    def replace(self, preview: Preview) -> None:
        self._now = preview


def keep_building(
    builder: Builder,
    changes: Changes,
    board: Board,
    announce: Announce,
    told: Listener,
    is_busy: Callable[[], bool],
) -> None:
    """Builds now, and after every change, until the line of changes ends. No fault of a build ends it.

    The builder is closed at the end, in the thread in which it built.
    """
    with contextlib.closing(builder):
        _keep_building(builder, changes, board, announce, told, is_busy)


def _keep_building(
    builder: Builder,
    changes: Changes,
    board: Board,
    announce: Announce,
    told: Listener,
    is_busy: Callable[[], bool],
) -> None:
    causes: frozenset[str] = frozenset()
    known: frozenset[Diagnostic] = frozenset()
    while True:
        began = time.monotonic()
        built = _attempt(builder, causes or None)
        before = board.now()
        if before.version and not causes and not built.changed and known == frozenset(built.diagnostics):
            # A look at everything has shown what nearly every one does: that nothing was missed.
            pending = next_state(changes, began, is_busy)
            if pending is None:
                return
            causes = pending.paths
            continue
        rebuild = rebuild_of(built, causes, time.monotonic() - began, time.strftime("%H:%M:%S"))
        board.replace(after(before, built, rebuild))
        announce(messages(before, board.now(), built.changed))
        told(rebuild, _news(built, known))
        known = frozenset(built.diagnostics)
        # A watcher that is told of too much at once misses some.
        pending = next_state(changes, began, is_busy, CHECK_SECONDS if causes else None)
        if pending is None:
            return
        causes = pending.paths


def _news(built: Built, known: AbstractSet[Diagnostic]) -> Sequence[Diagnostic]:
    return [fault for fault in built.diagnostics if fault not in known and fault.severity is not Severity.NOTICE]


def _attempt(builder: Builder, changed: frozenset[str] | None) -> Built:
    try:
        return builder.build(changed)
    except StopPreview:
        raise
    except (Exception, SystemExit) as accident:
        return Built((), published=False, changed=(), accident=_told(accident))


def _told(accident: BaseException) -> str:
    """What happened, and the line of program where it did."""
    *_, place = traceback.extract_tb(accident.__traceback__)
    lines = str(accident).splitlines()
    message = f"{type(accident).__name__}: {lines[0][:200]}" if lines else type(accident).__name__
    return f"{message}, in {place.filename}:{place.lineno}"
