"""What templates get to draw small maps and timelines beside a text: paths and places ready for an SVG."""

import msgspec


class Locator(msgspec.Struct, frozen=True, gc=False):
    """Where a country or a venue lies: a small map of what is around it. By `partials/locator.html`."""

    label: str
    """"Where Kazakhstan lies"."""
    width: int
    height: int
    land: str
    """The path of all other land."""
    country: str
    """The path of the country; "" where it is too small for one."""
    marked: bool
    """Whether there is a dot."""
    x: int
    y: int


class Miniature(msgspec.Struct, frozen=True, gc=False):
    """The map of the world, so small that it is a link to the real one. By `partials/miniature.html`."""

    label: str
    """"Map of 20 countries"."""
    href: str
    width: int
    height: int
    land: str
    """The path of the countries that nobody in the encyclopedia comes from."""
    countries: str
    """The path of all others."""


class Tick(msgspec.Struct, frozen=True, gc=False):
    """A year on the scale."""

    text: str
    x: int


class LifeBar(msgspec.Struct, frozen=True, gc=False):
    """A musician on a timeline."""

    text: str
    href: str
    label: str
    """"Bakhyt Taro, born 1985", for those who do not see the drawing."""
    first: int
    """The years that the bar stands for."""
    last: int
    solid: str
    """The path of the years that are known."""
    faded: str
    """The path of those that are not; "" where all are."""
    x: int
    """Where the name begins."""
    y: int


class Lane(msgspec.Struct, frozen=True, gc=False):
    """Those who have something in common, on a timeline."""

    text: str
    """"" where there is only one lane."""
    href: str
    y: int
    """Of its name."""
    top: int
    """Where it begins."""
    bars: tuple[LifeBar, ...]


class Timeline(msgspec.Struct, frozen=True, gc=False):
    """Lives as bars on a scale of years. By `partials/timeline.html`."""

    id: str
    title: str
    """"Lives by country"."""
    width: int
    height: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]


class Column(msgspec.Struct, frozen=True, gc=False):
    """A decade of a histogram."""

    text: str
    """"1930s"; "" where the columns are too narrow for every name."""
    href: str
    label: str
    """"1930s: 14 musicians born"."""
    count: int
    x: int
    y: int
    width: int
    height: int


class Histogram(msgspec.Struct, frozen=True, gc=False):
    """Numbers of births by decade, where lives are too many to draw. By `partials/histogram.html`."""

    id: str
    title: str
    width: int
    height: int
    columns: tuple[Column, ...]
