"""What has to be made: a comparison of the site as it should be with what lies in the output folder."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from site_builder.build.copies import Copy, assets_of, pictures_of, shown
from site_builder.build.knowledge import Knowledge
from site_builder.build.memory import Memory
from site_builder.build.outputs import Survey, has_manifest, survey
from site_builder.build.publishing.files import KnownFile
from site_builder.build.publishing.obstacles import obstacles
from site_builder.build.scan import CONTENT
from site_builder.build.staleness import stale_pages
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath, page_of
from site_builder.model.source import Span
from site_builder.pages.contents import PageId


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
    nothing: bool = False
    """Whether there is nothing to do, and nothing new to remember of the output folder."""


def order_of(root: Path, output: Path, known: Knowledge, before: Memory, *, adopt: bool, trusting: bool) -> Order:
    """Everything that has to be made so that `output` becomes the site that `known` is about.

    If `trusting`, the files are taken to be there as they were left.
    """
    old = before.summary
    looked = Survey() if trusting else survey(output, old.files, old.looked)
    files = {path: record for path, record in {**old.files, **looked.renewed}.items() if path not in looked.damaged}
    assets = assets_of(known.settings.theme) if known.settings.theme else ()
    copies = (*assets, *pictures_of(root, known.reading.entries, known.found.pictures))
    copied = frozenset(copy.path for copy in copies)
    missing = tuple(copy for copy in copies if copy.path not in files or files[copy.path].digest != copy.digest)
    is_same = known.changed == {} and old.theme == known.settings.theme_digest and old.copies == copied
    if is_same and not old.pending and looked.damaged <= copied and has_manifest(output, old.manifest):
        is_idle = looked.is_clean and not missing
        return Order({}, {}, missing, copied, files, frozenset(old.files), old.pages, (), nothing=is_idle)
    pages = known.planner.paths()
    changed = known.changed if known.planner.premises == old.premises else None
    records = before.details.pages
    stale = list(stale_pages(pages, records, changed, known.settings.closures, looked.damaged))
    missing_pictures = {OutputPath(f"media/{name}") for name in shown(known.reading.entries)} - copied
    expected = (*(page.path for page in known.planner.pages), *copied, *missing_pictures)
    paths = frozenset(expected)
    # The same paths as last time collide as little as they did, but a folder may be a link now.
    is_known = len(paths) == len(expected) and paths == old.files.keys()
    doubtful = tuple({path.rpartition("/")[0]: path for path in paths}.values()) if is_known else expected
    origins = {page_of(entity): path for path, entity in known.world.addresses.items()}
    return Order(
        pages={one.path: pages[one.path] for one in stale},
        reasons={one.path: one.reasons for one in stale},
        copies=missing,
        copied=copied,
        files=files,
        paths=paths,
        page_count=sum(path.endswith(".html") for path in pages),
        hindrances=(*_misplaced(root, output), *obstacles(output, doubtful, adopt=adopt, origins=origins)),
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
