"""Musicians with much in common.

A *circle* is the musicians who share something: an instrument, a country, a hall, a teacher. It weighs the more the
fewer they are. Its *size* is the number of its members, rounded down to four binary digits: so one member more or less
of a large circle makes no difference to those who have nothing else to do with the musician concerned.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import groupby
from math import log2
from operator import itemgetter

from site_builder.graph.encyclopedia import Kinship, Membership, Relation
from site_builder.graph.relations import PUPILS, TEACHERS
from site_builder.model.identity import MUSICIANS, EntityId

MOST_RELATED = 8
SMALL = 64
"""Size from which a circle does not suggest all of its members: among 10,000 musicians that would be too many."""
_FINALISTS = 16
"""How many suggestions are compared in full."""
SIZE_DIGITS = 4


class Circles:
    """The circles of an encyclopedia; each is looked at when it is first asked for."""

    def __init__(
        self,
        memberships: Mapping[EntityId, Sequence[Membership]],
        members: Mapping[EntityId, Sequence[Membership]],
        relations: Mapping[EntityId, Sequence[Relation]],
        small: int = SMALL,
        digits: int = SIZE_DIGITS,
    ) -> None:
        self.small = small
        self._digits = digits
        self._memberships = memberships
        self._members = members
        self._relations = relations
        self._sharing: dict[EntityId, frozenset[EntityId]] = {}
        self._ranks: dict[EntityId, tuple[int, EntityId]] = {}
        self._sorted: dict[EntityId, Sequence[EntityId]] = {}

    @property
    def is_empty(self) -> bool:
        return not (self._memberships or self._relations)

    def members(self, term: EntityId) -> frozenset[EntityId]:
        """Those who share the term."""
        known = self._sharing.get(term)
        if known is None:
            known = self._sharing[term] = frozenset(self._found(term))
        return known

    def in_order(self, term: EntityId) -> Sequence[EntityId]:
        """The members, sorted by id."""
        known = self._sorted.get(term)
        if known is None:
            known = self._sorted[term] = sorted(self.members(term))
        return known

    def rank(self, term: EntityId) -> tuple[int, EntityId]:
        """Size and id; the smallest circle comes first."""
        known = self._ranks.get(term)
        if known is None:
            known = self._ranks[term] = rounded(len(self.members(term)), self._digits), term
        return known

    def is_small(self, term: EntityId) -> bool:
        return self.rank(term)[0] < self.small

    def of(self, musician: EntityId) -> Sequence[EntityId]:
        """The circles that the musician is in together with others, the smallest first."""
        terms = {membership.term for membership in self._memberships.get(musician, ())}
        relations = self._relations.get(musician, ())
        terms.update(relation.other for relation in relations if relation.role == TEACHERS and relation.other)
        return [term for size, term in sorted(map(self.rank, terms)) if size > 1]

    def friends(self, musician: EntityId) -> set[EntityId]:
        """Those with a direct relation to the musician."""
        return {relation.other for relation in self._relations.get(musician, ()) if relation.other}

    def _found(self, term: EntityId) -> Iterator[EntityId]:
        if term.startswith(f"{MUSICIANS}/"):
            relations = self._relations.get(term, ())
            return (relation.other for relation in relations if relation.role == PUPILS and relation.other)
        return (membership.musician for membership in self._members.get(term, ()))


def rounded(members: int, digits: int = SIZE_DIGITS) -> int:
    """The number down to so many binary digits: with four, exact below 16, and 320 for 330."""
    spare = max(0, members.bit_length() - digits)
    return members >> spare << spare


def related_to(musician: EntityId, circles: Circles) -> tuple[Kinship, ...]:
    """Up to eight other musicians, the closest first, with what they share, the rarest first.

    Small circles suggest whom to compare; a large one only to those who are in no small one, and then not all of it.
    A direct relation makes two musicians closer, but they have to share something.
    """
    own = [(_weight(circles.rank(term)[0]), circles.members(term), term) for term in circles.of(musician)]
    if not own:
        return ()
    friends = circles.friends(musician)
    compared = []
    for other in {*_suggested(musician, own, circles), *friends} - {musician}:
        shared = [(weight, term) for weight, members, term in own if other in members]
        if shared:
            closeness = sum(weight for weight, _ in shared) + (_BONUS if other in friends else 0.0)
            compared.append((-closeness, other, shared))
    compared.sort()
    return tuple(Kinship(other, tuple(term for _, term in shared)) for _, other, shared in compared[:MOST_RELATED])


def concerned(changed: Iterable[EntityId], old: Circles, new: Circles) -> set[EntityId]:
    """All whose related musicians can differ after the terms or the relations of some have changed."""
    if old.is_empty:
        return set(changed)
    found: set[EntityId] = set()
    resized: set[EntityId] = set()
    for musician in changed:
        found.add(musician)
        found.update(old.friends(musician), new.friends(musician))
        sharing: set[EntityId] = set()
        for term in {*old.of(musician)} ^ {*new.of(musician)}:
            if old.rank(term) != new.rank(term):
                resized.add(term)
            else:
                sharing.update(old.members(term), new.members(term))
        if sharing:
            found.update(sharing & {*_comparing(musician, old), *_comparing(musician, new)})
    for term in resized:
        found.update(old.members(term), new.members(term))
    return found


def _weight(size: int) -> float:
    return 1 / log2(1 + size)


_BONUS = _weight(2)
"""A direct relation weighs as much as the rarest thing that two can share."""


def _suggested(
    musician: EntityId, own: Sequence[tuple[float, frozenset[EntityId], EntityId]], circles: Circles
) -> Iterable[EntityId]:
    """Others in the small circles, those who share the most weight of these; the musician may be among them."""
    small = [(weight, members) for weight, members, term in own if circles.is_small(term)]
    if not small:
        return _next_in_ring(musician, circles.in_order(own[0][2]), circles.small)
    everybody, several = set[EntityId](), {musician}
    for _, members in small:
        several.update(everybody & members)
        everybody.update(members)
    weighed = [(-sum(weight for weight, members in small if other in members), other) for other in several]
    # Who is in one of them only comes after all such of smaller ones: no more are looked at than can be among the best.
    single = 0
    for weight, circles_of_weight in groupby(small, key=itemgetter(0)):
        others = sorted(set().union(*(members for _, members in circles_of_weight)) - several)
        weighed += [(-weight, other) for other in others[: _FINALISTS - single]]
        single += len(others)
        if single >= _FINALISTS:
            break
    return [other for _, other in nsmallest(_FINALISTS + 1, weighed)]


def _next_in_ring(musician: EntityId, members: Sequence[EntityId], reach: int) -> Sequence[EntityId]:
    """Some members of a large circle: those that follow the musician by id, from the last to the first again."""
    place = bisect_left(members, musician)
    return [*members[place : place + reach], *members[: max(0, place + reach - len(members))]]


def _comparing(musician: EntityId, circles: Circles) -> Iterator[EntityId]:
    """All to whom some circle can suggest the musician."""
    for term in circles.of(musician):
        if circles.is_small(term):
            yield from circles.members(term)
        else:
            yield from _previous_in_ring(musician, circles.in_order(term), circles.small)


def _previous_in_ring(musician: EntityId, members: Sequence[EntityId], reach: int) -> Sequence[EntityId]:
    """Those whom the musician follows in such a ring."""
    place = bisect_left(members, musician)
    return [*members[max(0, place - reach) : place], *(members[place - reach :] if place < reach else ())]
