"""Which entries share a file of data: cards by the checksum of their path, lines by the order of the alphabet.

A *card* is what a preview says of an entry. Cards lie in files by a checksum, so that a script that knows a link knows
the file, and an edit of an entry writes one file. A *line* is a musician in a list; lines lie in files in their order,
so that a script that shows fifty in a row reads one or two files.
"""

from collections.abc import Iterable, Mapping, Sequence

from site_builder.model.identity import EntityId, page_of

LINES_A_FILE = 512
_CARDS_A_FILE = 16

Shelves = Mapping[str, tuple[EntityId, ...]]
"""By the number of the file, in decimal figures."""


def files_of_cards(entities: int) -> int:
    """How many files there are for so many cards: a power of two, which the checksum is cut to."""
    return 1 << max(0, -(-entities // _CARDS_A_FILE) - 1).bit_length()


def checksum(path: str) -> int:
    """FNV-1a of the path in UTF-8, 32 bits: as short in JavaScript as it is here.

    >>> hex(checksum("a"))
    '0xe40c292c'
    """
    number = 0x811C9DC5
    for byte in path.encode():
        number = (number ^ byte) * 0x01000193 & 0xFFFFFFFF
    return number


def cards_of(entities: Iterable[EntityId], before: Shelves | None = None) -> Shelves:
    """The entities whose cards lie in each file, sorted. `before` is what this gave for most of the same entities."""
    wanted = set(entities)
    count = files_of_cards(len(wanted))
    if before is None or len(before) != count:
        return _shelved(wanted, {number: [] for number in range(count)})
    known = {entity for held in before.values() for entity in held}
    if known == wanted:
        return before
    kept = {int(number): [entity for entity in held if entity in wanted] for number, held in before.items()}
    return _shelved(wanted - known, kept)


def lines_of(musicians: Sequence[EntityId]) -> Shelves:
    """The musicians whose lines lie in each file, in the order of the alphabet."""
    starts = range(0, len(musicians), LINES_A_FILE)
    return {str(number): tuple(musicians[start : start + LINES_A_FILE]) for number, start in enumerate(starts)}


def _shelved(entities: Iterable[EntityId], shelves: Mapping[int, list[EntityId]]) -> Shelves:
    last = len(shelves) - 1
    for entity in entities:
        shelves[checksum(page_of(entity)) & last].append(entity)
    return {str(number): tuple(sorted(held)) for number, held in shelves.items()}


def cards_after(before: Shelves, gained: Iterable[EntityId], lost: Iterable[EntityId], entities: int) -> Shelves | None:
    """The shelves that differ once some entities came and others went, so that there are so many; None if all do."""
    if len(before) != files_of_cards(entities):
        return None
    changed: dict[str, set[EntityId]] = {}
    for entity, is_new in (*((entity, True) for entity in gained), *((entity, False) for entity in lost)):
        number = str(checksum(page_of(entity)) & len(before) - 1)
        held = changed.setdefault(number, set(before[number]))
        (held.add if is_new else held.discard)(entity)
    return {number: tuple(sorted(held)) for number, held in changed.items()}
