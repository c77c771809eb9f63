"""THE THEME CONTRACT, version 1: everything a template may show.

A template gets four names: `site` and `page` (the same for every template), `view` (one from here or from a module
`views_…` beside it; which one is said in `contract.py`), and, where the page has a text of its own, `lead` and `body`:
the text before its first heading, and the rest, as markup. Every `href` is ready to be used on the page it is given to.
Texts are plain: the engine escapes them.

`gc=False`: these values hold each other but never in a circle, so the garbage collector need not know them. With it,
planning 10,000 musicians took 1.7 times as long.
"""

import msgspec

from site_builder.pages.views_drawings import Histogram, Locator, Miniature, Timeline
from site_builder.pages.views_pictures import Drawing, Picture


class Link(msgspec.Struct, frozen=True, gc=False):
    """A text, and where it leads; `href` is "" where there is nothing to lead to."""

    text: str
    href: str = ""
    title: str = ""
    """One line more about the target, such as its summary."""


class Crumb(msgspec.Struct, frozen=True, gc=False):
    """A step of the way from home to this page. The last one is the page itself, with an empty `href`."""

    text: str
    href: str


class Feed(msgspec.Struct, frozen=True, gc=False):
    """The latest changes, for programs that look whether there are any."""

    title: str
    """"Atom", "JSON Feed"."""
    type: str
    """Its media type."""
    href: str
    of: str
    """What it is the feed of: "The Encyclopedia of Musicians", "Violin — The Encyclopedia of Musicians"."""


class Site(msgspec.Struct, frozen=True, gc=False):
    """What the whole site says of itself. No counts and no lists: they would change every page at every edit."""

    title: str
    description: str
    language: str
    """For `<html lang>`."""
    licence: str
    notice: str
    """Another line for the foot of the page, such as that all of it is fiction."""
    search: bool
    """Whether the site has a page to send searches to."""


class Page(msgspec.Struct, frozen=True, gc=False):
    """What the frame around every page needs."""

    path: str
    """`musicians/bakhyt-taro.html`"""
    root: str
    """What to put before a path from the top of the site: "" or "../" …; on 404.html the path of `base_url`."""
    title: str
    description: str
    type: str
    """A word for style sheets: "home", "musician", "term", "index", "pair", "text" …"""
    home: str
    navigation: tuple[Link, ...]
    """The lists: musicians, instruments …, or what the site's settings name instead."""
    breadcrumbs: tuple[Crumb, ...] = ()
    canonical: str = ""
    """The page's whole address; "" where the site does not know its own."""
    feeds: tuple[Feed, ...] = ()
    """On the home page and that of recent changes, where the site has feeds; on the page of a term that has its own."""
    alternate_json: str = ""
    """The same entry as JSON; "" where there is none."""
    json_ld: str = ""
    """schema.org data, as JSON that is safe inside a script element; "" where there is none."""
    og_type: str = "website"
    image: str = ""
    """The whole address of the page's picture; "" where there is none or the site does not know its own address."""
    index: bool = True
    """Whether search engines should list the page."""
    explore: tuple[Link, ...] = ()
    """Other ways in than lists: the explorer, today, chance."""
    service: tuple[Link, ...] = ()
    """For the foot: what is still missing, and the statement on accessibility, where there is one."""


class View(msgspec.Struct, frozen=True, tag=True, gc=False):
    """What one kind of page shows."""


class Hatnote(msgspec.Struct, frozen=True, gc=False):
    """A line above the text that leads to others of the same name."""

    text: str
    """"For others of that name, see"."""
    links: tuple[Link, ...]


class Fact(msgspec.Struct, frozen=True, gc=False):
    """A value in the infobox, with what is said of it: `Carnegie Hall`, "2004"."""

    text: str
    href: str = ""
    note: str = ""


class FactRow(msgspec.Struct, frozen=True, gc=False):
    label: str
    values: tuple[Fact, ...]


