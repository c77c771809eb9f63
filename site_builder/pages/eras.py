"""When an instrument's players lived: drawn, and as lists by the decade of birth.

The lists have names and dates alone, since the page has everybody once already, by country.
"""

from collections.abc import Mapping, Sequence

import msgspec

from site_builder.model.identity import EntityId
from site_builder.pages.edition import Edition
from site_builder.pages.grouping import Heading, in_groups
from site_builder.pages.lives import Life, decade_name, decade_slug
from site_builder.pages.timelines import (
    MOST_BARS,
    Strand,
    births_by_decade,
    histogram_of,
    life_item,
    timeline_of,
)
from site_builder.pages.views import Group, ListItem
from site_builder.pages.views_drawings import Histogram, Timeline

_WIDTH = 760
_UNKNOWN = Heading((10_000, ""), "Decade not known", "born-in-no-known-decade")
_FEWEST_DRAWN = 3
"""Fewer lives tell nothing that their dates do not."""
_FEWEST_LISTED = 12
"""Of fewer, the drawing shows at a glance who was born when."""


class Eras(msgspec.Struct, frozen=True):
    timeline: Timeline | None = None
    """The lives, each a bar."""
    histogram: Histogram | None = None
    """The births, where bars would be too many; its columns lead to the lists."""
    decades: tuple[Group, ...] = ()
    """All players by decade of birth, the earliest first, and at last those of whom it is not known."""


def eras_of(edition: Edition, players: Sequence[EntityId]) -> Eras:
    """When the players lived, as far as it is known of enough of them. `players` stand in the order of the alphabet."""
    tables = edition.tables
    lives = {player: life for player in players if (life := tables.lives.get(player))}
    births = births_by_decade(lives.values())
    if len(lives) < _FEWEST_DRAWN:
        return Eras()
    if len(lives) <= MOST_BARS:
        everybody = Strand("", "", tuple(lives))
        timeline = timeline_of(edition, edition.below, ("lives", "When they lived"), (everybody,), _WIDTH)
        return Eras(timeline, decades=_decades(edition, players, lives) if births.total() >= _FEWEST_LISTED else ())
    if not births:
        return Eras()
    histogram = histogram_of(("births", "When they were born"), births, _WIDTH, lambda start: "#" + _id(start))
    return Eras(None, histogram, _decades(edition, players, lives))


def _decades(edition: Edition, players: Sequence[EntityId], lives: Mapping[EntityId, Life]) -> tuple[Group, ...]:
    known = sorted(lives, key=lambda player: lives[player].start)
    dated = [(_heading(lives[player]), life_item(edition, edition.below, player, lives[player])) for player in known]
    undated = [(_UNKNOWN, _bare(edition.below.item(player))) for player in players if player not in lives]
    return in_groups((*dated, *undated))


def _heading(life: Life) -> Heading:
    start = life.birth_decade
    return _UNKNOWN if start is None else Heading((start, ""), decade_name(start), _id(start))


def _bare(item: ListItem) -> ListItem:
    return ListItem(item.text, item.href)


def _id(start: int) -> str:
    return f"born-{decade_slug(start)}"
