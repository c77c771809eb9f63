"""A site that was built once, and what can befall its cache before it is built again."""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import build
from site_builder.build.store import Store
from site_builder.model.diagnostic import Diagnostic
from tests.rebuilds.clean import Clean, clean_build
from tests.rebuilds.edits import EditProse
from tests.rebuilds.folders import contents_of
from tests.rebuilds.happenings import CACHE
from tests.rebuilds.sources import START, Site

OPTIONS = BuildOptions(jobs=1)
BEFORE = START.with_entries(START.entries[:2])
AFTER = EditProse(0, "Something else, and Oto Kvist.").edited(BEFORE)
"""One edit later: so the next build looks into its cache."""
NOBODY = 65534


class BuiltOnce(msgspec.Struct, frozen=True):
    """A folder with the site, its output, its cache, and an edit since; and what the next build has to make of it."""

    root: Path
    clean: Clean

    @property
    def cache(self) -> Path:
        return self.root / CACHE

    def files(self) -> list[Path]:
        """The files of the cache; never none."""
        files = sorted(path for path in self.cache.rglob("*") if path.is_file())
        assert files
        return files

    def copy(self, place: Path) -> "BuiltOnce":
        """The same in another folder, times of files included. Pages are linked: a build never writes into one."""
        shutil.copytree(self.root, place, copy_function=_linked_or_copied)
        return BuiltOnce(place, self.clean)


def built_once(workplace: Path) -> BuiltOnce:
    root = workplace / "once"
    _write(root, BEFORE)
    assert build(root, OPTIONS).published
    _write(root, AFTER)
    return BuiltOnce(root, clean_build(AFTER.files(), OPTIONS, workplace))


def told_of_the_cache(site: BuiltOnce) -> tuple[Diagnostic, ...]:
    """Builds, and gives what is said beyond what a clean build says. Fails unless the same site comes out."""
    result = build(site.root, OPTIONS)
    assert result.published
    assert contents_of(site.root / "output") == site.clean.files
    return _beyond(site.clean.result, result)


@contextmanager
def as_nobody(root: Path) -> Iterator[None]:
    """Within it, this process may change what lies in `root`, but not its cache, whoever it runs as."""
    everything = [root, *(path for path in root.rglob("*") if CACHE not in path.parts)]
    if os.geteuid() == 0:
        for path in (root.parent, *everything):
            os.chown(path, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    else:
        for path in (root / CACHE, *(root / CACHE).rglob("*")):
            path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        yield
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        else:
            for path in (root / CACHE, *(root / CACHE).rglob("*")):
                path.chmod(0o700)


def other_database(file: Path) -> None:
    """Puts a sound SQLite file of another program there."""
    file.unlink()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE songs (title TEXT)")
    database.close()


def left_by_another_version(file: Path) -> None:
    """What the cache holds is replaced by what another version of the program would have left."""
    store = Store(file, "another version")
    store.put("summary", b"in another form")
    store.commit()
    store.close()


def _beyond(clean: BuildResult, result: BuildResult) -> tuple[Diagnostic, ...]:
    rest = list(result.diagnostics)
    for diagnostic in clean.diagnostics:
        rest.remove(diagnostic)
    return tuple(rest)


def _write(root: Path, site: Site) -> None:
    files: Mapping[str, bytes] = site.files()
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)


def _linked_or_copied(source: str, target: str) -> str:
    if f"/{CACHE}/" in source:
        return str(shutil.copy2(source, target))
    os.link(source, target)
    return target