class TocItem(msgspec.Struct, frozen=True, gc=False):
    text: str
    href: str
    """`#career`"""
    level: int
    """2 for a section, 3 for one inside it."""


class RelationGroup(msgspec.Struct, frozen=True, gc=False):
    """ "Teachers", and who they are."""

    title: str
    people: tuple[Fact, ...]


class WorkRow(msgspec.Struct, frozen=True, gc=False):
    year: str
    title: str
    kind: str
    note: str


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a source's text."""

    text: str
    emphasis: bool = False
    """Whether it is the title of something, and set in italics."""
    href: str = ""
    """The address, where the text is one."""


class Citation(msgspec.Struct, frozen=True, gc=False):
    """A source."""

    runs: tuple[Run, ...]


class MentionedIn(msgspec.Struct, frozen=True, gc=False):
    """Another entry, and the sentence there that speaks of this page: `before` + `link` + `after`."""

    entry: Link
    before: str
    link: str
    after: str


class RelatedEntry(msgspec.Struct, frozen=True, gc=False):
    entry: Link
    reason: str
    """"both: qobyz, Almaty"."""


class Category(msgspec.Struct, frozen=True, gc=False):
    """A list the entry is on."""

    text: str
    href: str
    count: int


class Neighbours(msgspec.Struct, frozen=True, gc=False):
    """The entries before and after this one in a list it is on."""

    label: str
    """"Violin"."""
    previous: Link | None
    next: Link | None


class ListItem(msgspec.Struct, frozen=True, gc=False):
    """A line of a list: a musician with dates and summary, a venue with its city."""

    text: str
    href: str
    detail: str = ""
    """"born 1985", "Almaty, 1903–"."""
    summary: str = ""
    count: int = 0
    """How many musicians belong to it; 0 where counting makes no sense."""


class Group(msgspec.Struct, frozen=True, gc=False):
    """A part of a list, under a heading of its own."""

    title: str
    """"" where the list has only one part."""
    id: str
    """For links to it; unique on the page."""
    href: str
    """The page about what the group has in common; "" where there is none."""
    items: tuple[ListItem, ...]


class MusicianView(View, frozen=True, gc=False):
    """musicians/*.html, by `entry.html`."""

    name: str
    dates: str
    """"c. 1985 – 2021", "born 1985", or ""."""
    summary: str
    draft: bool
    aliases: tuple[str, ...]
    hatnotes: tuple[Hatnote, ...]
    picture: Picture | None
    facts: tuple[FactRow, ...]
    toc: tuple[TocItem, ...]
    relations: tuple[RelationGroup, ...]
    works: tuple[WorkRow, ...]
    sources: tuple[Citation, ...]
    related: tuple[RelatedEntry, ...]
    mentioned_in: tuple[MentionedIn, ...]
    categories: tuple[Category, ...]
    neighbours: tuple[Neighbours, ...]
    more_mentions: int = 0
    """How many more entries speak of it than `mentioned_in` lists."""
    circle: Drawing | None = None
    """Those whom it has to do with, around it: the same people as in `relations` and `related`."""
    connect: str = ""
    """The page that looks for chains between two musicians, with this one chosen."""
    emblem: str = ""
    """What stands in for a picture, as markup for an `<svg viewBox="0 0 96 96">`; "" where there is one."""
    edit: str = ""
    """Where its file can be edited; "" where the site does not say."""


