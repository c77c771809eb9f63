"""The rows of the infobox: what is known of an entity, each value with its page. What is not known has no row."""

from collections.abc import Iterable, Sequence

from site_builder.content.countries import country_data
from site_builder.graph.collation import sort_key
from site_builder.graph.encyclopedia import Entity, Membership
from site_builder.model.config import Facet
from site_builder.model.facts import CountryFacts, InstrumentFacts, MusicianFacts, VenueFacts
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, VENUES, kind_of
from site_builder.pages.edition import Edition
from site_builder.pages.outlines import facts_of, territory_of
from site_builder.pages.routes import family_page
from site_builder.pages.views import Fact, FactRow
from site_builder.pages.wording import age_at_death, capitalised, coordinates, listed, remarks, term_noun


def musician_facts(edition: Edition, entity: Entity) -> tuple[FactRow, ...]:
    musician = facts_of(entity, MusicianFacts)
    born = [Fact(text) for text in (musician.born.text if musician.born else "", musician.birthplace) if text]
    died = [Fact(musician.died.text, note=age_at_death(musician.born, musician.died))] if musician.died else []
    memberships = edition.tables.memberships.get(entity.id, ())
    by_kind: dict[str, list[Membership]] = {}
    for membership in memberships:
        by_kind.setdefault(kind_of(membership.term), []).append(membership)
    facets = [
        FactRow(_label(facet, held), tuple([_membership_fact(edition, membership) for membership in held]))
        for facet in edition.config.facets
        if (held := by_kind.get(facet.kind))
    ]
    return _filled((_row("Born", born), _row("Died", died), *facets, _aliases(entity)))


def term_facts(edition: Edition, entity: Entity) -> tuple[FactRow, ...]:
    rows_of = {INSTRUMENTS: _instrument_rows, COUNTRIES: _country_rows, VENUES: _venue_rows}.get(kind_of(entity.id))
    return _filled((*(rows_of(edition, entity) if rows_of else ()), _aliases(entity)))


def _instrument_rows(edition: Edition, entity: Entity) -> tuple[FactRow, ...]:
    slug = edition.tables.family_of.get(entity.id)
    written = facts_of(entity, InstrumentFacts).family
    if slug is None:
        return (_row("Family", [Fact(written)] if written else []),)
    family = edition.tables.families[slug]
    return (_row("Family", [Fact(family.name, edition.below.root + family_page(family.slug))]),)


def _country_rows(edition: Edition, entity: Entity) -> tuple[FactRow, ...]:
    code, venues = facts_of(entity, CountryFacts).code, len(edition.tables.venues_in.get(entity.id, ()))
    return (
        _row("Code", [Fact(code)] if code else []),
        _row("Venues", [Fact(f"{venues:,}")] if venues else []),
        _row("Neighbours", _neighbours_of(edition, entity)),
    )


def _neighbours_of(edition: Edition, country: Entity) -> list[Fact]:
    """The countries around it: those of the encyclopedia, each with its page, then all others in one line."""
    linked, others = [], []
    for key in country_data().borders.get(territory_of(country), ()):
        here = edition.tables.countries_at.get(key, ())
        linked += [edition.below.link(neighbour) for neighbour in here]
        others += [] if here else [country_data().common_name(key)]
    facts = [Fact(link.text, link.href) for link in sorted(linked, key=lambda link: sort_key(link.text))]
    return [*facts, Fact(listed(sorted(others, key=sort_key)))] if others else facts


def _venue_rows(edition: Edition, entity: Entity) -> tuple[FactRow, ...]:
    venue = facts_of(entity, VenueFacts)
    located = venue.latitude is not None and venue.longitude is not None
    return (
        _row("City", [Fact(venue.city)] if venue.city else []),
        _row("Country", _country_of(edition, entity, venue)),
        _row("Opened", [Fact(venue.opened.text)] if venue.opened else []),
        _row("Closed", [Fact(venue.closed.text)] if venue.closed else []),
        _row("Coordinates", [Fact(coordinates(venue.latitude or 0.0, venue.longitude or 0.0))] if located else []),
    )


def _country_of(edition: Edition, entity: Entity, venue: VenueFacts) -> list[Fact]:
    country = edition.tables.venue_countries.get(entity.id)
    if country is None:
        return [Fact(venue.country)] if venue.country else []
    link = edition.below.link(country)
    return [Fact(link.text, link.href)]


def _aliases(entity: Entity) -> FactRow:
    return _row("Also known as", [Fact(alias) for alias in (entity.facts.aliases if entity.facts else ())])


def _label(facet: Facet, held: Sequence[Membership]) -> str:
    return facet.title if len(held) > 1 else capitalised(term_noun(facet))


def _membership_fact(edition: Edition, membership: Membership) -> Fact:
    category = edition.below.term(membership.term)
    return Fact(category.text, category.href, remarks(membership.occasions) if membership.occasions else "")


def _row(label: str, values: Sequence[Fact]) -> FactRow:
    return FactRow(label, tuple(values))


def _filled(rows: Iterable[FactRow]) -> tuple[FactRow, ...]:
    return tuple([row for row in rows if row.values])
