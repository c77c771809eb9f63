"""Makes what was staged the site that everybody sees."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from operator import attrgetter
from pathlib import Path

import msgspec

from site_builder.build.publishing.exchange import CannotExchangeError, carry_out_at_once
from site_builder.build.publishing.files import (
    KnownFile,
    blaming,
    digest_at,
    stays_inside,
    sync_folder,
    write_file,
)
from site_builder.build.publishing.journal import NEXT_MANIFEST, Journal, Move, Removal, carry_out, make_folder
from site_builder.build.publishing.manifest import MANIFEST, encode_manifest, read_manifest
from site_builder.build.publishing.staging import JOURNAL, STAGE, Same, Staged, clear_stage
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath
from site_builder.model.source import Span


class Published(msgspec.Struct, frozen=True):
    written: int
    deleted: int
    files: Mapping[OutputPath, KnownFile] = {}
    """The files made, as they now lie there."""
    notice: Diagnostic | None = None
    """Why the site could not be published at once, if that was asked for."""
    gone: tuple[OutputPath, ...] = ()
    """Those that were deleted."""
    listed: Mapping[OutputPath, str] = {}
    """What the manifest says now."""


def commit(
    output: Path,
    made: Sequence[Staged | Same],
    *,
    staying: Mapping[OutputPath, KnownFile] | None = None,
    unknown: AbstractSet[OutputPath] = frozenset(),
    listed: Mapping[OutputPath, str] | None = None,
    atomic: bool = False,
    durable: bool = True,
) -> Published:
    """Puts the staged files into their places, in the order given, and then deletes what left the site.

    Files of the site that this build did not make stay as they are: those `staying`, each as its maker remembers it,
    and those of which nothing is known but what the manifest says. What that lists beyond all these is deleted, if
    nobody changed it.
    Everything that needs room on the disk is written before the first file changes visibly. If `atomic`, all changes
    become visible at once, or a notice says why not. If not `durable`, a power cut may lose what the manifest says.
    Whoever left the manifest as it is may say what it has `listed`, which must be what is remembered of what stays.
    """
    ours = read_manifest(output) if listed is None else listed
    after = _files_after(ours, made, staying or {}, unknown, is_remembered=listed is not None)
    journal = _plan(output, ours, after, made)
    manifest = None if after == ours and (output / MANIFEST).is_file() else encode_manifest(after)
    known = {file.path: file.known for file in made}
    if not journal.moves and not journal.removals and not journal.cleared and manifest is None:
        clear_stage(output)
        return Published(0, 0, known, listed=after)
    notice = None
    if atomic:
        _write_journal(output, msgspec.structs.replace(journal, beside=True), manifest, durable=durable)
        try:
            gone = carry_out_at_once(output, journal)
            return Published(len(journal.moves), len(gone), known, gone=gone, listed=after)
        except CannotExchangeError as error:
            notice = _not_at_once(output, str(error))
        except OSError:
            with suppress(OSError):
                clear_stage(output)
            raise
    _write_journal(output, journal, manifest, durable=durable)
    gone = carry_out(output, journal, durable=durable)
    return Published(len(journal.moves), len(gone), known, notice, gone, after)


def _files_after(
    ours: Mapping[OutputPath, str],
    made: Iterable[Staged | Same],
    staying: Mapping[OutputPath, KnownFile],
    unknown: AbstractSet[OutputPath],
    *,
    is_remembered: bool,
) -> dict[OutputPath, str]:
    new = {file.path: file.known.digest for file in made}
    if is_remembered:
        after = {**ours, **new}
        for path in ours.keys() - staying.keys() - new.keys() - unknown:
            del after[path]
        return after
    after = dict(zip(staying, map(attrgetter("digest"), staying.values()), strict=True))
    after.update(new)
    after.update((path, ours[path]) for path in unknown if path in ours)
    # In the order of the manifest, which is sorted: then it need not be sorted again.
    return {**ours, **after} if ours.keys() <= after.keys() else after


def _plan(
    output: Path, ours: Mapping[OutputPath, str], after: Mapping[OutputPath, str], made: Sequence[Staged | Same]
) -> Journal:
    """What is to be done. Raises an error if a place is taken by what is not ours to remove."""
    moves = tuple(Move(file.path, file.known.digest) for file in made if isinstance(file, Staged))
    left = [Removal(path, ours[path]) for path in sorted(ours.keys() - after.keys()) if stays_inside(path)]
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
    new = {folder for folder in folders if not os.path.lexists(f"{output}/{folder}")}
    for planned in moves:
        if planned.path.rpartition("/")[0] not in new:
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


def _write_journal(output: Path, journal: Journal, manifest: bytes | None, *, durable: bool) -> None:
    """From here on the build will be finished, by us or by the next one: so it has to outlive a power cut."""
    folder = output / STAGE
    with blaming(output / MANIFEST):
        folder.mkdir(parents=True, exist_ok=True)
        # Rather here, where nothing has changed yet, than when half of the files have.
        if not journal.cleared and not journal.beside:
            for name in journal.folders:
                make_folder(output, name)
        if manifest is not None:
            write_file(folder / NEXT_MANIFEST, manifest, durable=durable)
        draft = folder / f"{JOURNAL}-draft"
        write_file(draft, msgspec.json.encode(journal), durable=durable)
        draft.replace(folder / JOURNAL)
        if durable:
            sync_folder(folder)


def _not_at_once(output: Path, reason: str) -> Diagnostic:
    return Diagnostic(
        "P006",
        Severity.NOTICE,
        Span(output.as_posix()),
        f"this folder could not be exchanged at once ({reason}), so the site was published file by file",
        "leave out --atomic here, or publish into a folder on a file system of Linux that is no mount point",
    )