class TermView(View, frozen=True, gc=False):
    """instruments/*.html, countries/*.html, venues/*.html, genres/*.html …, by `term.html`."""

    name: str
    kind: str
    """"Instrument", "Country" …"""
    summary: str
    aliases: tuple[str, ...]
    hatnotes: tuple[Hatnote, ...]
    picture: Picture | None
    facts: tuple[FactRow, ...]
    toc: tuple[TocItem, ...]
    count: int
    """Musicians."""
    members_title: str
    """"Musicians by country"."""
    members: tuple[Group, ...]
    """The musicians, grouped by what tells most: a country by instrument, an instrument by country, a venue by year."""
    pairs: tuple[Category, ...]
    """Pages of pairs it takes part in: "Violinists of Kazakhstan"."""
    places: tuple[ListItem, ...]
    """A country's venues."""
    related: tuple[RelatedEntry, ...]
    """Terms of the same kind with musicians in common; `reason` says how many."""
    mentioned_in: tuple[MentionedIn, ...]
    sources: tuple[Citation, ...]
    more_mentions: int = 0
    """How many more entries speak of it than `mentioned_in` lists."""
    emblem: str = ""
    """As a musician's, of an instrument or a country without a picture."""
    locator: Locator | None = None
    """Of a country, and of a venue with coordinates: where it lies."""
    timeline: Timeline | None = None
    """Of an instrument: the lives of its players."""
    histogram: Histogram | None = None
    """Instead of it, where those are many: its columns lead to `decades`, by their ids."""
    decades: tuple[Group, ...] = ()
    """Of an instrument: its players once more, by decade of birth, with dates alone; none where they are few."""
    edit: str = ""
    """As a musician's; "" where the term has no file of its own, too."""


class FamilyView(View, frozen=True, gc=False):
    """instruments/family-*.html, by `family.html`: a family of instruments."""

    name: str
    instruments: tuple[ListItem, ...]
    count: int
    """Musicians."""
    members: tuple[Group, ...]
    """Its musicians, by instrument."""


class PairView(View, frozen=True, gc=False):
    """pairs/*.html, by `pair.html`: the musicians who share two terms."""

    name: str
    """"Violinists of Kazakhstan"."""
    intro: str
    terms: tuple[Link, ...]
    count: int
    items: tuple[ListItem, ...]
    venues: tuple[Category, ...]
    """Where they played, the halls with most of them first."""
    others: tuple[Category, ...]
    """Pairs with one of the two terms."""


class IndexView(View, frozen=True, gc=False):
    """instruments/index.html and the like, by `index.html`: all terms of a kind, with counts."""

    name: str
    intro: str
    count: int
    groups: tuple[Group, ...]
    """Instruments by family, venues by country, countries by letter."""
    pairs: tuple[Category, ...]
    fullest: tuple[Category, ...] = ()
    """Those with most musicians first, some, where the list is long."""


class LetterLink(msgspec.Struct, frozen=True, gc=False):
    text: str
    href: str
    """"" for the letter of this page."""
    count: int


class AlphabetView(View, frozen=True, gc=False):
    """a-z.html and a-z/*.html, by `alphabet.html`: all musicians, on one page or on one for each letter."""

    name: str
    letters: tuple[LetterLink, ...]
    count: int
    groups: tuple[Group, ...]


class Door(msgspec.Struct, frozen=True, gc=False):
    """A way in from the home page: a facet with its fullest terms, or the decades."""

    title: str
    href: str
    count: int
    terms: tuple[Category, ...]


class HomeView(View, frozen=True, gc=False):
    """index.html, by `home.html`."""

    name: str
    description: str
    counts: tuple[Category, ...]
    """"64 musicians" …, each with its index."""
    featured: ListItem | None
    """An entry that others speak of much, with a text of its own."""
    doors: tuple[Door, ...]
    families: tuple[Category, ...]
    pairs: tuple[Category, ...]
    recent: tuple[ListItem, ...]
    """The entries with the latest `updated`."""
    changes: Link | None = None
    """The page of all recent changes; None where no entry is dated."""
    connections: Link | None = None
    """The page that tells how any two musicians are connected."""
    miniature: Miniature | None = None
    """Where the musicians come from; None where no country is on the map."""


class TextView(View, frozen=True, gc=False):
    """A free page such as about.html, by `text.html`."""

    name: str
    summary: str
    toc: tuple[TocItem, ...]
    sources: tuple[Citation, ...]
    edit: str = ""
    """As a musician's."""
