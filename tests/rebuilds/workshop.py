"""A site on disk that steps are taken on. After each it is built twice, and held against a clean build."""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from traceback import format_exception
from typing import Protocol

import msgspec
from msgspec.structs import replace

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import build
from site_builder.build.publishing.journal import read_journal
from site_builder.build.publishing.manifest import MANIFEST
from site_builder.build.publishing.recovery import recover
from tests.rebuilds.builders import Builder, ManyProcesses
from tests.rebuilds.clean import Clean, clean_build
from tests.rebuilds.clocks import CLOCKS, let_it_tick
from tests.rebuilds.edits import CountUp, Edit
from tests.rebuilds.folders import Seen, contents_of, own_files, seen_in
from tests.rebuilds.happenings import Choose, Damage, Happening, HarmCache, LoseCache
from tests.rebuilds.killing import killed_at
from tests.rebuilds.sources import START, Site
from tests.rebuilds.verdict import Disagreement, Expected, Ours, compare, expected, unhurt

LONG_AGO_NS = 1_700_000_000_000_000_000
SECOND_NS = 1_000_000_000


class GoBack(msgspec.Struct, frozen=True):
    """The sources become again what they were some steps ago."""

    steps: int


class Unseen(msgspec.Struct, frozen=True):
    """The text of an entry changes, but neither the length of its file nor the time of its last change."""

    entry: int
    replaced: bool
    """By another file of that name, instead of in its place."""
    recent: bool
    """The time is that of the build before, instead of long ago."""


class Swap(msgspec.Struct, frozen=True):
    """Two entries exchange their files: nothing is new but the names."""

    first: int
    second: int


class Together(msgspec.Struct, frozen=True):
    """Several steps with no build between them."""

    steps: tuple[Edit | Happening, ...]


class Kill(msgspec.Struct, frozen=True):
    """Steps, and a build that is killed at one of its changes to the file system."""

    steps: tuple[Edit | Happening, ...]
    change: int
    late: bool = False
    """Whether the changes are counted from the moment when the site begins to change."""


class Elsewhere(msgspec.Struct, frozen=True):
    """Steps, and a build of the same site by another process."""

    steps: tuple[Edit | Happening, ...]


Step = Edit | Happening | Together | Choose | GoBack | Unseen | Swap | Kill | Elsewhere
Build = Callable[[Path, BuildOptions], BuildResult]


class Killer(Protocol):
    def __call__(self, change: int, work: Callable[[], object], *, late: bool) -> None:
        """Does some work, and kills it before its end."""


def prove(
    steps: Sequence[Step],
    workplace: Path,
    rebuild: Builder | None = None,
    kill: Killer = killed_at,
    clock: str = "fine",
) -> None:
    """Takes the steps, one after the other, on a site below `workplace`; `rebuild` is what is to be proven.

    Raises `Disagreement`, which tells the steps, at the first that a rebuild and a clean build do not agree on.
    """
    with CLOCKS[clock]():
        _prove(steps, Workshop(workplace, rebuild or ManyProcesses(), kill))


def _prove(steps: Sequence[Step], workshop: "Workshop") -> None:
    taken: list[Step] = []
    try:
        workshop.judge()
        for step in steps:
            taken.append(step)
            workshop.take(step)
        workshop.judge()
    except Disagreement as disagreement:
        told = "".join(f"\n  {number}. {step}" for number, step in enumerate(taken, 1))
        raise Disagreement(f"after these steps:{told}\n{disagreement}") from None
    finally:
        workshop.close()


