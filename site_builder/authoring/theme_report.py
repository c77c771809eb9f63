"""What was found out about a theme: as tables for people, and as JSON."""

from collections.abc import Iterator, Sequence

import msgspec

from site_builder.authoring.theme_check import RehearsedSite, ThemeReport
from site_builder.report.columns import padded, width_of
from site_builder.report.json import JsonDiagnostic, json_objects
from site_builder.theme.contrast import SCHEMES, Contrast


def render_report(report: ThemeReport) -> str:
    """Four tables, but for the diagnostics, and whether the theme passes."""
    parts = [f"Theme {' on '.join(report.chain)}\n", _pages(report)]
    if report.contrasts:
        parts.append(f"Contrast, which must be at least\n{_table(_contrast_rows(report.contrasts))}")
    parts.append(
        f"Bytes after gzip, of the page of each template that has most to load\n{_table(_weight_rows(report))}"
    )
    parts.append(f"Budgets\n{_table(_budget_rows(report))}")
    return "\n".join([*parts, f"{_verdict(report)}\n"])


def render_report_as_json(report: ThemeReport) -> bytes:
    """One object. Keys may be added to it, and none changes or goes away."""
    found = _JsonReport(
        theme=report.theme,
        chain=report.chain,
        passed=report.passed,
        diagnostics=json_objects(report.diagnostics),
        sites=report.sites,
        missing=report.missing,
        contrasts=[
            _JsonContrast(
                ink=one.pair.ink,
                ground=one.pair.ground,
                use=one.pair.use,
                scheme=one.scheme,
                more_contrast=one.more,
                ratio=round(one.ratio, 2),
                least=one.pair.least,
                passed=one.enough,
            )
            for one in report.contrasts
        ],
        weights=[
            _JsonWeight(one.template, one.page, one.html, sum(one.styles), sum(one.scripts), one.requests)
            for one in report.weights
        ],
        budgets=[
            _JsonBudget(one.budget.what, one.page, one.value, one.budget.most, one.kept) for one in report.budgets
        ],
    )
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"


class _JsonContrast(msgspec.Struct, frozen=True):
    ink: str
    ground: str
    use: str
    scheme: str
    more_contrast: bool
    ratio: float
    least: float
    passed: bool


class _JsonWeight(msgspec.Struct, frozen=True):
    template: str
    page: str
    html: int
    css: int
    js: int
    requests: int


class _JsonBudget(msgspec.Struct, frozen=True):
    what: str
    page: str
    value: int
    most: int
    passed: bool


class _JsonReport(msgspec.Struct, frozen=True):
    theme: str
    chain: Sequence[str]
    passed: bool
    diagnostics: Sequence[JsonDiagnostic]
    sites: Sequence[RehearsedSite]
    missing: Sequence[str]
    contrasts: Sequence[_JsonContrast]
    weights: Sequence[_JsonWeight]
    budgets: Sequence[_JsonBudget]


def _pages(report: ThemeReport) -> str:
    sites = "".join(f"  {site.pages:>4}  of {site.name}\n" for site in report.sites)
    missing = f"  none by {', '.join(report.missing)}\n" if report.missing else ""
    return f"Pages made\n{sites}{missing}"


def _contrast_rows(contrasts: Sequence[Contrast]) -> Iterator[Sequence[str]]:
    yield ("", *SCHEMES, "least", "for")
    rows: dict[tuple[str, str, bool], list[Contrast]] = {}
    for one in contrasts:
        rows.setdefault((one.pair.ink, one.pair.ground, one.more), []).append(one)
    for (ink, ground, more), both in rows.items():
        pair = both[0].pair
        use = f"{pair.use}, where more contrast is asked for" if more else pair.use
        yield (f"{ink} on {ground}", *(_marked(f"{one.ratio:.2f}", one.enough) for one in both), f"{pair.least:g}", use)


def _weight_rows(report: ThemeReport) -> Iterator[Sequence[str]]:
    yield ("", "html", "css", "js", "requests", "page")
    for one in report.weights:
        sizes = (one.html, sum(one.styles), sum(one.scripts))
        yield (one.template, *(f"{size:,}" for size in sizes), str(one.requests), one.page)


def _budget_rows(report: ThemeReport) -> Iterator[Sequence[str]]:
    yield ("", "takes", "may take", "page")
    for one in report.budgets:
        yield (one.budget.what, _marked(f"{one.value:,}", one.kept), f"{one.budget.most:,}", one.page)


def _marked(text: str, passes: object) -> str:
    return text if passes else f"{text} !"


def _table(rows: Iterator[Sequence[str]]) -> str:
    """Lines of columns, the first and the last set left, those between right."""
    lines = list(rows)
    widths = [max(width_of(cell) for cell in column) for column in zip(*lines, strict=True)]
    text = ""
    for first, *between, last in lines:
        numbers = (f"{cell:>{width}}" for cell, width in zip(between, widths[1:-1], strict=True))
        text += f"{'  '.join(['', padded(first, widths[0]), *numbers, last])}".rstrip() + "\n"
    return text


def _verdict(report: ThemeReport) -> str:
    if report.passed:
        return "The theme passes."
    counts = (
        (len(report.diagnostics), "message", "messages"),
        (len(report.missing), "template without a page", "templates without a page"),
        (sum(not one.kept for one in report.budgets), "budget not kept", "budgets not kept"),
    )
    told = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)
    return f"The theme does not pass: {told}."
