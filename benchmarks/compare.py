"""Measure this program against its peers, on one machine, in one run, on the same content.

    python benchmarks/compare.py [--entries 10000] [--runs 3] [--only hugo,site-builder] [--output disk|tmpfs]

Peers are installed first, each into a folder of its own. docs/benchmarks.md says what is measured, and gets the tables
with `--write`. `--scale` measures this program at growing sizes besides, for docs/scale.md.
"""

import argparse
import shutil
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# As a script this file has only its own folder on the path.
sys.path.insert(0, str(ROOT))

from benchmarks import scale  # noqa: E402
from benchmarks.course import Entrant, Runner, write_site  # noqa: E402
from benchmarks.install import UnavailableError, install  # noqa: E402
from benchmarks.result import Result, machine, save, versions_of  # noqa: E402
from benchmarks.table import between_markers  # noqa: E402
from benchmarks.tools import Place, Tool  # noqa: E402
from benchmarks.tools.catalogue import catalogue  # noqa: E402
from benchmarks.world import make_world  # noqa: E402

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - where Linux has its tmpfs
OUTPUTS = ("disk", "tmpfs")
LARGE = 100_000
LARGE_TOOLS = ("site-builder", "hugo")


def main(arguments: Sequence[str] | None = None) -> None:
    # So that the folders in memory are removed as well when somebody ends this from outside.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    options = _options().parse_args(arguments)
    result = _measured(options, options.entries, options.runs, options.only)
    print(result.as_markdown())
    large = _measured(options, LARGE, 1, LARGE_TOOLS) if options.large else None
    if large:
        print(large.as_markdown())
    if options.write:
        document = ROOT / "docs/benchmarks.md"
        text = between_markers(document.read_text(), "results", result.as_markdown())
        if large:
            text = between_markers(text, "large", large.as_markdown())
        document.write_text(text)
    if options.scale:
        passed = ["--python", str(options.python), "--checkout", str(options.checkout), "--tools", str(options.tools)]
        scale.main([*passed, "--write"] if options.write else passed)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--entries", type=int, default=10_000, help="musicians in the encyclopedia (10000)")
    parser.add_argument("--runs", type=int, default=3, help="how often everything is measured (3)")
    parser.add_argument("--only", type=_names, default=(), help="the tools to measure, with commas between")
    parser.add_argument("--output", choices=OUTPUTS, action="append", help="where finished sites go (both)")
    parser.add_argument("--large", action="store_true", help=f"also {LARGE:,} entries, once, us and Hugo")
    parser.add_argument("--patience", type=float, default=120, help="tools that take more seconds run once (120)")
    parser.add_argument("--python", type=Path, default=Path(sys.executable), help="the Python to run site-builder with")
    parser.add_argument("--checkout", type=Path, default=ROOT, help="the checkout of site-builder to measure")
    parser.add_argument("--tools", type=Path, default=ROOT / ".cache/benchmarks", help="where peers are installed")
    parser.add_argument("--scale", action="store_true", help="also what a million entries would take (scale.py)")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/")
    return parser


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _measured(options: argparse.Namespace, entries: int, runs: int, only: Sequence[str]) -> Result:
    tools_folder: Path = options.tools.resolve()
    tools, missing = _installed(catalogue(options.python, options.checkout.resolve()), only, tools_folder)
    world = make_world(entries)
    outputs = tuple(options.output or OUTPUTS)
    work = tools_folder / "work"
    shared = Path(tempfile.mkdtemp(prefix="benchmark-", dir=SHARED_MEMORY)) if "tmpfs" in outputs else work
    try:
        entrants = []
        for output in outputs:
            for tool in tools:
                site = work / output / tool.name / "site"
                finished = work if output == "disk" else shared
                place = Place(site, finished / output / tool.name / "output", tools_folder)
                write_site(tool, world, site)
                entrants.append(Entrant(tool, place, output))
        runner = Runner(world, entrants, lambda line: print(line, file=sys.stderr, flush=True))
        runner.run(runs, options.patience)
    finally:
        shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(shared, ignore_errors=True)
    versions = versions_of(tools, tools_folder, options.checkout)
    result = Result(
        entries, runs, machine(), versions, tuple(runner.samples), tuple(runner.sizes), missing | runner.failures
    )
    save(result, tools_folder)
    return result


def _installed(tools: Sequence[Tool], only: Sequence[str], folder: Path) -> tuple[list[Tool], dict[str, str]]:
    """The tools that are to be measured and can be, and why the others cannot."""
    unknown = set(only) - {tool.name for tool in tools}
    if unknown:
        raise SystemExit(f"not known: {', '.join(sorted(unknown))}; there are {', '.join(tool.name for tool in tools)}")
    ready, missing = [], {}
    for tool in tools:
        if only and tool.name not in only:
            continue
        try:
            if tool.requires:
                install(tool.name, tool.requires, folder)
            ready.append(tool)
        except (UnavailableError, OSError) as reason:
            missing[tool.name] = str(reason)
    return ready, missing


if __name__ == "__main__":
    main()
