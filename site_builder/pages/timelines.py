"""Lives on a scale of years, as drawings: each a bar where they are few, columns of births where they are many."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from site_builder.model.identity import EntityId
from site_builder.pages.drawing.lanes import ROW, Axis, Span, axis_of, laid, ticks_of
from site_builder.pages.edition import Edition
from site_builder.pages.lives import Life, decade_name, following
from site_builder.pages.vantage import Vantage
from site_builder.pages.views import ListItem
from site_builder.pages.views_drawings import Column, Histogram, Lane, LifeBar, Tick, Timeline
from site_builder.pages.wording import counted

MOST_BARS = 300
_BELOW_AXIS = 8
_TOP = 24
_TITLE = 28
_GROWN = 25
_LIFETIME = 70
_AFTERWARDS = 5
_BEFORE = 20

_COLUMNS_HEIGHT = 140
_COLUMN_BASE = 24
_COLUMN_TOP = 16
_WIDTH_OF_NAME = 38


class Strand(msgspec.Struct, frozen=True):
    """Musicians who have something in common: a lane of a timeline."""

    title: str
    href: str
    musicians: tuple[EntityId, ...]


def timeline_of(
    edition: Edition, vantage: Vantage, heading: tuple[str, str], strands: Sequence[Strand], width: int
) -> Timeline:
    """The lives of all who are in the strands, those of whom a year is known; there is at least one.

    `heading` is the id and the title.
    """
    horizon = edition.tables.horizon()
    lives = {m: life for strand in strands for m in strand.musicians if (life := edition.tables.lives.get(m))}
    spans = {m: _span(edition.outline(m).name, life, horizon) for m, life in lives.items()}
    axis = axis_of(spans.values(), width)
    drawn: list[Lane] = []
    y = _TOP
    for strand in strands:
        held = {m: spans[m] for m in strand.musicians if m in spans}
        if held:
            lane, y = _lane(edition, vantage, axis, strand, held, y)
            drawn.append(lane)
    ticks = tuple(Tick(_year(year), axis.x(year)) for year in ticks_of(axis))
    return Timeline(*heading, axis.width, y + _BELOW_AXIS, ticks, tuple(drawn))


def histogram_of(heading: tuple[str, str], births: Counter[int], width: int, href: Callable[[int], str]) -> Histogram:
    """Births by decade, given by its first year; there is at least one. Decades without any keep their place.

    `href` says where a column leads.
    """
    starts = [min(births)]
    while starts[-1] < max(births):
        starts.append(following(starts[-1]))
    each, most = width / len(starts), max(births.values())
    named = -(-_WIDTH_OF_NAME // max(1, int(each)))
    room = _COLUMNS_HEIGHT - _COLUMN_BASE - _COLUMN_TOP
    columns = []
    for place, start in enumerate(starts):
        if not births[start]:
            continue
        height = max(2, round(births[start] / most * room))
        columns.append(
            Column(
                text=decade_name(start) if place % named == 0 else "",
                href=href(start),
                label=f"{decade_name(start)}: {counted(births[start], 'musician')} born",
                count=births[start],
                x=round(place * each) + 1,
                y=_COLUMNS_HEIGHT - _COLUMN_BASE - height,
                width=max(2, round(each) - 2),
                height=height,
            )
        )
    return Histogram(*heading, width, _COLUMNS_HEIGHT, tuple(columns))


def births_by_decade(lives: Iterable[Life]) -> Counter[int]:
    return Counter(life.birth_decade for life in lives if life.birth_decade is not None)


def dates_of(edition: Edition, musician: EntityId, life: Life) -> str:
    """ "1960 – 2021", or, where neither birth nor death is known, "fl. 1920–1935"."""
    detail = edition.outline(musician).detail
    if detail or life.first is None or life.last is None:
        return detail
    return f"fl. {_year(life.first)}" + (f"–{_year(life.last)}" if life.last > life.first else "")


def life_item(edition: Edition, vantage: Vantage, musician: EntityId, life: Life) -> ListItem:
    """The musician in a list by time: with dates, whatever is known of them, and without a summary."""
    item = vantage.item(musician)
    return ListItem(item.text, item.href, item.detail or dates_of(edition, musician, life))


def _lane(
    edition: Edition, vantage: Vantage, axis: Axis, strand: Strand, spans: dict[EntityId, Span], y: int
) -> tuple[Lane, int]:
    top = y + _TITLE if strand.title else y + _BELOW_AXIS
    ordered = sorted(spans, key=lambda m: (spans[m].start, edition.outline(m).sort_key))
    bars, rows = laid([spans[m] for m in ordered], axis, top)
    lives = edition.tables.lives
    drawn = tuple(
        LifeBar(
            text=spans[m].words,
            href=vantage.link(m).href,
            label=", ".join(filter(None, (vantage.link(m).text, dates_of(edition, m, lives[m])))),
            first=lives[m].start,
            last=lives[m].end,
            solid=bar.solid,
            faded=bar.faded,
            x=bar.words_x,
            y=bar.words_y,
        )
        for m, bar in zip(ordered, bars, strict=True)
    )
    return Lane(strand.title, strand.href, y + _TITLE - 10, top, drawn), top + rows * ROW


def _span(words: str, life: Life, horizon: int) -> Span:
    """The years to draw. What is not known fades: out of sight before a known year, or after it."""
    known_from = life.start if life.born is not None or life.first is not None else life.end - _BEFORE
    known_until = life.end
    if life.died is None and life.last is None:
        known_until = max(known_from, min(life.start + _GROWN, horizon))
    start = known_from if life.born is not None else known_from - _BEFORE
    end = known_until = max(known_from, known_until)
    if life.died is None:
        end = max(end + _AFTERWARDS, min(life.start + _LIFETIME, horizon) if life.born is not None else 0)
    return Span(start, known_from, known_until, end, words)


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
