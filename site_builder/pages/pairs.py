"""The pages of pairs: the musicians who share two terms, "Violinists of Kazakhstan"."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from site_builder.model.identity import VENUES, kind_of
from site_builder.pages.connections import pair_categories
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.pairing import Pair
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import index_page
from site_builder.pages.views import Category, Link, PairView
from site_builder.pages.wording import counted, listed, numbered

_MOST_VENUES = 12
_MOST_OTHERS = 12


def pair_pages(edition: Edition) -> Iterator[TemplatePage]:
    return (_pair_page(edition, pair) for pair in edition.pairs)


def _pair_page(edition: Edition, pair: Pair) -> TemplatePage:
    count = counted(len(pair.musicians), "musician")
    both = listed([edition.census.words[term] for term in pair.terms])
    description = f"{pair.title}: {count} in {edition.site.config.title}"
    terms = tuple(Link(edition.title(term), edition.below.links[term].href) for term in pair.terms)
    kind = kind_of(pair.terms[0])
    page = frame(
        edition,
        pair.path,
        title=pair.title,
        description=description,
        type="pair",
        trail=(Link(edition.facets[kind].title, edition.below.root + index_page(kind)), terms[0]),
        about=collection(edition, pair.path, pair.title, description),
    )
    view = PairView(
        name=pair.title,
        intro=f"{count} {numbered(len(pair.musicians), 'is', 'are')} listed under both {both}.",
        terms=terms,
        count=len(pair.musicians),
        items=tuple(edition.below.items[musician] for musician in pair.musicians),
        venues=_venues(edition, pair),
        others=_others(edition, pair),
    )
    return request(edition, "pair.html", page, view)


def _venues(edition: Edition, pair: Pair) -> tuple[Category, ...]:
    """Where these musicians played, with how many of them, the halls with most first."""
    venues_of, categories = edition.census.terms_of.get(VENUES, {}), edition.below.terms
    found = Counter(venue for m in pair.musicians for venue in venues_of.get(m, ()) if venue not in pair.terms)
    fullest = sorted(found, key=lambda venue: (-found[venue], edition.entity(venue).sort_key))[:_MOST_VENUES]
    return tuple(replace(categories[venue], count=found[venue]) for venue in fullest)


def _others(edition: Edition, pair: Pair) -> tuple[Category, ...]:
    """Pairs with one of the two terms, the fullest first."""
    # One more of each term's, since this pair may be among them.
    near = {other.path: other for term in pair.terms for other in edition.pairs_of[term][: _MOST_OTHERS + 1]}
    others = sorted(near.values(), key=lambda other: (-len(other.musicians), other.path))
    return pair_categories(edition.below, [other for other in others if other.path != pair.path][:_MOST_OTHERS])
