"""The first page."""

from collections.abc import Iterator
from heapq import nlargest

from site_builder.model.config import Facet
from site_builder.model.identity import MUSICIANS, EntityId, page_of
from site_builder.pages.acquaintance import CONNECTIONS_INTRO, CONNECTIONS_NAME
from site_builder.pages.atlas import miniature_of
from site_builder.pages.connections import pair_categories
from site_builder.pages.decades import NAME as DECADES_NAME
from site_builder.pages.edition import Edition
from site_builder.pages.feeds import feeds_from
from site_builder.pages.frame import frame, request
from site_builder.pages.lives import decade_name, decade_slug
from site_builder.pages.recent import RECENT_NAME
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import ALPHABET, CONNECTIONS, DECADES, HOME, RECENT, decade_page, family_page, index_page
from site_builder.pages.structured import WebSite
from site_builder.pages.views import Category, Door, HomeView, Link, ListItem
from site_builder.pages.wording import counted, counted_terms

_MOST_DECADES = 8
_MOST_PAIRS = 8
_MOST_RECENT = 8


def home_page(edition: Edition) -> TemplatePage:
    config, tables, vantage = edition.config, edition.tables, edition.top
    facets = [edition.facets[kind] for kind in tables.facets()]
    recent = tables.latest()[:_MOST_RECENT]
    featured = tables.featured()
    about = WebSite(name=config.title, description=config.description, url=config.base_url, in_language=config.language)
    page = frame(
        edition,
        HOME,
        title=config.title,
        description=config.description,
        type="home",
        about=about,
        feeds=feeds_from(edition, ""),
    )
    view = HomeView(
        name=config.title,
        description=config.description,
        counts=(_musicians(edition), *(_terms(edition, facet) for facet in facets)),
        featured=_item(edition, featured, edition.outline(featured).detail) if featured else None,
        doors=(*(_door(edition, facet) for facet in facets), *_decades(edition)),
        families=tuple(
            Category(family.name, vantage.root + family_page(family.slug), family.count)
            for family in tables.families.values()
        ),
        pairs=pair_categories(vantage, tables.leading_pairs.get("", ())[:_MOST_PAIRS]),
        miniature=miniature_of(edition),
        connections=Link(CONNECTIONS_NAME, vantage.root + CONNECTIONS, CONNECTIONS_INTRO),
        changes=Link(RECENT_NAME, vantage.root + RECENT) if recent else None,
        recent=tuple(_item(edition, change.entity, change.date.text) for change in recent),
    )
    return request(edition, "home.html", page, view)


def _musicians(edition: Edition) -> Category:
    count = edition.tables.sizes[MUSICIANS]
    return Category(counted(count, "musician"), edition.top.root + ALPHABET, count)


def _terms(edition: Edition, facet: Facet) -> Category:
    count = edition.tables.sizes[facet.kind]
    return Category(counted_terms(count, facet), edition.top.root + index_page(facet.kind), count)


def _door(edition: Edition, facet: Facet) -> Door:
    return Door(
        title=facet.title,
        href=edition.top.root + index_page(facet.kind),
        count=edition.tables.sizes[facet.kind],
        terms=tuple(map(edition.top.term, edition.tables.fullest[facet.kind])),
    )


def _decades(edition: Edition) -> Iterator[Door]:
    """The decades of which most musicians are known, in their order; nothing where none is."""
    tables, root = edition.tables, edition.top.root
    tallies = [tables.tallies[slug] for slug in tables.decade_order()]
    fullest = sorted(nlargest(_MOST_DECADES, tallies, key=lambda tally: tally.lived), key=lambda tally: tally.start)
    if tallies:
        yield Door(
            title=DECADES_NAME,
            href=root + DECADES,
            count=len(tallies),
            terms=tuple(
                Category(decade_name(tally.start), root + decade_page(decade_slug(tally.start)), tally.lived)
                for tally in fullest
            ),
        )


def _item(edition: Edition, entity: EntityId, detail: str) -> ListItem:
    outline = edition.outline(entity)
    return ListItem(outline.title, edition.top.root + page_of(entity), detail, outline.summary)
