"""Bars on a scale of years, laid in rows so that neither they nor the words on them meet.

All lengths are in pixels of a drawing that is as wide as its axis; times are years.
"""

from collections.abc import Iterable, Sequence

import msgspec

from site_builder.pages.drawing.lettering import length_of

ROW = 24
"""From one row to the next: no less than a target for a finger may have."""
BAR = 18
_BETWEEN = 6
_PADDING = 5
_SIZE = 12
"""Of the letters."""
_TICKS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_MOST_TICKS = 14
_MARGIN_YEARS = 2
_WIDTH_OF_YEAR = 3
_WIDEST = 2400


class Span(msgspec.Struct, frozen=True):
    """Some years, of which those between `solid_start` and `solid_end` are certain."""

    start: int
    solid_start: int
    solid_end: int
    end: int
    words: str


class Bar(msgspec.Struct, frozen=True):
    row: int
    solid: str
    """The path of the years that are certain."""
    faded: str
    """The path of the others; "" where there are none."""
    words_x: int
    words_y: int


class Axis(msgspec.Struct, frozen=True):
    first: int
    last: int
    width: int

    def x(self, year: int) -> int:
        return round((year - self.first) * self.width / (self.last - self.first))


def axis_of(spans: Iterable[Span], least_width: int) -> Axis:
    """The scale that has room for all of them, and is wider than asked where centuries need it."""
    years = [year for span in spans for year in (span.start, span.end)]
    first, last = min(years) - _MARGIN_YEARS, max(years) + _MARGIN_YEARS
    return Axis(first, last, min(max(least_width, (last - first) * _WIDTH_OF_YEAR), max(least_width, _WIDEST)))


def ticks_of(axis: Axis) -> tuple[int, ...]:
    """Round years along the axis."""
    years = axis.last - axis.first
    step = next((step for step in _TICKS if years / step <= _MOST_TICKS), _TICKS[-1])
    return tuple(range(-(-axis.first // step) * step, axis.last + 1, step))


def laid(spans: Sequence[Span], axis: Axis, top: int) -> tuple[list[Bar], int]:
    """The bars from `top` downwards, each in the first row with room for it, and how many rows there are."""
    ends: list[int] = []
    bars: list[Bar] = []
    for span in spans:
        left, right = axis.x(span.start), axis.x(span.end)
        length = _length(span.words)
        words_x = max(0, min(left + _PADDING, axis.width - length))
        begins, stops = min(left, words_x), max(right, words_x + length)
        row = next((row for row, end in enumerate(ends) if end + _BETWEEN <= begins), len(ends))
        ends[row : row + 1] = [stops]
        bars.append(_bar(span, axis, row, top + row * ROW, words_x))
    return bars, len(ends)


def _bar(span: Span, axis: Axis, row: int, y: int, words_x: int) -> Bar:
    start, solid_start, solid_end, end = map(axis.x, (span.start, span.solid_start, span.solid_end, span.end))
    middle, bottom = y + BAR // 2, y + BAR
    solid = f"M{solid_start} {y}H{max(solid_end, solid_start + 2)}V{bottom}H{solid_start}z"
    before = f"M{solid_start} {y}L{start} {middle}L{solid_start} {bottom}z" if start < solid_start else ""
    after = f"M{solid_end} {y}L{end} {middle}L{solid_end} {bottom}z" if end > solid_end else ""
    return Bar(row, solid, before + after, words_x, y + BAR - 5)


def _length(words: str) -> int:
    return _PADDING + round(length_of(words, _SIZE))
