"""What is wrong with somebody's content, as a value.

A *rule* is a kind of fault with a stable code. A *diagnostic* is one fault at one place. A *finding* is a
diagnostic whose place is still a name ("venues[0]"): the stages that see facts but no files make findings, and
`locate` turns them into diagnostics with the document they speak of. So facts carry no line numbers, and moving
a paragraph changes no other page.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

from site_builder.model.source import Place, Span

Value = TypeVar("Value")


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Rule(msgspec.Struct, frozen=True):
    """A kind of fault: what `explain CODE` and docs/messages.md show."""

    code: str
    severity: Severity
    title: str
    """What is wrong, in one line."""
    explanation: str
    """Why it matters, and what to do about it."""
    wrong: str
    """An example that draws the message."""
    right: str
    """The same, mended."""


class Diagnostic(msgspec.Struct, frozen=True):
    """One fault at one place: the message says what is, the hint what to do."""

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    excerpt: str = ""
    """The line at `span` as the author wrote it; empty where the span is a whole file."""
    related: tuple[Span, ...] = ()
    """Other places that take part, such as the second file of two that want one address."""


class Finding(msgspec.Struct, frozen=True):
    """A fault in the document at `path`, at the place that the document knows as `place`."""

    code: str
    severity: Severity
    path: str
    place: str
    """A key of `Document.places`: a front matter field (`born`, `venues[0]`) or a reference (`link[3]`)."""
    message: str
    hint: str = ""
    related: tuple[tuple[str, str], ...] = ()
    """Path and place of what else takes part."""


class Outcome(msgspec.Struct, Generic[Value], frozen=True):
    """The result of a pure stage, with the faults it met on the way."""

    value: Value
    diagnostics: tuple[Diagnostic, ...] = ()


def locate(finding: Finding, places: Mapping[str, Mapping[str, Place]]) -> Diagnostic:
    """The finding with line and column; `places` holds each document's places by its path."""

    def place_of(path: str, key: str) -> Place:
        return places.get(path, {}).get(key, Place(line=0))

    place = place_of(finding.path, finding.place)
    return Diagnostic(
        code=finding.code,
        severity=finding.severity,
        span=place.span(finding.path),
        message=finding.message,
        hint=finding.hint,
        excerpt=place.excerpt,
        related=tuple(place_of(path, key).span(path) for path, key in finding.related),
    )
