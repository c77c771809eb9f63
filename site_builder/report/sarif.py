"""Diagnostics as SARIF 2.1.0 (OASIS), with everything that GitHub's code scanning asks for.

Source: "SARIF support for code scanning", which needs more than the standard: texts for each rule, a place for each
result, and all four numbers of a region.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote

import msgspec

from site_builder import __version__
from site_builder.model.diagnostic import Diagnostic, Rule, Severity
from site_builder.model.rules import RULES
from site_builder.model.source import Span
from site_builder.report.columns import encodable
from site_builder.report.order import ordered
from site_builder.report.text import place_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "recommendation"}
_RULE_INDEX = {rule.code: index for index, rule in enumerate(RULES)}


class _Sarif(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """An object of the format: the names of its fields are the format's."""


class Message(_Sarif, frozen=True):
    text: str
    markdown: str = ""


class Configuration(_Sarif, frozen=True):
    level: str


class RuleProperties(_Sarif, frozen=True):
    problem_severity: str = msgspec.field(name="problem.severity")
    precision: str
    tags: tuple[str, ...]


class ReportingDescriptor(_Sarif, frozen=True):
    id: str
    short_description: Message
    full_description: Message
    default_configuration: Configuration
    help: Message
    properties: RuleProperties


class Region(_Sarif, frozen=True):
    start_line: int
    start_column: int
    end_line: int
    end_column: int


class ArtifactLocation(_Sarif, frozen=True):
    uri: str


class PhysicalLocation(_Sarif, frozen=True):
    artifact_location: ArtifactLocation
    region: Region


class Location(_Sarif, frozen=True):
    physical_location: PhysicalLocation
    id: int | None = None


class Result(_Sarif, frozen=True):
    rule_id: str
    level: str
    message: Message
    locations: tuple[Location, ...]
    rule_index: int | None = None
    related_locations: tuple[Location, ...] = ()


class Driver(_Sarif, frozen=True):
    name: str
    semantic_version: str
    rules: tuple[ReportingDescriptor, ...]


class Tool(_Sarif, frozen=True):
    driver: Driver


class Run(_Sarif, frozen=True):
    tool: Tool
    column_kind: str
    results: tuple[Result, ...]


class Log(_Sarif, frozen=True):
    schema: str = msgspec.field(name="$schema")
    version: str
    runs: tuple[Run, ...]


def render_sarif(diagnostics: Sequence[Diagnostic]) -> bytes:
    """A log of one run, as UTF-8 with a line end; with all rules, whether a diagnostic speaks of them or not."""
    driver = Driver(name="site-builder", semantic_version=__version__, rules=tuple(map(_descriptor, RULES)))
    # Columns are counted in characters, as everywhere in the program; the format's own default is UTF-16 units.
    results = tuple(map(_result, ordered(diagnostics)))
    run = Run(tool=Tool(driver), column_kind="unicodeCodePoints", results=results)
    log = Log(schema=SCHEMA, version="2.1.0", runs=(run,))
    return msgspec.json.format(msgspec.json.encode(log), indent=2) + b"\n"


def _descriptor(rule: Rule) -> ReportingDescriptor:
    examples = f"Wrong:\n\n```\n{rule.wrong}\n```\n\nRight:\n\n```\n{rule.right}\n```"
    return ReportingDescriptor(
        id=rule.code,
        short_description=Message(rule.title),
        full_description=Message(rule.explanation),
        default_configuration=Configuration(_LEVELS[rule.severity]),
        help=Message(text=rule.explanation, markdown=f"{rule.explanation}\n\n{examples}"),
        properties=RuleProperties(
            problem_severity=_PROBLEMS[rule.severity], precision="very-high", tags=("documentation",)
        ),
    )


def _result(diagnostic: Diagnostic) -> Result:
    span = diagnostic.span
    related = enumerate(diagnostic.related, start=1)
    return Result(
        rule_id=diagnostic.code,
        rule_index=_RULE_INDEX.get(diagnostic.code),
        level=_LEVELS[diagnostic.severity],
        message=Message(_text(diagnostic)),
        locations=(Location(_place(span, _region(span, whole_line=len(diagnostic.excerpt)))),),
        related_locations=tuple(Location(_place(span, _region(span)), id=number) for number, span in related),
    )


def _text(diagnostic: Diagnostic) -> str:
    links = [f"also at [{_link_text(span)}]({number})" for number, span in enumerate(diagnostic.related, start=1)]
    # Only these links are meant: "](" in an author's text would make one of it.
    quoted = [encodable(text).replace("](", "] (") for text in (diagnostic.message, diagnostic.hint) if text]
    return "\n".join([*quoted, *links])


def _link_text(span: Span) -> str:
    return re.sub(r"[\\\[\]]", r"\\\g<0>", encodable(place_of(span)))


def _place(span: Span, region: Region) -> PhysicalLocation:
    return PhysicalLocation(ArtifactLocation(quote(encodable(span.path))), region)


def _region(span: Span, *, whole_line: int = 0) -> Region:
    line, column = max(1, span.line), max(1, span.column)
    length = max(1, span.length) if span.column else whole_line
    return Region(start_line=line, start_column=column, end_line=line, end_column=column + length)
