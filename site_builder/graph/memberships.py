"""Who has which term: the cross-links by instrument, country, venue and the site's other facets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from site_builder.graph.encyclopedia import Entity, Membership, Occasion
from site_builder.graph.findings import finding
from site_builder.graph.names import NameTable
from site_builder.graph.terms import TermValue, values_of
from site_builder.graph.writing import any_of, written_value
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts, VenueFacts
from site_builder.model.identity import EntityId


class Memberships(msgspec.Struct, frozen=True):
    """The terms of musicians and the countries of venues, and the same the other way round."""

    by_musician: Mapping[EntityId, tuple[Membership, ...]]
    by_term: Mapping[EntityId, tuple[Membership, ...]]
    venues_in: Mapping[EntityId, tuple[EntityId, ...]]
    venue_countries: Mapping[EntityId, EntityId]
    uses: Mapping[EntityId, tuple[TermValue, ...]]
    """Every value that names a term, one for each entry, by the path of the entry."""
    findings: tuple[Finding, ...]
    """L002: values that several terms share."""


def resolve_memberships(
    entries: Mapping[EntityId, Facts], entities: Mapping[EntityId, Entity], names: NameTable, config: SiteConfig
) -> Memberships:
    """The terms that front matter gives to each musician and venue. A term that is given twice counts once."""
    by_musician: dict[EntityId, tuple[Membership, ...]] = {}
    venue_countries: dict[EntityId, EntityId] = {}
    uses: defaultdict[EntityId, list[TermValue]] = defaultdict(list)
    findings: list[Finding] = []
    for entry in entries.values():
        memberships: dict[EntityId, Membership] = {}
        for value in values_of(entry, config):
            found = names.resolve(value.name, value.kind)
            if len(found) == 1:
                term = found[0]
                if term not in memberships:
                    uses[term].append(value)
                memberships[term] = _joined(memberships.get(term), Membership(entry.id, term, _occasions(value)))
            elif found:
                findings.append(_ambiguous(value, found, names))
        if isinstance(entry.about, VenueFacts):
            venue_countries.update((entry.id, country) for country in memberships)
        elif memberships:
            by_musician[entry.id] = tuple(memberships.values())
    return Memberships(
        by_musician={musician: by_musician[musician] for musician in sorted(by_musician)},
        by_term=_members(by_musician, entities),
        venues_in=_venues_in(venue_countries, entities),
        venue_countries={venue: venue_countries[venue] for venue in sorted(venue_countries)},
        uses={term: tuple(values) for term, values in uses.items()},
        findings=tuple(findings),
    )


def _occasions(value: TermValue) -> tuple[Occasion, ...]:
    return (Occasion(value.years, value.note),) if value.years or value.note else ()


def _joined(earlier: Membership | None, later: Membership) -> Membership:
    if earlier is None:
        return later
    return msgspec.structs.replace(later, occasions=(*earlier.occasions, *later.occasions))


def _members(
    by_musician: Mapping[EntityId, Iterable[Membership]], entities: Mapping[EntityId, Entity]
) -> Mapping[EntityId, tuple[Membership, ...]]:
    members: defaultdict[EntityId, list[Membership]] = defaultdict(list)
    for musician in sorted(by_musician, key=lambda musician: entities[musician].sort_key):
        for membership in by_musician[musician]:
            members[membership.term].append(membership)
    return {term: tuple(members[term]) for term in sorted(members)}


def _venues_in(
    venue_countries: Mapping[EntityId, EntityId], entities: Mapping[EntityId, Entity]
) -> Mapping[EntityId, tuple[EntityId, ...]]:
    venues: defaultdict[EntityId, list[EntityId]] = defaultdict(list)
    for venue in sorted(venue_countries, key=lambda venue: entities[venue].sort_key):
        venues[venue_countries[venue]].append(venue)
    return {country: tuple(venues[country]) for country in sorted(venues)}


def _ambiguous(value: TermValue, candidates: tuple[EntityId, ...], names: NameTable) -> Finding:
    choices = [written_value(entity, names) for entity in candidates]
    message = f'"{value.name}" could be {any_of(candidates)}'
    return finding("L002", value.path, value.place, message, f"write {any_of(choices)}")
