"""Looks at the finished site: which of its files are as they were left. No file is read that its stamp vouches for."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from site_builder.build.folders import entries_of
from site_builder.build.publishing.files import KnownFile, digest_at, is_as_known, known_file
from site_builder.build.publishing.manifest import MANIFEST
from site_builder.build.records import is_settled
from site_builder.model.identity import OutputPath

_FEW = 64


class Survey(msgspec.Struct, frozen=True):
    damaged: frozenset[OutputPath] = frozenset()
    """Files that are gone, or hold other bytes than we left in them."""
    renewed: Mapping[OutputPath, KnownFile] = {}
    """What is to be known from now on of files that are whole, and could not be recognised without being read."""

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to mend, and not enough to remember: a few files are read again as quickly."""
        return not self.damaged and len(self.renewed) <= _FEW


def survey(output: Path, known: Mapping[OutputPath, KnownFile], looked: int) -> Survey:
    """Compares the files in `output` with what was known of them at the time `looked` (nanoseconds since 1970).

    Folders in which we have nothing are not looked into.
    """
    suspects: dict[OutputPath, os.stat_result] = {}
    seen: set[OutputPath] = set()
    for folder in {path.rpartition("/")[0] for path in known}:
        try:
            with entries_of(output / folder) as entries:
                _look(entries, f"{folder}/" if folder else "", known, looked, seen, suspects)
        except OSError:
            # Its files are missing, then.
            continue
    missing = known.keys() - seen if len(seen) < len(known) else set[OutputPath]()
    whole = {path: status for path, status in suspects.items() if digest_at(output / path) == known[path].digest}
    return Survey(
        frozenset(missing | (suspects.keys() - whole.keys())),
        {path: known_file(known[path].digest, status) for path, status in whole.items()},
    )


def _look(
    entries: Iterable[os.DirEntry[str]],
    prefix: str,
    known: Mapping[OutputPath, KnownFile],
    looked: int,
    seen: set[OutputPath],
    suspects: dict[OutputPath, os.stat_result],
) -> None:
    """Adds the files of a folder to those that were `seen`, and to the `suspects` those whose bytes may be others."""
    for entry in entries:
        path = OutputPath(prefix + entry.name)
        file = known.get(path)
        if file is None or not entry.is_file(follow_symlinks=False):
            continue
        seen.add(path)
        status = entry.stat(follow_symlinks=False)
        # The last change of the inode tells of an edit that kept size and date, too.
        touched = max(status.st_ctime_ns, status.st_mtime_ns)
        if not is_as_known(status, file) or not is_settled(touched, looked):
            suspects[path] = status


def has_manifest(output: Path, known: KnownFile | None) -> bool:
    """Whether the list of our files is as we left it."""
    found = manifest_of(output)
    return known is not None and found is not None and (found.mtime_ns, found.size) == (known.mtime_ns, known.size)


def manifest_of(output: Path) -> KnownFile | None:
    """The list of our files, as a file; None if it is gone."""
    try:
        return known_file("", (output / MANIFEST).lstat())
    except OSError:
        return None
