"""Musicians with much in common.

A *circle* is the musicians who share something: an instrument, a country, a hall, a teacher. It weighs the more the
fewer they are. Its *size* is the number of its members, rounded down to four binary digits: so one member more or less
of a large circle makes no difference to those who have nothing else to do with the musician concerned.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from math import log2

from site_builder.graph.encyclopedia import Kinship, Membership, Relation
from site_builder.graph.relations import PUPILS, TEACHERS
from site_builder.model.identity import MUSICIANS, EntityId

MOST_RELATED = 8
SMALL = 64
"""Size from which a circle does not suggest all of its members: among 10,000 musicians that would be too many."""
_FINALISTS = 24
"""How many suggestions are compared in full."""
_SIZE_DIGITS = 4


class Circles:
    """The circles of an encyclopedia; each is looked at when it is first asked for."""

    def __init__(
        self,
        memberships: Mapping[EntityId, Sequence[Membership]],
        members: Mapping[EntityId, Sequence[Membership]],
        relations: Mapping[EntityId, Sequence[Relation]],
        small: int = SMALL,
    ) -> None:
        self.relations = relations
        self.small = small
        self._memberships = memberships
        self._members = members
        self._sorted: dict[EntityId, Sequence[EntityId]] = {}
        self._ranks: dict[EntityId, tuple[int, EntityId]] = {}
        self._of: dict[EntityId, frozenset[EntityId]] = {}

    def members(self, term: EntityId) -> Sequence[EntityId]:
        """Those who share the term, sorted by id."""
        known = self._sorted.get(term)
        if known is None:
            known = self._sorted[term] = sorted(self._sharing(term))
        return known

    def rank(self, term: EntityId) -> tuple[int, EntityId]:
        """Size and id; the smallest circle comes first."""
        known = self._ranks.get(term)
        if known is None:
            known = self._ranks[term] = rounded(len(self.members(term))), term
        return known

    def is_small(self, term: EntityId) -> bool:
        return self.rank(term)[0] < self.small

    def of(self, musician: EntityId) -> frozenset[EntityId]:
        """The circles that the musician is in together with others."""
        known = self._of.get(musician)
        if known is None:
            terms = [membership.term for membership in self._memberships.get(musician, ())]
            relations = self.relations.get(musician, ())
            terms += [relation.other for relation in relations if relation.role == TEACHERS and relation.other]
            known = self._of[musician] = frozenset(term for term in terms if self.rank(term)[0] > 1)
        return known

    def friends(self, musician: EntityId) -> frozenset[EntityId]:
        """Those with a direct relation to the musician who share something as well."""
        own = self.of(musician)
        others = {relation.other for relation in self.relations.get(musician, ()) if relation.other}
        return frozenset(other for other in others if not own.isdisjoint(self.of(other)))

    def _sharing(self, term: EntityId) -> Iterator[EntityId]:
        if term.startswith(f"{MUSICIANS}/"):
            relations = self.relations.get(term, ())
            return (relation.other for relation in relations if relation.role == PUPILS and relation.other)
        return (membership.musician for membership in self._members.get(term, ()))


def rounded(members: int) -> int:
    """The number down to four binary digits: exact below 16; 320 for 330."""
    spare = max(0, members.bit_length() - _SIZE_DIGITS)
    return members >> spare << spare


def related_to(musician: EntityId, circles: Circles) -> tuple[Kinship, ...]:
    """Up to eight other musicians, the closest first, with what they share, the rarest first.

    Small circles suggest whom to compare; a large one only to those who are in no small one, and then not all of it.
    A direct relation makes two musicians closer, but they have to share something.
    """
    own = circles.of(musician)
    if not own:
        return ()
    friends = circles.friends(musician)
    weights = {term: _weight(circles.rank(term)[0]) for term in own}
    suggested = _suggested(musician, circles, weights)
    for friend in friends:
        suggested[friend] = suggested.get(friend, 0.0) + _BONUS
    suggested.pop(musician, None)
    compared = []
    for _, other in nsmallest(_FINALISTS, [(-weight, other) for other, weight in suggested.items()]):
        shared = sorted(map(circles.rank, own & circles.of(other)))
        closeness = sum(weights[term] for _, term in shared) + (_BONUS if other in friends else 0.0)
        compared.append((-closeness, other, shared))
    compared.sort()
    return tuple(Kinship(other, tuple(term for _, term in shared)) for _, other, shared in compared[:MOST_RELATED])


def concerned(changed: Iterable[EntityId], old: Circles, new: Circles) -> set[EntityId]:
    """All whose related musicians can differ after the terms or the relations of some have changed."""
    found: set[EntityId] = set()
    for musician in changed:
        found.add(musician)
        found.update(relation.other for relation in old.relations.get(musician, ()) if relation.other)
        found.update(relation.other for relation in new.relations.get(musician, ()) if relation.other)
        differing = old.of(musician) ^ new.of(musician)
        sharing: set[EntityId] = set()
        for term in differing:
            members = {*old.members(term), *new.members(term)}
            (sharing if old.rank(term) == new.rank(term) else found).update(members)
        if sharing:
            found.update(sharing & {*_comparing(musician, old), *_comparing(musician, new)})
    return found


def _weight(size: int) -> float:
    return 1 / log2(1 + size)


_BONUS = _weight(2)
"""A direct relation weighs as much as the rarest thing that two can share."""


def _suggested(musician: EntityId, circles: Circles, weights: Mapping[EntityId, float]) -> dict[EntityId, float]:
    """Others in the small circles, with the weight of those they share."""
    ranked = sorted(map(circles.rank, weights))
    small = [term for size, term in ranked if size < circles.small]
    suggested: dict[EntityId, float] = {}
    for term in small:
        weight = weights[term]
        for member in circles.members(term):
            suggested[member] = suggested.get(member, 0.0) + weight
    if small:
        return suggested
    return dict.fromkeys(_next_in_ring(musician, circles.members(ranked[0][1]), circles.small), 1.0)


def _next_in_ring(musician: EntityId, members: Sequence[EntityId], reach: int) -> Sequence[EntityId]:
    """Some members of a large circle: those that follow the musician by id, from the last to the first again."""
    place = bisect_left(members, musician)
    return [*members[place : place + reach], *members[: max(0, place + reach - len(members))]]


def _comparing(musician: EntityId, circles: Circles) -> Iterator[EntityId]:
    """All to whom some circle can suggest the musician."""
    for term in circles.of(musician):
        members = circles.members(term)
        yield from members if circles.is_small(term) else _previous_in_ring(musician, members, circles.small)


def _previous_in_ring(musician: EntityId, members: Sequence[EntityId], reach: int) -> Sequence[EntityId]:
    """Those whom the musician follows in such a ring."""
    place = bisect_left(members, musician)
    return [*members[max(0, place - reach) : place], *(members[place - reach :] if place < reach else ())]
