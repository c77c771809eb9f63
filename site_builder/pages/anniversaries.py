"""The days of the year and what happened on them: births, deaths, and evenings on which somebody played.

Only a date that is known to the day, without "about" and "perhaps", is one that can be kept.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from site_builder.model.identity import EntityId
from site_builder.pages.outlines import Outline, Standing, exact_day

BORN, DIED, PLAYED = "born", "died", "played"


class Anniversary(msgspec.Struct, frozen=True, array_like=True, gc=False):
    day: int
    """Of the month."""
    year: int
    event: str
    """`BORN`, `DIED` or `PLAYED`."""
    musician: EntityId
    venue: EntityId | None = None
    """Where it played."""


def anniversaries(
    outlines: Mapping[EntityId, Outline], standings: Mapping[EntityId, Standing], musicians: Iterable[EntityId]
) -> dict[str, tuple[Anniversary, ...]]:
    """By month, "01" to "12", those there are: by day, then by year, then by the alphabet."""
    found: dict[str, list[Anniversary]] = {}
    for musician in musicians:
        if standings[musician].draft:
            continue
        for month, anniversary in _of(outlines[musician], standings[musician]):
            found.setdefault(f"{month:02}", []).append(anniversary)
    # Musicians come in the order of the alphabet, and sorting keeps it.
    return {
        month: tuple(sorted(held, key=lambda anniversary: (anniversary.day, anniversary.year)))
        for month, held in sorted(found.items())
    }


def calendar_of(days: Mapping[str, Iterable[Anniversary]]) -> dict[str, tuple[int, ...]]:
    """By month: how much there is on each day, from the first to the 31st."""
    found: dict[str, tuple[int, ...]] = {}
    for month, held in days.items():
        counts = Counter([anniversary.day for anniversary in held])
        found[month] = tuple([counts[day] for day in range(1, 32)])
    return found


def _of(outline: Outline, standing: Standing) -> Iterator[tuple[int, Anniversary]]:
    for event, date in ((BORN, outline.born), (DIED, outline.died)):
        if day := exact_day(date):
            yield day[1], Anniversary(day[2], day[0], event, outline.id)
    for venue, (year, month, number) in standing.evenings:
        yield month, Anniversary(number, year, PLAYED, outline.id, venue)
