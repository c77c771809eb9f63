"""The world: everything that linking knows, in a form that can be updated entry by entry."""

from collections.abc import Mapping

import msgspec

from site_builder.graph.encyclopedia import (
    Backlink,
    Encyclopedia,
    Entity,
    Kinship,
    Membership,
    Mention,
    Relation,
    Target,
)
from site_builder.graph.entry_links import Stated
from site_builder.graph.lexicon import Lexicon
from site_builder.graph.misspellings import Suspect
from site_builder.graph.names import NameTable
from site_builder.graph.tables import Delta
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId


class World(msgspec.Struct, frozen=True):
    """All entries, linked. The tables may be any mappings: a table that is no dict is read by key and never copied."""

    addresses: Mapping[str, EntityId]
    """What each file is about, by its path."""
    entries: Mapping[EntityId, Facts]
    """The entry at each address: of two files that want one, the first by path."""
    late: Mapping[EntityId, tuple[Facts, ...]]
    """The other files that want an address, by path."""
    names: NameTable
    stated: Mapping[EntityId, Stated]
    """What entries say beyond the tables of `site`; nothing for those who say no more."""
    suspects: Mapping[EntityId, Suspect]
    """The terms that a single entry names; read as a whole."""
    findings: Mapping[str, tuple[Finding, ...]]
    """By path, of those files that have any, each file's in the order of its places; read as a whole."""
    site: Encyclopedia


class Changes(msgspec.Struct, frozen=True):
    """The keys of each table whose values differ, with the old and the new value."""

    addresses: Delta[str, EntityId]
    entries: Delta[EntityId, Facts]
    late: Delta[EntityId, tuple[Facts, ...]]
    names: bool
    """Whether the table of names differs, and with it perhaps `ambiguities` and `redirects`."""
    stated: Delta[EntityId, Stated]
    suspects: Delta[EntityId, Suspect]
    findings: Delta[str, tuple[Finding, ...]]
    entities: Delta[EntityId, Entity]
    memberships: Delta[EntityId, tuple[Membership, ...]]
    members: Delta[EntityId, tuple[Membership, ...]]
    venues_in: Delta[EntityId, tuple[EntityId, ...]]
    venue_countries: Delta[EntityId, EntityId]
    relations: Delta[EntityId, tuple[Relation, ...]]
    targets: Delta[EntityId, tuple[Target, ...]]
    mentions: Delta[EntityId, tuple[Mention, ...]]
    backlinks: Delta[EntityId, tuple[Backlink, ...]]
    related: Delta[EntityId, tuple[Kinship, ...]]
    ambiguities: bool
    wanted: bool
    redirects: bool


def empty_world(config: SiteConfig) -> World:
    """The world of no entries. All others are updates of it."""
    names = NameTable({}, {}, {}, (), {}, Lexicon())
    site = Encyclopedia(config, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, (), (), ())
    return World({}, {}, {}, names, {}, {}, {}, site)
