"""The world, its overview and the index of its texts in the store."""

from collections.abc import Mapping

import msgspec

from site_builder.build.shelf import Changed, Shelf
from site_builder.build.store import Store
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.graph.entry_links import Stated
from site_builder.graph.misspellings import Suspect
from site_builder.graph.names import NameTable
from site_builder.graph.world import World
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId
from site_builder.pages.overview import Overview
from site_builder.search.index import TextIndex


class _Rest(msgspec.Struct, frozen=True):
    """The world without its encyclopedia, which is kept beside it."""

    addresses: Mapping[str, EntityId]
    entries: Mapping[EntityId, Facts]
    late: Mapping[EntityId, tuple[Facts, ...]]
    names: NameTable
    stated: Mapping[EntityId, Stated]
    suspects: Mapping[EntityId, Suspect]
    findings: Mapping[str, tuple[Finding, ...]]


def load_world(store: Store) -> World | None:
    rest, site = Shelf(store, "world", _Rest).load(), Shelf(store, "site", Encyclopedia).load()
    return World(**msgspec.structs.asdict(rest), site=site) if rest and site else None


def keep_world(store: Store, world: World, before: World | None, changed: Changed) -> World:
    """`changed` has the tables of the encyclopedia as well."""
    site = Shelf(store, "site", Encyclopedia).keep(world.site, before.site if before else None, changed)
    rest = Shelf(store, "world", _Rest).keep(_rest(world), _rest(before) if before else None, changed)
    return World(**msgspec.structs.asdict(rest), site=site)


def load_overview(store: Store) -> Overview | None:
    return Shelf(store, "overview", Overview).load()


def keep_overview(store: Store, overview: Overview, before: Overview | None, changed: Changed) -> Overview:
    return Shelf(store, "overview", Overview).keep(overview, before, changed)


def load_index(store: Store) -> TextIndex | None:
    return _index_shelf(store).load()


def keep_index(store: Store, index: TextIndex, before: TextIndex | None, changed: Changed) -> TextIndex:
    return _index_shelf(store).keep(index, before, changed)


def _index_shelf(store: Store) -> Shelf[TextIndex]:
    # A shard is a file of the site, and as large: whoever changes one word need not read others.
    return Shelf(store, "search", TextIndex, keys_a_chunk=1)


def _rest(world: World) -> _Rest:
    return _Rest(**{field: getattr(world, field) for field in _Rest.__struct_fields__})
