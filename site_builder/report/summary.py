"""What a run did, in one paragraph."""

from collections import Counter
from collections.abc import Iterable

from site_builder.build.options import BuildResult
from site_builder.model.diagnostic import Diagnostic, Severity

_FORBIDDING = frozenset(["S001", "S002", "S003", "T001", "T002", "T003", "T004", "T005", "T006", "T009"])
"""Errors of the settings and of the theme as a whole: they concern every page, so that nothing sound is left."""


def render_build_summary(result: BuildResult, *, output: str) -> str:
    """What was built, how long it took, what was wrong, and where the site is now; `output` is how to call that."""
    faults = counted_faults(result.diagnostics)
    if any(diagnostic.code == "P004" for diagnostic in result.diagnostics):
        told = f"Publishing stopped half-way: {faults} in {_entries(result)} ({_seconds(result)})."
        return f"{told} What was written to {output} is whole; build again once the error is mended."
    if not result.published:
        told = f"Nothing was published: {faults} in {_entries(result)} ({_seconds(result)}). {output} is as it was."
        return f"{told} {_remedy(result.diagnostics)}"
    changed = f"{_counted(result.written, 'file')} written and {result.deleted} deleted in {output}"
    return f"Built {_entries(result)} into {_counted(result.pages, 'page')} in {_seconds(result)}: {faults}; {changed}."


def render_check_summary(result: BuildResult) -> str:
    """What was checked, how long it took, and what was wrong."""
    checked = f"{_entries(result)} and {_counted(result.pages, 'page')}"
    return f"Checked {checked} in {_seconds(result)}: {counted_faults(result.diagnostics)}. Nothing was written."


def counted_faults(diagnostics: Iterable[Diagnostic]) -> str:
    """ "1 error, 2 warnings and 3 notices", the worst first; "no warnings" if there are none."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    phrases = [_counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    if not phrases:
        return "no warnings"
    *first, last = phrases
    return f"{', '.join(first)} and {last}" if first else last


def _remedy(diagnostics: Iterable[Diagnostic]) -> str:
    errors = {diagnostic.code for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR}
    if any(code in _FORBIDDING or code.startswith("P") for code in errors):
        return "Mend the errors as their hints say, and build again."
    return "Mend the errors, or publish everything else with --keep-going."


def _entries(result: BuildResult) -> str:
    return _counted(result.entries, "entry", "entries")


def _seconds(result: BuildResult) -> str:
    return f"{result.seconds:.2f} s" if result.seconds < 10 else f"{result.seconds:.0f} s"


def _counted(number: int, singular: str, plural: str = "") -> str:
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
