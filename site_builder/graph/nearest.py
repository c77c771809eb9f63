"""Did-you-mean: the names nearest to one that nobody has.

A wrong suggestion for a link costs a smile, a wrong warning about a value of front matter costs trust. So values are
compared word by word: "Carnegy Hall" is near "Carnegie Hall", "Small Hall, Almaty" is not near "Great Hall, Almaty".
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from site_builder.content.names import name_key
from site_builder.graph.names import NameTable
from site_builder.model.identity import EntityId, kind_of

_SUGGESTIONS = 3
_LIKE_A_LINK = 80
"""Least similarity of a suggestion, in percent: twice the common letters of all letters."""
_AS_LIKELY = 6
"""How much less similar than the best a further suggestion may be."""
_LIKE_A_VALUE = 81
_ONE_MISTAKE, _TWO_MISTAKES = 5, 8
"""The letters that a word needs to have one or two mistakes and still be the same word."""
_NOT_LETTERS = re.compile(r"[\W_]+")


class _Pool(msgspec.Struct, frozen=True):
    """Names to choose from, the shortest first."""

    keys: Sequence[str]
    lengths: Sequence[int]
    holders: Sequence[EntityId]


class NearestNames:
    """The names of a table, ready to be searched. Nothing is prepared before the first search."""

    def __init__(self, names: NameTable) -> None:
        self._names = names
        self._found: dict[tuple[str, str], tuple[EntityId, ...]] = {}

    def near(self, name: str, kind: str = "") -> tuple[EntityId, ...]:
        """At most three entities that a link to `name` can have meant, the likeliest first."""
        search = name_key(name), kind
        if search not in self._found:
            self._found[search] = self._near(*search)
        return self._found[search]

    def _near(self, key: str, kind: str) -> tuple[EntityId, ...]:
        exact = (*self._by_words.get(_sorted_words(key), ()), *self._names.families.get(key, ()))
        of_kind = [entity for entity in exact if not kind or kind_of(entity) == kind]
        return tuple(dict.fromkeys(of_kind or self._similar(key, kind)))[:_SUGGESTIONS]

    def _similar(self, key: str, kind: str) -> Sequence[EntityId]:
        pool = self._pools.get(kind)
        if pool is None:
            return ()
        # Names of very different length cannot be similar enough, and need not be looked at.
        reach = _LIKE_A_LINK / (200 - _LIKE_A_LINK)
        first = bisect_left(pool.lengths, len(key) * reach)
        last = bisect_right(pool.lengths, len(key) / reach)
        # Nobody looks for similar names where all are known, and then this takes longer than the rest of linking.
        from rapidfuzz import fuzz, process

        found = process.extract(
            key, pool.keys[first:last], scorer=fuzz.ratio, score_cutoff=_LIKE_A_LINK, limit=4 * _SUGGESTIONS
        )
        return [pool.holders[first + place] for _, score, place in found if score >= found[0][1] - _AS_LIKELY]

    @cached_property
    def _pools(self) -> Mapping[str, _Pool]:
        """By kind, and under "" all of them."""
        keys: dict[str, list[tuple[int, str, EntityId]]] = defaultdict(list)
        for entity, names in self._names.names.items():
            for name in names:
                key = name_key(name)
                keys[kind_of(entity)].append((len(key), key, entity))
                keys[""].append((len(key), key, entity))
        return {kind: _pool(sorted(keys[kind])) for kind in sorted(keys)}

    @cached_property
    def _by_words(self) -> Mapping[str, Sequence[EntityId]]:
        """By the words of a name in alphabetical order: "Taro, Bakhyt" is "Bakhyt Taro"."""
        holders: dict[str, list[EntityId]] = defaultdict(list)
        for entity, names in self._names.names.items():
            for name in names:
                holders[_sorted_words(name_key(name))].append(entity)
        return holders


def nearest_value(name: str, known: Iterable[str]) -> str:
    """The known name of which `name` looks like a misspelling; "" if there is none."""
    return nearest_among(name, {candidate: name_key(candidate) for candidate in known})


def nearest_among(name: str, keys: Mapping[str, str]) -> str:
    """The same for many searches among the same names, of which `keys` has the `name_key`."""
    from rapidfuzz import fuzz, process

    key = name_key(name)
    found = process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=_LIKE_A_VALUE, limit=None)
    return next((candidate for known_key, _, candidate in found if _is_misspelling(key, known_key)), "")


def _is_misspelling(key: str, known: str) -> bool:
    words, known_words = _NOT_LETTERS.split(key), _NOT_LETTERS.split(known)
    if "".join(words) == "".join(known_words):
        return True
    # Two mistakes need other words to speak for the name: "soprano" and "sopranino" are instruments both.
    most = 2 if len(words) > 1 else 1
    return len(words) == len(known_words) and all(
        _is_same_word(word, known_word, most) for word, known_word in zip(words, known_words, strict=True)
    )


def _is_same_word(word: str, known: str, most: int) -> bool:
    """Whether the words are equal, but for a plural or as many mistakes as a word of that length can have."""
    if word == known or word in (f"{known}s", f"{known}es") or known in (f"{word}s", f"{word}es"):
        return True
    if not (word.isalpha() and known.isalpha()):
        return False
    longer = max(len(word), len(known))
    # "Carnegie Hal" lacks a letter; "Town Mall" is another place than "Town Hall".
    lacking = most > 1 and longer == _ONE_MISTAKE - 1 and len(word) != len(known)
    allowed = 2 if longer >= _TWO_MISTAKES else 1 if longer >= _ONE_MISTAKE or lacking else 0
    from rapidfuzz.distance import OSA

    return OSA.distance(word, known) <= min(allowed, most)


def _sorted_words(key: str) -> str:
    return " ".join(sorted(_NOT_LETTERS.split(key)))


def _pool(keys: Sequence[tuple[int, str, EntityId]]) -> _Pool:
    return _Pool([key for _, key, _ in keys], [length for length, _, _ in keys], [entity for _, _, entity in keys])
