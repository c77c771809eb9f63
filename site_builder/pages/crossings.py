"""How many players of each instrument come from each country: what the overview of both is drawn from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

import msgspec

from site_builder.model.identity import COUNTRIES, INSTRUMENTS, EntityId, kind_of

TermsOf = Mapping[str, Mapping[EntityId, Sequence[EntityId]]]
"""The terms of musicians: by kind, then by musician."""
_Both = tuple[EntityId, EntityId]
"""An instrument and a country."""


class Crossing(msgspec.Struct, frozen=True, gc=False):
    """A country that some players of an instrument come from."""

    country: EntityId
    count: int
    """Musicians."""


Crossings = Mapping[EntityId, tuple[Crossing, ...]]
"""By instrument, sorted by the id of the country; instruments that cross no country are left out."""


def crossings_of(terms_of: TermsOf) -> dict[EntityId, tuple[Crossing, ...]]:
    found: dict[EntityId, Counter[EntityId]] = {}
    countries_of = terms_of.get(COUNTRIES, {})
    for musician, instruments in terms_of.get(INSTRUMENTS, {}).items():
        for country in countries_of.get(musician, ()):
            for instrument in instruments:
                found.setdefault(instrument, Counter())[country] += 1
    return {instrument: _sorted(counts) for instrument, counts in found.items()}


def crossings_after(
    before: Crossings, retermed: Iterable[tuple[Iterable[EntityId], Iterable[EntityId]]]
) -> dict[EntityId, tuple[Crossing, ...] | None]:
    """The crossings of the instruments concerned, once musicians have other terms; None where nothing is left.

    `retermed` holds the terms that each of these musicians had, and those that it has.
    """
    changes: Counter[_Both] = Counter()
    for was, now in retermed:
        changes.subtract(_crossed(was))
        changes.update(_crossed(now))
    concerned = {instrument for instrument, _ in changes}
    counts = {each: Counter({old.country: old.count for old in before.get(each, ())}) for each in concerned}
    for (instrument, country), change in changes.items():
        counts[instrument][country] += change
    return {instrument: _sorted(held) or None for instrument, held in counts.items()}


def has_hubs(crossings: Crossings) -> bool:
    """Whether there is something to compare: two instruments at least, and two countries."""
    countries = {crossing.country for held in crossings.values() for crossing in held}
    return len(crossings) > 1 and len(countries) > 1


def _crossed(terms: Iterable[EntityId]) -> list[_Both]:
    held = tuple(terms)
    instruments, countries = ([term for term in held if kind_of(term) == kind] for kind in (INSTRUMENTS, COUNTRIES))
    return list(product(instruments, countries))


def _sorted(counts: Mapping[EntityId, int]) -> tuple[Crossing, ...]:
    return tuple([Crossing(country, counts[country]) for country in sorted(counts) if counts[country]])
