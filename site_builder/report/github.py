"""Diagnostics as workflow commands, which GitHub Actions shows as annotations beside the lines of a change.

Source: "Workflow commands for GitHub Actions", and the escapes of actions/toolkit (packages/core/src/command.ts).
"""

from collections.abc import Sequence

from site_builder.model.diagnostic import Diagnostic
from site_builder.model.rules import RULE_BY_CODE
from site_builder.model.source import Span
from site_builder.report.columns import visible
from site_builder.report.order import ordered
from site_builder.report.text import place_of


def render_github(diagnostics: Sequence[Diagnostic]) -> str:
    """One command a line, by place; "" if there are no diagnostics. Severities have the names that GitHub uses."""
    return "".join(map(_command, ordered(diagnostics)))


def _command(diagnostic: Diagnostic) -> str:
    rule = RULE_BY_CODE.get(diagnostic.code)
    title = f"{diagnostic.code}: {rule.title}" if rule else diagnostic.code
    properties = ",".join(f"{name}={_property(value)}" for name, value in [*_place(diagnostic.span), ("title", title)])
    return f"::{diagnostic.severity} {properties}::{_text(_message(diagnostic))}\n"


def _place(span: Span) -> list[tuple[str, str]]:
    place = [("file", span.path)]
    if span.line:
        place.append(("line", str(span.line)))
    if span.line and span.column:
        place += [("col", str(span.column)), ("endColumn", str(span.column + span.length))]
    return place


def _message(diagnostic: Diagnostic) -> str:
    lines = [diagnostic.message.replace("\n", " "), *(f"also at {place_of(span)}" for span in diagnostic.related)]
    if diagnostic.hint:
        lines += f"hint: {diagnostic.hint}".split("\n")
    return "\n".join(map(visible, lines))


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(visible(text)).replace(":", "%3A").replace(",", "%2C")
