"""Musicians with much in common.

A *circle* is the musicians who share something: an instrument, a country, a hall, a teacher. It weighs the more the
fewer they are, by a kind of inverse document frequency: log(1 + musicians / members).
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

import msgspec

from site_builder.graph.encyclopedia import Entity, Kinship, Membership, Relation
from site_builder.graph.relations import TEACHERS
from site_builder.model.identity import EntityId

MOST_RELATED = 8
_SMALL = 60
"""Members up to which a circle suggests all of them: with 10,000 musicians larger ones would take quadratic time."""
_FINALISTS = 24
"""How many suggestions are compared in full."""


class _Circles(msgspec.Struct, frozen=True):
    """All circles, numbered from the smallest to the largest."""

    terms: Sequence[EntityId]
    members: Sequence[Sequence[EntityId]]
    """Sorted by id."""
    weights: Sequence[float]
    of: Mapping[EntityId, frozenset[int]]
    """The circles of each musician who is in any."""


def related_musicians(
    entities: Mapping[EntityId, Entity],
    memberships: Mapping[EntityId, Sequence[Membership]],
    relations: Mapping[EntityId, Sequence[Relation]],
) -> Mapping[EntityId, tuple[Kinship, ...]]:
    """For each musician up to eight others, the closest first, with what they share, the rarest first.

    Small circles suggest whom to compare; a large one only to those who are in no small one, and then not all of it.
    A direct relation makes two musicians closer, but they have to share something.
    """
    circles = _circles(memberships, relations)
    return {
        musician: _closest(musician, _friends(musician, relations.get(musician, ()), circles), circles, entities)
        for musician in circles.of
    }


def _circles(
    memberships: Mapping[EntityId, Sequence[Membership]], relations: Mapping[EntityId, Sequence[Relation]]
) -> _Circles:
    members: defaultdict[EntityId, list[EntityId]] = defaultdict(list)
    musicians = sorted({*memberships, *relations})
    for musician in musicians:
        for term in _shareable(memberships.get(musician, ()), relations.get(musician, ())):
            members[term].append(musician)
    terms = sorted((term for term in members if len(members[term]) > 1), key=lambda term: (len(members[term]), term))
    of: defaultdict[EntityId, list[int]] = defaultdict(list)
    for number, term in enumerate(terms):
        for musician in members[term]:
            of[musician].append(number)
    return _Circles(
        terms=terms,
        members=[members[term] for term in terms],
        weights=[math.log(1 + len(musicians) / len(members[term])) for term in terms],
        of={musician: frozenset(of[musician]) for musician in sorted(of)},
    )


def _shareable(memberships: Sequence[Membership], relations: Sequence[Relation]) -> Iterator[EntityId]:
    yield from (membership.term for membership in memberships)
    yield from (relation.other for relation in relations if relation.role == TEACHERS and relation.other)


def _friends(musician: EntityId, relations: Sequence[Relation], circles: _Circles) -> frozenset[EntityId]:
    """Those with a direct relation to the musician who share something as well."""
    others = (relation.other for relation in relations if relation.other in circles.of)
    return frozenset(other for other in others if other and not circles.of[musician].isdisjoint(circles.of[other]))


def _closest(
    musician: EntityId, friends: frozenset[EntityId], circles: _Circles, entities: Mapping[EntityId, Entity]
) -> tuple[Kinship, ...]:
    own = circles.of[musician]
    # A direct relation weighs as much as the rarest thing that two can share.
    bonus = circles.weights[0]
    suggested = _suggested(musician, circles)
    for friend in friends:
        suggested[friend] = suggested.get(friend, 0.0) + bonus
    suggested.pop(musician, None)
    compared = []
    for _, other in nsmallest(_FINALISTS, ((-weight, other) for other, weight in suggested.items())):
        shared = sorted(own & circles.of[other])
        closeness = sum(circles.weights[number] for number in shared) + (bonus if other in friends else 0.0)
        compared.append((-closeness, entities[other].sort_key, other, shared))
    return tuple(
        Kinship(other, tuple(circles.terms[number] for number in shared))
        for _, _, other, shared in sorted(compared)[:MOST_RELATED]
    )


def _suggested(musician: EntityId, circles: _Circles) -> dict[EntityId, float]:
    """Others in the small circles, with the weight of those they share."""
    numbers = sorted(circles.of[musician])
    small = [number for number in numbers if len(circles.members[number]) <= _SMALL]
    weights: dict[EntityId, float] = {}
    for number in small:
        weight = circles.weights[number]
        for member in circles.members[number]:
            weights[member] = weights.get(member, 0.0) + weight
    return weights if small else dict.fromkeys(_next_in_ring(musician, circles.members[numbers[0]]), 1.0)


def _next_in_ring(musician: EntityId, members: Sequence[EntityId]) -> Sequence[EntityId]:
    """Some members of a large circle: those that follow the musician by id, from the last to the first again."""
    place = bisect_left(members, musician)
    return [*members[place : place + _SMALL], *members[: max(0, place + _SMALL - len(members))]]
