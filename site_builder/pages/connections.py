"""What leads from one entry to others: mentions, kinship, relations, the lists it is on and its neighbours there."""

from collections import Counter
from collections.abc import Iterable

from site_builder.graph.encyclopedia import Relation
from site_builder.model.identity import VENUES, EntityId, OutputPath, kind_of
from site_builder.pages.decade_lists import decade_category
from site_builder.pages.edition import Edition
from site_builder.pages.vantage import Vantage
from site_builder.pages.views import Category, Fact, Link, MentionedIn, Neighbours, RelatedEntry, RelationGroup
from site_builder.pages.wording import counted, remark, shortened

MOST_MENTIONS = 100
"""Enough for any reader, and for a country that ten thousand entries name the page stays a page."""
_MOST_RELATED = 8
_RELATIONS = (
    ("teachers", "Teacher", "Teachers"),
    ("pupils", "Pupil", "Pupils"),
    ("family", "Family", "Family"),
    ("played_with", "Played with", "Played with"),
)


def mentions_of(edition: Edition, entity: EntityId) -> tuple[MentionedIn, ...]:
    """Who speaks of the entity, and the sentences; not all of them where there are too many to read."""
    link = edition.below.link
    return tuple(
        [
            MentionedIn(
                link(backlink.source), backlink.sentence.before, backlink.sentence.link, backlink.sentence.after
            )
            for backlink in edition.tables.backlinks.get(entity, ())[:MOST_MENTIONS]
        ]
    )


def more_mentions_of(edition: Edition, entity: EntityId) -> int:
    """How many entries `mentions_of` leaves out."""
    return max(0, len(edition.tables.backlinks.get(entity, ())) - MOST_MENTIONS)


def related_musicians(edition: Edition, entity: EntityId) -> tuple[RelatedEntry, ...]:
    link, in_common = edition.below.link, edition.in_common
    return tuple(
        [
            RelatedEntry(link(kin.other), f"both: {shortened([in_common(shared) for shared in kin.shared])}")
            for kin in edition.tables.related.get(entity, ())
        ]
    )


def related_terms(edition: Edition, term: EntityId) -> tuple[RelatedEntry, ...]:
    """Terms of the same kind that have musicians in common with this one, those with most first."""
    terms, kind = edition.terms, kind_of(term)
    members = edition.tables.members.get(term, ())
    common = Counter([other for member in members for other in terms(member.musician, kind)])
    del common[term]
    closest = commonest(edition, common, _MOST_RELATED)
    return tuple(_related_term(edition.below, other, common[other]) for other in closest)


def commonest(edition: Edition, counts: Counter[EntityId], most: int) -> list[EntityId]:
    """The entities with the highest counts, by the alphabet where counts are equal."""
    if len(counts) > most:
        # Only those that can be among them are looked at, so that a page does not depend on the names of all others.
        least = sorted(counts.values(), reverse=True)[most - 1]
        counts = Counter({entity: count for entity, count in counts.items() if count >= least})
    return sorted(counts, key=lambda entity: (-counts[entity], edition.outline(entity).sort_key))[:most]


def relations_of(edition: Edition, entity: EntityId) -> tuple[RelationGroup, ...]:
    relations = edition.tables.relations.get(entity, ())
    if not relations:
        return ()
    groups = ((one, many, [r for r in relations if r.role == role]) for role, one, many in _RELATIONS)
    return tuple(
        RelationGroup(one if len(people) == 1 else many, tuple(_person(edition, relation) for relation in people))
        for one, many, people in groups
        if people
    )


def categories_of(edition: Edition, entity: EntityId) -> tuple[Category, ...]:
    """The lists a musician is on: those of its terms, that of its decade, then those of pairs of its terms."""
    return (
        *[edition.below.term(membership.term) for membership in edition.tables.memberships.get(entity, ())],
        *decade_category(edition, entity),
        *pair_categories(edition.below, edition.tables.pairs_of.get(entity, ())),
    )


def pair_categories(vantage: Vantage, pairs: Iterable[OutputPath]) -> tuple[Category, ...]:
    return tuple(map(vantage.pair, pairs))


def neighbours_of(edition: Edition, entity: EntityId) -> tuple[Neighbours, ...]:
    """Who comes before and after the musician in the lists of its instruments and countries."""
    link, title = edition.below.link, edition.title
    return tuple(
        [
            Neighbours(
                title(beside.term),
                link(beside.previous) if beside.previous else None,
                link(beside.next) if beside.next else None,
            )
            for beside in edition.tables.neighbours.get(entity, ())
        ]
    )


def _related_term(vantage: Vantage, term: EntityId, count: int) -> RelatedEntry:
    category, link = vantage.term(term), vantage.link(term)
    what = "who played at both" if kind_of(term) == VENUES else "in common"
    return RelatedEntry(Link(category.text, link.href, link.title), f"{counted(count, 'musician')} {what}")


def _person(edition: Edition, relation: Relation) -> Fact:
    note = remark(relation.years, relation.note)
    if relation.other is None:
        return Fact(relation.name, note=note)
    link = edition.below.link(relation.other)
    return Fact(link.text, link.href, note)
