"""The shortest chain from one musician to another, by way of what they share and of whom they knew.

Musicians and shared terms are numbers here. A *tie* is a term that a musician shares with others, or a relation. Of
two chains of one length the one counts that is found first: relations before terms, both in the order of their numbers.
The page's script searches in the same order, so it finds the same chains.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from site_builder.graph.encyclopedia import Membership, Relation
from site_builder.graph.relations import INVERSE
from site_builder.model.identity import EntityId, kind_of

ROLES = tuple(INVERSE)
"""What the other is to the one."""


class Ties(msgspec.Struct, frozen=True):
    """Everything that ties musicians to each other."""

    terms: tuple[EntityId, ...]
    """Shared by two or more, sorted by id."""
    held: tuple[tuple[int, ...], ...]
    """The numbers of a musician's terms, rising."""
    members: tuple[tuple[int, ...], ...]
    """The numbers of a term's musicians, rising."""
    relations: tuple[tuple[tuple[int, int], ...], ...]
    """The role, as a number, and the other musician, rising."""


class Step(msgspec.Struct, frozen=True, gc=False):
    """One tie of a chain."""

    one: int
    other: int
    term: int | None
    """The term they share; None where they knew each other."""
    role: int = 0
    """What the other was to the one."""


def ties_of(
    musicians: Sequence[EntityId],
    memberships: Mapping[EntityId, Iterable[Membership]],
    relations: Mapping[EntityId, Iterable[Relation]],
    kinds: Iterable[str],
) -> Ties:
    """The ties of these musicians, who are numbered in their order, by terms of these kinds."""
    numbers = {musician: number for number, musician in enumerate(musicians)}
    wanted = frozenset(kinds)
    found: dict[EntityId, list[int]] = {}
    for musician, number in numbers.items():
        for membership in memberships.get(musician, ()):
            if kind_of(membership.term) in wanted:
                found.setdefault(membership.term, []).append(number)
    terms = tuple(sorted(term for term, members in found.items() if len(members) > 1))
    held: list[list[int]] = [[] for _ in musicians]
    for index, term in enumerate(terms):
        for number in found[term]:
            held[number].append(index)
    return Ties(
        terms,
        tuple(map(tuple, held)),
        tuple(tuple(found[term]) for term in terms),
        tuple(_acquaintances(relations.get(musician, ()), numbers) for musician in musicians),
    )


def _acquaintances(relations: Iterable[Relation], numbers: Mapping[EntityId, int]) -> tuple[tuple[int, int], ...]:
    known = {(ROLES.index(one.role), numbers[one.other]) for one in relations if one.other in numbers and one.other}
    return tuple(sorted(known))


def ways_from(start: int, ties: Ties) -> dict[int, Step | None]:
    """Everybody who can be reached, the nearest first, with the last step of the way there."""
    ways: dict[int, Step | None] = {start: None}
    seen = bytearray(len(ties.terms))
    queue = [start]
    for one in queue:
        for role, other in ties.relations[one]:
            if other not in ways:
                ways[other] = Step(one, other, None, role)
                queue.append(other)
        for term in ties.held[one]:
            if seen[term]:
                continue
            seen[term] = 1
            for other in ties.members[term]:
                if other not in ways:
                    ways[other] = Step(one, other, term)
                    queue.append(other)
    return ways


def chain_to(end: int, ways: Mapping[int, Step | None]) -> tuple[Step, ...]:
    """The steps of the way to somebody who can be reached."""
    steps: list[Step] = []
    step = ways[end]
    while step is not None:
        steps.append(step)
        step = ways[step.one]
    return tuple(reversed(steps))


def acquainted(musician: int, ties: Ties) -> int:
    """How many others the musician has a tie with."""
    others = {other for _, other in ties.relations[musician]}
    others.update(*(ties.members[term] for term in ties.held[musician]))
    return len(others - {musician})
