"""When musicians lived and played, in years, as far as lists and drawings need it."""

from collections.abc import Iterable

import msgspec

from site_builder.graph.encyclopedia import Membership
from site_builder.model.dates import PartialDate
from site_builder.model.identity import VENUES, EntityId, kind_of
from site_builder.pages.wording import year_of

LONGEST = 120
"""Years between a birth and a death. Dates farther apart are a slip, and the years between them say nothing."""


class Performance(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """That a musician played in a hall."""

    venue: EntityId
    year: int
    told: str
    """The year as it is told: "1931", "c. 1931"."""
    note: str = ""


class Life(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Years as in ISO 8601; None for what nobody knows. At least one is known."""

    born: int | None = None
    died: int | None = None
    first: int | None = None
    """The earliest year in which something is told of the musician between birth and death, and the last one."""
    last: int | None = None
    birth_decade: int | None = None
    """The decade, where the date means one and no other."""
    death_decade: int | None = None

    @property
    def start(self) -> int:
        return next(year for year in (self.born, self.first, self.died) if year is not None)

    @property
    def end(self) -> int:
        return next(year for year in (self.died, self.last, self.born) if year is not None)


def life_of(born: PartialDate | None, died: PartialDate | None, active: tuple[int, int] | None) -> Life | None:
    """The life; None where no year of it is known."""
    birth, death = (date.year if date else None for date in (born, died))
    if birth is None and death is None and active is None:
        return None
    first, last = active or (None, None)
    return Life(birth, death, first, last, _decade_of(born), _decade_of(died))


def decade_start(year: int) -> int:
    """The first year of the decade: 1930 for 1931. Before Christ they run the other way: 430s BC are -438 to -429."""
    return year // 10 * 10 if year > 0 else -8 - (1 - year) // 10 * 10


def following(start: int) -> int:
    """The start of the next decade. Those on both sides of the birth of Christ have nine years, since no year is 0."""
    return 0 if start == -8 else start + 10


def decade_name(start: int) -> str:
    """ "1930s", "430s BC"."""
    return f"{start}s" if start >= 0 else f"{-start - 8}s BC"


def decade_slug(start: int) -> str:
    return decade_name(start).lower().replace(" ", "-")


def active_years(memberships: Iterable[Membership]) -> tuple[int, int] | None:
    """The first and the last year in which the musician did something that is told."""
    told = [bound[0] for held in memberships for date in held.years for bound in (date.earliest, date.latest) if bound]
    return (min(told), max(told)) if told else None


def performances_of(memberships: Iterable[Membership]) -> tuple[Performance, ...]:
    """Where the musician played in years that are known, in the order of the front matter."""
    return tuple(
        [
            Performance(held.term, date.year, year_of(date), occasion.note)
            for held in memberships
            if held.occasions and kind_of(held.term) == VENUES
            for occasion in held.occasions
            for date in occasion.years
            if date.year is not None
        ]
    )


def _decade_of(date: PartialDate | None) -> int | None:
    if date is None or date.earliest is None or date.latest is None:
        return None
    first, last = decade_start(date.earliest[0]), decade_start(date.latest[0])
    return first if first == last else None
