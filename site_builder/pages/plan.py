"""One frozen encyclopedia in, one closed request for each output file out."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.facts import Document
from site_builder.model.identity import EntityId
from site_builder.model.rules import RULE_BY_CODE
from site_builder.model.source import Span
from site_builder.pages.alphabet import alphabet_pages
from site_builder.pages.disambiguation import disambiguation_pages, redirect_pages
from site_builder.pages.edition import Edition, edition_of
from site_builder.pages.emitter import Emitter
from site_builder.pages.entry import musician_pages
from site_builder.pages.families import family_pages
from site_builder.pages.feeds import feed_files, robots_files, sitemap_files
from site_builder.pages.home import home_page
from site_builder.pages.listings import index_pages
from site_builder.pages.machine import machine_files
from site_builder.pages.maintenance import maintenance_page
from site_builder.pages.pairs import pair_pages
from site_builder.pages.request import PageRequest, TemplatePage
from site_builder.pages.routes import SEARCH
from site_builder.pages.terms import term_pages
from site_builder.pages.texts import not_found_page, text_pages
from site_builder.pages.views import RedirectView

_BUILT_IN = (
    home_page,
    musician_pages,
    term_pages,
    index_pages,
    family_pages,
    pair_pages,
    alphabet_pages,
    disambiguation_pages,
    redirect_pages,
    maintenance_page,
    text_pages,
    not_found_page,
    machine_files,
    feed_files,
    robots_files,
)
_SETTINGS = Span("site.toml")


class Planned(msgspec.Struct, frozen=True):
    pages: tuple[PageRequest, ...]
    """Sorted by path. Two may want one path: whoever publishes sees to that."""
    diagnostics: tuple[Diagnostic, ...]


def plan(site: Encyclopedia, documents: Mapping[EntityId, Document], emitters: Sequence[Emitter] = ()) -> Planned:
    """Everything the finished site consists of, assets and pictures apart."""
    emitted = [request for emitter in emitters for request in emitter.pages(site)]
    edition = edition_of(site, documents, search=any(request.path == SEARCH for request in emitted))
    requests = [*(request for make in _BUILT_IN for request in make(edition)), *emitted]
    # An alias such as "Index" would lead from the address of another page, which comes first.
    taken = {request.path for request in requests if not _is_redirect(request)}
    requests = [request for request in requests if not (_is_redirect(request) and request.path in taken)]
    requests.extend(sitemap_files(edition, requests))
    requests.sort(key=lambda request: request.path)
    return Planned(tuple(requests), tuple(_faults_of_settings(edition, requests)))


def _is_redirect(request: PageRequest) -> bool:
    return isinstance(request, TemplatePage) and isinstance(request.view, RedirectView)


def _faults_of_settings(edition: Edition, requests: Sequence[PageRequest]) -> Iterator[Diagnostic]:
    config = edition.site.config
    if not config.base_url:
        yield _fault(
            "S004",
            "`base_url` is not set, so there is no feed, no sitemap.xml and no robots.txt",
            'set base_url = "https://…/" in site.toml, or give --base-url, once the site has an address',
        )
    paths = {request.path for request in requests}
    for item in config.navigation:
        if item.page not in paths:
            yield _fault(
                "S003",
                f'`navigation` leads to "{item.page}", and the site has no such page',
                'write the path from the top of the finished site, such as "a-z.html" or "venues/index.html"',
            )


def _fault(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, RULE_BY_CODE[code].severity, _SETTINGS, message, hint)
