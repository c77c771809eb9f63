"""The drawing of instruments and countries: names in two columns, and threads between them."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.model.identity import INSTRUMENTS, EntityId, kind_of
from site_builder.pages.drawing.lettering import cut, length_of
from site_builder.pages.drawing.rings import Point
from site_builder.pages.drawing.steps import span_of, step_of, steps_for
from site_builder.pages.drawing.threads import ROW, stacked, thread, untangled
from site_builder.pages.edition import Edition
from site_builder.pages.hubs import Both, in_alphabet
from site_builder.pages.vantage import HUBS_LABEL
from site_builder.pages.views_hubs import Hub, HubDrawing, HubGroup, Thickness
from site_builder.pages.wording import counted, listed

_BETWEEN = 280
"""The columns, in pixels."""
_BESIDE = 10
"""Between a name and its threads, and at the edge."""
_SIZE = 13
"""Of the letters."""
_ROOM = 1.15
"""How much wider a reader's font may be than one thinks."""
_LONGEST = 24
"""Letters of a name."""
_MOST_TOLD = 3
_FEW = 3
"""Steps of thickness, which may be farther apart."""
_OTHERS = "Other instruments"

Ends = Mapping[EntityId, Sequence[tuple[EntityId, int]]]
"""What the threads of each instrument and country lead to, the strongest first, with the numbers of musicians."""


def ends_of(threads: Mapping[Both, int]) -> Ends:
    ends: dict[EntityId, list[tuple[EntityId, int]]] = {}
    for (instrument, country), count in threads.items():
        ends.setdefault(instrument, []).append((country, count))
        ends.setdefault(country, []).append((instrument, count))
    return ends


def drawing_of(edition: Edition, threads: Mapping[Both, int]) -> HubDrawing:
    ends = ends_of(threads)
    families = _families(edition, [end for end in ends if kind_of(end) == INSTRUMENTS])
    headed = len(families) > 1 or _OTHERS not in families
    order = untangled(tuple(families.values()), threads)
    columns = stacked(order, headed=headed)
    left = _width(edition, columns.lefts)
    right = left + _BETWEEN
    places = {entity: (left, y) for entity, y in columns.lefts.items()}
    places |= {entity: (right, y) for entity, y in columns.rights.items()}
    paths = {both: thread(places[both[0]], places[both[1]]) for both in threads}

    def hub(entity: EntityId) -> Hub:
        path = "".join(path for both, path in paths.items() if entity in both)
        return _hub(edition, entity, ends[entity], places[entity], path)

    return HubDrawing(
        title=HUBS_LABEL,
        width=right + _width(edition, columns.rights),
        height=columns.height,
        row=ROW,
        left=left,
        right=right,
        threads=tuple(_thicknesses(threads, paths)),
        groups=tuple(
            HubGroup(_family(edition, group[0]) if headed else "", y, tuple(map(hub, group)))
            for group, y in zip(order.groups, columns.headings, strict=True)
        ),
        countries=tuple(map(hub, order.rights)),
    )


def _families(edition: Edition, instruments: Iterable[EntityId]) -> dict[str, list[EntityId]]:
    """The instruments by the name of their family, in the order of the alphabet."""
    found: dict[str, list[EntityId]] = {}
    for instrument in sorted(instruments, key=in_alphabet(edition)):
        found.setdefault(_family(edition, instrument), []).append(instrument)
    return found


def _family(edition: Edition, instrument: EntityId) -> str:
    slug = edition.tables.family_of.get(instrument)
    return edition.tables.families[slug].name if slug else _OTHERS


def _width(edition: Edition, entities: Iterable[EntityId]) -> int:
    """The room that the longest of the names takes, with its number."""
    names = (f"{_name(edition, entity)} {edition.tables.counts[entity]:,}" for entity in entities)
    return 2 * _BESIDE + math.ceil(_ROOM * max(length_of(name, _SIZE) for name in names))


def _name(edition: Edition, entity: EntityId) -> str:
    return cut(edition.title(entity), _LONGEST)


def _hub(edition: Edition, entity: EntityId, ends: Sequence[tuple[EntityId, int]], place: Point, path: str) -> Hub:
    category = edition.top.term(entity)
    told = [f"{edition.title(other)} {count:,}" for other, count in ends[:_MOST_TOLD]]
    if len(ends) > _MOST_TOLD:
        told.append(f"{len(ends) - _MOST_TOLD} more")
    return Hub(
        text=_name(edition, entity),
        href=category.href,
        label=f"{category.text}, {counted(category.count, 'musician')}; {listed(told)}",
        count=category.count,
        x=place[0],
        y=place[1],
        threads=path,
    )


def _thicknesses(threads: Mapping[Both, int], paths: Mapping[Both, str]) -> Iterator[Thickness]:
    """The steps that threads are in. The weakest are thin, however many musicians they stand for."""
    every = steps_for(max(threads.values()))
    numbers = {both: step_of(count, every) for both, count in threads.items()}
    steps = [step for step in every if step.number in numbers.values()]
    apart = 1 if len(steps) > _FEW else 2
    for place, step in enumerate(steps):
        path = "".join([paths[both] for both, number in numbers.items() if number == step.number])
        yield Thickness(1 + place * apart, span_of(step), path)
