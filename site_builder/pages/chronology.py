"""Decades: who was born, died and lived in each, and what was played. Long lists are cut here, where nothing is lost:

those who lived in a decade are on the lists of the decades of their births, and performances on the pages of the halls.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from site_builder.model.identity import EntityId
from site_builder.pages.lives import LONGEST, Life, Performance, decade_slug, decade_start, following

MOST_LISTED = 200
"""Of those who lived then."""
MOST_PERFORMANCES = 300

_Lists = dict[int, list[EntityId]]


class Played(msgspec.Struct, frozen=True, array_like=True, gc=False):
    musician: EntityId
    performance: Performance


class Decade(msgspec.Struct, frozen=True):
    start: int
    """The first year."""
    born: tuple[EntityId, ...] = ()
    """By year, then by the alphabet."""
    died: tuple[EntityId, ...] = ()
    living_count: int = 0
    """Those of whom something is known then, beside the born and the dead."""
    living: tuple[EntityId, ...] = ()
    """They, where they are few."""
    generations: tuple[tuple[str, int], ...] = ()
    """They by decade of birth, as slug and number, where they are many; "" for those of unknown birth."""
    performance_count: int = 0
    performances: tuple[Played, ...] = ()
    """By year, where they are few."""
    halls: tuple[tuple[EntityId, int], ...] = ()
    """How many performances each venue saw, where they are many."""


class Tally(msgspec.Struct, frozen=True, array_like=True):
    """A decade in numbers."""

    start: int
    born: int
    died: int
    lived: int
    """All of whom anything is known then."""
    performances: int


def decades_of(
    lives: Mapping[EntityId, Life], performances: Mapping[EntityId, tuple[Performance, ...]]
) -> dict[str, Decade]:
    """Every decade of which anything is known, by slug, the earliest first. Both tables are in alphabetical order."""
    born: _Lists = {}
    died: _Lists = {}
    living: _Lists = {}
    played: dict[int, list[Played]] = {}
    for musician, life in lives.items():
        if life.birth_decade is not None:
            born.setdefault(life.birth_decade, []).append(musician)
        if life.death_decade is not None:
            died.setdefault(life.death_decade, []).append(musician)
        for start in _decades_between(life):
            living.setdefault(start, []).append(musician)
    for musician, all_of in performances.items():
        for performance in all_of:
            played.setdefault(decade_start(performance.year), []).append(Played(musician, performance))
    return {
        decade_slug(start): _decade(
            start, (born.get(start, []), died.get(start, []), living.get(start, [])), played.get(start, []), lives
        )
        for start in sorted({*born, *died, *living, *played})
    }


def tally_of(decade: Decade) -> Tally:
    lived = len({*decade.born, *decade.died}) + decade.living_count
    return Tally(decade.start, len(decade.born), len(decade.died), lived, decade.performance_count)


def _decades_between(life: Life) -> Iterator[int]:
    """The decades of which something is known of the musician, beside those of birth and death."""
    if life.end - life.start > LONGEST:
        return
    start, last, known = decade_start(life.start), decade_start(life.end), (life.birth_decade, life.death_decade)
    while start <= last:
        if start not in known:
            yield start
        start = following(start)


def _decade(
    start: int,
    people: tuple[list[EntityId], list[EntityId], list[EntityId]],
    played: list[Played],
    lives: Mapping[EntityId, Life],
) -> Decade:
    born, died, living = people
    few, few_played = len(living) <= MOST_LISTED, len(played) <= MOST_PERFORMANCES
    return Decade(
        start=start,
        born=tuple(sorted(born, key=lambda musician: lives[musician].born or 0)),
        died=tuple(sorted(died, key=lambda musician: lives[musician].died or 0)),
        living_count=len(living),
        living=tuple(living) if few else (),
        generations=() if few else _generations(living, lives),
        performance_count=len(played),
        performances=tuple(sorted(played, key=lambda one: one.performance.year)) if few_played else (),
        halls=() if few_played else _halls(played),
    )


def _generations(living: Iterable[EntityId], lives: Mapping[EntityId, Life]) -> tuple[tuple[str, int], ...]:
    counts = Counter(lives[musician].birth_decade for musician in living)
    known = sorted((start, count) for start, count in counts.items() if start is not None)
    unknown = [("", counts[None])] if counts[None] else []
    return (*((decade_slug(start), count) for start, count in known), *unknown)


def _halls(played: Iterable[Played]) -> tuple[tuple[EntityId, int], ...]:
    counts = Counter(one.performance.venue for one in played)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_PERFORMANCES])
