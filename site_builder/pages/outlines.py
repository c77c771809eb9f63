"""What others may learn of an entity: its *outline*, which pages show, and its *standing*, which lists are made from.

Both are small and say nothing of an entry's prose, so most edits leave them, and with them all other pages, alone.
"""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from site_builder.content.countries import country_data
from site_builder.graph.encyclopedia import Encyclopedia, Entity, Membership
from site_builder.model.dates import PartialDate
from site_builder.model.facts import CountryFacts, InstrumentFacts, KindFacts, MusicianFacts, VenueFacts
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, MUSICIANS, VENUES, EntityId, kind_of
from site_builder.pages.english import common_noun
from site_builder.pages.lives import Performance, active_years, performances_of
from site_builder.pages.wording import capitalised, duration, lifespan

SomeFacts = TypeVar("SomeFacts", MusicianFacts, InstrumentFacts, CountryFacts, VenueFacts)


class Outline(msgspec.Struct, frozen=True, gc=False):
    """What a link, a line of a list or the catalog says of an entity."""

    id: EntityId
    name: str
    title: str
    """The name as it stands alone: "Double bass"."""
    word: str
    """The name as it stands in a sentence: "double bass"."""
    sort_name: str
    sort_key: str
    summary: str = ""
    detail: str = ""
    """What tells it from others in a list: the years of a life, or a hall's city and years."""
    born: PartialDate | None = None
    died: PartialDate | None = None


class Standing(msgspec.Struct, frozen=True, gc=False):
    """What decides which lists an entity is on, beside its outline."""

    terms: tuple[EntityId, ...] = ()
    """A musician's, in the order of its front matter."""
    backlinks: int = 0
    acquainted: bool = False
    """Whether it is related to another entry."""
    draft: bool = False
    has_text: bool = False
    updated: PartialDate | None = None
    family: str = ""
    """An instrument's, as written."""
    evenings: tuple[tuple[EntityId, tuple[int, int, int]], ...] = ()
    """The venues where a musician played on a day that is known, each with the day."""
    territory: str = ""
    """A country's key on the map: its code, or its common name where it has none."""
    coordinates: tuple[float, float] | None = None
    """A venue's, in degrees north and east."""
    active: tuple[int, int] | None = None
    """The first and the last year of which a musician's terms tell something."""
    performances: tuple[Performance, ...] = ()
    aliases: tuple[str, ...] = ()


def outline_of(entity: Entity, *, common: bool) -> Outline:
    """The outline; `common` says whether names of its kind are ordinary words."""
    about = entity.facts.about if entity.facts else None
    born, died = (about.born, about.died) if isinstance(about, MusicianFacts) else (None, None)
    return Outline(
        entity.id,
        entity.name,
        capitalised(entity.name) if common else entity.name,
        _word(entity) if common else entity.name,
        entity.sort_name,
        entity.sort_key,
        entity.summary,
        _detail(entity.id, about),
        born,
        died,
    )


def standing_of(entity: Entity, site: Encyclopedia) -> Standing:
    facts, id = entity.facts, entity.id  # noqa: A001  (the name of the field)
    relations, memberships = site.relations.get(id, ()), site.memberships.get(id, ())
    return Standing(
        tuple([held.term for held in memberships]),
        len(site.backlinks.get(id, ())),
        any(relation.other for relation in relations),
        facts.draft if facts else False,
        facts.has_text if facts else False,
        facts.updated if facts else None,
        facts_of(entity, InstrumentFacts).family if kind_of(id) == INSTRUMENTS else "",
        _evenings(memberships),
        territory_of(entity) if kind_of(id) == COUNTRIES else "",
        coordinates_of(entity) if kind_of(id) == VENUES else None,
        active_years(memberships),
        performances_of(memberships),
        facts.aliases if facts else (),
    )


def facts_of(entity: Entity, kind: type[SomeFacts]) -> SomeFacts:
    """What the entity's file says that only its kind has; nothing where it has no file."""
    about: KindFacts | None = entity.facts.about if entity.facts else None
    return about if isinstance(about, kind) else kind()


def exact_day(date: PartialDate | None) -> tuple[int, int, int] | None:
    """The one day that the date means, of our era; None where it is not known to the day.

    >>> exact_day(PartialDate("12 March 1985", (1985, 3, 12), (1985, 3, 12)))
    (1985, 3, 12)
    >>> exact_day(PartialDate("c. 12 March 1985", (1985, 3, 12), (1985, 3, 12), approximate=True))
    """
    if date is None or date.earliest is None or date.earliest != date.latest or date.approximate or date.uncertain:
        return None
    return date.earliest if date.earliest[0] > 0 else None


def _evenings(memberships: Iterable[Membership]) -> tuple[tuple[EntityId, tuple[int, int, int]], ...]:
    return tuple(
        [
            (held.term, day)
            for held in memberships
            if held.occasions and kind_of(held.term) == VENUES
            for date in held.years
            if (day := exact_day(date))
        ]
    )


def territory_of(country: Entity) -> str:
    """The country's key on the map: its code, or its common name where it has none."""
    known = country_data().named(country.name)
    return facts_of(country, CountryFacts).code or (known.code or known.name if known else country.name)


def coordinates_of(venue: Entity) -> tuple[float, float] | None:
    """Degrees north and east; None where one of them is missing."""
    facts = facts_of(venue, VenueFacts)
    if facts.latitude is None or facts.longitude is None:
        return None
    return facts.latitude, facts.longitude


def _word(entity: Entity) -> str:
    # Whoever wrote a file chose the case; a name that stands in others' front matter was given its capital by `link`.
    return entity.facts.name if entity.facts else common_noun(entity.name)


def _detail(entity: EntityId, about: KindFacts | None) -> str:
    kind = kind_of(entity)
    if kind == MUSICIANS and isinstance(about, MusicianFacts):
        return lifespan(about.born, about.died)
    if kind == VENUES and isinstance(about, VenueFacts):
        return ", ".join(filter(None, (about.city, duration(about.opened, about.closed))))
    return ""
