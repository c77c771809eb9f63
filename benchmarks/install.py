"""Peers are installed when they are measured, by name and version, each into a folder of its own."""

import subprocess
import sys
from pathlib import Path

import msgspec

from benchmarks.tools import Requirement


class UnavailableError(Exception):
    """A tool could not be installed here; the message says why."""


def install(name: str, requires: Requirement, tools: Path) -> None:
    """See to it that the packages are in `tools/name`. Raises `UnavailableError`."""
    folder = tools / name
    receipt = folder / "installed.json"
    wanted = msgspec.json.encode(requires)
    if receipt.is_file() and receipt.read_bytes() == wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for command in _commands(requires, folder):
        finished = subprocess.run(command, capture_output=True, text=True, check=False)
        if finished.returncode:
            raise UnavailableError(f"not installed: {_reason(finished.stderr or finished.stdout) or command[0]}")
    receipt.write_bytes(wanted)


def _commands(requires: Requirement, folder: Path) -> list[list[str]]:
    packages = list(requires.packages)
    if requires.installer == "npm":
        options = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
        return [["npm", "install", *options, "--prefix", str(folder), *packages]]
    pip = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return [[sys.executable, "-m", "venv", str(folder)], [*pip, *packages]]


def _reason(told: str) -> str:
    """The first line that speaks of an error, without the address of a log."""
    lines = [line.strip() for line in told.splitlines() if "error" in line.lower()]
    return next((line for line in lines if "error code" not in line), "")
