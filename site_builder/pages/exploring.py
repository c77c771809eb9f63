"""The explorer and the page of chance, as they are without a script: lists of what there is to go on with."""

from collections.abc import Iterator

from site_builder.model.identity import MUSICIANS, EntityId, kind_of
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import ALPHABET, EXPLORER, RANDOM, index_page
from site_builder.pages.terms import term_heading
from site_builder.pages.views import Category, Group, ListItem
from site_builder.pages.views_explore import ExplorerView, RandomView
from site_builder.pages.wording import counted, listed, term_noun

MOST_PAIRS = 600
"""On the whole page. Where there are more, a term shows its fullest, and its own page has all."""
_PAIRS_A_TERM = 8
_EXPLORER = "Explorer"
_RANDOM = "Random musicians"


def explorer_page(edition: Edition) -> TemplatePage:
    kinds = [edition.facets[kind] for kind in edition.tables.facets()]
    choice = listed([*map(term_noun, kinds), "decade"])
    intro = f"Musicians by {choice}, one or several at a time."
    about = collection(edition, EXPLORER, _EXPLORER, intro)
    page = frame(edition, EXPLORER, title=_EXPLORER, description=intro, type="explore", about=about)
    view = ExplorerView(_EXPLORER, intro, tuple(_indexes(edition)), tuple(_pairs(edition)))
    return request(edition, "explore.html", page, view)


def random_page(edition: Edition) -> TemplatePage:
    count, chosen = edition.tables.sizes[MUSICIANS], edition.tables.chosen()
    description = f"{counted(len(chosen), 'musician')} of {count:,}, chosen by chance"
    page = frame(edition, RANDOM, title=_RANDOM, description=description, type="random", index=False)
    view = RandomView(_RANDOM, count, tuple(map(edition.top.item, chosen)))
    return request(edition, "random.html", page, view)


def _indexes(edition: Edition) -> Iterator[Category]:
    sizes, root = edition.tables.sizes, edition.top.root
    yield Category("Musicians", root + ALPHABET, sizes[MUSICIANS])
    for kind in edition.tables.facets():
        yield Category(edition.facets[kind].title, root + index_page(kind), sizes[kind])


def _pairs(edition: Edition) -> Iterator[Group]:
    """Under each term the pairs that it comes first in, in the order of the alphabet, the fullest pair first."""
    pairs = edition.tables.pairs
    by_term: dict[EntityId, list[ListItem]] = {}
    most = len(pairs) if len(pairs) <= MOST_PAIRS else _PAIRS_A_TERM
    for pair in pairs.values():
        shown = by_term.setdefault(pair.terms[0], [])
        if len(shown) < most:
            category = edition.top.pair(pair.path)
            shown.append(ListItem(category.text, category.href, count=category.count))
    headings = {term: term_heading(edition, term, edition.top.link(term).href) for term in by_term}
    for term in sorted(by_term, key=lambda term: (kind_of(term), headings[term].order)):
        heading = headings[term]
        yield Group(heading.title, f"{kind_of(term)}-{heading.id}", heading.href, tuple(by_term[term]))
