"""Names in running prose, which become links by themselves.

Each is linked once in a section; where names overlap, the longest wins; what could mean several entities is left
alone and reported.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

import msgspec

from site_builder.content.sentences import sentence_around
from site_builder.graph.encyclopedia import Mention
from site_builder.graph.lexicon import fold, is_bounded, lower, words_of
from site_builder.graph.names import NameTable
from site_builder.model.facts import Document, Hole, Prose, Sentence
from site_builder.model.identity import EntityId

_BOUNDARY = "\0"
"""Stands between the parts while they are searched as one text; no name holds it."""
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f\u1160-\u11ff]*|.", re.DOTALL)
"""A letter with what follows it in decomposed text."""


class AmbiguousName(msgspec.Struct, frozen=True):
    """A name in the prose that could mean any of several entities."""

    text: str
    candidates: tuple[EntityId, ...]
    sentence: Sentence


class Recognised(msgspec.Struct, frozen=True):
    """The names in the prose of one document."""

    mentions: tuple[Mention, ...] = ()
    """Sorted by part and start; they never overlap."""
    ambiguous: tuple[AmbiguousName, ...] = ()
    """Each name once, in the order in which the text has them."""


class _Occurrence(msgspec.Struct, frozen=True):
    """A name in one prose part, and whom it can mean."""

    part: int
    section: int
    start: int
    """In the part."""
    end: int
    entities: tuple[EntityId, ...]


class Searchable(msgspec.Struct, frozen=True, gc=False):
    """The prose of a document as names are looked for in it: its parts as one text."""

    prose: tuple[tuple[int, Prose], ...] = ()
    """With the number of each part."""
    text: str = ""
    """In NFC."""
    places: Sequence[int] = range(1)
    """Of each character of the text, and of its end: the place in the parts as they are written, joined."""
    folded: str = ""
    lowered: str = ""
    """The folded text in small letters."""


def searchable(document: Document) -> Searchable:
    """The document's prose; nothing where it switches mentions off."""
    if not document.auto_links:
        return Searchable()
    prose = tuple([(index, part) for index, part in enumerate(document.parts) if isinstance(part, Prose)])
    written = _BOUNDARY.join([part.text for _, part in prose])
    folded = fold(written)
    # What is folded to ASCII was in NFC.
    text, places = (written, range(len(written) + 1)) if folded.isascii() else _composed(written)
    folded = folded if text is written else fold(text)
    return Searchable(prose, text, places, folded, lower(folded))


def recognise(document: Document, names: NameTable, searched: Searchable | None = None) -> Recognised:
    """The names in the document's prose that mean other entities; nothing where the document switches it off.

    `searched` is its prose, for whoever has that already.
    """
    own = document.facts.id
    occurrences = [
        found for found in _occurrences(searched or searchable(document), names) if own not in found.entities
    ]
    if not occurrences:
        return Recognised()
    linked = _linked_by_section(document, names)
    mentions = []
    ambiguous: dict[tuple[EntityId, ...], AmbiguousName] = {}
    for found in occurrences:
        if not linked[found.section].isdisjoint(found.entities):
            continue
        if len(found.entities) == 1:
            linked[found.section].update(found.entities)
            mentions.append(Mention(found.part, found.start, found.end, found.entities[0], _sentence(document, found)))
        elif found.entities not in ambiguous:
            sentence = _sentence(document, found)
            ambiguous[found.entities] = AmbiguousName(sentence.link, found.entities, sentence)
    return Recognised(tuple(mentions), tuple(ambiguous.values()))


def _occurrences(searched: Searchable, names: NameTable) -> list[_Occurrence]:
    """All names in the prose, by place. Where some overlap, only the longest is among them."""
    meanings = _find(searched, names)
    if not meanings:
        return []
    prose, places = searched.prose, searched.places
    starts = [0, *accumulate(len(part.text) + 1 for _, part in prose)]
    occurrences = []
    for start, end in _without_overlaps(meanings):
        place = bisect_right(starts, places[start]) - 1
        index, part = prose[place]
        first, last = places[start] - starts[place], places[end] - starts[place]
        occurrences.append(_Occurrence(index, part.section, first, last, tuple(sorted(meanings[start, end]))))
    return occurrences


def _find(searched: Searchable, names: NameTable) -> Mapping[tuple[int, int], set[EntityId]]:
    """Whom each name in the text can mean, by start and end."""
    meanings: dict[tuple[int, int], set[EntityId]] = defaultdict(set)
    for spelling in names.lexicon.possible_in(words_of(searched.lowered)):
        text = searched.lowered if spelling.any_case else searched.folded
        length = len(spelling.text)
        start = text.find(spelling.text)
        while start >= 0:
            if is_bounded(searched.text, start, start + length):
                meanings[start, start + length].update(spelling.entities)
            start = text.find(spelling.text, start + 1)
    return meanings


def _without_overlaps(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that remain when the longest are taken first, of equal ones the earliest; by place."""
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        place = bisect_right(chosen, (start, end))
        after_previous = place == 0 or chosen[place - 1][1] <= start
        before_next = place == len(chosen) or end <= chosen[place][0]
        if after_previous and before_next:
            chosen.insert(place, (start, end))
    return chosen


def _composed(text: str) -> tuple[str, Sequence[int]]:
    """The text in NFC, and for each of its characters, and for its end, the place in the text as written."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    pieces, places = [], []
    for cluster in _CLUSTER.finditer(text):
        piece = unicodedata.normalize("NFC", cluster.group())
        pieces.append(piece)
        places.extend([cluster.start()] * len(piece))
    return "".join(pieces), [*places, len(text)]


def _linked_by_section(document: Document, names: NameTable) -> defaultdict[int, set[EntityId]]:
    """The entities that wiki links of each section lead to."""
    linked: defaultdict[int, set[EntityId]] = defaultdict(set)
    references = document.facts.references
    for part in document.parts:
        if isinstance(part, Hole):
            reference = references[part.reference]
            candidates = names.resolve(reference.target, reference.kind)
            if len(candidates) == 1:
                linked[part.section].update(candidates)
    return linked


def _sentence(document: Document, found: _Occurrence) -> Sentence:
    return sentence_around(document.parts, document.facts.references, found.part, found.start, found.end)
