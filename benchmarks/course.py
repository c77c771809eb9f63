"""The course that every tool runs, side by side: the same steps in the same order, tool after tool at each step.

So a machine that is slow for a minute is slow for all of them. The steps are a cold build, a build with nothing
changed, and the edits, each of which is taken back (and built again by tools that keep something) before the next.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.edits import EDITS, Expectation, apply, edits_of, unmet
from benchmarks.measure import BuildFailedError, Extent, Measured, extent_of, run
from benchmarks.memory import Memory
from benchmarks.tools import Place, Tool
from benchmarks.world import World, subject

COLD = "cold"
UNCHANGED = "nothing changed"


class Sample(msgspec.Struct, frozen=True):
    """One measured build."""

    tool: str
    output: str
    step: str
    wall_s: float
    cpu_s: float
    wrong: tuple[str, ...] = ()
    """Pages that did not show what they should afterwards."""


class Size(msgspec.Struct, frozen=True):
    """What a cold build takes and makes."""

    tool: str
    memory: Memory
    extent: Extent
    kept_bytes: int
    """What the tool keeps beside the finished site for the next build."""


class Entrant(msgspec.Struct, frozen=True):
    """A tool in one place; `output` names the file system that its finished site lies on."""

    tool: Tool
    place: Place
    output: str


class Runner:
    """Runs the course and collects; a tool whose build fails is out from then on, with the reason in `failures`."""

    def __init__(self, world: World, entrants: Sequence[Entrant], tell: Callable[[str], None]) -> None:
        self._world = world
        self._entrants = entrants
        self._tell = tell
        self.samples: list[Sample] = []
        self.sizes: list[Size] = []
        self.failures: dict[str, str] = {}

    def run(self, runs: int, patience_s: float) -> None:
        """All runs, then the memory. One that takes longer than `patience_s` is built twice only: cold and edited."""
        for number in range(runs):
            self._step(COLD, number, patience_s, self._cold)
            self._step(UNCHANGED, number, patience_s, lambda entrant: self._build(entrant, UNCHANGED))
            for position, name in enumerate(EDITS):
                self._step(name, number, patience_s, self._editing(number, position))
        measured: set[str] = set()
        for entrant in self._entrants:
            if entrant.tool.name not in measured:
                measured.add(entrant.tool.name)
                self._unless_out(entrant, self._size)

    def _step(self, name: str, number: int, patience_s: float, step: Callable[[Entrant], None]) -> None:
        for entrant in self._entrants:
            told_enough = number > 0 or name not in {COLD, EDITS[0]}
            if not (told_enough and self._cold_s(entrant) > patience_s):
                self._unless_out(entrant, step)

    def _unless_out(self, entrant: Entrant, step: Callable[[Entrant], None]) -> None:
        if entrant.tool.name in self.failures:
            return
        try:
            step(entrant)
        except BuildFailedError as failure:
            self.failures[entrant.tool.name] = str(failure)
            self._tell(f"{entrant.tool.name} is out: {failure}")

    def _cold_s(self, entrant: Entrant) -> float:
        key = (entrant.tool.name, entrant.output, COLD)
        return max((one.wall_s for one in self.samples if (one.tool, one.output, one.step) == key), default=0.0)

    def _cold(self, entrant: Entrant) -> None:
        forget(entrant)
        page = entrant.tool.entry_page(subject(self._world).slug)
        self._build(entrant, COLD, (Expectation(page, subject(self._world).name),))

    def _build(self, entrant: Entrant, step: str, expectations: Sequence[Expectation] = ()) -> None:
        measured = run(entrant.tool.command(entrant.place))
        wrong = unmet(expectations, entrant.place.output)
        self.samples.append(
            Sample(entrant.tool.name, entrant.output, step, measured.wall_s, measured.cpu_s, wrong),
        )
        fault = f"; not right: {', '.join(wrong)}" if wrong else ""
        self._tell(f"{entrant.tool.name:20} {entrant.output:6} {step:28} {measured.wall_s:8.2f} s{fault}")

    def _editing(self, variant: int, position: int) -> Callable[[Entrant], None]:
        """The step that makes one edit, builds, takes the edit back, and builds again where that counts."""

        def edit_and_build(entrant: Entrant) -> None:
            edit = edits_of(entrant.tool, self._world, entrant.place.site, variant)[position]
            undone = apply(edit.changes, entrant.place.site)
            try:
                self._build(entrant, edit.name, edit.expectations)
            finally:
                apply(undone, entrant.place.site)
            if entrant.tool.incremental:
                run(entrant.tool.command(entrant.place))

        return edit_and_build

    def _size(self, entrant: Entrant) -> None:
        forget(entrant)
        measured: Measured = run(entrant.tool.command(entrant.place), sample_memory=True)
        extent = extent_of(entrant.place.output)
        kept = sum(extent_of(entrant.place.site / name).bytes for name in entrant.tool.kept)
        self.sizes.append(Size(entrant.tool.name, measured.memory, extent, kept))
        self._tell(f"{entrant.tool.name:20} {extent.files} files, {measured.memory.pss / 2**20:.0f} MiB")


def write_site(tool: Tool, world: World, site: Path) -> None:
    """Write the world as a site of this tool, in place of what lay there."""
    shutil.rmtree(site, ignore_errors=True)
    for path, content in _files(tool, world):
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def forget(entrant: Entrant) -> None:
    """Remove the finished site and everything that the tool keeps, so that the next build is a cold one."""
    for path in (entrant.place.output, *(entrant.place.site / name for name in entrant.tool.kept)):
        if path.is_file():
            path.unlink()
        else:
            shutil.rmtree(path, ignore_errors=True)


def _files(tool: Tool, world: World) -> Iterator[tuple[str, bytes]]:
    yield from tool.skeleton(world).items()
    for musician in world.musicians:
        path, text = tool.entry(musician)
        yield path, text.encode()
