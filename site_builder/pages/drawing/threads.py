"""Two columns of names and the threads between them, in an order in which few threads cross.

All lengths are in pixels. What stands on the left may be in groups, which are not mixed.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Generic, TypeVar

import msgspec

Name = TypeVar("Name", bound=str)

ROW = 24
"""From one name to the next: no less than a target for a finger may have."""
_ROUNDS = 12
_BETWEEN_GROUPS = 32
"""What the heading of a group takes."""

Threads = Mapping[tuple[Name, Name], int]
"""How much each thread weighs, by the names at its left and its right end."""
Groups = tuple[tuple[Name, ...], ...]


class Order(msgspec.Struct, Generic[Name], frozen=True):
    groups: tuple[tuple[Name, ...], ...]
    """What stands on the left."""
    rights: tuple[Name, ...]


class Columns(msgspec.Struct, Generic[Name], frozen=True):
    """The middle of each name's row, in pixels from the top."""

    headings: tuple[int, ...]
    """One for each group: the middle of the row above it, which is empty where there is no heading."""
    lefts: Mapping[Name, int]
    rights: Mapping[Name, int]
    height: int


def untangled(groups: Sequence[Sequence[Name]], threads: Threads[Name]) -> Order[Name]:
    """The order with the fewest crossings that was found: each name beside the middle of its threads, some rounds long.

    Names without a thread are left out. Where nothing else decides, names stay in the order in which they came.
    """
    held = {left for left, _ in threads}
    lefts = tuple(kept for group in groups if (kept := tuple(name for name in group if name in held)))
    rights = tuple(dict.fromkeys(right for _, right in threads))
    orders = [Order(lefts, rights)]
    for _ in range(_ROUNDS):
        last = orders[-1]
        rights = _by_middle(last.rights, _ends(threads, 1), _places(chain(*last.groups)))
        lefts = _grouped(last.groups, _ends(threads, 0), _places(rights))
        orders.append(Order(lefts, rights))
    return min(orders, key=lambda order: crossings(order, threads))


def crossings(order: Order[Name], threads: Threads[Name]) -> int:
    """How many pairs of threads cross."""
    lefts, rights = _places(chain(*order.groups)), _places(order.rights)
    seen: list[int] = []
    crossed = 0
    for _, end in sorted((lefts[left], rights[right]) for left, right in threads):
        crossed += len(seen) - bisect_right(seen, end)
        insort(seen, end)
    return crossed


def stacked(order: Order[Name], *, headed: bool) -> Columns[Name]:
    """Both columns, one as high as the other: the shorter has its rows farther apart."""
    headings: list[int] = []
    lefts: dict[Name, int] = {}
    top = 0
    for group in order.groups:
        top += _BETWEEN_GROUPS if headed else 0
        headings.append(top - ROW // 2)
        for name in group:
            lefts[name] = top + ROW // 2
            top += ROW
    height = max(top, len(order.rights) * ROW)
    above = (height - top) // 2
    apart = height / max(1, len(order.rights))
    return Columns(
        headings=tuple(heading + above for heading in headings),
        lefts={name: y + above for name, y in lefts.items()},
        rights={name: round((place + 0.5) * apart) for place, name in enumerate(order.rights)},
        height=height,
    )


def thread(start: tuple[int, int], end: tuple[int, int]) -> str:
    """The path of a thread that leaves and arrives level."""
    middle = (start[0] + end[0]) // 2
    return f"M{start[0]} {start[1]}C{middle} {start[1]} {middle} {end[1]} {end[0]} {end[1]}"


_Ends = Mapping[Name, Sequence[tuple[Name, int]]]
"""What is at the other ends of a name's threads, and how much each weighs."""


def _ends(threads: Threads[Name], side: int) -> _Ends[Name]:
    found: dict[Name, list[tuple[Name, int]]] = {}
    for ends, weight in threads.items():
        found.setdefault(ends[side], []).append((ends[1 - side], weight))
    return found


def _places(names: Iterable[Name]) -> dict[Name, int]:
    return {name: place for place, name in enumerate(names)}


def _grouped(groups: Groups[Name], ends: _Ends[Name], places: Mapping[Name, int]) -> Groups[Name]:
    inside = [_by_middle(group, ends, places) for group in groups]
    return tuple(sorted(inside, key=lambda group: _middle(group, ends, places)))


def _by_middle(names: Iterable[Name], ends: _Ends[Name], places: Mapping[Name, int]) -> tuple[Name, ...]:
    return tuple(sorted(names, key=lambda name: _middle((name,), ends, places)))


def _middle(names: Iterable[Name], ends: _Ends[Name], places: Mapping[Name, int]) -> float:
    """Where the threads of these names lead on the whole."""
    weighed = [(places[other], weight) for name in names for other, weight in ends[name]]
    # One division of whole numbers, which comes out the same on every machine.
    return sum(place * weight for place, weight in weighed) / sum(weight for _, weight in weighed)
