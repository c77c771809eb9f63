"""The encyclopedia: all facts, resolved against each other.

A *term* is what musicians share: an instrument, a country, a venue, a genre … A *member* of a term is a musician
who has it. A *wanted page* is a name that somebody links to and nobody has written.

Values that exist by the hundred thousand are made with `gc=False`: they cannot be part of a cycle, and without the
collector looking at them linking takes 1.5 s instead of 2.6 s (10,000 entries, Python 3.11).
"""

from collections.abc import Mapping

import msgspec

from site_builder.model.config import SiteConfig
from site_builder.model.dates import PartialDate
from site_builder.model.facts import Facts, Sentence
from site_builder.model.identity import EntityId


class Entity(msgspec.Struct, frozen=True):
    """Anything with a page of its own, with or without a file."""

    id: EntityId
    name: str
    sort_name: str
    """What lists show and sort by: "Taro, Bakhyt" for a musician, else the name."""
    sort_key: str
    """Compares in the order of the alphabet, over several scripts; ends in the id, so no two are equal."""
    summary: str = ""
    facts: Facts | None = None
    """None for a term that only front matter names."""


class Occasion(msgspec.Struct, frozen=True, gc=False):
    """One item of an entry's front matter that names a term, as far as it says more than the name."""

    years: tuple[PartialDate, ...] = ()
    note: str = ""


class Membership(msgspec.Struct, frozen=True, gc=False):
    """That a musician has a term: played in a hall, once or several times."""

    musician: EntityId
    term: EntityId
    occasions: tuple[Occasion, ...] = ()
    """What is said of it, in the order of the front matter; empty where nothing is."""

    @property
    def years(self) -> tuple[PartialDate, ...]:
        return tuple(year for occasion in self.occasions for year in occasion.years)


class Relation(msgspec.Struct, frozen=True, gc=False):
    """What another musician is to this one."""

    role: str
    """The front matter key that would say so on this one's page: "teachers", "pupils", "family", "played_with"."""
    other: EntityId | None
    """None where no entry has that name."""
    name: str
    years: tuple[PartialDate, ...] = ()
    note: str = ""


class Target(msgspec.Struct, frozen=True, gc=False):
    """What a wiki link leads to."""

    entity: EntityId | None = None
    """None for a wanted page, and for a name that several share."""
    anchor: str = ""
    """The id of a heading there."""
    ambiguity: str = ""
    """The slug of the disambiguation page, where several share the name."""


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A name in the prose that became a link: characters `start` to `end` of the part with this index."""

    part: int
    start: int
    end: int
    target: EntityId
    sentence: Sentence


class Backlink(msgspec.Struct, frozen=True, gc=False):
    """That an entry speaks of this one, and how."""

    source: EntityId
    sentence: Sentence


class Kinship(msgspec.Struct, frozen=True, gc=False):
    """Another musician with much in common, and what that is, the rarest first."""

    other: EntityId
    shared: tuple[EntityId, ...]


class Ambiguity(msgspec.Struct, frozen=True):
    """A name that several entities share, which gets a disambiguation page."""

    name: str
    slug: str
    candidates: tuple[EntityId, ...]


class Wanted(msgspec.Struct, frozen=True):
    """A page that is linked to and does not exist."""

    name: str
    wanted_by: tuple[EntityId, ...]


class Redirect(msgspec.Struct, frozen=True):
    """An address that leads to an entity: a former one of its own, or that of an alias."""

    old: EntityId
    entity: EntityId
    name: str
    """The alias; "" for a former address."""


class Encyclopedia(msgspec.Struct, frozen=True):
    """The whole, frozen. Every mapping and tuple is in an order that the facts alone decide."""

    config: SiteConfig
    entities: Mapping[EntityId, Entity]
    """Of every kind, sorted by id."""
    memberships: Mapping[EntityId, tuple[Membership, ...]]
    """A musician's terms, in the order of its front matter, facets in the order of the configuration."""
    members: Mapping[EntityId, tuple[Membership, ...]]
    """A term's musicians, sorted by sort key."""
    venues_in: Mapping[EntityId, tuple[EntityId, ...]]
    """A country's venues, sorted by sort key."""
    venue_countries: Mapping[EntityId, EntityId]
    relations: Mapping[EntityId, tuple[Relation, ...]]
    """What a musician's entry says, and the other side of what others' entries say."""
    targets: Mapping[EntityId, tuple[Target, ...]]
    """Of an entry's references, in their order."""
    mentions: Mapping[EntityId, tuple[Mention, ...]]
    backlinks: Mapping[EntityId, tuple[Backlink, ...]]
    """One for each entry that links here, sorted by its sort key."""
    related: Mapping[EntityId, tuple[Kinship, ...]]
    """At most eight each, the closest first."""
    ambiguities: tuple[Ambiguity, ...]
    wanted: tuple[Wanted, ...]
    redirects: tuple[Redirect, ...]

    def of_kind(self, kind: str) -> tuple[Entity, ...]:
        """The entities of a kind, in the order of the alphabet."""
        chosen = (e for e in self.entities.values() if e.id.startswith(f"{kind}/"))
        return tuple(sorted(chosen, key=lambda entity: entity.sort_key))
