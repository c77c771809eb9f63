"""What forbids publishing, asked before anything is written."""

import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from site_builder.build.publishing.files import stays_inside
from site_builder.build.publishing.manifest import MANIFEST
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath
from site_builder.model.source import Span

Origins = Mapping[OutputPath, str]
"""The content file that each page is made of."""


def obstacles(
    output: Path, paths: Sequence[OutputPath], *, adopt: bool, origins: Origins | None = None
) -> tuple[Diagnostic, ...]:
    """What forbids publishing these paths into that folder."""
    faults = [*collisions(paths, origins), *_ways_out(output, paths)]
    if not adopt and is_foreign(output):
        faults.append(
            Diagnostic(
                "P002",
                Severity.ERROR,
                Span(output.as_posix()),
                "this folder holds files that are not of this site, so nothing was written into it",
                "name an empty folder with --output, or keep those files and publish beside them with --adopt",
            )
        )
    return tuple(faults)


def collisions(paths: Sequence[OutputPath], origins: Origins | None = None) -> Iterable[Diagnostic]:
    """Two paths that some file system takes for one: macOS and Windows know no case, macOS normalises.

    Each fault names the content file of the second, and tells that of the first; the path itself where it has none.
    """
    seen: dict[str, OutputPath] = {}
    known = origins or {}
    for path in paths:
        folded = path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            yield _collision(seen[folded], path, known)
        seen[folded] = path


def one_in_each_folder(paths: Iterable[OutputPath]) -> tuple[OutputPath, ...]:
    """Enough of paths that are known to collide as little as they did: only a folder may be a link now."""
    return tuple({path.rpartition("/")[0]: path for path in paths}.values())


def is_foreign(output: Path) -> bool:
    """Whether somebody else's files lie there and we never published. Dot-files (.git, .gitkeep) are nobody's site."""
    try:
        names = [entry.name for entry in os.scandir(output)]
    except FileNotFoundError:
        return False
    return MANIFEST not in names and any(not name.startswith(".") for name in names)


def unwritable(error: OSError, output: Path) -> Diagnostic:
    """What the operating system refused, as a diagnostic."""
    return Diagnostic(
        "P004",
        Severity.ERROR,
        Span(str(error.filename2 or error.filename or output)),
        f"this file cannot be written: {error.strerror}",
        "mend that, and build again: what was written before is whole",
    )


def _collision(first: OutputPath, second: OutputPath, origins: Origins) -> Diagnostic:
    told = f"only capitals or accents tell it from {first}"
    message = "two pages want this file" if first == second else told
    if second in origins:
        message = f"the page of this entry is {second}; {message}"
    return Diagnostic(
        "P001",
        Severity.ERROR,
        Span(origins.get(second, second)),
        message,
        "give the entry of that name another `slug`",
        related=(Span(origins[first]),) if first in origins and origins[first] != origins.get(second) else (),
    )


def _ways_out(output: Path, paths: Sequence[OutputPath]) -> Iterable[Diagnostic]:
    folders: dict[str, bool] = {"": False}
    for path in paths:
        if not stays_inside(path):
            yield _way_out(path, "this path does not stay inside the output folder")
            continue
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders[folder] = (output / folder).is_symlink()
            if folders[folder]:
                yield _way_out(folder, "this folder of the output is a symbolic link, which is not written through")
            folder = folder.rpartition("/")[0]


def _way_out(path: str, message: str) -> Diagnostic:
    return Diagnostic("P003", Severity.ERROR, Span(path), message, "remove it, and build again")
