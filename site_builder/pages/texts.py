"""Free pages such as about.html, and the page for an address that leads nowhere."""

from collections.abc import Iterator

from msgspec.structs import replace

from site_builder.graph.encyclopedia import Entity
from site_builder.model.identity import page_of
from site_builder.pages.body import body_of, contents_of
from site_builder.pages.citations import citation
from site_builder.pages.edition import Edition
from site_builder.pages.frame import HOME_LABEL, description_of, frame, image_address, request
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import ALPHABET, HOME, NOT_FOUND, index_page
from site_builder.pages.vantage import facets_in_use, navigation_from
from site_builder.pages.views import Crumb, Link, NotFoundView, TextView

_NOT_FOUND = "Page not found"


def text_pages(edition: Edition) -> Iterator[TemplatePage]:
    for entity in edition.census.texts:
        yield _text_page(edition, entity)


def not_found_page(edition: Edition) -> Iterator[TemplatePage]:
    """The page that a host shows for any address, at any depth, so that no relative link would do.

    Where the site does not know its address it is taken to lie at the top of its host.
    """
    root = edition.site.config.base_url or "/"
    page = frame(edition, NOT_FOUND, title=_NOT_FOUND, description=_NOT_FOUND, type="not-found", index=False)
    home = Link(HOME_LABEL, root + HOME)
    indexes = (
        Link(facet.title, root + index_page(facet.kind)) for facet in facets_in_use(edition.site, edition.census)
    )
    page = replace(
        page,
        root=root,
        home=home.href,
        navigation=navigation_from(root, edition.site, edition.census),
        breadcrumbs=(Crumb(home.text, home.href), Crumb(_NOT_FOUND, "")),
        canonical="",
        feed=root + page.feed if page.feed else "",
    )
    view = NotFoundView(_NOT_FOUND, (home, Link("Musicians", root + ALPHABET), *indexes))
    yield request(edition, "404.html", page, view)


def _text_page(edition: Edition, entity: Entity) -> TemplatePage:
    document = edition.documents.get(entity.id)
    page = frame(
        edition,
        page_of(entity.id),
        title=entity.name,
        description=description_of(edition, entity) or entity.name,
        type="text",
        image=image_address(edition, document),
    )
    view = TextView(
        name=entity.name,
        summary=entity.summary,
        toc=contents_of(document),
        sources=tuple(map(citation, document.sources)) if document else (),
    )
    return request(edition, "text.html", page, view, body_of(edition, entity))
