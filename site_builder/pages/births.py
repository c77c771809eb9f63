"""When musicians were born, as far as lists can sort and group by it."""

import msgspec

from site_builder.model.dates import PartialDate


class Birth(msgspec.Struct, frozen=True, array_like=True, gc=False):
    year: int | None = None
    """One to sort by."""
    decade: int | None = None
    """1980, where the date means one decade and no other."""


def birth_of(born: PartialDate | None) -> Birth:
    if born is None:
        return Birth()
    first, last = (bound[0] // 10 * 10 if bound else None for bound in (born.earliest, born.latest))
    return Birth(born.year, first if first == last else None)
