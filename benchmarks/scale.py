"""What an encyclopedia takes as it grows, measured at a few sizes and drawn out to a million entries.

    python benchmarks/scale.py [--sizes 1000,10000,100000] [--write]

Every estimate is made here from measurements; docs/scale.md gets them with `--write`. A quantity is drawn out from its
last two measurements, in a line and as a power of the size, and the larger of the two counts: a line is too kind to
what grows faster than the encyclopedia, a power to what has a cost before its first entry.
"""

import argparse
import math
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[1]
# As a script this file has only its own folder on the path.
sys.path.insert(0, str(ROOT))

from benchmarks.course import Entrant, forget, write_site  # noqa: E402
from benchmarks.edits import apply, edits_of  # noqa: E402
from benchmarks.measure import extent_of, run  # noqa: E402
from benchmarks.result import machine  # noqa: E402
from benchmarks.table import between_markers, markdown_table  # noqa: E402
from benchmarks.tools import Command, Place  # noqa: E402
from benchmarks.tools.site_builder import site_builder  # noqa: E402
from benchmarks.world import make_world  # noqa: E402

MILLION = 1_000_000
MACHINES = 10


class Point(msgspec.Struct, frozen=True):
    """What was measured with so many entries; `alone_s` is a cold build in one process, `cold_s` one in `cores`."""

    entries: int
    cores: int
    alone_s: float
    cold_s: float
    unchanged_s: float
    prose_s: float
    pss: float
    site_bytes: float
    kept_bytes: float

    @property
    def serial_s(self) -> float:
        """The part of a cold build that more processes do not shorten (Amdahl): t1 = s + p and tn = s + p/n."""
        if self.cores == 1:
            return 0.0
        return min(self.alone_s, max(0.0, (self.cores * self.cold_s - self.alone_s) / (self.cores - 1)))

    @property
    def divided_s(self) -> float:
        """The part that is done by as many processes as there are, as one would take for it."""
        return self.alone_s - self.serial_s


class Row(msgspec.Struct, frozen=True):
    """A line of the table: a quantity, in what unit it is told and how, and whether for each entry."""

    name: str
    value: Callable[[Point], float]
    form: str
    unit: int = 1
    per_entry: bool = False

    def told(self, value: float, entries: int) -> str:
        """The value for so many entries, as the table has it."""
        return format(value / self.unit / (entries if self.per_entry else 1), self.form)


ROWS = (
    Row("cold build, s", lambda point: point.cold_s, ",.1f"),
    Row("cold build in one process, s", lambda point: point.alone_s, ",.1f"),
    Row("of it not to be divided, s", lambda point: point.serial_s, ",.1f"),
    Row("nothing changed, s", lambda point: point.unchanged_s, ",.2f"),
    Row("prose of one entry, s", lambda point: point.prose_s, ",.2f"),
    Row("memory at its peak (PSS), MiB", lambda point: point.pss, ",.0f", 2**20),
    Row("site, KiB an entry", lambda point: point.site_bytes, ",.1f", 2**10, per_entry=True),
    Row("kept for rebuilds, KiB an entry", lambda point: point.kept_bytes, ",.1f", 2**10, per_entry=True),
)


def main(arguments: Sequence[str] | None = None) -> None:
    options = _options().parse_args(arguments)
    sizes = [int(size) for size in options.sizes.split(",")]
    points = [_measured(size, options.python, options.checkout.resolve(), options.tools.resolve()) for size in sizes]
    text = f"Measured on {machine()}.\n\n{as_markdown(points)}"
    print(text)
    if options.write:
        document = ROOT / "docs/scale.md"
        document.write_text(between_markers(document.read_text(), "scale", text))


def as_markdown(points: Sequence[Point]) -> str:
    """The measurements, their powers, and what a million entries would take on one machine and on ten."""
    rows = [
        [
            row.name,
            *(row.told(row.value(point), point.entries) for point in points),
            _told(power_of(points, row.value)),
            row.told(drawn_out(points, row.value), MILLION),
        ]
        for row in ROWS
    ]
    head = ["entries", *(f"{point.entries:,}" for point in points), "power", f"{MILLION:,}"]
    return f"{markdown_table(head, rows)}\n\n{_machines(points)}"


