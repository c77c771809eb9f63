"""The words of one entry, each with how much it says: a pure function of the document."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from site_builder.model.facts import (
    Document,
    Facts,
    Html,
    InstrumentFacts,
    MusicianFacts,
    Prose,
    VenueFacts,
)
from site_builder.search.folding import Folder, fold, words

RANKS = 5
"""A word's *rank*: 0 stands once in the text, 1 twice or thrice, 2 more often, 3 in the summary, 4 in a facet."""
SUMMARY_RANK = 3
FACET_RANK = 4
_SEVERAL, _MANY = 2, 4
_SHORTEST = 2
_LONGEST = 40
_TAG = re.compile(r"<[^>]*>")

WordLists = str
"""The folded words of an entry: a line for each rank, from 0, its words separated by spaces."""


def indexer() -> Callable[[Document], WordLists]:
    """A function that gives the words of documents. It remembers the words it has folded."""
    folded = _Indexed()

    def word_lists(document: Document) -> WordLists:
        counts = Counter(map(folded.__getitem__, words(_text_of(document).lower())))
        ranks = {folded[word]: rank for text, rank in _fields_of(document.facts) for word in words(text.lower())}
        lists: list[list[str]] = [[] for _ in range(RANKS)]
        once, several, often = lists[:SUMMARY_RANK]
        for word, count in counts.items():
            if word not in ranks:
                (once if count < _SEVERAL else several if count < _MANY else often).append(word)
        for word, rank in ranks.items():
            lists[rank].append(word)
        return "\n".join([" ".join(some) for some in lists])

    return word_lists


def ranked(lists: WordLists) -> dict[str, int]:
    """The rank of each word."""
    return {word: rank for rank, some in enumerate(lists.split("\n")) for word in some.split()}


def _text_of(document: Document) -> str:
    """All that the page tells in running text. Of no use to be read: the pieces are out of order."""
    markup = " ".join([part.html for part in document.parts if isinstance(part, Html)])
    text = _TAG.sub(" ", markup)
    pieces = [html.unescape(text) if "&" in text else text]
    pieces += [part.text for part in document.parts if isinstance(part, Prose)]
    facts = document.facts
    pieces += [reference.label or reference.target for reference in facts.references]
    for work in document.works:
        pieces += (work.title, work.kind, work.note)
    if isinstance(facts.about, MusicianFacts):
        pieces += [text for item in facts.about.relations for text in (item.name, item.note)]
        pieces += [item.note for item in facts.about.facets if item.note]
    return " ".join(pieces)


def _fields_of(facts: Facts) -> Iterable[tuple[str, int]]:
    """What front matter says in a few words, with its rank, the higher ones last."""
    yield facts.summary, SUMMARY_RANK
    yield from ((text, FACET_RANK) for text in _facets_of(facts))


def _facets_of(facts: Facts) -> Iterator[str]:
    about = facts.about
    if isinstance(about, MusicianFacts):
        yield about.birthplace
        yield from (item.name for item in about.facets)
    elif isinstance(about, VenueFacts):
        yield from (about.city, about.country)
    elif isinstance(about, InstrumentFacts):
        yield about.family


class _Indexed(Folder):
    """Folded words; "" for those that are too short to be looked for, or too long to have been written by anybody."""

    def __missing__(self, word: str) -> str:
        folded = fold(word)
        self[word] = folded = folded if _SHORTEST <= len(folded) <= _LONGEST else ""
        return folded
