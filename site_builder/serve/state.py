"""What the preview knows, as values: the site's version, what is wrong with it, and what was rebuilt lately."""

from collections import deque
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath
from site_builder.report.folding import folded
from site_builder.report.order import ordered
from site_builder.report.text import render_text
from site_builder.serve.builder import Built

SHOWN_PROBLEMS = 40
KEPT_REBUILDS = 50
SHOWN_PATHS = 12
REMEMBERED = 64
"""Files that browsers got last."""

STATE = "/__preview/state"
"""What the browser is told to reload when nothing of its page changed, but what is known about the site did."""
EVERYTHING = "*"


class Problem(msgspec.Struct, frozen=True):
    severity: Severity
    text: str
    """Place, message, excerpt and hint, in lines."""


class Rebuild(msgspec.Struct, frozen=True):
    """One build, for the list of recent ones."""

    time: str
    """By the clock on the wall: 14:03:07."""
    causes: tuple[str, ...]
    """The first `SHOWN_PATHS` of the paths that changed in the site's folder; none for the first build."""
    more_causes: int
    pages: int
    """Pages that changed."""
    others: int
    """Other files that changed: data, styles, feeds."""
    milliseconds: int
    published: bool
    errors: int
    warnings: int
    accident: str = ""
    """What ended it, if it did not come to its end."""
    waiting: int = 0
    """Pages that may change after these."""


class Preview(msgspec.Struct, frozen=True):
    session: str
    """Differs from one start of the server to the next."""
    version: int = 0
    """Of the site as a browser has to load it anew; 0 until the first build is done. New styles make no new version."""
    problems: tuple[Problem, ...] = ()
    """Errors and warnings, the errors first, at most `SHOWN_PROBLEMS`."""
    more_problems: int = 0
    drafts: frozenset[OutputPath] = frozenset()
    rebuilds: tuple[Rebuild, ...] = ()
    """The latest first."""
    top: str = "/"
    """The path that the site will lie at on its host."""

    @property
    def build(self) -> str:
        """What a page carries to know whether it is still the newest; "" before the first build is done."""
        return f"{self.session}-{self.version}" if self.version else ""


class Board:
    """Where the newest `Preview` hangs, for whoever asks, in any thread; and what was asked for."""

    def __init__(self, session: str) -> None:
        self._now = Preview(session)
        self._shown: deque[OutputPath] = deque(maxlen=REMEMBERED)

    def now(self) -> Preview:
        return self._now

    def replace(self, preview: Preview) -> None:
        self._now = preview

    def show(self, path: OutputPath) -> None:
        """Notes that a browser gets this file of the site."""
        self._shown.append(path)

    def shown(self) -> frozenset[OutputPath]:
        """The files that browsers got last."""
        return frozenset(self._shown.copy())


def after(preview: Preview, built: Built, rebuild: Rebuild) -> Preview:
    """What is known once this build is done."""
    new = not preview.version or any(not is_style(path) for path in built.changed)
    rebuilds = (rebuild, *preview.rebuilds)[:KEPT_REBUILDS]
    return msgspec.structs.replace(_known(preview, built), version=preview.version + new, rebuilds=rebuilds)


def after_turn(preview: Preview, built: Built, shown: AbstractSet[OutputPath]) -> Preview:
    """What is known once pages are made that had to wait. The version is another only if one of them was `shown`."""
    is_seen = any(path in shown for path in built.changed)
    return msgspec.structs.replace(_known(preview, built), version=preview.version + is_seen)


def _known(preview: Preview, built: Built) -> Preview:
    problems, more = problems_of(built)
    return msgspec.structs.replace(
        preview,
        problems=problems,
        more_problems=more,
        drafts=built.drafts if built.published else preview.drafts,
        top=built.top if built.published else preview.top,
    )


def messages(before: Preview, now: Preview, changed: Sequence[OutputPath]) -> tuple[str, ...]:
    """What browsers are to reload: everything, or the styles that changed, and what is known about the site."""
    if now.build != before.build:
        return (EVERYTHING,)
    return (*(f"/{path}" for path in changed), STATE)


def rebuild_of(built: Built, causes: frozenset[str], seconds: float, time: str) -> Rebuild:
    """The line of a build in the list."""
    names = sorted(causes)
    pages = sum(path.endswith(".html") for path in built.changed)
    return Rebuild(
        time=time,
        causes=tuple(names[:SHOWN_PATHS]),
        more_causes=max(0, len(names) - SHOWN_PATHS),
        pages=pages,
        others=len(built.changed) - pages,
        milliseconds=round(seconds * 1000),
        published=built.published,
        errors=_count(built.diagnostics, Severity.ERROR),
        warnings=_count(built.diagnostics, Severity.WARNING),
        accident=built.accident,
        waiting=built.waiting,
    )


def problems_of(built: Built) -> tuple[tuple[Problem, ...], int]:
    """What to show over a page, and how many there are beyond that. Notices are left to `site-builder check`."""
    accident = [Problem(Severity.ERROR, f"the build failed: {built.accident}")] if built.accident else []
    grave = [fault for fault in ordered(built.diagnostics) if fault.severity is not Severity.NOTICE]
    shown, _ = folded(sorted(grave, key=lambda fault: fault.severity is not Severity.ERROR))
    problems = [Problem(fault.severity, _text(fault)) for fault in shown[:SHOWN_PROBLEMS]]
    return (*accident, *problems), len(grave) - len(problems)


def is_style(path: str) -> bool:
    """Whether a file can be exchanged in a page that stays open."""
    return path.endswith(".css")


def _text(diagnostic: Diagnostic) -> str:
    return render_text([diagnostic], colour=False).rstrip("\n")


def _count(diagnostics: Sequence[Diagnostic], severity: Severity) -> int:
    return sum(diagnostic.severity is severity for diagnostic in diagnostics)
