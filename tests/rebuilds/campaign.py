"""Proves many sequences, each on a site of its own: `python -m tests.rebuilds.campaign --sequences 10000 --jobs 2`.

Prints how many sequences and steps there were and how long they took, or the shortest sequence found on which a
rebuild and a clean build do not agree.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import msgspec
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.rebuilds.builders import Builder, ManyProcesses, OneProcess, Preview
from tests.rebuilds.clean import lint_once
from tests.rebuilds.killing import killed_at, killed_soon
from tests.rebuilds.limits import low_limits
from tests.rebuilds.sequences import sequences
from tests.rebuilds.shortening import shortened
from tests.rebuilds.verdict import Disagreement
from tests.rebuilds.workshop import Killer, Step, prove

_MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, where there is one


class Tally(msgspec.Struct, frozen=True):
    """What was tried, with the steps by their kind."""

    sequences: int
    steps: Counter[str]


class Way(msgspec.Struct, frozen=True):
    """How sequences are proven."""

    builder: Callable[[], Builder] = ManyProcesses
    kill: Killer = killed_at
    deadly: bool = False
    """Whether half of the builds are killed."""


WAYS: Mapping[str, Way] = {
    "processes": Way(),
    "memory": Way(builder=OneProcess),
    "preview": Way(builder=Preview),
    "killed": Way(deadly=True),
    "kill -9": Way(kill=killed_soon, deadly=True),
}
_CLOCKS = ("fine", "fine", "fine", "real", "standing")


def campaign(number: int, first_seed: int, way: str = "processes") -> Tally:
    """Proves that many sequences. Raises `Disagreement`, with a sequence made as short as possible."""
    steps: Counter[str] = Counter()
    tried = 0

    def disagreement(sequence: Sequence[Step], clock: str, *, low: bool) -> Disagreement | None:
        limits = low_limits() if low else nullcontext()
        with tempfile.TemporaryDirectory(dir=workplace_folder()) as workplace, limits:
            try:
                prove(sequence, Path(workplace), WAYS[way].builder(), WAYS[way].kill, clock)
            except Disagreement as found:
                return found
        return None

    # Hypothesis would shorten a sequence choice by choice, which takes it thousands of builds.
    @seed(first_seed)
    @settings(
        max_examples=number,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(sequences(deadly=WAYS[way].deadly), st.sampled_from(_CLOCKS), st.booleans())
    def one(sequence: Sequence[Step], clock: str, low: bool) -> None:  # noqa: FBT001 - as Hypothesis gives it
        nonlocal tried
        tried += 1
        steps.update(type(step).__name__ for step in sequence)
        found = disagreement(sequence, clock, low=low)
        if found:
            shortest = shortened(sequence, lambda steps: disagreement(steps, clock, low=low) is not None)
            where = f"with a {clock} clock{' and low limits' if low else ''}"
            raise _Found(f"{where}, {disagreement(shortest, clock, low=low) or found}")

    with lint_once():
        try:
            one()
        except _Found as found:
            raise Disagreement(str(found)) from None
    return Tally(tried, steps)


class _Found(BaseException):
    """Ends the search: Hypothesis lets it pass."""


def workplace_folder() -> Path | None:
    """Where files are cheap; None for the system's own choice."""
    return _MEMORY if _MEMORY.is_dir() else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sequences", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--part", type=int, default=200, help="sequences to a report")
    parser.add_argument("--way", choices=list(WAYS), default="processes")
    chosen = parser.parse_args()
    started = perf_counter()
    steps: Counter[str] = Counter()
    tried = 0
    parts = -(-chosen.sequences // chosen.part)
    with ProcessPoolExecutor(chosen.jobs, get_context("spawn")) as pool:
        seeds = range(chosen.seed, chosen.seed + parts)
        for tally in pool.map(partial(campaign, chosen.part, way=chosen.way), seeds):
            tried += tally.sequences
            steps += tally.steps
            print(f"{tried} sequences, {steps.total()} steps, {perf_counter() - started:.0f} s", flush=True)  # noqa: T201
    for name, count in steps.most_common():
        print(f"{count:8} {name}")  # noqa: T201


if __name__ == "__main__":
    main()
