"""What templates get to draw maps: paths and places ready for an SVG, each with the words that say the same."""

import msgspec

from site_builder.pages.views import ListItem, View


class Shade(msgspec.Struct, frozen=True, gc=False):
    """A step of the map's colour, from 1, the palest."""

    step: int
    text: str
    """"4–7", for the key."""


class Territory(msgspec.Struct, frozen=True, gc=False):
    """A country on the map, with a page to go to."""

    id: str
    """The same as that of its row in the table; unique on the page."""
    text: str
    href: str
    label: str
    """"Kazakhstan, 12 musicians", for those who do not see the map."""
    count: int
    """Musicians."""
    step: int
    """Which shade; 0 where there is no musician."""
    path: str
    """Its outline; "" for a country so small that it is a dot."""
    x: int
    """The middle of the dot, or of the number."""
    y: int
    numbered: bool
    """Whether its number has room on the map."""


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A venue on the map."""

    href: str
    label: str
    """"Small Hall, Almaty, 4 musicians"."""
    x: int
    y: int


class CountryRow(msgspec.Struct, frozen=True, gc=False):
    id: str
    text: str
    href: str
    musicians: int
    venues: int
    drawn: bool
    """Whether the map has it: a state that has gone has no place there."""


class MapView(View, frozen=True, gc=False):
    """map.html, by `map.html`: countries by their musicians, and venues; the table says the same."""

    name: str
    intro: str
    width: int
    """Of the drawing, in the units of all its numbers."""
    height: int
    land: str
    """The path of the countries that nobody in the encyclopedia comes from."""
    territories: tuple[Territory, ...]
    spots: tuple[Spot, ...]
    shades: tuple[Shade, ...]
    rows: tuple[CountryRow, ...]
    """All countries, those with most musicians first."""
    venues: tuple[ListItem, ...]
    """The venues on the map."""
    more_venues: int = 0
    """How many more have coordinates, where they are too many to draw."""
