"""The index of each facet: all instruments, all countries, all venues, and how many musicians each has."""

from collections.abc import Iterator, Sequence

from site_builder.graph.encyclopedia import Entity
from site_builder.model.config import Facet
from site_builder.model.identity import INSTRUMENTS, VENUES, OutputPath, kind_of
from site_builder.pages.connections import pair_categories
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.grouping import Heading, by_letter, in_groups, in_one_group, rest
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import family_page, index_page
from site_builder.pages.terms import term_heading
from site_builder.pages.vantage import facets_in_use
from site_builder.pages.views import Category, Group, IndexView
from site_builder.pages.wording import counted, counted_terms

_MOST_PAIRS = 12
_TOO_FEW_FOR_LETTERS = 24


def index_pages(edition: Edition) -> Iterator[TemplatePage]:
    """One for each facet that has a term."""
    for facet in facets_in_use(edition.site, edition.census):
        yield _index_page(edition, facet, index_page(facet.kind))


def _index_page(edition: Edition, facet: Facet, path: OutputPath) -> TemplatePage:
    terms = edition.census.terms[facet.kind]
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
    )
    return request(edition, "index.html", page, view)


def _intro(edition: Edition, facet: Facet, terms: Sequence[Entity]) -> str:
    musicians = counted(len(edition.census.terms_of[facet.kind]), "musician")
    return f"{counted_terms(len(terms), facet)}, {musicians}"


def _groups(edition: Edition, facet: Facet, terms: Sequence[Entity]) -> tuple[Group, ...]:
    items = edition.below.items
    if facet.kind == INSTRUMENTS and edition.census.families:
        return in_groups((_family_heading(edition, term), items[term.id]) for term in terms)
    if facet.kind == VENUES and edition.site.venue_countries:
        return in_groups((_country_heading(edition, term), items[term.id]) for term in terms)
    if len(terms) < _TOO_FEW_FOR_LETTERS:
        return in_one_group(items[term.id] for term in terms)
    return by_letter(terms, items)


def _family_heading(edition: Edition, instrument: Entity) -> Heading:
    family = edition.census.family_of.get(instrument.id)
    if family is None:
        return rest("Other instruments")
    return Heading((0, family.slug), family.name, f"by-{family.slug}", edition.below.root + family_page(family.slug))


def _country_heading(edition: Edition, venue: Entity) -> Heading:
    country = edition.site.venue_countries.get(venue.id)
    if country is None:
        return rest("Country not known")
    return term_heading(edition, country, edition.below.links[country].href)


def _pairs(edition: Edition, facet: Facet) -> tuple[Category, ...]:
    concerned = [pair for pair in edition.pairs if facet.kind in map(kind_of, pair.terms)]
    return pair_categories(edition.below, concerned[:_MOST_PAIRS])
