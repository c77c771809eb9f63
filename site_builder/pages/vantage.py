"""How pages speak of each other. All pages of one depth use the same values, so these are made once a depth."""

from collections.abc import Mapping

from site_builder.model.config import Facet
from site_builder.model.identity import MUSICIANS, EntityId, OutputPath, kind_of, page_of
from site_builder.pages.pairing import pair_title
from site_builder.pages.routes import (
    ABOUT,
    ACCESSIBILITY,
    ALPHABET,
    CONNECTIONS,
    EXPLORER,
    HOME,
    HUBS,
    MAINTENANCE,
    MAP,
    RANDOM,
    RECENT,
    TIMELINE,
    TODAY,
    index_page,
)
from site_builder.pages.tables import Tables
from site_builder.pages.tracking import remembered
from site_builder.pages.views import Category, Crumb, Link, ListItem

HOME_LABEL = "Home"
HUBS_LABEL = "Instruments and countries"


class Vantage:
    """Everything there is to link to, as seen from the pages at one depth."""

    def __init__(self, root: str, tables: Tables, facets: Mapping[str, Facet]) -> None:
        self._tables = tables
        self._facets = facets
        readings = tables.readings
        self.root = root
        """What leads to the top of the site: "" or "../"."""
        self.home = Crumb(HOME_LABEL, root + HOME)
        self.link = remembered(self._link, readings)
        """By the names that prose uses: "Bakhyt Taro"."""
        self.item = remembered(self._item, readings)
        """By the names that lists sort by: "Taro, Bakhyt"."""
        self.term = remembered(self._term, readings)
        """The list of a term's musicians."""
        self.pair = remembered(self._pair, readings)
        self._header = remembered(self._navigation_from, readings)

    @property
    def navigation(self) -> tuple[Link, ...]:
        """The links of the header: those of the configuration, or the alphabet, the indexes, and "About"."""
        return self._header(self.root)

    @property
    def explore(self) -> tuple[Link, ...]:
        """The ways in that are no lists, for the menu beside the links of the header."""
        return self.explore_from(self.root)

    def explore_from(self, root: str) -> tuple[Link, ...]:
        places = (Link("Map", root + MAP),) if self._tables.has_map() else ()
        times = (Link("Timeline", root + TIMELINE),) if self._tables.has_timeline() else ()
        hubs = (Link(HUBS_LABEL, root + HUBS),) if self._tables.has_hubs() else ()
        chains = Link("How are they connected?", root + CONNECTIONS)
        days, chance = Link("On this day", root + TODAY), Link("Random musician", root + RANDOM)
        news = (Link("Recent changes", root + RECENT),) if self._tables.has_recent() else ()
        return (Link("Explorer", root + EXPLORER), *times, *places, *hubs, chains, days, *news, chance)

    @property
    def service(self) -> tuple[Link, ...]:
        """The links at the foot."""
        return self.service_from(self.root)

    def service_from(self, root: str) -> tuple[Link, ...]:
        access = (Link("Accessibility", root + ACCESSIBILITY),) if self._tables.has_accessibility() else ()
        return (Link("What is still missing", root + MAINTENANCE), *access)

    def navigation_from(self, root: str) -> tuple[Link, ...]:
        return self._navigation_from(root)

    def _link(self, entity: EntityId) -> Link:
        outline = self._tables.outlines[entity]
        return Link(outline.name, self.root + page_of(entity), outline.summary)

    def _item(self, entity: EntityId) -> ListItem:
        outline = self._tables.outlines[entity]
        is_musician = kind_of(entity) == MUSICIANS
        return ListItem(
            text=outline.sort_name if is_musician else outline.title,
            href=self.root + page_of(entity),
            detail=outline.detail,
            summary=outline.summary,
            count=0 if is_musician else self._tables.counts.get(entity, 0),
        )

    def _term(self, term: EntityId) -> Category:
        tables = self._tables
        return Category(tables.outlines[term].title, self.root + page_of(term), tables.counts.get(term, 0))

    def _pair(self, path: OutputPath) -> Category:
        pair = self._tables.pairs[path]
        title = pair_title([(kind_of(term), self._tables.outlines[term].word) for term in pair.terms])
        return Category(title, self.root + path, len(pair.musicians))

    def _navigation_from(self, root: str) -> tuple[Link, ...]:
        config = self._tables.config
        if config.navigation:
            return tuple(Link(item.label, root + item.page) for item in config.navigation)
        indexes = (Link(self._facets[kind].title, root + index_page(kind)) for kind in self._tables.facets())
        about = (Link("About", root + ABOUT),) if self._tables.has_about() else ()
        return (Link("Musicians", root + ALPHABET), *indexes, *about)
