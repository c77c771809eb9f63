"""The pages of pairs: the musicians who share two terms, "Violinists of Kazakhstan"."""

from collections import Counter

from site_builder.model.identity import VENUES, OutputPath, kind_of
from site_builder.pages.connections import commonest, pair_categories
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.pairing import Pair
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import index_page
from site_builder.pages.views import Category, Link, PairView
from site_builder.pages.wording import counted, listed, numbered

_MOST_VENUES = 12
_MOST_OTHERS = 12


def page_of_pair(edition: Edition, path: OutputPath) -> TemplatePage:
    pair, title = edition.tables.pairs[path], edition.below.pair(path).text
    count = counted(len(pair.musicians), "musician")
    both = listed([edition.word(term) for term in pair.terms])
    description = f"{title}: {count} in {edition.config.title}"
    terms = tuple(Link(edition.title(term), edition.below.link(term).href) for term in pair.terms)
    kind = kind_of(pair.terms[0])
    page = frame(
        edition,
        path,
        title=title,
        description=description,
        type="pair",
        trail=(Link(edition.facets[kind].title, edition.below.root + index_page(kind)), terms[0]),
        about=collection(edition, path, title, description),
    )
    view = PairView(
        name=title,
        intro=f"{count} {numbered(len(pair.musicians), 'is', 'are')} listed under both {both}.",
        terms=terms,
        count=len(pair.musicians),
        items=tuple(map(edition.below.item, pair.musicians)),
        venues=_venues(edition, pair),
        others=_others(edition, pair),
    )
    return request(edition, "pair.html", page, view)


def _venues(edition: Edition, pair: Pair) -> tuple[Category, ...]:
    """Where these musicians played, with how many of them, the halls with most first."""
    found = Counter(venue for m in pair.musicians for venue in edition.terms(m, VENUES) if venue not in pair.terms)
    fullest, below = commonest(edition, found, _MOST_VENUES), edition.below
    return tuple(Category(edition.title(venue), below.link(venue).href, found[venue]) for venue in fullest)


def _others(edition: Edition, pair: Pair) -> tuple[Category, ...]:
    """Pairs with one of the two terms, the fullest first."""
    # One more of each term's, since this pair may be among them.
    near = {other: None for term in pair.terms for other in edition.tables.pairs_of[term][: _MOST_OTHERS + 1]}
    others = sorted(near, key=lambda other: (-edition.below.pair(other).count, other))
    return pair_categories(edition.below, [other for other in others if other != pair.path][:_MOST_OTHERS])
