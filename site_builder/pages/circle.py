"""The circle of a musician, as a drawing: the entry in the middle, around it whom it knew and with whom it shares much.

Every node has a row of its own on one side, so that no label can meet another, whatever the names are. The drawing is
made for 304 pixels, the width of a small phone, and grows from there. All of it stands in the page's lists as well.
"""

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from math import sqrt
from typing import NamedTuple
from unicodedata import category, east_asian_width

import msgspec

from site_builder.graph.relations import FAMILY, PLAYED_WITH, PUPILS, TEACHERS
from site_builder.model.identity import EntityId
from site_builder.pages.edition import Edition
from site_builder.pages.views import Link
from site_builder.pages.views_pictures import Drawing

WIDTH = 304
ROW = 30
"""Units from one label to the next: two lines of text and a gap."""
MOST_NODES = 18
_FEWEST_NODES = 2
_MIDDLE = WIDTH // 2
_REACH = 46
"""How far nodes stand from the middle, at most, to the side."""
_GAP = 9
_TOP = 6
_LEGEND = 18
_SIZE = 12
"""Of the text."""
_LINE = 13
_SHARING = "sharing"
_SIGNS = {
    TEACHERS: ("teacher", "▲", "m-4.5 3.5 4.5-8 4.5 8z"),
    PUPILS: ("pupil", "▼", "m-4.5-3.5 4.5 8 4.5-8z"),
    FAMILY: ("family", "◆", "m-5 0 5-5 5 5-5 5z"),
    PLAYED_WITH: ("played together", "●", "m-4 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0"),
    _SHARING: ("much in common", "○", "m-4 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0"),
}


class Label(msgspec.Struct, frozen=True, gc=False):
    """Where the lines of a label stand."""

    lines: tuple[str, ...]
    x: float
    """Where they begin, or, on the left, end."""
    y: float
    """The middle of them."""
    on_right: bool
    shortened: bool

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a box that the lines do not leave."""
        width = max(map(text_width, self.lines))
        left = self.x if self.on_right else self.x - width
        half = len(self.lines) * _LINE / 2
        return left, self.y - half, left + width, self.y + half


def circle_of(edition: Edition, musician: EntityId) -> Drawing | None:
    """The drawing; None of those who stand almost alone."""
    people = dict(_people(edition, musician))
    if len(people) < _FEWEST_NODES:
        return None
    links = [edition.below.link(other) for other in people]
    return drawn(list(zip(links, people.values(), strict=True)))


def drawn(people: list[tuple[Link, str]]) -> Drawing:
    """The drawing of some people and what each is to the one in the middle."""
    places = placed([link.text for link, _ in people])
    lowest = max([label.y for label in places])
    middle = lowest / 2 + (_TOP + ROW / 2) / 2
    height = round(lowest + ROW / 2 + _LEGEND)
    known, sharing, nodes = "", "", ""
    for (link, role), label in zip(people, places, strict=True):
        x, y = label.x + (-_GAP if label.on_right else _GAP), label.y
        line = f"M{_MIDDLE} {middle:g}L{x:g} {y:g}"
        known, sharing = (known, sharing + line) if role == _SHARING else (known + line, sharing)
        nodes += _node(link, role, label, f"M{x:g} {y:g}{_SIGNS[role][2]}")
    roles = {role for _, role in people}
    legend = "  ".join([f"{sign} {text}" for role, (text, sign, _) in _SIGNS.items() if role in roles])
    markup = (
        (f'<path class="known" d="{known}"/>' if known else "")
        + (f'<path class="sharing" d="{sharing}"/>' if sharing else "")
        + f'<circle class="self" cx="{_MIDDLE}" cy="{middle:g}" r="7"/>{nodes}'
        + f'<text class="legend" x="{_MIDDLE}" y="{height - 4}" text-anchor="middle">{legend}</text>'
    )
    return Drawing(markup, WIDTH, height)


def placed(names: list[str]) -> list[Label]:
    """A label for each name: clockwise from the top, half of them on the right, the rest on the left."""
    labels = []
    for name, spot in zip(names, _spots(len(names)), strict=True):
        lines, shortened = _lines(name, spot.room)
        labels.append(Label(lines, spot.x, spot.y, spot.on_right, shortened))
    return labels


class _Spot(NamedTuple):
    """The place of a label, as in `Label`, and how wide it may be."""

    x: float
    y: float
    on_right: bool
    room: float


@lru_cache(maxsize=MOST_NODES)
def _spots(count: int) -> tuple[_Spot, ...]:
    """Where so many labels stand."""
    rows = -(-count // 2)
    middle = _TOP + rows * ROW / 2
    spots = []
    for number in range(count):
        on_right = number < rows
        row = number if on_right else 2 * rows - 1 - number - (2 * rows - count) / 2
        y = _TOP + ROW * (row + 0.5)
        out = round(_REACH * sqrt(max(0.2, 1 - ((y - middle) / (rows * ROW / 2 + 6)) ** 2)))
        x = _MIDDLE + out + _GAP if on_right else _MIDDLE - out - _GAP
        spots.append(_Spot(x, y, on_right, WIDTH - x - 2 if on_right else x - 2))
    return tuple(spots)


def text_width(text: str) -> float:
    """No less than what the text takes in any common typeface, in units."""
    return _SIZE * sum(map(_breadth, text))


# Names are written in few different signs.
@lru_cache(maxsize=1024)
def _breadth(sign: str) -> float:
    if category(sign) in ("Mn", "Cf"):
        return 0
    if sign in "iljtfrI.,'’ -":
        return 0.42
    if east_asian_width(sign) in "WF" or sign in "mwMW—…@%":
        return 1.03
    return 0.62 if sign.islower() and sign.isascii() else 0.78


def _lines(name: str, room: float) -> tuple[tuple[str, ...], bool]:
    """The name on one line, or on two, or cut off."""
    if text_width(name) <= room:
        return (name,), False
    words = name.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        first, second = " ".join(words[:cut]), " ".join(words[cut:])
        if text_width(first) <= room and text_width(second) <= room:
            return (first, second), False
    return (_cut(name, room),), True


def _cut(name: str, room: float) -> str:
    while text_width(name + "…") > room:
        name = name[:-1]
    return name.rstrip() + "…"


def _people(edition: Edition, musician: EntityId) -> Iterator[tuple[EntityId, str]]:
    """At most so many as fit: who was known first, then who shares most."""
    known: dict[EntityId, str] = {}
    for relation in edition.tables.relations.get(musician, ()):
        if relation.other:
            known.setdefault(relation.other, relation.role)
    for kin in edition.tables.related.get(musician, ()):
        known.setdefault(kin.other, _SHARING)
    yield from list(known.items())[:MOST_NODES]


def _node(link: Link, role: str, label: Label, sign: str) -> str:
    """A link to the other. It cannot be reached by keyboard, since the lists have it too, in fewer steps."""
    side = "" if label.on_right else ' text-anchor="end"'
    title = f"<title>{escape(link.text)}: {_SIGNS[role][0]}</title>" if label.shortened or role != _SHARING else ""
    first = label.y + 4 - (len(label.lines) - 1) * _LINE / 2
    text = escape(label.lines[0])
    if len(label.lines) > 1:
        text = f'{text}<tspan x="{label.x:g}" dy="{_LINE}">{escape(label.lines[1])}</tspan>'
    return (
        f'<a href="{escape(link.href)}" tabindex="-1" class="{role}">{title}<path d="{sign}"/>'
        f'<text x="{label.x:g}" y="{first:g}"{side}>{text}</text></a>'
    )
