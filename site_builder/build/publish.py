"""The only writer. Puts a finished site into its folder, and leaves alone whatever is not the site's.

A *manifest* in the output folder lists our files with their digests: what is in it and still has that digest is ours
to delete when it is no longer part of the site. It lives beside the files it speaks of, so that neither a lost cache
nor a moved folder can turn our pages into somebody else's.
"""

import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.digest import digest_of_bytes
from site_builder.model.identity import OutputPath
from site_builder.model.source import Span

MANIFEST = ".site-builder.json"
TEMPORARY = ".site-builder-tmp"


class File(msgspec.Struct, frozen=True):
    path: OutputPath
    content: bytes


class Published(msgspec.Struct, frozen=True):
    written: int
    deleted: int


class _Manifest(msgspec.Struct, frozen=True):
    files: dict[str, tuple[str, ...]]
    """The digests that each can have: one, but while publishing that of before and that of after."""
    version: int = 1


def obstacles(output: Path, paths: Sequence[OutputPath], *, adopt: bool) -> tuple[Diagnostic, ...]:
    """What forbids publishing these paths into that folder. To be asked before anything is written."""
    faults = [*collisions(paths), *_ways_out(output, paths)]
    if not adopt and _is_foreign(output):
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


def publish(output: Path, files: Sequence[File], *, keep: frozenset[OutputPath] = frozenset()) -> Published:
    """Makes the folder hold these files, and of our earlier ones only those in `keep`.

    A file is written only if its bytes differ, into a temporary file beside it that then takes its place, so no
    reader ever meets half a page. Files that somebody else wrote or changed are never deleted.
    """
    ours = _read_manifest(output)
    manifest: dict[str, tuple[str, ...]] = {file.path: (digest_of_bytes(file.content),) for file in files}
    manifest.update((path, ours[path]) for path in sorted(keep) if path in ours and path not in manifest)
    # Before the first page: whoever is stopped half-way must find the pages known as ours the next time.
    every: dict[str, tuple[str, ...]] = {
        path: tuple(dict.fromkeys((*ours.get(path, ()), *manifest.get(path, ())))) for path in {**ours, **manifest}
    }
    _write_manifest(output, every)
    _clear_leftovers(output, files)
    written = sum(_write(output, file.path, file.content) for file in files)
    deleted = sum(_delete(output, path, digests) for path, digests in ours.items() if path not in manifest)
    _write_manifest(output, manifest)
    return Published(written, deleted)


def collisions(paths: Sequence[OutputPath]) -> Iterable[Diagnostic]:
    """Two paths that some file system takes for one: macOS and Windows know no case, macOS normalises."""
    seen: dict[str, str] = {}
    for path in paths:
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            same = seen[folded] == path
            message = "two pages want this file" if same else f"only capitals or accents tell it from {seen[folded]}"
            yield Diagnostic("P001", Severity.ERROR, Span(path), message, "give the entry of that name another `slug`")
        seen[folded] = path


def _ways_out(output: Path, paths: Sequence[OutputPath]) -> Iterable[Diagnostic]:
    folders: dict[str, bool] = {"": False}
    for path in paths:
        parts = path.split("/")
        if path.startswith("/") or "\\" in path or any(part in ("", ".", "..") for part in parts):
            yield _way_out(path, "this path does not stay inside the output folder")
            continue
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            if folder not in folders:
                folders[folder] = (output / folder).is_symlink()
                if folders[folder]:
                    yield _way_out(folder, "this folder of the output is a symbolic link, which is not written through")


def _way_out(path: str, message: str) -> Diagnostic:
    return Diagnostic("P003", Severity.ERROR, Span(path), message, "remove it, and build again")


def _is_foreign(output: Path) -> bool:
    """Whether somebody else's files lie there and we never published. Dot-files (.git, .gitkeep) are nobody's site."""
    try:
        names = [entry.name for entry in os.scandir(output)]
    except FileNotFoundError:
        return False
    return MANIFEST not in names and any(not name.startswith(".") for name in names)


def _read_manifest(output: Path) -> Mapping[str, tuple[str, ...]]:
    """Our files by path; none where the manifest is missing or damaged, so that nothing is deleted by mistake."""
    try:
        return msgspec.json.decode((output / MANIFEST).read_bytes(), type=_Manifest).files
    except (FileNotFoundError, msgspec.DecodeError):
        return {}


def _clear_leftovers(output: Path, files: Sequence[File]) -> None:
    """Removes what a run that was killed left half-written."""
    for folder in sorted({(output / file.path).parent for file in files}):
        (folder / TEMPORARY).unlink(missing_ok=True)


def _write_manifest(output: Path, files: Mapping[str, tuple[str, ...]]) -> None:
    content = msgspec.json.format(msgspec.json.encode(_Manifest(dict(files)), order="sorted"), indent=1)
    _write(output, OutputPath(MANIFEST), content + b"\n")


def _write(output: Path, path: OutputPath, content: bytes) -> bool:
    """Whether the file had to be written."""
    target = output / path
    try:
        if not target.is_symlink() and target.read_bytes() == content:
            return False
    except (FileNotFoundError, NotADirectoryError):
        target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(TEMPORARY)
    try:
        temporary.write_bytes(content)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return True


def _delete(output: Path, path: str, digests: Sequence[str]) -> bool:
    """Whether our file was there, unchanged, and now is gone. Empty folders go with their last file."""
    target = output / path
    if ".." in path.split("/") or path.startswith("/") or target.is_symlink() or not target.is_file():
        return False
    if digest_of_bytes(target.read_bytes()) not in digests:
        return False
    target.unlink()
    folder = target.parent
    while folder != output and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
    return True
