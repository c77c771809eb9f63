"""The index of each facet: all instruments, all countries, all venues, and how many musicians each has."""

from collections.abc import Sequence

from site_builder.model.config import Facet
from site_builder.model.identity import INSTRUMENTS, VENUES, EntityId
from site_builder.pages.connections import pair_categories
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.grouping import Heading, by_letter, in_groups, in_one_group, rest
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import family_page, index_page
from site_builder.pages.terms import term_heading
from site_builder.pages.views import Category, Group, IndexView
from site_builder.pages.wording import counted, counted_terms

_LONG = 20
_MOST_PAIRS = 12
_TOO_FEW_FOR_LETTERS = 24


def index_of_kind(edition: Edition, kind: str) -> TemplatePage:
    """The index of a facet that has a term."""
    tables = edition.tables
    facet, path, terms = edition.facets[kind], index_page(kind), tables.kinds[kind]
    intro = _intro(edition, facet, terms)
    page = frame(
        edition,
        path,
        title=facet.title,
        description=intro,
        type="index",
        about=collection(edition, path, facet.title, intro),
    )
    view = IndexView(
        name=facet.title,
        intro=intro,
        count=len(terms),
        groups=_groups(edition, facet, terms),
        pairs=_pairs(edition, facet),
        fullest=tuple(map(edition.below.term, tables.fullest[kind])) if len(terms) >= _LONG else (),
    )
    return request(edition, "index.html", page, view)


def _intro(edition: Edition, facet: Facet, terms: Sequence[EntityId]) -> str:
    musicians = counted(edition.tables.holders.get(facet.kind, 0), "musician")
    return f"{counted_terms(len(terms), facet)}, {musicians}"


def _groups(edition: Edition, facet: Facet, terms: Sequence[EntityId]) -> tuple[Group, ...]:
    item, tables = edition.below.item, edition.tables
    if facet.kind == INSTRUMENTS and any(tables.family_of.get(term) for term in terms):
        return in_groups((_family_heading(edition, term), item(term)) for term in terms)
    if facet.kind == VENUES and any(tables.venue_countries.get(term) for term in terms):
        return in_groups((_country_heading(edition, term), item(term)) for term in terms)
    if len(terms) < _TOO_FEW_FOR_LETTERS:
        return in_one_group(map(item, terms))
    return by_letter((edition.outline(term).sort_name, item(term)) for term in terms)


def _family_heading(edition: Edition, instrument: EntityId) -> Heading:
    slug = edition.tables.family_of.get(instrument)
    if slug is None:
        return rest("Other instruments")
    family = edition.tables.families[slug]
    return Heading((0, family.slug), family.name, f"by-{family.slug}", edition.below.root + family_page(family.slug))


def _country_heading(edition: Edition, venue: EntityId) -> Heading:
    country = edition.tables.venue_countries.get(venue)
    if country is None:
        return rest("Country not known")
    return term_heading(edition, country, edition.below.link(country).href)


def _pairs(edition: Edition, facet: Facet) -> tuple[Category, ...]:
    return pair_categories(edition.below, edition.tables.leading_pairs.get(facet.kind, ())[:_MOST_PAIRS])
