"""What one run of `compare.py` found, as a value that is kept, and as text."""

import datetime
import json
import os
import platform
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from benchmarks.course import Sample, Size
from benchmarks.table import cpu, misses, sizes, spread, timings
from benchmarks.tools import Tool

OURS = "site-builder"


class Result(msgspec.Struct, frozen=True):
    """All measurements of one run, with the machine and the versions that they hold for."""

    entries: int
    runs: int
    machine: str
    versions: Mapping[str, str]
    samples: tuple[Sample, ...]
    sizes: tuple[Size, ...]
    missing: Mapping[str, str]
    """Why a tool that was asked for was not measured, or not to the end."""

    def as_markdown(self) -> str:
        """The paragraphs and tables that stand in docs/benchmarks.md."""
        versions = ", ".join(f"{tool} {version}" for tool, version in self.versions.items())
        outputs = dict.fromkeys(sample.output for sample in self.samples)
        parts = [
            f"{self.entries:,} entries, medians of {_runs(self.runs)}, in seconds; {self.machine}. {versions}."
            + (
                f" Noise, as (slowest − fastest) / median: {100 * spread(self.samples):.0f} %." if self.runs > 1 else ""
            ),
            *(timings(self.samples, output, OURS) for output in outputs),
            *(timings(self.samples, output, OURS, cpu, f"processor, {output}") for output in outputs),
            sizes(self.sizes),
        ]
        wrong = misses(self.samples)
        if wrong:
            parts.append(f"\\* After these builds a page did not show what it should:\n\n{wrong}")
        if self.missing:
            reasons = (f"- {tool}: {reason.splitlines()[0]}" for tool, reason in self.missing.items())
            parts.append("Not measured, or not to the end:\n\n" + "\n".join(reasons))
        return "\n\n".join(parts)


def machine() -> str:
    """The machine and the day, in a few words."""
    memory = re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())
    gibibytes = int(memory[1]) / 2**20 if memory else 0
    system = f"{platform.system()} {platform.release().split('-')[0]}"
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores, {gibibytes:.0f} GiB, {system}, Python {platform.python_version()}, {datetime.date.today()}"


def versions_of(tools: Sequence[Tool], folder: Path, checkout: Path) -> dict[str, str]:
    """The version of each tool, as its package says it; ours is the checkout's."""
    return {tool.name: _version(tool, folder) if tool.requires else _ours(checkout) for tool in tools}


def save(result: Result, folder: Path) -> None:
    """Keep the result as JSON, for other tables."""
    (folder / f"result-{result.entries}.json").write_bytes(msgspec.json.format(msgspec.json.encode(result)))


def saved(entries: int, folder: Path) -> Result | None:
    """The last result that was kept for so many entries."""
    path = folder / f"result-{entries}.json"
    return msgspec.json.decode(path.read_bytes(), type=Result) if path.is_file() else None


def _version(tool: Tool, folder: Path) -> str:
    if tool.requires and tool.requires.installer == "npm":
        told = json.loads((folder / tool.name / "node_modules" / tool.package / "package.json").read_text())
        return str(told["version"])
    asked = f"import importlib.metadata as m; print(m.version({tool.package!r}))"
    return subprocess.check_output([str(folder / tool.name / "bin/python"), "-c", asked], text=True).strip()


def _ours(checkout: Path) -> str:
    found = re.search(r'__version__ = "(.+)"', (checkout / "site_builder/__init__.py").read_text())
    return found[1] if found else "?"


def _runs(count: int) -> str:
    return "one run" if count == 1 else f"{count} runs"
