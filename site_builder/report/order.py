"""The order in which diagnostics are shown."""

from collections.abc import Iterable

from site_builder.model.diagnostic import Diagnostic


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same diagnostics by place: path, line, column, code. The message decides between equals."""
    return tuple(sorted(diagnostics, key=_place))


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span
    return span.path, span.line, span.column, diagnostic.code, diagnostic.message
