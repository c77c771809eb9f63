"""The part of the theme contract that is about chains from one musician to another."""

import msgspec

from site_builder.pages.views import Link, ListItem, View


class ChainStep(msgspec.Struct, frozen=True, gc=False):
    """A sentence: `person` + `verb` + `via` + `joint` + `other` + `rest`."""

    person: Link
    verb: str
    """"played at", "was taught by"."""
    via: Link | None
    """The hall, the ensemble or the label; none where the two knew each other."""
    joint: str
    """", where"."""
    other: Link
    rest: str
    """"also played"."""


class Chain(msgspec.Struct, frozen=True, gc=False):
    """From one musician to another."""

    title: str
    """"From Bakhyt Taro to Ilse Brandt"."""
    note: str
    """"Hungary to Mali", or ""."""
    steps: tuple[ChainStep, ...]


class ConnectionsView(View, frozen=True, gc=False):
    """`connections.html`: how any two musicians are connected. A script finds any chain; these are for everybody."""

    name: str
    intro: str
    longest: Chain | None
    """A chain as long as they come."""
    chains: tuple[Chain, ...]
    """Some between countries."""
    hubs: tuple[ListItem, ...]
    """Who has most to do with others; `summary` is how many those are."""
