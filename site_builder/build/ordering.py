"""What has to be made: a comparison of the site as it should be with what lies in the output folder."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

import msgspec

from site_builder.build.copies import Copy, assets_of, pictures_of, shown
from site_builder.build.knowledge import Knowledge
from site_builder.build.memory import Memory
from site_builder.build.outputs import Survey, has_manifest
from site_builder.build.publishing.files import KnownFile
from site_builder.build.publishing.obstacles import obstacles, one_in_each_folder
from site_builder.build.scan import CONTENT
from site_builder.build.staleness import is_touched, packed, stale_pages, stale_records
from site_builder.build.store import Store
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath, page_of
from site_builder.model.source import Span
from site_builder.pages.page_id import PageId


class Order(msgspec.Struct, frozen=True):
    pages: Mapping[OutputPath, PageId]
    """The pages that have to be looked at again."""
    reasons: Mapping[OutputPath, tuple[str, ...]]
    copies: tuple[Copy, ...]
    """The copies that are not there as they should be."""
    copied: frozenset[OutputPath]
    """All that are copied."""
    files: Mapping[OutputPath, KnownFile]
    """The files of the output that are as we left them, those included that are no longer part of the site."""
    paths: frozenset[OutputPath]
    """All files of the finished site, those included that cannot be made."""
    page_count: int
    hindrances: tuple[Diagnostic, ...]
    """What forbids publishing."""
    listing: bytes
    """What was read to know which pages there are, as in the record of a page."""
    gone: frozenset[OutputPath] = frozenset()
    """Pages that are none any longer."""
    nothing: bool = False
    """Whether there is nothing to do, and nothing new to remember of the output folder."""

    def unmade(
        self, keep: AbstractSet[OutputPath], made: AbstractSet[OutputPath]
    ) -> tuple[Mapping[OutputPath, KnownFile], AbstractSet[OutputPath]]:
        """The files of the site that are not made, those to `keep` included: those that are known, and the others.

        By a copy with some taken out: to choose one by one from ten thousands takes longer than to make a page.
        """
        paths = self.paths | keep if keep else self.paths
        staying = dict(self.files)
        for path in (self.files.keys() - paths) | made:
            staying.pop(path, None)
        return staying, paths - staying.keys() - made


def order_of(
    root: Path,
    output: Path,
    known: Knowledge,
    before: Memory,
    store: Store,
    *,
    adopt: bool,
    surveyed: Callable[[], Survey] | None,
    waiting: frozenset[OutputPath] = frozenset(),
) -> Order:
    """Everything that has to be made so that `output` becomes the site that `known` is about.

    `surveyed` looks at the output folder; without it the files are taken to be there as they were left. `waiting` are
    pages that the last build left to this one.
    """
    old = before.summary
    looked = surveyed() if surveyed else Survey()
    files = old.files
    if looked.renewed or looked.damaged:
        files = {path: file for path, file in {**files, **looked.renewed}.items() if path not in looked.damaged}
    assets = assets_of(known.settings.theme, store) if known.settings.theme else ()
    copies = (*assets, *pictures_of(root, known.reading.entries, known.found.pictures, known.photographs, store))
    copied = frozenset(copy.path for copy in copies)
    missing = tuple(copy for copy in copies if copy.path not in files or files[copy.path].digest != copy.digest)
    is_same = known.changed == {} and old.theme == known.settings.theme_digest and old.copies == copied and old.listing
    if is_same and not old.pending and not waiting and looked.damaged <= copied and has_manifest(output, old.manifest):
        is_idle = looked.is_clean and not missing
        return Order({}, {}, missing, copied, files, frozenset(old.files), old.pages, (), old.listing, nothing=is_idle)
    pages = None if _lists_the_same(known, before, copied) else known.planner.paths()
    records, closures, damaged = before.details.pages, known.settings.closures, looked.damaged | waiting
    changed = known.changed if known.planner.premises == old.premises else None
    if pages is None:
        readers = before.details.readers if old.theme == known.settings.theme_digest else None
        stale = list(stale_records(records, changed or {}, closures, damaged, readers))
        paths = frozenset(old.files)
        # What is trusted to lie there lies in folders that are none but folders.
        doubtful = paths if surveyed else [one.page.path for one in stale]
        hindrances = obstacles(output, one_in_each_folder(doubtful), adopt=adopt)
    else:
        stale = list(stale_pages(pages, records, changed, closures, damaged))
        missing_pictures = {OutputPath(f"media/{name}") for name in shown(known.reading.entries)} - copied
        expected = (*(page.path for page in known.planner.pages), *copied, *missing_pictures)
        paths = frozenset(expected)
        origins = {page_of(entity): path for path, entity in known.world.addresses.items()}
        hindrances = obstacles(output, expected, adopt=adopt, origins=origins)
    return Order(
        pages={one.page.path: one.page for one in stale},
        reasons={one.page.path: one.reasons for one in stale},
        copies=missing,
        copied=copied,
        files=files,
        paths=paths,
        page_count=old.pages if pages is None else sum(path.endswith(".html") for path in pages),
        hindrances=(*_misplaced(root, output), *hindrances),
        listing=old.listing if pages is None else packed(known.planner.reads_of_listing),
        gone=frozenset() if pages is None else frozenset(records.keys() - pages.keys()),
    )


def _lists_the_same(known: Knowledge, before: Memory, copied: frozenset[OutputPath]) -> bool:
    """Whether the site has the files that it had, and each is a page of what it was a page of."""
    old = before.summary
    return (
        known.changed is not None
        and old.listing != b""
        and known.planner.premises == old.premises
        and not is_touched(old.listing, known.changed)
        and not old.pending
        and old.copies == copied
        # A page that two wanted, or a picture that is missing: whoever has such a fault can wait for the list.
        and len(old.files) == len(before.details.pages) + len(copied)
    )


def _misplaced(root: Path, output: Path) -> tuple[Diagnostic, ...]:
    """An output folder that is the site itself, or lies among its sources."""
    place = output.resolve()
    if root.resolve().is_relative_to(place):
        message = "this folder holds the site's own sources, so nothing was written into it"
    elif any(place.is_relative_to((root / name).resolve()) for name in (CONTENT, "themes", "overrides")):
        message = "this folder lies among the site's own sources, so nothing was written into it"
    else:
        return ()
    span = Span(output.as_posix())
    return (Diagnostic("P002", Severity.ERROR, span, message, "name another folder with --output"),)
