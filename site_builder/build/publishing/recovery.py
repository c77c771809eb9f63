"""What a build that was killed left behind."""

from pathlib import Path

from site_builder.build.publishing.exchange import take_apart
from site_builder.build.publishing.files import digest_at, refuse_links, write_file
from site_builder.build.publishing.journal import (
    NEXT_MANIFEST,
    Journal,
    Move,
    Removal,
    make_folder,
    move,
    put_manifest,
    read_journal,
    remove,
)
from site_builder.build.publishing.manifest import encode_manifest, read_manifest
from site_builder.build.publishing.staging import STAGE, clear_stage, staged_at


def recover(output: Path) -> None:
    """Finishes or clears away what a killed build left; to be called with the lock, before anything else.

    With a journal every file could be made, so the rest of it is carried out: the folder would else stay half of one
    site and half of another until a build succeeds. What cannot be done now, or would move bytes that a power cut
    spoilt, is left undone: the manifest says so, and the next build sees other bytes than its own. Without a journal
    nothing had changed, and the stage is dropped.
    """
    take_apart(output)
    journal = read_journal(output)
    if journal is not None and not journal.beside:
        _finish(output, journal)
    clear_stage(output)


def _finish(output: Path, journal: Journal) -> None:
    before, after = read_manifest(output), read_manifest(output / STAGE, NEXT_MANIFEST)
    undone: list[Move | Removal] = [removal for removal in journal.cleared if not _removed(output, removal)]
    for folder in journal.folders:
        _made(output, folder)
    undone += [planned for planned in journal.moves if not _moved(output, planned)]
    undone += [removal for removal in journal.removals if not _removed(output, removal)]
    if undone and after:
        for planned in undone:
            after.pop(planned.path, None)
            if planned.path in before:
                after[planned.path] = before[planned.path]
        write_file(output / STAGE / NEXT_MANIFEST, encode_manifest(after), durable=True)
    put_manifest(output)


def _made(output: Path, folder: str) -> bool:
    try:
        make_folder(output, folder)
    except OSError:
        return False
    return True


def _moved(output: Path, planned: Move) -> bool:
    """Whether the new bytes are in their place."""
    try:
        refuse_links(output, planned.path)
        if digest_at(Path(staged_at(output, planned.path))) == planned.digest:
            move(output, planned)
            return True
        return digest_at(output / planned.path) == planned.digest
    except OSError:
        return False


def _removed(output: Path, planned: Removal) -> bool:
    """Whether nothing of ours is left there."""
    try:
        remove(output, planned)
        return digest_at(output / planned.path) != planned.digest
    except OSError:
        return False
