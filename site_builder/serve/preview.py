"""The preview as a whole: build, tell, wait for the next change, and so on until somebody stops it."""

import contextlib
import time
import traceback
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath
from site_builder.serve.builder import Builder, Built
from site_builder.serve.changes import Changes, next_state
from site_builder.serve.quiet import LONE_PATHS
from site_builder.serve.server import Announce
from site_builder.serve.state import Board, Preview, Rebuild, after, after_turn, messages, rebuild_of

CHECK_SECONDS = 2.0
"""After a build of what the watcher told, when it has been quiet for so long, everything is looked at."""
BREATH_SECONDS = 0.02
"""Before what nobody waits for: browsers fetch what they were told of, and authors save again."""


class StopPreview(SystemExit):
    """Raised by the program's own signal handlers. Any other SystemExit is an accident of a build."""


class Listener(Protocol):
    """Called after each build, with the errors and warnings that there were not after the build before."""

    def __call__(self, rebuild: Rebuild, news: Sequence[Diagnostic]) -> None: ...


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
        built = _attempt(builder, causes or None, board.shown())
        # Nearly every look at everything shows that nothing was missed, and nobody need hear of it.
        if not board.now().version or causes or built.changed or known != frozenset(built.diagnostics):
            rebuild = _rebuild(built, causes, began)
            _show(board, announce, after(board.now(), built, rebuild), built.changed)
            told(rebuild, _news(built, known))
        known = frozenset(built.diagnostics)
        while True:
            pending = next_state(changes, _last_moment(began, causes), is_busy, BREATH_SECONDS)
            if pending is None or pending.paths:
                break
            if not built.waiting:
                builder.settle()
                # A watcher that is told of too much at once misses some.
                pending = next_state(changes, _last_moment(began, causes), is_busy, CHECK_SECONDS if causes else None)
                break
            built = _attempt(builder, frozenset(), board.shown())
            _show(board, announce, after_turn(board.now(), built, board.shown()), ())
            if news := _news(built, known):
                told(_rebuild(built, causes, began), news)
            known = frozenset(built.diagnostics)
        if pending is None:
            return
        causes = pending.paths


def _last_moment(began: float, causes: AbstractSet[str]) -> float:
    """When the last build was, to whoever asks whether a save is a lone one: where many files change, more may come."""
    return began if len(causes) <= LONE_PATHS else time.monotonic()


def _show(board: Board, announce: Announce, preview: Preview, changed: Sequence[OutputPath]) -> None:
    """Hangs it up, and tells the browsers of it, if it is new."""
    before = board.now()
    if preview != before:
        board.replace(preview)
        announce(messages(before, preview, changed))


def _rebuild(built: Built, causes: frozenset[str], began: float) -> Rebuild:
    return rebuild_of(built, causes, time.monotonic() - began, time.strftime("%H:%M:%S"))


def _news(built: Built, known: AbstractSet[Diagnostic]) -> Sequence[Diagnostic]:
    return [fault for fault in built.diagnostics if fault not in known and fault.severity is not Severity.NOTICE]


def _attempt(builder: Builder, changed: frozenset[str] | None, shown: frozenset[OutputPath]) -> Built:
    try:
        return builder.build(changed, shown)
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
