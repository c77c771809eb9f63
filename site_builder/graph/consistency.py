"""Whether the world that the entries describe can be true, and whether readers find their way in it.

Dates are vague. A fault is one only if no reading of them makes it right: "c." is given ten years either way, and
what its author calls uncertain proves nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import msgspec

from site_builder.content.names import name_key
from site_builder.content.slugs import slugify
from site_builder.graph.checks import Check
from site_builder.graph.encyclopedia import Encyclopedia, Entity, Relation
from site_builder.graph.findings import finding
from site_builder.graph.relations import INVERSE, PUPILS, TEACHERS, relation_values
from site_builder.graph.terms import values_of
from site_builder.model.dates import PartialDate
from site_builder.model.diagnostic import Finding, Rule
from site_builder.model.facts import Facts, MusicianFacts, VenueFacts
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, PAGES, VENUES, EntityId, kind_of, slug_of
from site_builder.model.rules import RULE_BY_CODE

_PLAYED = (VENUES, "ensembles")
"""The facets whose years are years of playing."""
_ABOUT_YEARS = 10


class RuleCheck(msgspec.Struct, frozen=True):
    """A check for one kind of fault, by a function."""

    code: str
    find: Callable[[Encyclopedia], Iterable[Finding]]

    @property
    def rules(self) -> tuple[Rule, ...]:
        return (RULE_BY_CODE[self.code],)

    def run(self, site: Encyclopedia) -> Iterable[Finding]:
        return self.find(site)


def died_before_born(site: Encyclopedia) -> Iterator[Finding]:
    for entry, life in _musicians(site):
        if life.born and life.died and _is_before(life.died, life.born):
            yield finding(
                "W001",
                entry.path,
                "died",
                f'"{life.died.text}" is before the birth, "{life.born.text}"',
                "check both dates; they may be the wrong way round",
                ((entry.path, "born"),),
            )


def played_outside_life(site: Encyclopedia) -> Iterator[Finding]:
    for entry, life in _musicians(site):
        for value in values_of(entry, site.config):
            for year in value.years if value.kind in _PLAYED else ():
                if life.born and _is_before(year, life.born):
                    fault, place = f'before the birth, "{life.born.text}"', "born"
                elif life.died and _is_before(life.died, year):
                    fault, place = f'after the death, "{life.died.text}"', "died"
                else:
                    continue
                message = f'"{year.text}" at {value.name} is {fault}'
                yield finding("W002", entry.path, value.place, message, "check both dates", ((entry.path, place),))


def played_in_closed_hall(site: Encyclopedia) -> Iterator[Finding]:
    for entry, hall in _venues(site):
        venue = site.entities[entry.id]
        for musician, year in _performances(venue, site):
            if hall.opened and _is_before(year, hall.opened):
                fault, place = f'before it opened, "{hall.opened.text}"', "opened"
            elif hall.closed and _is_before(hall.closed, year):
                fault, place = f'after it closed, "{hall.closed.text}"', "closed"
            else:
                continue
            there = _place_of(venue, year, musician, site)
            message = f'"{year.text}" at {venue.name} is {fault}'
            yield finding("W003", musician.path, there, message, "check both dates", ((entry.path, place),))


def teacher_younger_than_pupil(site: Encyclopedia) -> Iterator[Finding]:
    told: set[tuple[EntityId, EntityId]] = set()
    for entry, relation, place in _stated_relations(site):
        if relation.role not in (TEACHERS, PUPILS) or relation.other is None:
            continue
        pair = (relation.other, entry.id) if relation.role == TEACHERS else (entry.id, relation.other)
        teacher, pupil = (site.entities[musician] for musician in pair)
        first, last = _born(pupil), _born(teacher)
        if first and last and _is_before(first, last) and pair not in told:
            told.add(pair)
            yield finding(
                "W004",
                entry.path,
                place,
                f"the teacher {teacher.name} (born {last.text}) is younger than {pupil.name} (born {first.text})",
                "check both dates of birth, and which of the two taught",
                tuple((musician.facts.path, "born") for musician in (teacher, pupil) if musician.facts),
            )


def told_differently(site: Encyclopedia) -> Iterator[Finding]:
    lists = {(entry.id, role) for entry, _ in _musicians(site) for role in _roles(entry)}
    agreed = {(entry.id, relation.role, relation.other) for entry, relation, _ in _stated_relations(site)}
    for entry, relation, place in _stated_relations(site):
        inverse, other = INVERSE[relation.role], relation.other
        if other is not None and (other, inverse) in lists and (other, inverse, entry.id) not in agreed:
            other_entry, own = site.entities[other].facts, _written(site.entities[entry.id], site)
            yield finding(
                "W005",
                entry.path,
                place,
                f"the entry on {relation.name} lists `{inverse}`, and {own} is not among them",
                f'add "{own}" there, or delete "{_written(site.entities[other], site)}" here',
                ((other_entry.path, f"{inverse}[0]"),) if other_entry else (),
            )


def closed_before_opened(site: Encyclopedia) -> Iterator[Finding]:
    for entry, hall in _venues(site):
        if hall.opened and hall.closed and _is_before(hall.closed, hall.opened):
            yield finding(
                "W006",
                entry.path,
                "closed",
                f'"{hall.closed.text}" is before the opening, "{hall.opened.text}"',
                "check both dates; they may be the wrong way round",
                ((entry.path, "opened"),),
            )


def orphans(site: Encyclopedia) -> Iterator[Finding]:
    related = (musician for musician, relations in site.relations.items() if any(each.other for each in relations))
    connected = {*site.backlinks, *site.members, *site.venues_in, *related}
    for entity in site.entities.values():
        if entity.facts and entity.id not in connected and kind_of(entity.id) != PAGES:
            message = f'no other entry speaks of "{entity.name}"'
            yield finding("K003", entity.facts.path, "name", message, f"mention {entity.name} in another entry")


def without_cross_links(site: Encyclopedia) -> Iterator[Finding]:
    for entry, _ in _musicians(site):
        kinds = {kind_of(membership.term) for membership in site.memberships.get(entry.id, ())}
        if kinds.isdisjoint((INSTRUMENTS, COUNTRIES, VENUES)):
            message = f'"{entry.name}" has no instrument, no country and no venue'
            yield finding("K004", entry.path, "name", message, "add what is known: instruments, countries, venues")


CHECKS: tuple[Check, ...] = (
    RuleCheck("W001", died_before_born),
    RuleCheck("W002", played_outside_life),
    RuleCheck("W003", played_in_closed_hall),
    RuleCheck("W004", teacher_younger_than_pupil),
    RuleCheck("W005", told_differently),
    RuleCheck("W006", closed_before_opened),
    RuleCheck("K003", orphans),
    RuleCheck("K004", without_cross_links),
)


def _musicians(site: Encyclopedia) -> Iterator[tuple[Facts, MusicianFacts]]:
    for entity in site.entities.values():
        if entity.facts and isinstance(entity.facts.about, MusicianFacts):
            yield entity.facts, entity.facts.about


def _venues(site: Encyclopedia) -> Iterator[tuple[Facts, VenueFacts]]:
    for entity in site.entities.values():
        if entity.facts and isinstance(entity.facts.about, VenueFacts):
            yield entity.facts, entity.facts.about


def _roles(entry: Facts) -> Iterator[str]:
    return (value.relation for value, _ in relation_values(entry))


def _stated_relations(site: Encyclopedia) -> Iterator[tuple[Facts, Relation, str]]:
    """The relations that entries state themselves, each with its place."""
    for entry, _ in _musicians(site):
        for relation in site.relations.get(entry.id, ()):
            if relation.other is not None:
                other = site.entities[relation.other]
                stated = ((value, place) for value, place in relation_values(entry) if value.relation == relation.role)
                places = (place for value, place in stated if _is_name_of(value.name, other))
                yield from ((entry, relation, place) for place in islice(places, 1))


def _performances(venue: Entity, site: Encyclopedia) -> Iterator[tuple[Facts, PartialDate]]:
    """Who played there, and when."""
    for membership in site.members.get(venue.id, ()):
        musician = site.entities[membership.musician].facts
        yield from ((musician, year) for year in membership.years if musician)


def _place_of(term: Entity, year: PartialDate, musician: Facts, site: Encyclopedia) -> str:
    """Where the musician's entry says that it has this term in this year."""
    values = (value for value in values_of(musician, site.config) if value.kind == kind_of(term.id))
    return next((value.place for value in values if year in value.years and _is_name_of(value.name, term)), "")


def _is_name_of(name: str, entity: Entity) -> bool:
    """Whether a value that was resolved to some entity can have been resolved to this one."""
    known = (entity.name, *(entity.facts.aliases if entity.facts else ()), slug_of(entity.id))
    return name_key(name) in map(name_key, known) or slugify(name) == slug_of(entity.id)


def _written(entity: Entity, site: Encyclopedia) -> str:
    """The name, or the address where others have the same name."""
    shared = any(entity.id in page.candidates and page.name == entity.name for page in site.ambiguities)
    return slug_of(entity.id) if shared else entity.name


def _born(musician: Entity) -> PartialDate | None:
    about = musician.facts.about if musician.facts else None
    return about.born if isinstance(about, MusicianFacts) else None


def _is_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether every day that `one` can mean lies before every day that `other` can mean."""
    if one.uncertain or other.uncertain or one.latest is None or other.earliest is None:
        return False
    slack = _ABOUT_YEARS * (one.approximate + other.approximate)
    year, month, day = one.latest
    return (year + slack, month, day) < other.earliest
