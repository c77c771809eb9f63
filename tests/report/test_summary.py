from pathlib import Path

import msgspec
import pytest

from site_builder.build.options import BuildResult
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.report.summary import counted_faults, render_build_summary, render_check_summary

RESULT = BuildResult(
    diagnostics=(),
    published=True,
    entries=1252,
    pages=1,
    written=12,
    deleted=2,
    seconds=1.234,
    output=Path("output"),
)


def faults(*severities: Severity) -> tuple[Diagnostic, ...]:
    return tuple(Diagnostic("X100", severity, Span("a.md"), "x") for severity in severities)


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ((), "no warnings"),
        ((Severity.NOTICE,), "1 notice"),
        ((Severity.WARNING, Severity.ERROR, Severity.WARNING), "1 error and 2 warnings"),
        ((Severity.NOTICE, Severity.WARNING, Severity.ERROR), "1 error, 1 warning and 1 notice"),
    ],
)
def test_faults_are_counted_the_worst_first(severities: tuple[Severity, ...], words: str) -> None:
    assert counted_faults(faults(*severities)) == words


def test_a_build_tells_what_it_made_and_changed() -> None:
    assert render_build_summary(RESULT, output="output/") == (
        "Built 1,252 entries into 1 page in 1.23 s: no warnings; 12 files written and 2 deleted in output/."
    )


def test_a_build_that_published_nothing_says_so_first() -> None:
    result = msgspec.structs.replace(
        RESULT, published=False, entries=1, seconds=61.4, diagnostics=faults(Severity.ERROR)
    )

    assert render_build_summary(result, output="output/") == (
        "Nothing was published: 1 error in 1 entry (61 s). output/ is as it was. "
        "Mend the errors, or publish everything else with --keep-going."
    )


def remedy_for(*codes: str) -> str:
    """What a build advises that published nothing because of errors of these codes."""
    errors = (Diagnostic(code, Severity.ERROR, Span("a"), "x") for code in codes)
    warning = Diagnostic("S002", Severity.WARNING, Span("a"), "x")
    result = msgspec.structs.replace(RESULT, published=False, diagnostics=(*errors, warning))
    return render_build_summary(result, output="output/").partition(" is as it was. ")[2]


@pytest.mark.parametrize("codes", [["L001"], ["L001", "T008"], ["S005"]])
def test_publishing_the_rest_is_offered_where_it_helps(codes: list[str]) -> None:
    assert remedy_for(*codes) == "Mend the errors, or publish everything else with --keep-going."


@pytest.mark.parametrize("codes", [["P002"], ["L001", "P001"], ["T001"], ["T002"], ["S001"], ["S002"], ["S003"]])
def test_it_is_not_offered_where_the_fault_concerns_every_page(codes: list[str]) -> None:
    assert remedy_for(*codes) == "Mend the errors as their hints say, and build again."


def test_publishing_that_stopped_is_not_said_to_have_left_everything_as_it_was() -> None:
    fault = Diagnostic("P004", Severity.ERROR, Span("a"), "x")
    result = msgspec.structs.replace(RESULT, published=False, diagnostics=(fault,))

    told = render_build_summary(result, output="output/")

    assert told.startswith("Publishing stopped half-way: 1 error in ")
    assert told.endswith("What was written to output/ is whole; build again once the error is mended.")


def test_a_check_tells_what_it_looked_at() -> None:
    assert (
        render_check_summary(RESULT) == "Checked 1,252 entries and 1 page in 1.23 s: no warnings. Nothing was written."
    )
