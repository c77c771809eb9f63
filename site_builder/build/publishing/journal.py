"""What is in flight: written when every file could be made, removed when everything is in its place.

No digest of what lay there before is kept: the old manifest, which is replaced last, has it.
"""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from site_builder.build.publishing.files import (
    blamed,
    blaming,
    digest_at,
    read_file,
    refuse_links,
    stays_inside,
    sync_folder,
)
from site_builder.build.publishing.manifest import MANIFEST
from site_builder.build.publishing.staging import JOURNAL, STAGE, clear_stage, staged_at
from site_builder.model.identity import OutputPath

NEXT_MANIFEST = "manifest"


class Move(msgspec.Struct, frozen=True, array_like=True):
    """New bytes that wait on the stage for their place."""

    path: OutputPath
    digest: str


class Removal(msgspec.Struct, frozen=True, array_like=True):
    """A file that left the site; it goes only while it has this digest."""

    path: OutputPath
    digest: str


class Journal(msgspec.Struct, frozen=True):
    cleared: tuple[Removal, ...]
    """Of the removals, those that make room: a file where a folder comes, or a folder where a file comes."""
    folders: tuple[str, ...]
    """Those that hold the moved files."""
    moves: tuple[Move, ...]
    removals: tuple[Removal, ...]
    beside: bool = False
    """Whether all this happens to a clone of the folder, so that nothing has to be finished here."""

    def paths(self) -> Iterator[str]:
        """Every path that is spoken of."""
        yield from self.folders
        yield from (planned.path for planned in self.moves)
        yield from (planned.path for planned in (*self.cleared, *self.removals))


def read_journal(output: Path) -> Journal | None:
    """The journal of a build that was killed; None where there is none that can be trusted.

    The folder may have come from anywhere, such as a restored cache: a journal in which any path would leave the
    folder is not ours.
    """
    if (output / STAGE).is_symlink():
        return None
    content = read_file(output / STAGE / JOURNAL)
    try:
        journal = None if content is None else msgspec.json.decode(content, type=Journal)
    except msgspec.DecodeError:
        return None
    return journal if journal is not None and all(map(stays_inside, journal.paths())) else None


def carry_out(output: Path, journal: Journal, *, durable: bool = True) -> tuple[OutputPath, ...]:
    """Does what the journal says, and removes it. Tells which files were deleted."""
    gone = [planned.path for planned in journal.cleared if remove(output, planned)]
    for folder in journal.folders:
        make_folder(output, folder)
    for planned in journal.moves:
        try:
            move(output, planned)
        except OSError as error:
            raise blamed(error, output / planned.path) from error
    for removal in journal.removals:
        with blaming(output / removal.path):
            if remove(output, removal):
                gone.append(removal.path)
    put_manifest(output, durable=durable)
    clear_stage(output)
    return tuple(gone)


def put_manifest(output: Path, *, durable: bool = True) -> None:
    """Makes the manifest to come the one that counts, if there is one."""
    if (output / STAGE / NEXT_MANIFEST).exists():
        (output / STAGE / NEXT_MANIFEST).replace(output / MANIFEST)
        if durable:
            sync_folder(output)


def make_folder(output: Path, folder: str) -> None:
    """Makes the folder, unless it would be made or lies behind a symbolic link."""
    with blaming(output / folder):
        refuse_links(output, f"{folder}/")
        (output / folder).mkdir(parents=True, exist_ok=True)


def move(output: Path, planned: Move) -> None:
    """Puts a staged file into its place; a symbolic link that lies there is replaced, not followed.

    Its folder is known to be one. An empty folder in its place makes room.
    """
    waiting, target = staged_at(output, planned.path), f"{output}/{planned.path}"
    try:
        # Of a `Path` for each, most of the time went into making it.
        os.replace(waiting, target)  # noqa: PTH105
    except (IsADirectoryError, PermissionError):
        place = Path(target)
        if place.is_symlink() or not place.is_dir():
            raise
        remove_empty_folders(place)
        os.replace(waiting, target)  # noqa: PTH105


def remove(output: Path, planned: Removal) -> bool:
    """Whether our file was there, unchanged, and now is gone. Empty folders go with their last file."""
    if not stays_inside(planned.path):
        return False
    refuse_links(output, planned.path)
    target = output / planned.path
    ours = planned.digest != "" and digest_at(target) == planned.digest
    if ours:
        target.unlink()
    # Even where the file had gone before: its remover may have been killed before it came to the folder.
    folder = target.parent
    while folder != output and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
    return ours


def remove_empty_folders(folder: Path) -> None:
    """Removes the folder and those in it. Raises an error if there is any file."""
    for inner in folder.iterdir():
        if inner.is_symlink() or not inner.is_dir():
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder))
        remove_empty_folders(inner)
    folder.rmdir()
