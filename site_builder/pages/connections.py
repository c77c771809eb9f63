"""What leads from one entry to others: mentions, kinship, relations, the lists it is on and its neighbours there."""

from collections import Counter
from collections.abc import Iterable, Mapping

from site_builder.graph.encyclopedia import Relation
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, MUSICIANS, EntityId, kind_of
from site_builder.pages.edition import Edition
from site_builder.pages.pairing import Pair
from site_builder.pages.vantage import Vantage
from site_builder.pages.views import Category, Fact, Link, MentionedIn, Neighbours, RelatedEntry, RelationGroup
from site_builder.pages.wording import counted, remark, shortened

MOST_MENTIONS = 100
"""Enough for any reader, and for a country that ten thousand entries name the page stays a page."""
_MOST_RELATED = 8
_MOST_NEIGHBOURS = 3
_NEIGHBOUR_KINDS = (INSTRUMENTS, COUNTRIES)
_RELATIONS = (
    ("teachers", "Teacher", "Teachers"),
    ("pupils", "Pupil", "Pupils"),
    ("family", "Family", "Family"),
    ("played_with", "Played with", "Played with"),
)

Positions = Mapping[EntityId, Mapping[EntityId, int]]
"""By term, then by musician: at what place of the term's list the musician stands."""


def mentions_of(edition: Edition, entity: EntityId) -> tuple[MentionedIn, ...]:
    """Who speaks of the entity, and the sentences; not all of them where there are too many to read."""
    links = edition.below.links
    return tuple(
        MentionedIn(links[backlink.source], backlink.sentence.before, backlink.sentence.link, backlink.sentence.after)
        for backlink in edition.site.backlinks.get(entity, ())[:MOST_MENTIONS]
    )


def more_mentions_of(edition: Edition, entity: EntityId) -> int:
    """How many entries `mentions_of` leaves out."""
    return max(0, len(edition.site.backlinks.get(entity, ())) - MOST_MENTIONS)


def related_musicians(edition: Edition, entity: EntityId) -> tuple[RelatedEntry, ...]:
    links = edition.below.links
    return tuple(
        RelatedEntry(links[kin.other], f"both: {shortened([_in_common(edition, shared) for shared in kin.shared])}")
        for kin in edition.site.related.get(entity, ())
    )


def related_terms(edition: Edition, term: EntityId) -> tuple[RelatedEntry, ...]:
    """Terms of the same kind that have musicians in common with this one, those with most first."""
    terms_of = edition.census.terms_of[kind_of(term)]
    common = Counter(other for m in edition.census.musicians_of.get(term, ()) for other in terms_of[m])
    del common[term]
    closest = sorted(common, key=lambda other: (-common[other], edition.entity(other).sort_key))[:_MOST_RELATED]
    return tuple(_related_term(edition.below, other, common[other]) for other in closest)


def relations_of(edition: Edition, entity: EntityId) -> tuple[RelationGroup, ...]:
    relations = edition.site.relations.get(entity, ())
    groups = ((one, many, [r for r in relations if r.role == role]) for role, one, many in _RELATIONS)
    return tuple(
        RelationGroup(one if len(people) == 1 else many, tuple(_person(edition, relation) for relation in people))
        for one, many, people in groups
        if people
    )


def categories_of(edition: Edition, entity: EntityId) -> tuple[Category, ...]:
    """The lists a musician is on: those of its terms, then those of pairs of them."""
    return (
        *(edition.below.terms[membership.term] for membership in edition.site.memberships.get(entity, ())),
        *pair_categories(edition.below, edition.pairs_of.get(entity, ())),
    )


def pair_categories(vantage: Vantage, pairs: Iterable[Pair]) -> tuple[Category, ...]:
    return tuple(vantage.pairs[pair.path] for pair in pairs)


def positions_in_lists(edition: Edition) -> Positions:
    """For the lists that musicians have neighbours in."""
    return {
        term.id: {musician: place for place, musician in enumerate(edition.census.musicians_of.get(term.id, ()))}
        for kind in _NEIGHBOUR_KINDS
        for term in edition.census.terms.get(kind, ())
    }


def neighbours_of(edition: Edition, entity: EntityId, positions: Positions) -> tuple[Neighbours, ...]:
    """Who comes before and after the musician in the lists of its instruments and countries."""
    terms = (term for kind in _NEIGHBOUR_KINDS for term in edition.census.terms_of.get(kind, {}).get(entity, ()))
    lists = [term for term in terms if edition.census.count(term) > 1]
    return tuple(_neighbours(edition, entity, term, positions) for term in lists[:_MOST_NEIGHBOURS])


def _in_common(edition: Edition, shared: EntityId) -> str:
    word = edition.census.words[shared]
    return f"pupils of {word}" if kind_of(shared) == MUSICIANS else word


def _related_term(vantage: Vantage, term: EntityId, count: int) -> RelatedEntry:
    category, link = vantage.terms[term], vantage.links[term]
    return RelatedEntry(Link(category.text, link.href, link.title), f"{counted(count, 'musician')} in common")


def _person(edition: Edition, relation: Relation) -> Fact:
    note = remark(relation.years, relation.note)
    if relation.other is None:
        return Fact(relation.name, note=note)
    link = edition.below.links[relation.other]
    return Fact(link.text, link.href, note)


def _neighbours(edition: Edition, entity: EntityId, term: EntityId, positions: Positions) -> Neighbours:
    musicians, place = edition.census.musicians_of[term], positions[term][entity]
    links = edition.below.links
    return Neighbours(
        label=edition.title(term),
        previous=links[musicians[place - 1]] if place else None,
        next=links[musicians[place + 1]] if place + 1 < len(musicians) else None,
    )
