"""The part of the theme contract that is about looking around: explorer, chance, and the day's anniversaries."""

from site_builder.pages.views import Category, Group, ListItem, View


class ExplorerView(View, frozen=True, gc=False):
    """explore.html, by `explore.html`: ways into the encyclopedia by several things at once."""

    name: str
    intro: str
    indexes: tuple[Category, ...]
    """All indexes, the alphabet first, each with the number of its entries."""
    groups: tuple[Group, ...]
    """Pages of pairs ("Violinists of Kazakhstan") under the first of their terms."""


class RandomView(View, frozen=True, gc=False):
    """random.html, by `random.html`: some musicians, chosen by chance and for good."""

    name: str
    count: int
    """Of all musicians."""
    items: tuple[ListItem, ...]


class RecentView(View, frozen=True, gc=False):
    """recent.html, by `recent.html`: what is new and revised. Where the site has feeds of it, they are `page.feeds`."""

    name: str
    intro: str
    count: int
    """Of the changes told."""
    groups: tuple[Group, ...]
    """By month, the latest first: an item's `detail` is the day, and what it is if it is no musician."""
    terms_have_feeds: bool = False
    """Whether there are feeds of single instruments, countries … too, each on its own page."""


class TodayView(View, frozen=True, gc=False):
    """today.html, today/january.html and today/january-15.html, by `today.html`: births, deaths and concerts by day."""

    name: str
    intro: str
    months: tuple[Category, ...]
    """All twelve; the one that this page is about has an empty `href`."""
    days: tuple[Category, ...]
    """The days of this month, where there is too much for one page."""
    groups: tuple[Group, ...]
    """What happened, by day: an item's `detail` says what it was."""
