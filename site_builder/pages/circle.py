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


class Spot(NamedTuple):
    """The place of a node and its label."""

    x: float
    """Where the label begins, or, on the left, ends."""
    y: float
    on_right: bool
    room: float
    """How wide the label may be."""
    line: str
    """The path from the middle to the node."""
    point: str
    """The path that begins at the node."""
    texts: tuple[str, str]
    """The tags that a label of one line and one of two begin with."""
    second_line: str


class Label(NamedTuple):
    """What is written beside a node."""

    spot: Spot
    lines: tuple[str, ...]
    shortened: bool

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a box that the lines do not leave."""
        width = max(map(text_width, self.lines))
        left = self.spot.x if self.spot.on_right else self.spot.x - width
        half = len(self.lines) * _LINE / 2
        return left, self.spot.y - half, left + width, self.spot.y + half


def circle_of(edition: Edition, musician: EntityId) -> Drawing | None:
    """The drawing; None of those who stand almost alone."""
    people = dict(_people(edition, musician))
    if len(people) < _FEWEST_NODES:
        return None
    links = [edition.below.link(other) for other in people]
    return drawn(list(zip(links, people.values(), strict=True)))


def drawn(people: list[tuple[Link, str]]) -> Drawing:
    """The drawing of some people and what each is to the one in the middle."""
    middle, height, _ = _layout(len(people))
    known, sharing, nodes = "", "", ""
    for (link, role), label in zip(people, placed([link.text for link, _ in people]), strict=True):
        line = label.spot.line
        known, sharing = (known, sharing + line) if role == _SHARING else (known + line, sharing)
        nodes += _node(link, role, label)
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
    return [Label(spot, *_lines(name, spot.room)) for name, spot in zip(names, _layout(len(names)).spots, strict=True)]


class _Layout(NamedTuple):
    middle: float
    height: int
    spots: tuple[Spot, ...]


@lru_cache(maxsize=MOST_NODES)
def _layout(count: int) -> _Layout:
    """Where everything stands among so many nodes, whoever they are."""
    rows = -(-count // 2)
    first, last = _TOP + ROW / 2, _TOP + ROW * (rows - 0.5)
    middle = (first + last) / 2
    # With an odd number, those on the left stand between those on the right.
    between = ROW / 2 * (2 * rows - count)
    right = [_spot(first + ROW * row, middle, 1) for row in range(rows)]
    left = [_spot(last - ROW * row - between, middle, -1) for row in range(count - rows)]
    return _Layout(middle, round(last + ROW / 2 + _LEGEND), (*right, *left))


def _spot(y: float, middle: float, side: int) -> Spot:
    """`side` is 1 for the right and -1 for the left; the nodes stand on an ellipse, but never near the middle."""
    half = middle - _TOP
    out = round(_REACH * sqrt(max(0.2, 1 - ((y - middle) / (half + 6)) ** 2)))
    node, x = _MIDDLE + side * out, _MIDDLE + side * (out + _GAP)
    anchor = ' text-anchor="end"' if side < 0 else ""
    return Spot(
        x=x,
        y=y,
        on_right=side > 0,
        room=WIDTH - x - 2 if side > 0 else x - 2,
        line=f"M{_MIDDLE} {middle:g}L{node} {y:g}",
        point=f"M{node} {y:g}",
        texts=(f'<text x="{x}" y="{y + 4:g}"{anchor}>', f'<text x="{x}" y="{y + 4 - _LINE / 2:g}"{anchor}>'),
        second_line=f'<tspan x="{x}" dy="{_LINE}">',
    )


# A musician stands in the circles of many others.
@lru_cache(maxsize=1 << 15)
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


def _node(link: Link, role: str, label: Label) -> str:
    """A link to the other. It cannot be reached by keyboard, since the lists have it too, in fewer steps."""
    spot, (first, *others), shortened = label
    meaning, _, sign = _SIGNS[role]
    title = f"<title>{escape(link.text)}: {meaning}</title>" if shortened or role != _SHARING else ""
    second = f"{spot.second_line}{escape(others[0])}</tspan>" if others else ""
    return (
        f'<a href="{escape(link.href)}" tabindex="-1" class="{role}">{title}<path d="{spot.point}{sign}"/>'
        f"{spot.texts[len(others)]}{escape(first)}{second}</text></a>"
    )
