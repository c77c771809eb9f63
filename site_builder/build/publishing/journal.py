"""What is in flight: written when every file could be made, removed when everything is in its place.

No digest of what lay there before is kept: the old manifest, which is replaced last, has it.
"""

from pathlib import Path

import msgspec

from site_builder.build.publishing.files import digest_at, read_file, refuse_links, stays_inside
from site_builder.build.publishing.staging import JOURNAL, STAGE, staged_at
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


def read_journal(output: Path) -> Journal | None:
    content = read_file(output / STAGE / JOURNAL)
    try:
        return None if content is None else msgspec.json.decode(content, type=Journal)
    except msgspec.DecodeError:
        return None


def move(output: Path, planned: Move) -> None:
    """Puts a staged file into its place; a symbolic link that lies there is replaced, not followed."""
    refuse_links(output, planned.path)
    staged_at(output, planned.path).replace(output / planned.path)


def remove(output: Path, planned: Removal) -> bool:
    """Whether our file was there, unchanged, and now is gone. Empty folders go with their last file."""
    target = output / planned.path
    if not stays_inside(planned.path):
        return False
    refuse_links(output, planned.path)
    if not planned.digest or digest_at(target) != planned.digest:
        return False
    target.unlink()
    folder = target.parent
    while folder != output and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
    return True
