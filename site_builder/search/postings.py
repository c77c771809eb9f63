"""Postings: in which entries a word stands, as a short text that Python and JavaScript read alike.

Entries are numbered. A posting is the distance from the number before (from -1 at first) in a system of base 43, the
last digit from one alphabet and all others from another, and before them a sign for the word's rank where that is not
0. So most postings are one character long, and none needs to be escaped in a script.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from site_builder.search.words import RANKS, WordLists

_SIGNS = [chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\*']
"""All that a script may hold as it is, but for the asterisk, which stands for everybody."""
MARKS = "".join(_SIGNS[: RANKS - 1])
"""The signs of the ranks from 1 up."""
BASE = (len(_SIGNS) - len(MARKS)) // 2
LAST_DIGITS = "".join(_SIGNS[len(MARKS) : len(MARKS) + BASE])
OTHER_DIGITS = "".join(_SIGNS[len(MARKS) + BASE : len(MARKS) + 2 * BASE])

_RANK_OF = {mark: rank for rank, mark in enumerate(MARKS, 1)}
_LAST = {digit: value for value, digit in enumerate(LAST_DIGITS)}
_OTHER = {digit: value for value, digit in enumerate(OTHER_DIGITS)}

Postings = str


def gathered(entries: Sequence[WordLists]) -> dict[str, Postings]:
    """The postings of every word; `entries` are the words of each entry, by number, "" where it has none."""
    marks = ("", *MARKS)
    digits = [_digits(distance) for distance in range(len(entries) + 1)]
    marked = [[mark + some for some in digits] for mark in marks]
    last: dict[str, int] = defaultdict(lambda: -1)
    found: dict[str, list[str]] = defaultdict(list)
    for number, lists in enumerate(entries):
        for codes, some in zip(marked, lists.split("\n"), strict=False):
            for word in some.split():
                found[word].append(codes[number - last[word]])
                last[word] = number
    return {word: "".join(found[word]) for word in sorted(found)}


def encoded(ranks: Iterable[tuple[int, int]]) -> Postings:
    """Postings from pairs of number and rank, in the order of the numbers."""
    marks = ("", *MARKS)
    pieces: list[str] = []
    last = -1
    for number, rank in ranks:
        pieces.append(marks[rank] + _digits(number - last))
        last = number
    return "".join(pieces)


def decoded(postings: Postings) -> dict[int, int]:
    """The rank by number, in the order of the numbers."""
    found: dict[int, int] = {}
    number, distance, rank = -1, 0, 0
    for sign in postings:
        if sign in _LAST:
            number += distance * BASE + _LAST[sign]
            found[number] = rank
            distance = rank = 0
        elif sign in _OTHER:
            distance = distance * BASE + _OTHER[sign]
        else:
            rank = _RANK_OF[sign]
    return found


def count(postings: Postings) -> int:
    """In how many entries the word stands."""
    return sum(map(postings.count, LAST_DIGITS))


def _digits(distance: int) -> str:
    rest, digits = distance // BASE, LAST_DIGITS[distance % BASE]
    while rest:
        digits = OTHER_DIGITS[rest % BASE] + digits
        rest //= BASE
    return digits
