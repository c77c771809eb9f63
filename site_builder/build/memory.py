"""What is known of a site between two builds, all of one moment: that of the last build that was published."""

from collections.abc import Mapping
from functools import cached_property
from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from site_builder.build.photographs import Negative
from site_builder.build.publishing.files import KnownFile
from site_builder.build.reading import Read
from site_builder.build.records import EntryRecord, PageRecord, SourceRecord
from site_builder.build.shelf import Changed, Shelf
from site_builder.build.store import Store
from site_builder.build.tables import StoredTable
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.identity import OutputPath

if TYPE_CHECKING:
    from site_builder.graph.world import World
    from site_builder.pages.overview import Overview
    from site_builder.search.index import TextIndex


class Basis(msgspec.Struct, frozen=True):
    """What everything else stands on. Where one of these is another, more than single entries has changed."""

    reading: str = ""
    """The digest of the settings by which entries are read."""
    settings: str = ""
    """Of all settings, and of the site's own Python."""


class Summary(msgspec.Struct, frozen=True):
    """What is small, and looked at by every build."""

    basis: Basis = Basis()
    theme: str = ""
    """The digest of all that the templates decide."""
    premises: str = ""
    """What every page depends on beside what it reads."""
    sources: Mapping[str, SourceRecord] = {}
    entries: Mapping[str, EntryRecord] = {}
    pictures: Mapping[str, SourceRecord] = {}
    photographs: Mapping[str, Negative] = {}
    """By path below content/."""
    files: Mapping[OutputPath, KnownFile] = {}
    """What lies in the output folder and is ours."""
    manifest: KnownFile | None = None
    copies: frozenset[OutputPath] = frozenset()
    """Those of the files that were copied as they are."""
    looked: int = 0
    """When that was so: nanoseconds since 1970."""
    about_site: tuple[Diagnostic, ...] = ()
    """What the encyclopedia as a whole has wrong: found by the site's own checks, and by planning."""
    pages: int = 0
    """How many pages there are."""
    listing: bytes = b""
    """What was read to know which pages there are."""
    has_located: bool = False
    """Whether anything is wrong with what entries say of each other."""
    owners: int = 0
    """How many entries have an address of their own."""
    pending: frozenset[OutputPath] = frozenset()
    """Pages that could not be made, or were left as they are because of a fault in their entry."""

    @property
    def read(self) -> Read:
        return Read(self.sources, self.entries)


class Details(msgspec.Struct, frozen=True):
    """What is big, and looked into by builds that have something to do."""

    located: Mapping[str, tuple[Diagnostic, ...]] = {}
    """What is wrong with what entries say of each other, by the path of the file."""
    traces: Mapping[str, str] = {}
    """By which names can concern an entry, by the path of its file."""
    pages: Mapping[OutputPath, PageRecord] = {}
    readers: Mapping[str, bytes] = {}
    """The pages again, turned round: see `build/readers.py`."""


class Memory:
    """What is known; nothing without a store. Each part is read from there when somebody first asks for it."""

    def __init__(self, kept: Summary | None = None, store: Store | None = None, summary: Summary | None = None) -> None:
        """`summary` is what is `kept`, where that is in memory."""
        self.kept = kept
        """The summary as it lies in the store."""
        self.summary = summary or (_at_hand(kept) if kept else Summary())
        self._store = store

    @property
    def is_empty(self) -> bool:
        return self._store is None

    @cached_property
    def details(self) -> Details:
        return (self._store and Shelf(self._store, "details", Details).load()) or Details()

    @cached_property
    def world(self) -> "World | None":
        from site_builder.build.world_shelf import load_world

        return None if self._store is None else load_world(self._store)

    @cached_property
    def overview(self) -> "Overview | None":
        from site_builder.build.world_shelf import load_overview

        return None if self._store is None else load_overview(self._store)

    @cached_property
    def index(self) -> "TextIndex | None":
        from site_builder.build.world_shelf import load_index

        return None if self._store is None else load_index(self._store)


class News(msgspec.Struct, frozen=True):
    """What a memory is to take in: what is known now, and where that differs from what it knows."""

    summary: Summary
    details: Details
    changed_details: Changed
    world: "World | None" = None
    """None if it is as it was."""
    changed_world: Changed = {}
    """The tables of the encyclopedia among them."""
    overview: "Overview | None" = None
    """None if it is as it was."""
    changed_overview: Changed = {}
    index: "TextIndex | None" = None
    """None if it is as it was, or there is none."""
    changed_index: Changed = {}


_LARGE_CHUNK = 512
"""Keys of a table that every build reads whole: few reads, and a change of one key still writes little."""


def load_memory(store: Store) -> Memory:
    """What lies in the store; nothing where that is new. Raises `StoreFault` where it is damaged."""
    kept = Shelf(store, "summary", Summary, _LARGE_CHUNK).load()
    return Memory() if kept is None else Memory(kept, store)


def keep_memory(store: Store, before: Memory, news: News) -> Memory:
    """The memory with the news, which are put into the store, but not committed."""
    from site_builder.build.world_shelf import keep_index, keep_overview, keep_world

    shelf, differing = Shelf(store, "summary", Summary, _LARGE_CHUNK), _differing(before.summary, news.summary)
    memory = Memory(shelf.keep(news.summary, before.kept, differing), store, news.summary)
    details = Shelf(store, "details", Details)
    memory.details = details.keep(news.details, None if before.is_empty else before.details, news.changed_details)
    if news.world is not None:
        memory.world = keep_world(store, news.world, before.world, news.changed_world)
    elif "world" in vars(before):
        memory.world = before.world
    if news.overview is not None:
        memory.overview = keep_overview(store, news.overview, before.overview, news.changed_overview)
    elif "overview" in vars(before):
        memory.overview = before.overview
    if news.index is not None:
        memory.index = keep_index(store, news.index, before.index, news.changed_index)
    elif "index" in vars(before):
        memory.index = before.index
    return memory


def _at_hand(kept: Summary) -> Summary:
    """The summary with its tables in memory."""
    tables = {
        field: table for field in kept.__struct_fields__ if isinstance(table := getattr(kept, field), StoredTable)
    }
    return replace(kept, **{field: table.unordered() for field, table in tables.items()})


def _differing(old: Summary, new: Summary) -> Changed:
    """The keys of each table that differ: most values are the very same."""
    changed: dict[str, list[str]] = {}
    for field in Summary.__struct_fields__:
        before, after = getattr(old, field), getattr(new, field)
        if isinstance(before, Mapping) and isinstance(after, Mapping) and before is not after:
            changed[field] = list(compress(after, map(is_not, after.values(), map(before.get, after))))
            changed[field] += before.keys() - after.keys()
    return changed
