"""How pages speak of each other. All pages of one depth use the same values, so these are made once a depth."""

from collections.abc import Mapping

import msgspec

from site_builder.graph.encyclopedia import Encyclopedia, Entity
from site_builder.model.config import Facet
from site_builder.model.facts import MusicianFacts, VenueFacts
from site_builder.model.identity import MUSICIANS, VENUES, EntityId, OutputPath, kind_of, page_of
from site_builder.pages.census import Census, facts_of
from site_builder.pages.pairing import Pair
from site_builder.pages.routes import ABOUT, ALPHABET, index_page
from site_builder.pages.views import Category, Link, ListItem
from site_builder.pages.wording import duration, lifespan


class Vantage(msgspec.Struct, frozen=True):
    """Everything there is to link to, as seen from the pages at one depth."""

    root: str
    """What leads to the top of the site: "" or "../"."""
    navigation: tuple[Link, ...]
    links: Mapping[EntityId, Link]
    """By the names that prose uses: "Bakhyt Taro"."""
    items: Mapping[EntityId, ListItem]
    """By the names that lists sort by: "Taro, Bakhyt"."""
    terms: Mapping[EntityId, Category]
    pairs: Mapping[OutputPath, Category]


def vantage_at(root: str, site: Encyclopedia, census: Census, pairs: tuple[Pair, ...]) -> Vantage:
    return Vantage(
        root=root,
        navigation=navigation_from(root, site, census),
        links={e.id: Link(e.name, root + page_of(e.id), e.summary) for e in site.entities.values()},
        items={entity.id: _item(root, entity, census) for entity in (*census.musicians, *census.all_terms)},
        terms={
            term.id: Category(census.titles[term.id], root + page_of(term.id), census.count(term.id))
            for term in census.all_terms
        },
        pairs={pair.path: Category(pair.title, root + pair.path, len(pair.musicians)) for pair in pairs},
    )


def navigation_from(root: str, site: Encyclopedia, census: Census) -> tuple[Link, ...]:
    """The links of the header: those of the configuration, or the alphabet, the indexes, and "About"."""
    if site.config.navigation:
        return tuple(Link(item.label, root + item.page) for item in site.config.navigation)
    indexes = (Link(facet.title, root + index_page(facet.kind)) for facet in facets_in_use(site, census))
    about = (Link("About", root + ABOUT) for text in census.texts if page_of(text.id) == ABOUT)
    return (Link("Musicians", root + ALPHABET), *indexes, *about)


def facets_in_use(site: Encyclopedia, census: Census) -> tuple[Facet, ...]:
    """The facets that have a term, in the order of the configuration."""
    return tuple(facet for facet in site.config.facets if facet.kind in census.terms)


def detail_of(entity: Entity) -> str:
    """What tells an entity from others in a list: the years of a life, or a hall's city and years."""
    kind = kind_of(entity.id)
    if kind == MUSICIANS:
        musician = facts_of(entity, MusicianFacts)
        return lifespan(musician.born, musician.died)
    if kind == VENUES:
        venue = facts_of(entity, VenueFacts)
        return ", ".join(filter(None, (venue.city, duration(venue.opened, venue.closed))))
    return ""


def _item(root: str, entity: Entity, census: Census) -> ListItem:
    is_musician = kind_of(entity.id) == MUSICIANS
    return ListItem(
        text=entity.sort_name if is_musician else census.titles[entity.id],
        href=root + page_of(entity.id),
        detail=detail_of(entity),
        summary=entity.summary,
        count=0 if is_musician else census.count(entity.id),
    )
