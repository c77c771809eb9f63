"""Names of things: entities and output files.

A *kind* is the plural that names a content folder, a front matter key and a folder of pages ("musicians",
"venues"). An *entity* is anything with a page of its own: a musician, an instrument, a country, a venue, a genre …
"""

import re
from typing import NewType

EntityId = NewType("EntityId", str)
"""`kind/slug`, for example `musicians/bakhyt-taro`. Also the entity's page, without `.html`."""

OutputPath = NewType("OutputPath", str)
"""Where a page goes, relative to the output folder, with forward slashes: `musicians/bakhyt-taro.html`."""

MUSICIANS = "musicians"
INSTRUMENTS = "instruments"
COUNTRIES = "countries"
VENUES = "venues"
PAGES = "pages"

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG_BYTES = 80
WINDOWS_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))])


def entity_id(kind: str, slug: str) -> EntityId:
    return EntityId(f"{kind}/{slug}")


def kind_of(entity: EntityId) -> str:
    return entity.partition("/")[0]


def slug_of(entity: EntityId) -> str:
    return entity.partition("/")[2]


def page_of(entity: EntityId) -> OutputPath:
    """The entity's own page. Free pages lie at the top: `pages/about` is `about.html`."""
    kind, _, slug = entity.partition("/")
    return OutputPath(f"{slug}.html" if kind == PAGES else f"{entity}.html")


def is_slug(text: str) -> bool:
    """Whether `text` can be an address: ASCII words joined by single hyphens, no Windows device name."""
    return SLUG.fullmatch(text) is not None and len(text) <= MAX_SLUG_BYTES and text not in WINDOWS_DEVICES
