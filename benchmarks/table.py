"""Results as tables in Markdown, and their place between two markers of a document."""

import re
import statistics
from collections.abc import Callable, Iterable, Sequence

from benchmarks.course import Sample, Size


def wall(sample: Sample) -> float:
    """Seconds by the clock."""
    return sample.wall_s


def cpu(sample: Sample) -> float:
    """Seconds of all processors together, which other work on the machine disturbs less."""
    return sample.cpu_s


def timings(
    samples: Sequence[Sample], output: str, ours: str, quantity: Callable[[Sample], float] = wall, title: str = ""
) -> str:
    """Medians in seconds, a row a step and a column a tool; beside a peer's, how many times ours it is."""
    here = [sample for sample in samples if sample.output == output]
    tools = _in_order(sample.tool for sample in here)
    rows = []
    for step in _in_order(sample.step for sample in here):
        medians = {tool: _median(here, tool, step, quantity) for tool in tools}
        rows.append(
            [
                step,
                *(
                    _timing(medians[tool], None if tool == ours else medians.get(ours), _mark(here, tool, step))
                    for tool in tools
                ),
            ]
        )
    return markdown_table([title or f"output on {output}", *tools], rows)


def sizes(measured: Sequence[Size]) -> str:
    """What a cold build takes and makes, a row for each tool."""
    rows = [
        [
            size.tool,
            f"{size.memory.pss / 2**20:,.0f}",
            f"{size.memory.rss / 2**20:,.0f}",
            f"{size.extent.files:,}",
            f"{size.extent.bytes / 2**20:,.1f}",
            f"{size.kept_bytes / 2**20:,.1f}",
        ]
        for size in measured
    ]
    return markdown_table(["cold build", "PSS, MiB", "RSS, MiB", "files", "MiB in them", "MiB kept beside"], rows)


def misses(samples: Sequence[Sample]) -> str:
    """A line for each tool and step that left pages which do not show what they should."""
    lines = _in_order(
        f"- {sample.tool}, {sample.step}: " + ", ".join(f"`{path}`" for path in sample.wrong)
        for sample in samples
        if sample.wrong
    )
    return "\n".join(lines)


def spread(samples: Sequence[Sample]) -> float:
    """The noise: the median, over everything that ran more than once, of (slowest - fastest) / median."""
    seconds: dict[tuple[str, str, str], list[float]] = {}
    for sample in samples:
        seconds.setdefault((sample.tool, sample.output, sample.step), []).append(sample.wall_s)
    repeated = [times for times in seconds.values() if len(times) > 1]
    return statistics.median((max(times) - min(times)) / statistics.median(times) for times in repeated or [[1.0]])


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown with columns of even width, the first to the left and the others to the right."""
    table = [head, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    lines = [
        "| "
        + " | ".join(_padded(cell, width, column) for column, (cell, width) in enumerate(zip(row, widths, strict=True)))
        for row in table
    ]
    rule = "|" + "|".join(
        "-" * (width + 2) if column == 0 else "-" * (width + 1) + ":" for column, width in enumerate(widths)
    )
    return "\n".join(f"{line} |" if line is not rule else f"{line}|" for line in [lines[0], rule, *lines[1:]])


def between_markers(document: str, name: str, text: str) -> str:
    """The document with `text` between its comments `name: begin` and `name: end`. Raises ValueError without them."""
    pattern = re.compile(rf"(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)", re.DOTALL)
    if not pattern.search(document):
        raise ValueError(f"no place for {name}")
    return pattern.sub(lambda found: f"{found[1]}\n{text.strip()}\n\n{found[2]}", document)


def _padded(cell: str, width: int, column: int) -> str:
    return cell.ljust(width) if column == 0 else cell.rjust(width)


def _in_order(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _median(samples: Sequence[Sample], tool: str, step: str, quantity: Callable[[Sample], float]) -> float | None:
    seconds = [quantity(sample) for sample in samples if (sample.tool, sample.step) == (tool, step)]
    return statistics.median(seconds) if seconds else None


def _mark(samples: Sequence[Sample], tool: str, step: str) -> str:
    return " *" if any(sample.wrong for sample in samples if (sample.tool, sample.step) == (tool, step)) else ""


def _timing(median: float | None, ours: float | None, mark: str) -> str:
    if median is None:
        return ""
    if ours is None:
        return f"{median:.2f}{mark}"
    ratio = median / ours
    return f"{median:.2f} (×{ratio:{'.1f' if ratio >= 1 else '.2f'}}){mark}"
