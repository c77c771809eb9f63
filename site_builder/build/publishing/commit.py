"""Makes what was staged the site that everybody sees."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from site_builder.build.publishing.files import (
    KnownFile,
    blamed,
    blaming,
    digest_at,
    refuse_links,
    stays_inside,
    sync_folder,
    write_file,
)
from site_builder.build.publishing.journal import NEXT_MANIFEST, Journal, Move, Removal, move, remove
from site_builder.build.publishing.manifest import MANIFEST, encode_manifest, read_manifest
from site_builder.build.publishing.staging import JOURNAL, STAGE, Same, Staged, clear_stage
from site_builder.model.identity import OutputPath


class Published(msgspec.Struct, frozen=True):
    written: int
    deleted: int
    files: Mapping[OutputPath, KnownFile] = {}
    """The files made, as they now lie there."""


def commit(output: Path, made: Sequence[Staged | Same], *, unmade: Mapping[OutputPath, str] | None = None) -> Published:
    """Puts the staged files into their places, in the order given, and then deletes what left the site.

    `unmade` are the files of the site that this build did not make, each with the digest that its maker remembers,
    or an empty one; they stay as they are. What the manifest lists beyond all these is deleted, if nobody changed it.
    Everything that needs room on the disk is written before the first file changes visibly.
    """
    ours = read_manifest(output)
    after = _files_after(ours, made, unmade or {})
    journal = _plan(output, ours, after, made)
    manifest = None if after == ours and (output / MANIFEST).is_file() else encode_manifest(after)
    known = {file.path: file.known for file in made}
    if not journal.moves and not journal.removals and not journal.cleared and manifest is None:
        clear_stage(output)
        return Published(0, 0, known)
    _write_journal(output, journal, manifest)
    deleted = carry_out(output, journal)
    return Published(len(journal.moves), deleted, known)


def carry_out(output: Path, journal: Journal) -> int:
    """Does what the journal says, and removes it. Tells how many files were deleted."""
    deleted = sum([remove(output, planned) for planned in journal.cleared])
    for folder in journal.folders:
        make_folder(output, folder)
    for planned in journal.moves:
        try:
            move(output, planned)
        except OSError as error:
            raise blamed(error, output / planned.path) from error
    for removal in journal.removals:
        with blaming(output / removal.path):
            deleted += remove(output, removal)
    put_manifest(output)
    clear_stage(output)
    return deleted


def put_manifest(output: Path) -> None:
    """Makes the manifest to come the one that counts, if there is one."""
    if (output / STAGE / NEXT_MANIFEST).exists():
        (output / STAGE / NEXT_MANIFEST).replace(output / MANIFEST)
        sync_folder(output)


def make_folder(output: Path, folder: str) -> None:
    """Makes the folder, unless it would be made or lies behind a symbolic link."""
    with blaming(output / folder):
        refuse_links(output, f"{folder}/")
        (output / folder).mkdir(parents=True, exist_ok=True)


def _files_after(
    ours: Mapping[str, str], made: Iterable[Staged | Same], unmade: Mapping[OutputPath, str]
) -> dict[str, str]:
    after: dict[str, str] = {}
    after.update(unmade)
    after.update((file.path, file.known.digest) for file in made)
    for path in [path for path, digest in after.items() if not digest]:
        after[path] = ours.get(path, "")
        if not after[path]:
            del after[path]
    # In the order of the manifest, which is sorted: then it need not be sorted again.
    return {**ours, **after} if ours.keys() <= after.keys() else after


def _plan(output: Path, ours: Mapping[str, str], after: Mapping[str, str], made: Sequence[Staged | Same]) -> Journal:
    """What is to be done. Raises an error if a place is taken by what is not ours to remove."""
    moves = tuple(Move(file.path, file.known.digest) for file in made if isinstance(file, Staged))
    left = [Removal(OutputPath(path), ours[path]) for path in sorted(ours.keys() - after.keys()) if stays_inside(path)]
    folders = {folder for planned in moves for folder in _folders_above(planned.path)}
    targets = {planned.path for planned in moves}
    in_the_way = {
        removal.path
        for removal in left
        if removal.path in folders or not targets.isdisjoint(map(OutputPath, _folders_above(removal.path)))
    }
    going = {path: ours[path] for path in in_the_way}
    for folder in sorted(folders):
        _expect_room(output, folder, going, is_folder=True)
    for planned in moves:
        _expect_room(output, planned.path, going, is_folder=False)
    return Journal(
        cleared=tuple(removal for removal in left if removal.path in in_the_way),
        folders=tuple(sorted({planned.path.rpartition("/")[0] for planned in moves} - {""})),
        moves=moves,
        removals=tuple(removal for removal in left if removal.path not in in_the_way),
    )


def _folders_above(path: str) -> Iterator[str]:
    end = path.find("/")
    while end != -1:
        yield path[:end]
        end = path.find("/", end + 1)


def _expect_room(output: Path, path: str, going: Mapping[OutputPath, str], *, is_folder: bool) -> None:
    """Raises an error if a file of somebody else lies where a folder comes, or a folder with one where a file comes."""
    try:
        mode = os.lstat(f"{output}/{path}").st_mode
    except (FileNotFoundError, NotADirectoryError):
        return
    if stat.S_ISDIR(mode) is is_folder:
        return
    place = output / path
    if is_folder and (path not in going or digest_at(place) != going[OutputPath(path)]):
        raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
    for name in _files_below(place) if stat.S_ISDIR(mode) else ():
        inner = OutputPath(f"{path}/{name}")
        if inner not in going or digest_at(output / inner) != going[inner]:
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(place))


def _files_below(folder: Path) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            yield from (f"{entry.name}/{name}" for name in _files_below(entry))
        else:
            yield entry.name


def _write_journal(output: Path, journal: Journal, manifest: bytes | None) -> None:
    """From here on the build will be finished, by us or by the next one: so it has to outlive a power cut."""
    folder = output / STAGE
    with blaming(output / MANIFEST):
        folder.mkdir(parents=True, exist_ok=True)
        # Rather here, where nothing has changed yet, than when half of the files have.
        if not journal.cleared:
            for name in journal.folders:
                make_folder(output, name)
        if manifest is not None:
            write_file(folder / NEXT_MANIFEST, manifest, durable=True)
        draft = folder / f"{JOURNAL}-draft"
        write_file(draft, msgspec.json.encode(journal), durable=True)
        draft.replace(folder / JOURNAL)
        sync_folder(folder)
