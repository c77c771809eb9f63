"""When to build: how long the folder has to be quiet before its newest state is taken.

Somebody who saves one file wants to see it at once. Where more goes on (a checkout, a search and replace, a program
at work) every moment is a half-way state, and the build waits until it is over.
"""

from collections.abc import Set as AbstractSet

import msgspec

QUICK_SECONDS = 0.005
"""After a lone save, of which the watcher tells when it has been quiet for as long already. Editors write, rename and
touch within a few milliseconds."""
QUIET_SECONDS = 0.120
"""After anything else."""
LONE_PATHS = 2
"""A save touches one file, or two where the editor puts a copy aside."""
RECENT_SECONDS = 0.300
"""A change so soon after a build began is part of something larger."""
PATIENCE_SECONDS = 5.0
"""Where it never gets quiet, what there is so far is built after this time."""


class Pending(msgspec.Struct, frozen=True):
    """What changed and is not built yet. Moments are in seconds of any one clock."""

    paths: frozenset[str]
    first: float
    last: float


def noticed(pending: Pending | None, paths: AbstractSet[str], moment: float) -> Pending:
    """What is pending once these paths changed too."""
    if pending is None:
        return Pending(frozenset(paths), moment, moment)
    return Pending(pending.paths | paths, pending.first, max(pending.last, moment))


def due(pending: Pending, last_build: float) -> float:
    """The moment to build if nothing more happens; `last_build` is when the last one began."""
    lone = len(pending.paths) <= LONE_PATHS and pending.first - last_build >= RECENT_SECONDS
    quiet = pending.last + (QUICK_SECONDS if lone else QUIET_SECONDS)
    return min(quiet, pending.first + PATIENCE_SECONDS)
