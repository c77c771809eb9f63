"""Kills real builds at random moments: `python -m tests.faults.kills 500 [SEED]`.

Two states of one small site take turns. A build of each is killed, half of the times at any moment of its run and half
of the times just after it began to write. Whatever lies in the folder then has to be whole pages of the two states;
every third time a build may end, and has to leave what a clean build leaves.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from site_builder.build.publishing.lock import LOCK
from site_builder.build.publishing.staging import JOURNAL, STAGE
from tests.sites import write_site

FOREIGN = {"CNAME": b"example.org", "musicians/notes.txt": b"mine"}
ENTRIES = 12


def site_text(turn: int) -> str:
    """Entries that come and go, and prose that changes."""
    entries = [
        f"-- content/musicians/player-{number}.md --\n"
        f"name: Player {number}\ninstruments: [{'violin' if (number + turn) % 3 else 'piano'}]\n"
        f"countries: [Kazakhstan]\nvenues: [{{name: Hall {number % 3}, year: {1990 + turn}}}]\n\n"
        f"Version {turn} of the life of player {number}, who met [[Player {(number + 2) % ENTRIES}]].\n\n"
        for number in range(turn % 2, ENTRIES, 1)
    ]
    return "".join(entries) + '-- site.toml --\ntitle = "Players"\n'


class Campaign:
    """A site on the disk in two states, and the folders that clean builds of them leave."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311
        self._root = folder / "site"
        self._output = self._root / "output"
        self._clean: list[dict[str, bytes]] = []
        self.met: Counter[str] = Counter()
        started = time.monotonic()
        for turn in (0, 1):
            self._write(turn)
            output = folder / f"clean-{turn}"
            self._build(output).wait()
            self._clean.append(tree(output) | FOREIGN)
        self._seconds = (time.monotonic() - started) / 2
        self._write(0)
        self._build(self._output).wait()
        for name, content in FOREIGN.items():
            (self._output / name).write_bytes(content)

    def kill_one(self, number: int) -> None:
        """One build, killed. Raises AssertionError if the folder is not as promised then."""
        self._write(number % 2)
        if number % 3 == 0:
            self._let_one_end(number)
            return
        building = self._build(self._output)
        if number % 2:
            time.sleep(self._random.uniform(0, self._seconds))
        else:
            sign, longest = self._random.choice(((STAGE, 0.04), (f"{STAGE}/{JOURNAL}", 0.004)))
            until = time.monotonic() + 30
            while building.poll() is None and not self._has_left(sign, building.pid) and time.monotonic() < until:
                pass
            time.sleep(self._random.uniform(0, longest))
        building.kill()
        building.wait()
        self._count()
        for path, content in tree(self._output).items():
            if not path.startswith(".site-builder"):
                allowed = [clean.get(path) for clean in self._clean]
                assert content in allowed, f"kill {number}: {path} is torn"

    def _let_one_end(self, number: int) -> None:
        assert self._build(self._output).wait() == 0, f"build {number} after a kill"
        found, clean = tree(self._output), self._clean[number % 2]
        differing = sorted(path for path in {*found, *clean} if found.get(path) != clean.get(path))
        assert not differing, f"build {number} after a kill is not a clean one: {', '.join(differing)}"

    def _has_left(self, sign: str, process: int) -> bool:
        """Whether the stage or the journal lies there, and is of this build and not of an earlier one."""
        try:
            lock, left = self._output / LOCK, self._output / sign
            begun = left.stat().st_mtime_ns > lock.stat().st_mtime_ns
            return begun and f'"pid":{process},' in lock.read_text()
        except FileNotFoundError:
            return False

    def _count(self) -> None:
        self.met["builds killed"] += 1
        self.met["had taken the lock"] += (self._output / LOCK).exists()
        self.met["had begun to stage"] += (self._output / STAGE).exists()
        self.met["had begun to commit"] += (self._output / STAGE / JOURNAL).exists()

    def _write(self, turn: int) -> None:
        for file in (self._root / "content").rglob("*.md"):
            file.unlink()
        self._root.mkdir(exist_ok=True)
        write_site(self._root, site_text(turn))

    def _build(self, output: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "site_builder", "build", "--site", str(self._root), "--output", str(output)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def main() -> None:
    kills, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        campaign = Campaign(Path(folder), seed)
        number = 0
        while campaign.met["builds killed"] < kills:
            number += 1
            campaign.kill_one(number)
    sys.stdout.write(f"no page torn, every next build a clean one: {dict(campaign.met)}\n")


if __name__ == "__main__":
    main()
