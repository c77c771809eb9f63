"""What is known of a site between two builds, all of one moment: that of the last build that was published."""

from collections.abc import Mapping

import msgspec

from site_builder.build.publishing.files import KnownFile
from site_builder.build.reading import Read
from site_builder.build.records import EntryRecord, PageRecord, SourceRecord
from site_builder.build.shelf import Changed, Shelf
from site_builder.build.store import Store, StoreFault
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.graph.entry_links import Stated
from site_builder.graph.misspellings import Suspect
from site_builder.graph.names import NameTable
from site_builder.graph.world import World
from site_builder.model.diagnostic import Diagnostic, Finding
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId, OutputPath
from site_builder.pages.overview import Overview


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


class Memory(msgspec.Struct, frozen=True):
    summary: Summary = Summary()
    details: Details | None = None
    world: World | None = None
    overview: Overview | None = None


class Differences(msgspec.Struct, frozen=True):
    """Where a memory differs from the one before."""

    details: Changed
    world: Changed
    """Of the encyclopedia, too."""
    overview: Changed


class _World(msgspec.Struct, frozen=True):
    """The world without its encyclopedia, which is kept beside it."""

    addresses: Mapping[str, EntityId]
    entries: Mapping[EntityId, Facts]
    late: Mapping[EntityId, tuple[Facts, ...]]
    names: NameTable
    stated: Mapping[EntityId, Stated]
    suspects: Mapping[EntityId, Suspect]
    findings: Mapping[str, tuple[Finding, ...]]


_SUMMARY = msgspec.msgpack.Decoder(Summary)
_ENCODER = msgspec.msgpack.Encoder()


def load_memory(store: Store) -> Memory:
    """What lies in the store; nothing where that is new. Raises `StoreFault` where it is damaged."""
    kept = store.get("summary")
    if kept is None:
        return Memory()
    try:
        summary = _SUMMARY.decode(kept)
    except msgspec.MsgspecError as error:
        raise StoreFault(str(error)) from error
    return Memory(
        summary,
        Shelf(store, "details", Details).load(),
        _loaded_world(store),
        Shelf(store, "overview", Overview).load(),
    )


def keep_memory(store: Store, before: Memory, memory: Memory, differences: Differences) -> Memory:
    """Puts the memory into the store, without committing it; returns it with its tables as they lie there."""
    store.put("summary", _ENCODER.encode(memory.summary))
    return Memory(
        memory.summary,
        Shelf(store, "details", Details).keep(memory.details or Details(), before.details, differences.details),
        memory.world and _kept_world(store, memory.world, before.world, differences.world),
        memory.overview
        and Shelf(store, "overview", Overview).keep(memory.overview, before.overview, differences.overview),
    )


def _loaded_world(store: Store) -> World | None:
    rest, site = Shelf(store, "world", _World).load(), Shelf(store, "site", Encyclopedia).load()
    return World(**msgspec.structs.asdict(rest), site=site) if rest and site else None


def _kept_world(store: Store, world: World, before: World | None, changed: Changed) -> World:
    site = Shelf(store, "site", Encyclopedia).keep(world.site, before.site if before else None, changed)
    rest = Shelf(store, "world", _World).keep(_rest(world), _rest(before) if before else None, changed)
    return World(**msgspec.structs.asdict(rest), site=site)


def _rest(world: World) -> _World:
    return _World(**{field: getattr(world, field) for field in _World.__struct_fields__})
