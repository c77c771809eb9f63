"""What templates get to draw the instruments and countries with most musicians, and what joins them."""

import msgspec

from site_builder.pages.views import View


class Hub(msgspec.Struct, frozen=True, gc=False):
    """An instrument or a country in the drawing, with a page to go to."""

    text: str
    """Its name, cut where it is very long."""
    href: str
    label: str
    """"Violin, 45 musicians; most from Kazakhstan, France and Peru", for those who do not see the drawing."""
    count: int
    """Musicians."""
    x: int
    """Where its threads end."""
    y: int
    """The middle of its row."""
    threads: str
    """The path of all its threads, to be shown for whoever points at it."""


class HubGroup(msgspec.Struct, frozen=True, gc=False):
    """Instruments of one family."""

    text: str
    """"" where no instrument has a family."""
    y: int
    hubs: tuple[Hub, ...]


class Thickness(msgspec.Struct, frozen=True, gc=False):
    """All threads that are equally thick."""

    width: int
    """In pixels, from 1 to 7."""
    text: str
    """"4–7": for how many musicians they stand."""
    path: str


class HubDrawing(msgspec.Struct, frozen=True, gc=False):
    """Two columns of names with threads between them. By `partials/hubs.html`."""

    title: str
    width: int
    height: int
    row: int
    """How high the row of a name is."""
    left: int
    """How wide the column of instruments is, from the left."""
    right: int
    """Where the column of countries begins."""
    threads: tuple[Thickness, ...]
    """The thinnest first."""
    groups: tuple[HubGroup, ...]
    countries: tuple[Hub, ...]


class HubCrossing(msgspec.Struct, frozen=True, gc=False):
    """A country that players of an instrument come from."""

    text: str
    href: str
    """The page of those who have both; "" where there is none."""
    title: str
    """"Violinists of Kazakhstan"; "" where there is no such page."""
    count: int


class HubRow(msgspec.Struct, frozen=True, gc=False):
    """An instrument with its countries, those with most musicians first."""

    text: str
    href: str
    count: int
    """Musicians."""
    crossings: tuple[HubCrossing, ...]
    more: int
    """How many countries more there are, to which no thread is drawn."""


class HubsView(View, frozen=True, gc=False):
    """instruments-and-countries.html, by `hubs.html`: which instruments are played where; the table says the same."""

    name: str
    intro: str
    note: str
    """What is left out of the drawing: "The 40 instruments with most musicians, of 312, …"; "" where nothing is."""
    drawing: HubDrawing
    rows: tuple[HubRow, ...]
    """In the order of the alphabet."""
