"""Entities as schema.org has them."""

from collections.abc import Sequence

from msgspec.structs import replace

from site_builder.graph.encyclopedia import Entity
from site_builder.model.dates import PartialDate
from site_builder.model.facts import CountryFacts, MusicianFacts, VenueFacts
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, VENUES, EntityId, kind_of
from site_builder.pages.edition import Edition
from site_builder.pages.frame import entity_address
from site_builder.pages.outlines import facts_of
from site_builder.pages.routes import index_page, whole
from site_builder.pages.structured import (
    Country,
    DefinedTerm,
    DefinedTermSet,
    GeoCoordinates,
    MusicGroup,
    MusicVenue,
    Person,
    Place,
    PostalAddress,
    Thing,
)

_MOST_NAMED = 5
"""Acquaintances of a person, members of an ensemble. Only some: this says who somebody is, not whom they met."""
_KNOWN_KINDS = (INSTRUMENTS, "genres")


def person(edition: Edition, entity: Entity, description: str, image: str) -> Person:
    musician = facts_of(entity, MusicianFacts)
    relations = edition.tables.relations.get(entity.id, ())
    acquaintances = dict.fromkeys([relation.other for relation in relations if relation.other])
    terms = edition.terms_by_kind(entity.id)
    return Person(
        name=entity.name,
        url=entity_address(edition, entity.id),
        description=description,
        alternate_name=_aliases(entity),
        image=image,
        birth_date=_certain(musician.born),
        death_date=_certain(musician.died),
        birth_place=Place(name=musician.birthplace) if musician.birthplace else None,
        nationality=tuple(
            [Country(edition.title(country), entity_address(edition, country)) for country in terms.get(COUNTRIES, ())]
        ),
        knows_about=tuple([edition.word(term) for kind in _KNOWN_KINDS for term in terms.get(kind, ())]),
        knows=_people(edition, list(acquaintances)),
        member_of=tuple(
            [MusicGroup(edition.title(band), entity_address(edition, band)) for band in terms.get("ensembles", ())]
        ),
    )


def term(edition: Edition, entity: Entity, description: str, image: str) -> Thing:
    """What a term's page is about, in the type that schema.org has for its kind."""
    return replace(
        _of_kind(edition, entity),
        name=edition.title(entity.id),
        url=entity_address(edition, entity.id),
        description=description,
        alternate_name=_aliases(entity),
        image=image,
    )


def _of_kind(edition: Edition, entity: Entity) -> Thing:
    kind = kind_of(entity.id)
    if kind == "ensembles":
        return MusicGroup(
            member=_people(edition, [member.musician for member in edition.tables.members.get(entity.id, ())])
        )
    if kind == COUNTRIES:
        return Country(identifier=facts_of(entity, CountryFacts).code)
    if kind == VENUES:
        return _venue(edition, entity)
    index = whole(edition.config.base_url, index_page(kind))
    return DefinedTerm(in_defined_term_set=DefinedTermSet(name=edition.facets[kind].title, url=index))


def _venue(edition: Edition, entity: Entity) -> MusicVenue:
    venue = facts_of(entity, VenueFacts)
    country = edition.tables.venue_countries.get(entity.id)
    country_name = edition.outline(country).name if country else venue.country
    has_address, has_place = venue.city or country_name, venue.latitude is not None and venue.longitude is not None
    return MusicVenue(
        address=PostalAddress(address_locality=venue.city, address_country=country_name) if has_address else None,
        geo=GeoCoordinates(latitude=venue.latitude, longitude=venue.longitude) if has_place else None,
    )


def _people(edition: Edition, musicians: Sequence[EntityId]) -> tuple[Person, ...]:
    return tuple(
        [
            Person(edition.outline(musician).name, entity_address(edition, musician))
            for musician in musicians[:_MOST_NAMED]
        ]
    )


def _aliases(entity: Entity) -> tuple[str, ...]:
    return entity.facts.aliases if entity.facts else ()


def _certain(date: PartialDate | None) -> str:
    return date.iso() if date else ""
