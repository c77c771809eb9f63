"""The frame around every page, and requests that have one."""

from collections.abc import Sequence
from urllib.parse import quote

from site_builder.graph.encyclopedia import Entity
from site_builder.model.config import PATH_OF_SOURCE
from site_builder.model.facts import Document
from site_builder.model.identity import EntityId, OutputPath, page_of
from site_builder.pages.edition import Edition
from site_builder.pages.photographs import media_path
from site_builder.pages.request import AnyView, Body, TemplatePage
from site_builder.pages.routes import HOME, json_of, whole
from site_builder.pages.structured import CollectionPage, Thing, WebSite, json_ld
from site_builder.pages.views import Crumb, Feed, Link, Page


def frame(
    edition: Edition,
    path: OutputPath,
    *,
    title: str,
    description: str,
    type: str,  # noqa: A002  (the name of the field)
    trail: Sequence[Link] = (),
    about: Thing | None = None,
    alternate_json: str = "",
    og_type: str = "website",
    image: str = "",
    index: bool = True,
    feeds: tuple[Feed, ...] = (),
    stands_for: OutputPath | None = None,
) -> Page:
    """The frame of the page at `path`. `trail` leads from home to the page, both left out."""
    vantage = edition.vantage(path)
    home = vantage.home
    crumbs = [Crumb(link.text, link.href) for link in trail]
    return Page(
        path=path,
        root=vantage.root,
        title=title,
        description=description,
        type=type,
        home=home.href,
        navigation=vantage.navigation,
        explore=vantage.explore,
        service=vantage.service,
        breadcrumbs=() if path == HOME else (home, *crumbs, Crumb(title, "")),
        canonical=whole(edition.config.base_url, stands_for or path),
        feeds=feeds,
        alternate_json=alternate_json,
        json_ld=json_ld(about) if about else "",
        og_type=og_type,
        image=image,
        index=index,
    )


def request(edition: Edition, template: str, page: Page, view: AnyView, body: Body | None = None) -> TemplatePage:
    return TemplatePage(OutputPath(page.path), template, edition.view, page, view, body)


def collection(edition: Edition, path: OutputPath, name: str, description: str) -> CollectionPage:
    """What a page that lists entries says of itself."""
    address = whole(edition.config.base_url, path)
    return CollectionPage(name=name, description=description, url=address, is_part_of=website(edition))


def website(edition: Edition) -> WebSite:
    """What a page says that it is a part of."""
    return WebSite(name=edition.config.title, url=edition.config.base_url)


def description_of(entity: Entity, document: Document | None) -> str:
    """The entity's summary, else the beginning of its text, else ""."""
    return entity.summary or (document.excerpt if document else "")


def entity_address(edition: Edition, entity: EntityId) -> str:
    """The whole address of an entity's page; "" where the site does not know its own."""
    return whole(edition.config.base_url, page_of(entity))


def json_link(edition: Edition, entity: EntityId) -> str:
    """The entity's record as JSON, as its own page links to it."""
    return edition.below.root + json_of(entity)


def edit_address(edition: Edition, entity: Entity) -> str:
    """Where the entity's file can be edited; "" where it has none, or the site does not say."""
    if entity.facts is None:
        return ""
    return edition.config.edit_url.replace(PATH_OF_SOURCE, quote(entity.facts.path))


def image_address(edition: Edition, document: Document | None) -> str:
    """The whole address of the document's picture; "" where there is none, or the site has no address."""
    if document is None or document.image is None or document.image.file not in edition.tables.photographs:
        return ""
    return whole(edition.config.base_url, media_path(document.image.file))
