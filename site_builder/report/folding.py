"""What a reader need not see a thousand times: warnings that say the same, of one place after another."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from site_builder.model.diagnostic import Diagnostic, Severity

SHOWN_OF_A_KIND = 10
"""Of the warnings, and of the notices, that have one code and one message."""


class Folded(msgspec.Struct, frozen=True):
    """Warnings or notices that are counted instead of shown."""

    code: str
    message: str
    count: int


def folded(diagnostics: Iterable[Diagnostic]) -> tuple[tuple[Diagnostic, ...], tuple[Folded, ...]]:
    """Those to show, in the order they came, and the count of what is left of each kind. Errors are always shown."""
    met: Counter[tuple[str, str]] = Counter()
    shown: list[Diagnostic] = []
    for diagnostic in diagnostics:
        if diagnostic.severity is not Severity.ERROR:
            kind = diagnostic.code, diagnostic.message
            met[kind] += 1
            if met[kind] > SHOWN_OF_A_KIND:
                continue
        shown.append(diagnostic)
    rest = ((code, message, count - SHOWN_OF_A_KIND) for (code, message), count in met.items())
    return tuple(shown), tuple(Folded(*kind) for kind in rest if kind[-1] > 0)
