"""Where diagnostics point, seen from another folder."""

from collections.abc import Iterable
from pathlib import PurePath

import msgspec

from site_builder.model.diagnostic import Diagnostic
from site_builder.model.source import Span


def seen_from_above(diagnostics: Iterable[Diagnostic], prefix: str) -> tuple[Diagnostic, ...]:
    """The diagnostics with `prefix` before each path: for a site that lies below the folder a reader works in.

    Terminals and code hosts open a path only if it starts where they are. Absolute paths stay as they are, and so does
    everything where the prefix is "".
    """
    if not prefix:
        return tuple(diagnostics)

    def moved(span: Span) -> Span:
        whole = PurePath(span.path).is_absolute()
        return span if whole else msgspec.structs.replace(span, path=f"{prefix}/{span.path}")

    return tuple(
        msgspec.structs.replace(
            diagnostic, span=moved(diagnostic.span), related=tuple(moved(span) for span in diagnostic.related)
        )
        for diagnostic in diagnostics
    )
