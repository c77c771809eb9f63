"""The first page."""

from collections.abc import Iterator

from msgspec.structs import replace

from site_builder.graph.encyclopedia import Entity
from site_builder.model.config import Facet
from site_builder.model.identity import page_of
from site_builder.pages.connections import pair_categories
from site_builder.pages.edition import Edition, is_draft
from site_builder.pages.frame import frame, request
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import ALPHABET, HOME, family_page, index_page
from site_builder.pages.structured import WebSite
from site_builder.pages.vantage import detail_of, facets_in_use
from site_builder.pages.views import Category, Door, HomeView, ListItem
from site_builder.pages.wording import counted, counted_terms

_TERMS_AT_A_DOOR = 8
_MOST_PAIRS = 8
_MOST_RECENT = 8


def home_page(edition: Edition) -> Iterator[TemplatePage]:
    config, facets = edition.site.config, facets_in_use(edition.site, edition.census)
    about = WebSite(name=config.title, description=config.description, url=config.base_url, in_language=config.language)
    page = frame(edition, HOME, title=config.title, description=config.description, type="home", about=about)
    view = HomeView(
        name=config.title,
        description=config.description,
        counts=(_musicians(edition), *(_terms(edition, facet) for facet in facets)),
        featured=_featured(edition),
        doors=tuple(_door(edition, facet) for facet in facets),
        families=tuple(
            Category(family.name, edition.top.root + family_page(family.slug), len(family.musicians))
            for family in edition.census.families
        ),
        pairs=pair_categories(edition.top, edition.pairs[:_MOST_PAIRS]),
        recent=tuple(
            replace(_item(edition, change.entity), detail=change.date.text) for change in edition.latest[:_MOST_RECENT]
        ),
    )
    yield request(edition, "home.html", page, view)


def _musicians(edition: Edition) -> Category:
    count = len(edition.census.musicians)
    return Category(counted(count, "musician"), edition.top.root + ALPHABET, count)


def _terms(edition: Edition, facet: Facet) -> Category:
    count = len(edition.census.terms[facet.kind])
    return Category(counted_terms(count, facet), edition.top.root + index_page(facet.kind), count)


def _featured(edition: Edition) -> ListItem | None:
    """The musician others speak of most, of those who have a summary and a text."""
    backlinks = edition.site.backlinks
    fit = [musician for musician in edition.census.musicians if _can_be_featured(edition, musician)]
    if not fit:
        return None
    return _item(edition, min(fit, key=lambda entity: (-len(backlinks.get(entity.id, ())), entity.sort_key)))


def _can_be_featured(edition: Edition, entity: Entity) -> bool:
    document = edition.documents.get(entity.id)
    return bool(entity.summary and document and document.parts and not is_draft(entity))


def _door(edition: Edition, facet: Facet) -> Door:
    terms, census = edition.census.terms[facet.kind], edition.census
    held = [term for term in terms if census.count(term.id)]
    fullest = sorted(held, key=lambda term: (-census.count(term.id), term.sort_key))[:_TERMS_AT_A_DOOR]
    return Door(
        title=facet.title,
        href=edition.top.root + index_page(facet.kind),
        count=len(terms),
        terms=tuple(edition.top.terms[term.id] for term in fullest),
    )


def _item(edition: Edition, entity: Entity) -> ListItem:
    return ListItem(edition.title(entity.id), edition.top.root + page_of(entity.id), detail_of(entity), entity.summary)
