"""What templates get of time: the timeline, and a page for each decade."""

import msgspec

from site_builder.pages.views import Category, Group, Link, ListItem, View
from site_builder.pages.views_drawings import Histogram, Timeline


class DecadeRow(msgspec.Struct, frozen=True, gc=False):
    """A decade in numbers."""

    text: str
    href: str
    first: int
    """Its years."""
    last: int
    born: int
    died: int
    lived: int
    """All of whom anything is known then."""
    performances: int


class Generation(msgspec.Struct, frozen=True, gc=False):
    """How many were born in a decade, where lives are too many to draw."""

    count: int
    step: int
    """Its shade, from 1 to 7; 0 where there is nobody."""


class LaneRow(msgspec.Struct, frozen=True, gc=False):
    text: str
    href: str
    cells: tuple[Generation, ...]
    """One for each decade of the table."""


class LaneTable(msgspec.Struct, frozen=True, gc=False):
    """Births by decade in the fullest countries, or among the players of the commonest instruments."""

    id: str
    title: str
    decades: tuple[Link, ...]
    rows: tuple[LaneRow, ...]


class TimelineView(View, frozen=True, gc=False):
    """timeline.html, by `timeline.html`: lives as bars, or as numbers where they are many."""

    name: str
    intro: str
    decades: tuple[DecadeRow, ...]
    timelines: tuple[Timeline, ...]
    histogram: Histogram | None
    tables: tuple[LaneTable, ...]
    groups: tuple[Group, ...]
    """The same lives as a list, by decade; none where they are many."""
    undated: tuple[ListItem, ...]
    """Musicians of whom no year is known, some."""
    more_undated: int = 0


class PerformanceRow(msgspec.Struct, frozen=True, gc=False):
    year: str
    musician: Link
    venue: Link
    note: str


class DecadeView(View, frozen=True, gc=False):
    """decades/*.html, by `decade.html`: who was born, died and lived then, and what was played."""

    name: str
    intro: str
    previous: Link | None
    next: Link | None
    born: tuple[Group, ...]
    """By year."""
    died: tuple[Group, ...]
    living_count: int
    """Those of whom something is known then, beside the born and the dead."""
    living: tuple[ListItem, ...]
    generations: tuple[Category, ...]
    """Instead of `living`, where those are many: the decades they were born in."""
    performances: tuple[PerformanceRow, ...]
    halls: tuple[Category, ...]
    """Instead of `performances`, where those are many: the halls, each with their number."""