class Workshop:
    def __init__(self, workplace: Path, rebuild: Builder, kill: Killer) -> None:
        self._workplace = workplace
        self._root = workplace / "site"
        self._output = self._root / "output"
        self._rebuild = rebuild
        self._kill = kill
        self._options = BuildOptions(jobs=1, adopt=True)
        self._on_disk: dict[str, bytes] = {}
        self._now_ns = LONG_AGO_NS
        self._past: list[Site] = []
        self._ours: Ours = {}
        self._is_half_done = False
        self._harms = 0
        self._clean: tuple[Mapping[str, bytes], BuildOptions, Clean] | None = None
        self._root.mkdir(parents=True)
        self._site = START
        self._become(START)

    def take(self, step: Step) -> None:
        """Takes the step, and judges what a rebuild makes of it. A killed build is judged by what it left whole."""
        match step:
            case Edit() | Happening():
                self._do(step)
            case Together() | Kill() | Elsewhere():
                self._do_all(step)
            case Choose():
                self._options = step.chosen(self._options)
            case GoBack():
                self._become(self._past[-step.steps % len(self._past)])
            case Unseen():
                self._change_unseen(step)
            case Swap():
                self._swap(step)
        if isinstance(step, Kill):
            self._die(step)
            return
        if isinstance(step, Elsewhere):
            self.judge(build)
            # Who finds that somebody else wrote in its cache may give it up.
            self._harms += 1
        self.judge()

    def close(self) -> None:
        self._rebuild.end()

    def judge(self, rebuild: Build | None = None) -> None:
        """Builds twice: the first makes the folder what it should be, the second finds nothing to do."""
        before, clean = seen_in(self._output), self._built_cleanly()
        whole = self._recovered() if self._is_half_done else _contents(before)
        wanted = expected(self._options, clean, whole, self._known_as_ours(before))
        result = self._built(rebuild)
        after = seen_in(self._output)
        compare(wanted, clean, result, before, after, exactly=not self._is_half_done)
        self._is_half_done = False
        self._ours = wanted.ours
        compare(
            Expected(wanted.files, untried=wanted.untried), clean, self._built(rebuild), after, seen_in(self._output)
        )
        leftovers = [path for path in own_files(self._output) if path != MANIFEST]
        leftovers += [path.name for path in self._root.iterdir() if path.name.startswith(".output")]
        if leftovers:
            raise Disagreement(f"left over: {', '.join(leftovers)}")

    def _glimpse(self) -> None:
        """What is seen of the site between two changes, if anything is."""
        before = seen_in(self._output)
        let_it_tick(self._root)
        self._rebuild.glimpse(self._root, self._options)
        after = seen_in(self._output)
        written = {path: frozenset({file.content}) for path, file in after.items() if before.get(path) != file}
        # What a killed build has not brought to its place yet is ours all the same.
        staying = self._ours if self._is_half_done else {path: self._ours[path] for path in self._ours.keys() & after}
        self._ours = {**staying, **written}

    def _known_as_ours(self, before: Mapping[str, Seen]) -> Ours:
        """Nothing where the list of it is lost; then a folder with files in it has to be refused.

        The journal of a build that was killed brings the list.
        """
        journal = read_journal(self._output)
        if (self._output / MANIFEST).is_file() or (journal is not None and not journal.beside):
            return self._ours
        if any(not path.startswith(".") for path in before):
            result = self._rebuild(self._root, replace(self._options, adopt=False))
            if "P002" not in {fault.code for fault in result.diagnostics} or seen_in(self._output) != before:
                raise Disagreement("a folder full of somebody's files was built in")
        return {}

    def _die(self, step: Kill) -> None:
        """A build that is killed: every file is left whole, and ours are those of before and those of after."""
        before, clean = seen_in(self._output), self._built_cleanly()
        ours = self._known_as_ours(before)
        whole = self._recovered() if self._is_half_done else _contents(before)
        wanted = expected(self._options, clean, whole, ours)
        self._kill(step.change, self._built, late=step.late)
        self._rebuild.end()
        self._is_half_done = True
        unhurt((_contents(before), whole, wanted.files), contents_of(self._output))
        self._ours = {
            path: ours.get(path, frozenset()) | wanted.ours.get(path, frozenset()) for path in {**ours, **wanted.ours}
        }

    def _recovered(self) -> Mapping[str, bytes]:
        """What the folder is like when what a killed build had begun is finished."""
        with tempfile.TemporaryDirectory(dir=self._workplace) as folder:
            copy = Path(folder) / "output"
            if self._output.is_dir():
                shutil.copytree(self._output, copy, symlinks=True)
                recover(copy)
            return contents_of(copy)

    def _do_all(self, step: Together | Kill | Elsewhere) -> None:
        for one in step.steps:
            if isinstance(step, Together):
                self._glimpse()
            self._do(one)

    def _do(self, step: Edit | Happening) -> None:
        if isinstance(step, Edit):
            self._become(step.edited(self._site))
            return
        match step:
            case HarmCache():
                # SQLite maps its files into memory: who changes one under it kills the process, and not with an error.
                self._rebuild.end()
                self._harms += 1
            case LoseCache():
                self._harms += 1
            case Damage():
                let_it_tick(self._root)
        step.happen(self._root)

    def _built(self, rebuild: Build | None = None) -> BuildResult:
        let_it_tick(self._root)
        try:
            result = (rebuild or self._rebuild)(self._root, self._options)
        except Exception as error:
            raise Disagreement(f"the build failed: {''.join(format_exception(error))}") from error
        notices = [told for told in result.diagnostics if told.code == "C001"]
        self._harms -= len(notices)
        if self._harms < 0:
            raise Disagreement(f"the cache was given up without a reason: {notices[-1].message}")
        return replace(result, diagnostics=tuple(told for told in result.diagnostics if told.code != "C001"))

    def _built_cleanly(self) -> Clean:
        options = replace(self._options, jobs=1, verify=False, atomic=False)
        if self._clean is None or self._clean[:2] != (self._on_disk, options):
            self._clean = (dict(self._on_disk), options, clean_build(self._on_disk, options, self._workplace))
        return self._clean[2]

    def _become(self, site: Site) -> None:
        """Writes what is new in the sources, and deletes what is gone; each change a second after the last."""
        self._past = [*self._past[-5:], self._site]
        self._site = site
        files = site.files()
        for path in [path for path in self._on_disk if path not in files]:
            (self._root / path).unlink()
            del self._on_disk[path]
        for path, content in files.items():
            if self._on_disk.get(path) != content:
                self._write(path, content)

    def _write(self, path: str, content: bytes) -> None:
        file = self._root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self._now_ns += SECOND_NS
        os.utime(file, ns=(self._now_ns, self._now_ns))
        self._on_disk[path] = content

    def _change_unseen(self, step: Unseen) -> None:
        if not self._site.entries:
            return
        path = self._site.entries[step.entry % len(self._site.entries)].path
        file = self._root / path
        if step.recent:
            os.utime(file)
            self._built()
        mtime_ns = file.stat().st_mtime_ns
        self._site = CountUp(step.entry).edited(self._site)
        content = self._site.files()[path]
        if step.replaced:
            file.rename(file.with_suffix(".old"))
            file.write_bytes(content)
            file.with_suffix(".old").unlink()
        else:
            let_it_tick(self._root)
            file.write_bytes(content)
        os.utime(file, ns=(mtime_ns, mtime_ns))
        self._on_disk[path] = content

    def _swap(self, step: Swap) -> None:
        if not self._site.entries:
            return
        one, other = (self._site.entries[number % len(self._site.entries)] for number in (step.first, step.second))
        if one is other:
            return
        aside = self._root / "aside"
        (self._root / one.path).rename(aside)
        (self._root / other.path).rename(self._root / one.path)
        aside.rename(self._root / other.path)
        contents = self._on_disk
        contents[one.path], contents[other.path] = contents[other.path], contents[one.path]
        swapped = {
            one.path: replace(other, kind=one.kind, stem=one.stem),
            other.path: replace(one, kind=other.kind, stem=other.stem),
        }
        self._become(self._site.with_entries(swapped.get(entry.path, entry) for entry in self._site.entries))


def _contents(seen: Mapping[str, Seen]) -> Mapping[str, bytes]:
    return {path: file.content for path, file in seen.items()}
