"""Which instruments and countries are drawn together, and which threads between them: as many as one can read."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from site_builder.model.identity import EntityId
from site_builder.pages.edition import Edition

MOST_HUBS = 40
"""Of each kind."""
MOST_THREADS = 200

Both = tuple[EntityId, EntityId]
"""An instrument and a country."""


class Choice(msgspec.Struct, frozen=True):
    """What is drawn, and how much there is."""

    threads: Mapping[Both, int]
    """How many musicians have both, the strongest first. What has no thread is not drawn."""
    possible: int
    """How many threads there are between the fullest."""
    instruments: int
    """All that have a player from some country."""
    countries: int
    """All that a player of some instrument comes from."""


def choice_of(edition: Edition) -> Choice:
    """The fullest instruments and countries; of their threads the strongest of each, then the strongest of all."""
    every = {(end, each.country): each.count for end, held in edition.tables.crossings.items() for each in held}
    instruments, countries = ({both[side] for both in every} for side in (0, 1))
    hubs = _fullest(edition, instruments) | _fullest(edition, countries)
    order = {entity: place for place, entity in enumerate(sorted(hubs, key=in_alphabet(edition)))}
    among = [both for both in every if hubs.issuperset(both)]
    among.sort(key=lambda both: (-every[both], order[both[0]], order[both[1]]))
    strongest: dict[EntityId, Both] = {}
    for both in among:
        for end in both:
            strongest.setdefault(end, both)
    kept = set(strongest.values())
    kept.update([both for both in among if both not in kept][: MOST_THREADS - len(kept)])
    threads = {both: every[both] for both in among if both in kept}
    return Choice(threads, len(among), len(instruments), len(countries))


def in_alphabet(edition: Edition) -> Callable[[EntityId], str]:
    return lambda entity: edition.outline(entity).sort_key


def _fullest(edition: Edition, entities: Iterable[EntityId]) -> set[EntityId]:
    counts = {entity: edition.tables.counts[entity] for entity in entities}
    return set(sorted(counts, key=lambda entity: (-counts[entity], edition.outline(entity).sort_key))[:MOST_HUBS])
