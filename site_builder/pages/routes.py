"""All addresses of the finished site.

The site is flat: a page lies at the top, or in one folder below it. So a link from any page is the way to the top
("" or "../") and the path from there, and always ends in a file.
"""

import unicodedata

from site_builder.content.dates import MONTHS
from site_builder.graph.collation import NO_LETTER, NUMBERS
from site_builder.model.identity import INSTRUMENTS, EntityId, OutputPath, kind_of, slug_of

HOME = OutputPath("index.html")
ALPHABET = OutputPath("a-z.html")
MAP = OutputPath("map.html")
HUBS = OutputPath("instruments-and-countries.html")
TIMELINE = OutputPath("timeline.html")
DECADES = OutputPath("decades/index.html")
MAINTENANCE = OutputPath("maintenance.html")
NOT_FOUND = OutputPath("404.html")
SEARCH = OutputPath("search.html")
ABOUT = OutputPath("about.html")
ACCESSIBILITY = OutputPath("accessibility.html")
FEED = OutputPath("feed.xml")
JSON_FEED = OutputPath("feed.json")
CONNECTIONS = OutputPath("connections.html")
CONNECTIONS_DATA = OutputPath("connections/data.js")
SITEMAP = OutputPath("sitemap.xml")
ROBOTS = OutputPath("robots.txt")
CATALOG = OutputPath("catalog.json")
EXPLORER = OutputPath("explore.html")
RANDOM = OutputPath("random.html")
RECENT = OutputPath("recent.html")
TODAY = OutputPath("today.html")
COUNT_OF_LINES = OutputPath("lines/count.js")
FACETS = OutputPath("search/facets.js")
COUNT_OF_CARDS = OutputPath("cards/count.js")
SEARCH_DIRECTORY = OutputPath("search/directory.js")
MEDIA = "media/"
EMBLEMS = "emblems/"

_SIGNS = {NUMBERS: "0-9", NO_LETTER: "other"}


def root_of(page: str) -> str:
    """What leads from a page to the top of the site: "" or "../"."""
    return "../" * page.count("/")


def relative(from_page: str, to_page: str) -> str:
    """The link from one page to another.

    >>> relative("musicians/bakhyt-taro.html", "venues/index.html")
    '../venues/index.html'
    """
    return root_of(from_page) + to_page


def whole(base_url: str, page: str) -> str:
    """The address of a page for the world outside; "" where the site does not know its own."""
    return base_url + page if base_url else ""


def index_page(kind: str) -> OutputPath:
    return OutputPath(f"{kind}/index.html")


def letter_page(slug: str) -> OutputPath:
    return OutputPath(f"a-z/{slug}.html")


def family_page(slug: str) -> OutputPath:
    return OutputPath(f"{INSTRUMENTS}/family-{slug}.html")


def decade_page(slug: str) -> OutputPath:
    return OutputPath(f"decades/{slug}.html")


def names_file(part: int) -> OutputPath:
    return OutputPath(f"search/names-{part}.js" if part else "search/names.js")


def words_file(prefix: str) -> OutputPath:
    """Where the words are that begin so. Letters and digits of ASCII stand for themselves, others for their number."""
    letters = (letter if letter.isascii() else f"-{ord(letter):x}" for letter in prefix)
    # Without a letter in front, Windows would take "con" for a device.
    return OutputPath(f"search/t/t{''.join(letters)}.js")


def disambiguation_page(slug: str) -> OutputPath:
    return OutputPath(f"disambiguation/{slug}.html")


def emblem_file(name: str) -> OutputPath:
    """`emblems/spike-grid-turquoise-lozenges.svg`: shared by all musicians with the same facts."""
    return OutputPath(f"{EMBLEMS}{name}.svg")


def json_of(entity: EntityId) -> OutputPath:
    return OutputPath(f"{entity}.json")


def term_feed(term: EntityId) -> OutputPath:
    """`instruments/violin.feed.xml`. No slug holds a full stop, so no other file has a name like it."""
    return OutputPath(f"{term}.feed.xml")


def term_json_feed(term: EntityId) -> OutputPath:
    return OutputPath(f"{term}.feed.json")


def cards_file(number: str) -> OutputPath:
    return OutputPath(f"cards/{number}.js")


def lines_file(number: str) -> OutputPath:
    return OutputPath(f"lines/{number}.js")


def month_page(month: str) -> OutputPath:
    """`today/january.html` for "01"."""
    return OutputPath(f"today/{MONTHS[int(month) - 1].lower()}.html")


def day_page(month: str, day: int) -> OutputPath:
    return OutputPath(f"today/{MONTHS[int(month) - 1].lower()}-{day}.html")


def month_file(month: str) -> OutputPath:
    return OutputPath(f"today/{month}.js")


def sitemap_part(number: int) -> OutputPath:
    return OutputPath(f"sitemap-{number}.xml")


def pair_page(first: EntityId, second: EntityId) -> OutputPath:
    """`pairs/violin-kazakhstan.html`: readable, and not unique where two facets have terms of one slug."""
    return OutputPath(f"pairs/{slug_of(first)}-{slug_of(second)}.html")


def long_pair_page(first: EntityId, second: EntityId) -> OutputPath:
    """An address that no other pair can have: no slug holds two hyphens in a row."""
    terms = (kind_of(first), slug_of(first), kind_of(second), slug_of(second))
    return OutputPath(f"pairs/{'--'.join(terms)}.html")


def letter_slug(letter: str) -> str:
    """A readable address for a letter of any script, made from its name in Unicode, which never changes.

    >>> letter_slug("A"), letter_slug("Ә"), letter_slug("Λ")
    ('a', 'cyrillic-schwa', 'greek-lamda')
    """
    if letter in _SIGNS:
        return _SIGNS[letter]
    if letter.isascii():
        return letter.lower()
    name = unicodedata.name(letter[0], f"u {ord(letter[0]):x}").lower()
    # The one pair of names that a space alone tells apart is "tibetan letter a" and "tibetan letter -a".
    return name.replace(" capital letter ", " ").replace(" -", " dash ").replace(" ", "-")
