"""Diagnostics as JSON: an array of objects whose keys are always the same, and always all there."""

from collections.abc import Sequence

import msgspec

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.report.columns import encodable
from site_builder.report.order import ordered

MAX_EXCERPT = 1000
"""Characters: a line of 300 KB with a fault in each word would make gigabytes."""


class JsonPlace(msgspec.Struct, frozen=True):
    """A place in a file; line and column count from 1 and are 0 where the file, or the line, is meant as a whole."""

    path: str
    line: int
    column: int
    length: int


class JsonDiagnostic(msgspec.Struct, frozen=True):
    """One object of the array. Keys may be added to it, and none changes or goes away."""

    code: str
    severity: Severity
    path: str
    line: int
    column: int
    length: int
    message: str
    hint: str
    excerpt: str
    """The whole line; "" for a fault of the whole file, and where the line is longer than `MAX_EXCERPT`."""
    related: tuple[JsonPlace, ...]


def render_json(diagnostics: Sequence[Diagnostic]) -> bytes:
    """All diagnostics by place, as UTF-8 with a line end; `[]` if there are none."""
    return msgspec.json.format(msgspec.json.encode(json_objects(diagnostics)), indent=2) + b"\n"


def json_objects(diagnostics: Sequence[Diagnostic]) -> list[JsonDiagnostic]:
    """The same as values, for reports that hold more."""
    return [_object(diagnostic) for diagnostic in ordered(diagnostics)]


def _object(diagnostic: Diagnostic) -> JsonDiagnostic:
    place = _place(diagnostic.span)
    return JsonDiagnostic(
        code=diagnostic.code,
        severity=diagnostic.severity,
        path=place.path,
        line=place.line,
        column=place.column,
        length=place.length,
        message=encodable(diagnostic.message),
        hint=encodable(diagnostic.hint),
        excerpt=encodable(diagnostic.excerpt) if len(diagnostic.excerpt) <= MAX_EXCERPT else "",
        related=tuple(map(_place, diagnostic.related)),
    )


def _place(span: Span) -> JsonPlace:
    return JsonPlace(encodable(span.path), span.line, span.column, span.length)
