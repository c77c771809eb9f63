"""One command, measured: how long it took, how much of a processor, and how much memory."""

import os
import signal
import subprocess
import time
from pathlib import Path

import msgspec

from benchmarks.memory import Memory, Sampler
from benchmarks.tools import Command


class BuildFailedError(Exception):
    """A tool's build came back with an error; the message has its last lines."""


class Measured(msgspec.Struct, frozen=True):
    """Seconds by the clock, and of all processors together."""

    wall_s: float
    cpu_s: float
    memory: Memory = Memory()


class Extent(msgspec.Struct, frozen=True):
    """How much a finished site is: files, and the bytes in them."""

    files: int
    bytes: int


def run(command: Command, *, sample_memory: bool = False) -> Measured:
    """Run it in a session of its own, to the end. Raises `BuildFailedError`."""
    # What others have still to write is written now, so that this build does not wait for it.
    os.sync()
    before = os.times()
    started = time.perf_counter()
    process = subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env={**os.environ, **command.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    sampler = Sampler(process.pid) if sample_memory else None
    try:
        told, _ = process.communicate()
        wall_s = time.perf_counter() - started
    except BaseException:
        # In a session of its own it does not hear of Ctrl-C, and would go on alone.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    finally:
        memory = sampler.stop() if sampler else Memory()
    after = os.times()
    if process.returncode:
        lines = told.decode(errors="replace").splitlines()[-15:]
        raise BuildFailedError("\n".join([f"the build failed with exit code {process.returncode}", *lines]))
    cpu_s = (after.children_user - before.children_user) + (after.children_system - before.children_system)
    return Measured(wall_s, cpu_s, memory)


def extent_of(output: Path) -> Extent:
    """All files under `output`, whoever made them."""
    sizes = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
    return Extent(len(sizes), sum(sizes))
