"""What searching costs: bytes to load, milliseconds that an answer takes, and what the index adds to a build.

    python benchmarks/search.py [--entries 10000] [--runs 3] [--folder DIR]

The encyclopedia is that of `benchmarks/world.py`, whose words are made of two dozen syllables, and each as frequent as
the others: so shards are fuller, and beginnings commoner, than in any language. Bytes are after gzip. Node.js has to be
there; it runs the theme's own scripts.
"""

import argparse
import gzip
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import msgspec

ROOT = Path(__file__).resolve().parents[1]
# As a script this file has only its own folder on the path.
sys.path.insert(0, str(ROOT))

from benchmarks.measure import run  # noqa: E402
from benchmarks.tools import Command  # noqa: E402
from benchmarks.tools.site_builder import site_builder  # noqa: E402
from benchmarks.world import World, make_world, prose_edited, subject  # noqa: E402
from site_builder.search.shards import shard_of  # noqa: E402

ENGINE = ROOT / "tests/search/engine.js"
QUERIES = 60
LONG = 4
"""Letters from which on the beginnings of words are looked for in several files."""
_SETTINGS = 'title = "Encyclopedia"\nbase_url = "https://example.org/"\nsearch = "{}"\n[pairs]\nat_most = 0\n'
_STARTING = ("static/search.js", "static/search.css", "search/directory.js")


class Limit(msgspec.Struct, frozen=True):
    """A quantity, and what it may be at 10,000 entries."""

    name: str
    value: float
    most: float
    unit: str

    def told(self) -> str:
        verdict = "" if self.value <= self.most else "  TOO MUCH"
        return f"{self.name:<58}{self.value:>10,.1f} {self.unit}  (at most {self.most:,.0f}){verdict}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3, help="cold builds with and without the index")
    parser.add_argument("--folder", type=Path, help="where to build; a temporary folder by default")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        for limit in limits(options.folder or Path(temporary), options.entries, options.runs):
            print(limit.told(), flush=True)


def limits(folder: Path, entries: int, runs: int) -> Iterator[Limit]:
    """Everything that is measured, one after the other."""
    world = make_world(entries)
    site, output = folder / "site", folder / "output"
    _write(site, world)
    seconds: dict[str, list[float]] = {"off": [], "full": []}
    for _ in range(runs):
        for mode, measured in seconds.items():
            measured.append(_build(site, output, mode, cold=True))
    without, with_index = median(seconds["off"]), median(seconds["full"])
    yield Limit("a cold build, CPU, with the index", with_index, without * 1.15, "s")
    yield Limit("  what that is more than without", 100 * (with_index / without - 1), 15, "%")
    yield from _of_bytes(output)
    yield from _of_answers(output, world)
    yield from _of_an_edit(site, output, world)


def _of_bytes(output: Path) -> Iterator[Limit]:
    names = sorted(output.glob("search/names*.js"))
    shards = sorted(output.glob("search/t/*.js"))
    sizes = {path: _gzipped(path) for path in (*names, *shards, *(output / name for name in _STARTING))}
    first = sum(sizes[output / name] for name in _STARTING) + sum(sizes[path] for path in names)
    yield Limit("to the first name", first / 1000, 150, "kB")
    by_prefix = {path.stem[1:]: sizes[path] for path in shards}
    words = [line.split(" ")[0] for path in shards for line in _value(path).split("\n")]
    loads = [sum(by_prefix[prefix] for prefix in _loaded(word, by_prefix)) for word in words]
    yield Limit("for a word, at most", max(loads) / 1000, 25, "kB")
    yield Limit("  as a rule (median)", median(loads) / 1000, 25, "kB")
    yield Limit("the index, all of it", sum(sizes.values()) / 1000, 2000, "kB")


def _of_answers(output: Path, world: World) -> Iterator[Limit]:
    dice = random.Random(1)  # noqa: S311 - a sample, not a secret
    some = dice.sample(world.musicians, QUERIES // 4)
    queries = [musician.name for musician in some]
    queries += [musician.name.split()[0][:4] for musician in some]
    queries += [f"{musician.instruments[0]} {musician.countries[0]}" for musician in some]
    queries += [" ".join(dice.sample(musician.summary.split(), 2)) for musician in some]
    asked = json.dumps({"site": str(output), "queries": queries})
    told = subprocess.run(["node", str(ENGINE)], input=asked, capture_output=True, text=True, check=True)  # noqa: S607
    answers = json.loads(told.stdout)["answers"]
    yield Limit("an answer when its files are there, at most", max(one["warm_ms"] for one in answers), 30, "ms")
    yield Limit("  as a rule (median)", median(one["warm_ms"] for one in answers), 30, "ms")


def _of_an_edit(site: Path, output: Path, world: World) -> Iterator[Limit]:
    before = {path: path.read_bytes() for path in output.glob("search/**/*.js")}
    edited = prose_edited(world, 1)
    _write(site, World((subject(edited),)))
    _build(site, output, "full", cold=False)
    after = {path: path.read_bytes() for path in output.glob("search/**/*.js")}
    changed = sum(after.get(path) != content for path, content in before.items())
    yield Limit("files of the index that a sentence of four words changes", changed, 4, "files")


def _write(site: Path, world: World) -> None:
    tool = site_builder(Path(sys.executable), ROOT)
    for musician in world.musicians:
        path, text = tool.entry(musician)
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")


def _build(site: Path, output: Path, mode: str, *, cold: bool) -> float:
    """CPU seconds of a build in a process of its own."""
    (site / "site.toml").write_text(_SETTINGS.format(mode), encoding="utf-8")
    if cold:
        shutil.rmtree(output, ignore_errors=True)
        shutil.rmtree(site / ".cache", ignore_errors=True)
    arguments = (sys.executable, "-m", "site_builder", "build", "--site", str(site), "--output", str(output))
    return run(Command(arguments, site, {"PYTHONPATH": str(ROOT)})).cpu_s


def _loaded(word: str, prefixes: dict[str, int]) -> set[str]:
    """The prefixes of the shards that a browser loads for a word (`search.prefixesFor`)."""
    own = {shard_of(word, prefixes)}
    if len(word) < LONG:
        return own
    return own | {prefix for prefix in prefixes if prefix.startswith(word)}


def _value(path: Path) -> str:
    """The text that a file of data hands over."""
    call = path.read_text(encoding="utf-8")
    text = json.loads(f"[{call.removeprefix('KB(').rstrip().removesuffix(');')}]")[1]
    assert isinstance(text, str)  # noqa: S101
    return text


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


if __name__ == "__main__":
    main()
