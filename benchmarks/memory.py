"""Memory of a process and all that it starts, sampled while they run.

*PSS* counts a page that several processes share once, in parts; *RSS* counts it once for each, and so says too much of
a program that forks. A session of its own tells which processes belong together, whoever adopted them.
"""

import threading
import time
from pathlib import Path

import msgspec

_PROCESSES = Path("/proc")


class Memory(msgspec.Struct, frozen=True):
    """Bytes."""

    pss: int = 0
    rss: int = 0


class Sampler:
    """Samples the memory of a session until it is stopped; the peaks are those of the sums."""

    def __init__(self, session: int, every_s: float = 0.03) -> None:
        self._session = session
        self._every_s = every_s
        self._stopped = threading.Event()
        self._peak = Memory()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()

    def stop(self) -> Memory:
        """The peaks of PSS and RSS, each by itself."""
        self._stopped.set()
        self._thread.join()
        return self._peak

    def _sample(self) -> None:
        while not self._stopped.is_set():
            now = memory_of(self._session)
            self._peak = Memory(max(self._peak.pss, now.pss), max(self._peak.rss, now.rss))
            time.sleep(self._every_s)


def memory_of(session: int) -> Memory:
    """What all processes of the session hold together at this moment."""
    sums = {"Pss": 0, "Rss": 0}
    for process in _members(session):
        for name, value in _rollup(process).items():
            sums[name] += value
    return Memory(sums["Pss"], sums["Rss"])


def _members(session: int) -> list[str]:
    names = (path.name for path in _PROCESSES.iterdir())
    return [name for name in names if name.isdigit() and _session_of(name) == session]


def _session_of(process: str) -> int:
    try:
        # The name of a program may hold spaces and brackets: the fields are counted after the last bracket.
        return int((_PROCESSES / process / "stat").read_text().rpartition(")")[2].split()[3])
    except OSError:
        return -1


def _rollup(process: str) -> dict[str, int]:
    try:
        lines = (_PROCESSES / process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return {}
    fields = (line.split() for line in lines[1:])
    return {field[0][:-1]: int(field[1]) * 1024 for field in fields if field[0] in {"Pss:", "Rss:"}}
