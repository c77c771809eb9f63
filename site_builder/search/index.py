"""The index of all texts: made from nothing, or brought up to date with the entries that changed, with the same result.

The entries are numbered: first the musicians in the order of the alphabet, then whatever else has a text. As long as
the numbers stay, an edit concerns the shards of the words that it adds or takes away; where they do not, the index is
made from nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import msgspec

from site_builder.graph.tables import patched
from site_builder.model.digest import digest_of
from site_builder.model.identity import EntityId
from site_builder.search.postings import count, decoded, encoded, gathered
from site_builder.search.shards import divided, following, shard_of, still_fit
from site_builder.search.words import WordLists

Shard = str
"""A line for each word, sorted: the word, a space, its postings."""
EVERYBODY = "*"
"""What a finished file has in place of the postings of a word that says nothing, since most entries have it."""
_MANY_ENTRIES = 64


class TextIndex(msgspec.Struct, frozen=True):
    entries: int = 0
    """How many are numbered."""
    order: str = ""
    """The digest of all entries by number: where it is another, so is the whole index."""
    prefixes: tuple[str, ...] = ()
    """Of the shards, sorted."""
    totals: dict[str, dict[str, int]] = {}
    shards: Mapping[str, Shard] = {}
    """By prefix, with the postings of every word."""


def order_of(numbered: Iterable[EntityId]) -> str:
    return digest_of(tuple(numbered))


def index_of(numbered: Sequence[EntityId], words: Mapping[EntityId, WordLists]) -> TextIndex:
    """The index from nothing."""
    postings = gathered([words.get(entity, "") for entity in numbered])
    entries = len(numbered)
    return _divided(entries, order_of(numbered), {word: f"{word} {some}" for word, some in postings.items()})


def finished(shard: Shard, entries: int) -> str:
    """The shard as readers get it, in an index of so many entries."""
    return "\n".join([_finished(line, entries) for line in shard.split("\n")])


Edit = tuple[int, Mapping[str, int], Mapping[str, int]]
"""The number of an entry, and the ranks of its words before and now."""


def updated(index: TextIndex, edits: Iterable[Edit]) -> tuple[TextIndex, frozenset[str]]:
    """The index after the edits, and the prefixes of the shards that are new, gone, or hold other words."""
    news: dict[str, dict[int, int | None]] = {}
    for number, before, now in edits:
        for word in before.keys() | now.keys():
            if before.get(word) != now.get(word):
                news.setdefault(word, {})[number] = now.get(word)
    prefixes = frozenset(index.prefixes)
    placed = sorted((shard_of(word, prefixes), word) for word in news)
    totals = {prefix: dict(by_letter) for prefix, by_letter in index.totals.items()}
    changed: dict[str, tuple[Shard | None, Shard | None]] = {}
    for prefix, group in groupby(placed, key=lambda place: place[0]):
        shard = index.shards[prefix]
        lines = shard.split("\n") if shard else []
        for _, word in group:
            _revise(lines, word, news[word], index.entries, totals)
        changed[prefix] = shard, "\n".join(lines) if lines or prefix in totals else None
    shards = patched(index.shards, changed)
    if not still_fit(totals, index.prefixes):
        return _divided_anew(index, shards)
    return msgspec.structs.replace(index, totals=totals, shards=shards), frozenset(changed)


def _revise(
    lines: list[str], word: str, news: Mapping[int, int | None], entries: int, totals: dict[str, dict[str, int]]
) -> None:
    """Gives the word its new postings, among the lines of its shard and in the totals."""
    place = bisect_left(lines, word, key=lambda line: line.partition(" ")[0])
    is_there = place < len(lines) and lines[place].partition(" ")[0] == word
    line = lines[place] if is_there else ""
    after = _revised(word, line, news)
    lines[place : place + is_there] = [after] if after else []
    gain = _size(after, entries) - _size(line, entries)
    for length in range(len(word) + 1):
        by_letter = totals.get(word[:length])
        if by_letter is not None:
            letter = following(word[:length], word)
            by_letter[letter] = by_letter.get(letter, 0) + gain


def _revised(word: str, line: str, news: Mapping[int, int | None]) -> str:
    """The word's line with the new ranks; "" where nobody has the word any more."""
    ranks: dict[int, int | None] = {**decoded(line.partition(" ")[2]), **news}
    kept = sorted((number, rank) for number, rank in ranks.items() if rank is not None)
    return f"{word} {encoded(kept)}" if kept else ""


def _divided_anew(index: TextIndex, shards: Mapping[str, Shard]) -> tuple[TextIndex, frozenset[str]]:
    lines = {line.partition(" ")[0]: line for shard in shards.values() if shard for line in shard.split("\n")}
    fresh = _divided(index.entries, index.order, dict(sorted(lines.items())))
    prefixes = {*index.prefixes, *fresh.prefixes}
    return fresh, frozenset(p for p in prefixes if index.shards.get(p) != fresh.shards.get(p))


def _divided(entries: int, order: str, lines: Mapping[str, str]) -> TextIndex:
    by_prefix, totals = divided({word: _size(line, entries) for word, line in lines.items()})
    shards = {prefix: "\n".join([lines[word] for word in words]) for prefix, words in by_prefix.items()}
    return TextIndex(entries, order, tuple(shards), totals, shards)


def _finished(line: str, entries: int) -> str:
    word, _, postings = line.partition(" ")
    return f"{word} {EVERYBODY}" if _is_common(postings, entries) else line


def _size(line: str, entries: int) -> int:
    """The characters that a line takes in the finished file."""
    word, _, postings = line.partition(" ")
    return len(word) + 3 if _is_common(postings, entries) else len(line) + bool(line)


def _is_common(postings: str, entries: int) -> bool:
    most = max(entries // 2, _MANY_ENTRIES)
    # A posting takes a character at least, and counting is slow.
    return len(postings) > most and count(postings) > most
