"""The encyclopedia for programs: catalog.json with all entities, and one record for each musician and term.

The shape is stable: within one `version` fields are only added. Addresses (`url`) lead from the top of the site;
entities are named by their ids, `musicians/bakhyt-taro`. Missing texts are "", missing dates and numbers null.
"""

from collections.abc import Sequence

import msgspec

from site_builder.graph.encyclopedia import Entity, Membership, Relation
from site_builder.model.dates import PartialDate
from site_builder.model.facts import CountryFacts, InstrumentFacts, MusicianFacts, VenueFacts
from site_builder.model.identity import EntityId, OutputPath, kind_of, page_of
from site_builder.pages.edition import Edition
from site_builder.pages.outlines import Outline, facts_of
from site_builder.pages.request import FilePage
from site_builder.pages.routes import CATALOG, json_of

VERSION = 1


class Date(msgspec.Struct, frozen=True):
    text: str
    iso: str
    """ISO 8601; "" where the date is vague."""
    earliest: str | None
    latest: str | None


class CatalogEntry(msgspec.Struct, frozen=True):
    id: EntityId
    kind: str
    name: str
    summary: str
    url: OutputPath
    born: Date | None
    died: Date | None
    terms: tuple[EntityId, ...]


class Catalog(msgspec.Struct, frozen=True):
    version: int
    title: str
    language: str
    entities: tuple[CatalogEntry, ...]
    """Of every kind, by id."""


class ToldOccasion(msgspec.Struct, frozen=True):
    years: tuple[Date, ...]
    note: str


class HeldTerm(msgspec.Struct, frozen=True):
    id: EntityId
    name: str
    occasions: tuple[ToldOccasion, ...]


class RelatedPerson(msgspec.Struct, frozen=True):
    role: str
    id: EntityId | None
    name: str
    years: tuple[Date, ...]
    note: str


class MusicianRecord(msgspec.Struct, frozen=True):
    born: Date | None
    died: Date | None
    birthplace: str
    terms: tuple[HeldTerm, ...]
    relations: tuple[RelatedPerson, ...]


class TermRecord(msgspec.Struct, frozen=True):
    """What only one kind has is "" or null for the others."""

    musicians: tuple[EntityId, ...]
    family: str
    code: str
    city: str
    country: EntityId | None
    opened: Date | None
    closed: Date | None
    latitude: float | None
    longitude: float | None


class Record(msgspec.Struct, frozen=True):
    version: int
    id: EntityId
    kind: str
    name: str
    sort_name: str
    aliases: tuple[str, ...]
    summary: str
    url: OutputPath
    updated: Date | None
    about: MusicianRecord | TermRecord
    links: tuple[EntityId, ...]
    """Entities that its text speaks of, by id."""
    backlinks: tuple[EntityId, ...]
    """Entities whose text speaks of it, in the order of the alphabet."""


_ENCODER = msgspec.json.Encoder()


def catalog(edition: Edition) -> FilePage:
    """catalog.json."""
    config = edition.config
    terms_of = dict(edition.tables.terms_of.items())
    entities = tuple([_catalog_entry(o, terms_of.get(o.id, ())) for o in edition.tables.outlines.values()])
    return _file(CATALOG, Catalog(VERSION, config.title, config.language, entities))


def musician_record(edition: Edition, musician: EntityId) -> FilePage:
    entity = edition.tables.entities[musician]
    return _file(json_of(musician), _record(edition, entity, _musician(edition, entity)))


def term_record(edition: Edition, term: EntityId) -> FilePage:
    entity = edition.tables.entities[term]
    return _file(json_of(term), _record(edition, entity, _term(edition, entity)))


def _file(path: OutputPath, content: Catalog | Record) -> FilePage:
    return FilePage(path, _ENCODER.encode(content) + b"\n")


def _catalog_entry(outline: Outline, terms: tuple[EntityId, ...]) -> CatalogEntry:
    return CatalogEntry(
        id=outline.id,
        kind=kind_of(outline.id),
        name=outline.name,
        summary=outline.summary,
        url=page_of(outline.id),
        born=_date(outline.born),
        died=_date(outline.died),
        terms=terms,
    )


def _record(edition: Edition, entity: Entity, about: MusicianRecord | TermRecord) -> Record:
    site = edition.tables
    targets = (target.entity for target in site.targets.get(entity.id, ()) if target.entity)
    mentioned = (mention.target for mention in site.mentions.get(entity.id, ()))
    return Record(
        version=VERSION,
        id=entity.id,
        kind=kind_of(entity.id),
        name=entity.name,
        sort_name=entity.sort_name,
        aliases=entity.facts.aliases if entity.facts else (),
        summary=entity.summary,
        url=page_of(entity.id),
        updated=_date(entity.facts.updated if entity.facts else None),
        about=about,
        links=tuple(sorted({*targets, *mentioned} - {entity.id})),
        backlinks=tuple(backlink.source for backlink in site.backlinks.get(entity.id, ())),
    )


def _musician(edition: Edition, entity: Entity) -> MusicianRecord:
    musician = facts_of(entity, MusicianFacts)
    return MusicianRecord(
        born=_date(musician.born),
        died=_date(musician.died),
        birthplace=musician.birthplace,
        terms=tuple(_held(edition, held) for held in edition.tables.memberships.get(entity.id, ())),
        relations=tuple(_related(relation) for relation in edition.tables.relations.get(entity.id, ())),
    )


def _term(edition: Edition, entity: Entity) -> TermRecord:
    venue = facts_of(entity, VenueFacts)
    return TermRecord(
        musicians=tuple([member.musician for member in edition.tables.members.get(entity.id, ())]),
        family=facts_of(entity, InstrumentFacts).family,
        code=facts_of(entity, CountryFacts).code,
        city=venue.city,
        country=edition.tables.venue_countries.get(entity.id),
        opened=_date(venue.opened),
        closed=_date(venue.closed),
        latitude=venue.latitude,
        longitude=venue.longitude,
    )


def _held(edition: Edition, held: Membership) -> HeldTerm:
    occasions = tuple(ToldOccasion(_dates(occasion.years), occasion.note) for occasion in held.occasions)
    return HeldTerm(held.term, edition.outline(held.term).name, occasions)


def _related(relation: Relation) -> RelatedPerson:
    return RelatedPerson(relation.role, relation.other, relation.name, _dates(relation.years), relation.note)


def _dates(dates: Sequence[PartialDate]) -> tuple[Date, ...]:
    return tuple(filter(None, map(_date, dates)))


def _date(date: PartialDate | None) -> Date | None:
    return Date(date.text, date.iso(), _day(date.earliest), _day(date.latest)) if date else None


def _day(day: tuple[int, int, int] | None) -> str | None:
    if day is None:
        return None
    year, month, number = day
    # ISO 8601 counts four digits beside the sign.
    return f"{year:0{5 if year < 0 else 4}}-{month:02}-{number:02}"
