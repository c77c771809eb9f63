"""Alters every byte of a cache, and ends it at every byte, one at a time: `python -m tests.rebuilds.cache_campaign`.

After each the next build has to make the same site, and say one line at most. Prints how often it said one.
"""

import argparse
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import msgspec

from tests.rebuilds.cached import BuiltOnce, built_once, told_of_the_cache
from tests.rebuilds.campaign import workplace_folder
from tests.rebuilds.clean import lint_once
from tests.rebuilds.happenings import cut_file, flip_byte

_HARMS: dict[str, Callable[[Path, int], object]] = {"altered": flip_byte, "cut": cut_file}


class Part(msgspec.Struct, frozen=True):
    """Every so manieth byte of the cache's largest file, from the `first` on."""

    harm: str
    first: int
    stride: int


def harmed(part: Part) -> tuple[int, int]:
    """At how many bytes the cache was harmed, and how often the next build said so."""
    with tempfile.TemporaryDirectory(dir=workplace_folder()) as folder, lint_once():
        whole = built_once(Path(folder))
        size = _largest(whole).stat().st_size
        places = range(part.first, size, part.stride)
        told = 0
        for place in places:
            with tempfile.TemporaryDirectory(dir=folder) as copy:
                site = whole.copy(Path(copy) / "site")
                _HARMS[part.harm](_largest(site), place)
                said = told_of_the_cache(site)
                assert len(said) <= 1, (part.harm, place, said)
                told += len(said)
        return len(places), told


def _largest(site: BuiltOnce) -> Path:
    return max(site.files(), key=lambda file: file.stat().st_size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--stride", type=int, default=1, help="harm every so manieth byte only")
    chosen = parser.parse_args()
    with ProcessPoolExecutor(chosen.jobs, get_context("spawn")) as pool:
        for harm in _HARMS:
            started = perf_counter()
            parts = [Part(harm, job * chosen.stride, chosen.stride * chosen.jobs) for job in range(chosen.jobs)]
            done = list(pool.map(harmed, parts))
            places, told = (sum(numbers) for numbers in zip(*done, strict=True))
            print(f"{harm}: {places} places, {told} times a line, {perf_counter() - started:.0f} s", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
