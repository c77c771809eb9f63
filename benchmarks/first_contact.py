"""How long a person waits at first: for `--help`, and for the encyclopedia of this repository to be built from nothing.

Run it with the project's Python, on a machine that does nothing else:

    .venv/bin/python benchmarks/first_contact.py

Prints the median of several runs in new processes, in milliseconds, and what we mean to stay below.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 7


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = (
            ("python -c pass", ["-c", "pass"], ""),
            ("site-builder --help", ["-m", "site_builder", "--help"], "150"),
            ("site-builder build, cold", ["-m", "site_builder", "build", "--site", str(ROOT), "--output"], "2000"),
        )
        print(f"{'what':28}{'median ms':>12}{'goal':>8}")
        for name, arguments, goal in rows:
            outputs = [[str(Path(folder) / str(run))] if name.endswith("cold") else [] for run in range(RUNS)]
            median = statistics.median(_milliseconds(arguments + output) for output in outputs)
            print(f"{name:28}{median:12.0f}{goal:>8}")


def _milliseconds(arguments: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
