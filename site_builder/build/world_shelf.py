"""The world and its overview in the store."""

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


def _rest(world: World) -> _Rest:
    return _Rest(**{field: getattr(world, field) for field in _Rest.__struct_fields__})
