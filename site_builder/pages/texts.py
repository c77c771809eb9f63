"""Free pages such as about.html, and the page for an address that leads nowhere."""

from urllib.parse import urlsplit

from msgspec.structs import replace

from site_builder.model.identity import EntityId, page_of
from site_builder.pages.body import body_of, contents_of
from site_builder.pages.citations import citation
from site_builder.pages.edition import Edition
from site_builder.pages.frame import (
    description_of,
    edit_address,
    entity_address,
    frame,
    image_address,
    request,
    website,
)
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import ALPHABET, HOME, NOT_FOUND, index_page
from site_builder.pages.structured import WebPage
from site_builder.pages.vantage import HOME_LABEL
from site_builder.pages.views import Crumb, Link, TextView
from site_builder.pages.views_addresses import NotFoundView

_NOT_FOUND = "Page not found"


def not_found_page(edition: Edition) -> TemplatePage:
    """The page that a host shows for any address, at any depth, so that no relative link would do.

    Its links begin at the top of the host, whichever that is: a page may load nothing from another, and a site is tried
    out elsewhere than it is published. Without `base_url` the site is taken to lie at the top.
    """
    root = urlsplit(edition.config.base_url).path or "/"
    page = frame(edition, NOT_FOUND, title=_NOT_FOUND, description=_NOT_FOUND, type="not-found", index=False)
    home = Link(HOME_LABEL, root + HOME)
    indexes = (Link(edition.facets[kind].title, root + index_page(kind)) for kind in edition.tables.facets())
    page = replace(
        page,
        root=root,
        home=home.href,
        navigation=edition.top.navigation_from(root),
        explore=edition.top.explore_from(root),
        service=edition.top.service_from(root),
        breadcrumbs=(Crumb(home.text, home.href), Crumb(_NOT_FOUND, "")),
        canonical="",
    )
    view = NotFoundView(_NOT_FOUND, (home, Link("Musicians", root + ALPHABET), *indexes))
    return request(edition, "404.html", page, view)


def text_page(edition: Edition, text: EntityId) -> TemplatePage:
    entity, document = edition.tables.entities[text], edition.tables.documents.get(text)
    description = description_of(entity, document) or entity.name
    about = WebPage(
        name=entity.name,
        description=description,
        url=entity_address(edition, entity.id),
        is_part_of=website(edition),
        date_modified=entity.facts.updated.iso() if entity.facts and entity.facts.updated else "",
    )
    page = frame(
        edition,
        page_of(entity.id),
        title=entity.name,
        description=description,
        type="text",
        about=about,
        image=image_address(edition, document),
    )
    view = TextView(
        name=entity.name,
        summary=entity.summary,
        toc=contents_of(document),
        sources=tuple(map(citation, document.sources)) if document else (),
        edit=edit_address(edition, entity),
    )
    return request(edition, "text.html", page, view, body_of(edition, text, document))
