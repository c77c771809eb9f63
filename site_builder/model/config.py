"""The site's settings, as values. `build/configuration.py` reads them from site.toml."""

import msgspec

from site_builder.model.identity import COUNTRIES, INSTRUMENTS, VENUES


class Facet(msgspec.Struct, frozen=True):
    """Something musicians have in common, with a page for each of its values: an instrument, a country …"""

    kind: str
    """The front matter key, the folder in content/, the folder of its pages: "instruments"."""
    singular: str
    """The other front matter key, and the prefix of a wiki link: "instrument"."""
    title: str
    """For readers: "Instruments"."""
    common_nouns: bool = False
    """Whether its names are ordinary words ("violin"), which stand in prose in small letters."""


INSTRUMENT_FACET = Facet(INSTRUMENTS, "instrument", "Instruments", common_nouns=True)
COUNTRY_FACET = Facet(COUNTRIES, "country", "Countries")
VENUE_FACET = Facet(VENUES, "venue", "Venues")
DEFAULT_FACETS = (
    INSTRUMENT_FACET,
    COUNTRY_FACET,
    VENUE_FACET,
    Facet("genres", "genre", "Genres", common_nouns=True),
    Facet("ensembles", "ensemble", "Ensembles"),
    Facet("labels", "label", "Labels"),
)


class NavigationItem(msgspec.Struct, frozen=True):
    label: str
    page: str
    """A page of the site, as a path from its top: `venues/index.html`."""


class Pairs(msgspec.Struct, frozen=True):
    """Which pairs of facets get pages ("Violinists of Kazakhstan"), and how many."""

    facets: tuple[tuple[str, str], ...] = ((INSTRUMENTS, COUNTRIES),)
    at_least: int = 2
    """Musicians a pair must have."""
    at_most: int | None = None
    """Pages in all, the fullest kept; by default as many as there are musicians."""


PATH_OF_SOURCE = "{path}"
"""What stands in `edit_url` for the path of a file, which begins at the folder of site.toml."""
SEARCH_MODES = ("full", "names", "off")
FEED_MODES = ("site", "terms", "off")


class SiteConfig(msgspec.Struct, frozen=True):
    """Everything that site.toml and the command line decide."""

    title: str = "An encyclopedia of musicians"
    description: str = ""
    base_url: str = ""
    """With a scheme and a closing slash; "" where nobody knows yet where the site will live."""
    edit_url: str = ""
    """Where an entry's file can be edited: an https address with `{path}` in it; "" where it cannot."""
    language: str = "en"
    """A BCP 47 tag."""
    licence: str = ""
    """One line for the footer."""
    notice: str = ""
    """Another, such as that all of it is fiction."""
    theme: str = "encyclopedia"
    strict: bool = False
    """Warnings count as errors, wanted pages among them."""
    mentions: bool = True
    """Whether names in the prose become links by themselves."""
    drafts: bool = False
    """Whether entries with `draft: true` are built."""
    search: str = "full"
    """What readers can search, one of `SEARCH_MODES`: names and texts, names alone, or nothing."""
    feeds: str = "site"
    """What readers can subscribe to, one of `FEED_MODES`: changes in the whole site, of each term too, or nothing."""
    facets: tuple[Facet, ...] = DEFAULT_FACETS
    pairs: Pairs = Pairs()
    navigation: tuple[NavigationItem, ...] = ()
    """Links of the header; the indexes and the alphabet where it is empty."""
    checks: tuple[str, ...] = ()
    """More checks, as `module:attribute`."""
    emitters: tuple[str, ...] = ()
    """More pages, as `module:attribute`."""

    def facet(self, kind: str) -> Facet | None:
        return next((facet for facet in self.facets if facet.kind == kind), None)
