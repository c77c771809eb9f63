"""The line from the watcher to the builder: changes as they come in, and the wait for the next state worth building."""

import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue

import msgspec

from site_builder.serve.quiet import Pending, due, noticed

_LOCK_SECONDS = 10.0
"""An older lock was left behind by a git that died."""
_LOOK_AGAIN_SECONDS = 0.02
_AWAKE_SECONDS = 1.0
"""On Windows, a wait can be interrupted by Ctrl-C only when it ends."""


class Changed(msgspec.Struct, frozen=True):
    paths: frozenset[str]
    """Relative to the site's folder, with forward slashes."""
    moment: float
    """On the clock of `time.monotonic`."""


Changes = SimpleQueue[Changed | None]
"""None ends the preview."""


def next_state(
    changes: Changes, last_build: float, is_busy: Callable[[], bool], patience: float | None = None
) -> Pending | None:
    """Waits for changes, and until it is quiet and nobody `is_busy`; then tells what changed. None at the end.

    After so many seconds of `patience` without any change it tells that: no path is pending.
    """
    pending: Pending | None = None
    begin = time.monotonic()
    while True:
        now = time.monotonic()
        if pending is None:
            if patience is not None and now - begin >= patience:
                return Pending(frozenset(), now, now)
            wait = _AWAKE_SECONDS if patience is None else min(_AWAKE_SECONDS, begin + patience - now)
        elif (wait := due(pending, last_build) - now) <= 0:
            if not is_busy():
                return pending
            wait = _LOOK_AGAIN_SECONDS
        try:
            change = changes.get(timeout=wait)
        except Empty:
            continue
        if change is None:
            return None
        pending = noticed(pending, change.paths, change.moment)


def git_at_work(root: Path) -> Callable[[], bool]:
    """A question: does git write files of the repository around `root` just now?"""
    lock = _git_lock(root)

    def is_busy() -> bool:
        try:
            return lock is not None and time.time() - lock.stat().st_mtime < _LOCK_SECONDS
        except OSError:
            return False

    return is_busy


def _git_lock(root: Path) -> Path | None:
    for folder in (root, *root.parents):
        place = folder / ".git"
        if place.is_dir():
            return place / "index.lock"
        if place.is_file():
            # A second work tree, or a submodule: one line, "gitdir: PATH".
            kept = place.read_text(encoding="utf-8", errors="replace").removeprefix("gitdir:").strip()
            return folder / kept / "index.lock"
    return None