def power_of(points: Sequence[Point], value: Callable[[Point], float]) -> float | None:
    """The power of the size with which a quantity grows between the last two points; None where one is nothing."""
    if len(points) < 2:
        return None
    small, large = points[-2:]
    if value(small) <= 0 or value(large) <= 0:
        return None
    return math.log(value(large) / value(small)) / math.log(large.entries / small.entries)


def drawn_out(points: Sequence[Point], value: Callable[[Point], float], entries: int = MILLION) -> float:
    """The quantity with so many entries, from the last two points; in proportion where they do not tell."""
    last = points[-1]
    power = power_of(points, value)
    if power is None:
        return value(last) * entries / last.entries
    slope = (value(last) - value(points[-2])) / (last.entries - points[-2].entries)
    in_a_line = value(last) + slope * (entries - last.entries)
    return max(in_a_line, value(last) * float((entries / last.entries) ** power))


def seconds_on(points: Sequence[Point], machines: int) -> float:
    """A cold build of a million entries by so many machines like this one, if handing over costs nothing."""
    serial_s = drawn_out(points, lambda point: point.serial_s)
    divided_s = drawn_out(points, lambda point: point.divided_s)
    return serial_s + divided_s / (machines * points[-1].cores)


def _machines(points: Sequence[Point]) -> str:
    memory = drawn_out(points, lambda point: point.pss) / 2**30
    disk = (
        drawn_out(points, lambda point: point.site_bytes) + drawn_out(points, lambda point: point.kept_bytes)
    ) / 2**30
    one, ten = seconds_on(points, 1), seconds_on(points, MACHINES)
    return (
        f"A million entries on one machine like this: {one / 60:,.0f} minutes for a cold build, {memory:,.1f} GiB of "
        f"memory, {disk:,.0f} GiB of disk. On {MACHINES}: {ten / 60:,.0f} minutes, of which "
        f"{drawn_out(points, lambda point: point.serial_s) / 60:,.0f} cannot be divided."
    )


def _told(power: float | None) -> str:
    return "" if power is None else f"{power:.2f}"


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="1000,10000,100000", help="entries, with commas between")
    parser.add_argument("--python", type=Path, default=Path(sys.executable))
    parser.add_argument("--checkout", type=Path, default=ROOT)
    parser.add_argument("--tools", type=Path, default=ROOT / ".cache/benchmarks", help="the folder to work in")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/scale.md")
    return parser


def _measured(entries: int, python: Path, checkout: Path, folder: Path) -> Point:
    tool = site_builder(python, checkout)
    world = make_world(entries)
    place = Place(folder / "scale/site", folder / "scale/output", folder)
    entrant = Entrant(tool, place, "disk")
    cores = len(os.sched_getaffinity(0))
    command = tool.command(place)
    try:
        write_site(tool, world, place.site)
        forget(entrant)
        alone = run(_with_jobs(command, 1))
        forget(entrant)
        cold = run(_with_jobs(command, cores))
        unchanged = run(command)
        apply(edits_of(tool, world, place.site, 0)[0].changes, place.site)
        prose = run(command)
        forget(entrant)
        memory = run(_with_jobs(command, cores), sample_memory=True).memory
        site_bytes = extent_of(place.output).bytes
        kept_bytes = sum(extent_of(place.site / name).bytes for name in tool.kept)
    finally:
        shutil.rmtree(folder / "scale", ignore_errors=True)
    return Point(
        entries, cores, alone.wall_s, cold.wall_s, unchanged.wall_s, prose.wall_s, memory.pss, site_bytes, kept_bytes
    )


def _with_jobs(command: Command, jobs: int) -> Command:
    return msgspec.structs.replace(command, arguments=(*command.arguments, "--jobs", str(jobs)))


if __name__ == "__main__":
    main()
