"""Every output file planned by itself, with a record of what it read."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.digest import digest_of
from site_builder.model.facts import Document
from site_builder.model.identity import EntityId, OutputPath
from site_builder.model.rules import RULE_BY_CODE
from site_builder.model.source import Span
from site_builder.pages.contents import built_in_pages, plan_of, search_pages, without_needless_redirects
from site_builder.pages.edition import Edition
from site_builder.pages.emitter import Emitter
from site_builder.pages.feeds import sitemap_file, sitemap_paths
from site_builder.pages.overview import Overview
from site_builder.pages.page_id import EMITTED, SITEMAP_PART, PageId
from site_builder.pages.photographs import Photograph
from site_builder.pages.request import PageRequest, TemplatePage
from site_builder.pages.routes import SEARCH
from site_builder.pages.tracking import WHOLE, code
from site_builder.search.index import TextIndex

EVERYTHING = code(WHOLE, WHOLE)
"""The read of whoever saw the whole encyclopedia, untracked: it changes with any change of anything."""
_SETTINGS = Span("site.toml")


class Plan(msgspec.Struct, frozen=True, gc=False):
    request: PageRequest
    reads: frozenset[int]
    """The codes of all that the request was made from, beside the premises."""


class _Listing(NamedTuple):
    pages: tuple[PageId, ...]
    listed: list[OutputPath]
    """Those that search engines should list, sorted."""
    reads: frozenset[int]


class Planner:
    """The finished site of one encyclopedia, page by page.

    A page is a function of what it reads and of the premises: as long as those are the same, so is its request. The
    tables of the encyclopedia and the documents may be lazy: of an entry's page only what it shows is looked up.
    """

    def __init__(
        self,
        site: Encyclopedia,
        overview: Overview,
        documents: Mapping[EntityId, Document],
        emitters: Sequence[Emitter] = (),
        index: TextIndex | None = None,
        photographs: Mapping[str, Photograph] | None = None,
    ) -> None:
        self._emitted = [request for emitter in emitters for request in emitter.pages(site)]
        self._has_emitters = bool(emitters)
        is_emitted = any(request.path == SEARCH for request in self._emitted)
        self._searches = site.config.search != "off" and not is_emitted
        search = self._searches or is_emitted
        self._edition = Edition(site, documents, overview, index, photographs, search=search)
        self._noted = self._edition.tables.readings.noted
        self.premises = digest_of((site.config, self._searches, search))
        """What every page depends on beside its reads: where it changes, all are planned anew."""

    @property
    def pages(self) -> tuple[PageId, ...]:
        """All files of the finished site, sorted by path. Two may want one path: whoever publishes sees to that."""
        return self._listing.pages

    @property
    def reads_of_listing(self) -> frozenset[int]:
        """The codes of all that decides which files there are, beside the premises."""
        return self._listing.reads

    @cached_property
    def _listing(self) -> _Listing:
        self._noted.clear()
        of_search = search_pages(self._edition) if self._searches else ()
        pages = without_needless_redirects([*built_in_pages(self._edition), *of_search, *self._emitted_pages()])
        listed = sorted([page.path for page in pages if page.listed])
        reads = frozenset([*self._noted, *([EVERYTHING] if self._has_emitters else [])])
        if self._edition.config.base_url:
            pages.extend(PageId(path, SITEMAP_PART) for path in sitemap_paths(len(listed)))
        pages.sort(key=lambda page: page.path)
        return _Listing(tuple(pages), listed, reads)

    def paths(self) -> Mapping[OutputPath, PageId]:
        """All files of the finished site by path, in its order; of two that want one path, the first."""
        found: dict[OutputPath, PageId] = {}
        for page in self.pages:
            found.setdefault(page.path, page)
        return found

    def page(self, page: PageId) -> Plan:
        if page.sort == EMITTED:
            return Plan(self._emitted[int(page.key)], frozenset([EVERYTHING]))
        if page.sort == SITEMAP_PART:
            listing = self._listing
            self._noted.clear()
            request: PageRequest = sitemap_file(self._edition, page.path, listing.listed)
            return Plan(request, listing.reads.union(self._noted))
        self._noted.clear()
        request = plan_of(self._edition, page)
        return Plan(request, frozenset(self._noted))

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """S003 and S004: what is wrong with the settings, and what they lack."""
        return tuple(self._faults_of_settings())

    def _emitted_pages(self) -> Iterator[PageId]:
        for number, request in enumerate(self._emitted):
            listed = isinstance(request, TemplatePage) and request.page.index
            yield PageId(request.path, EMITTED, str(number), listed)

    def _faults_of_settings(self) -> Iterator[Diagnostic]:
        config = self._edition.config
        if not config.base_url:
            yield _fault(
                "S004",
                "`base_url` is not set, so there is no feed, no sitemap.xml and no robots.txt",
                'set base_url = "https://…/" in site.toml, or give --base-url, once the site has an address',
            )
        paths = {page.path for page in self.pages} if config.navigation else frozenset()
        for item in config.navigation:
            if item.page not in paths:
                yield _fault(
                    "S003",
                    f'`navigation` leads to "{item.page}", and the site has no such page',
                    'write the path from the top of the finished site, such as "a-z.html" or "venues/index.html"',
                )


def _fault(rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule, RULE_BY_CODE[rule].severity, _SETTINGS, message, hint)
