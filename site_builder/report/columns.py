"""Text as a terminal shows it: how many columns it takes, with nothing in it that could drive the terminal.

A *cell* is what one character becomes on the screen: itself, the escape that stands for it, or blanks for a tab.
Source of the widths: UAX #11 (East Asian Width), with the rules that terminals share for combining characters.
"""

import unicodedata

TAB = " " * 4
ELLIPSIS = "…"

# They join or part letters of Persian, Indic scripts and emoji; every other format character can hide or turn text.
_JOINERS = frozenset("\u200c\u200d")
_HIDDEN = frozenset(["Cc", "Cf", "Cs", "Zl", "Zp"])
_COMBINING = frozenset(["Mn", "Me"])


def visible(text: str) -> str:
    """The text with every character that is no sign of writing (controls, turns of direction) as an escape."""
    return text if text.isascii() and text.isprintable() else "".join(map(cell_of, text))


def cell_of(character: str) -> str:
    """What stands on the screen for one character."""
    if character == "\t":
        return TAB
    if unicodedata.category(character) in _HIDDEN and character not in _JOINERS:
        return _escaped(character)
    return character


def encodable(text: str) -> str:
    """The text with lone surrogates, which stand for bytes of a file name that is not UTF-8, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def width_of(text: str) -> int:
    """The columns that a text takes, once it is `visible`."""
    return len(text) if text.isascii() else sum(map(_width_of_character, text))


def padded(text: str, width: int) -> str:
    """The text with blanks after it, up to `width` columns."""
    return text + " " * (width - width_of(text))


def beginning(text: str, width: int) -> str:
    """The text if it fits into `width` columns, else as much of its beginning as does, with an ellipsis."""
    if width_of(text) <= width:
        return text
    return _fitting(text, width - 1) + ELLIPSIS


def ending(text: str, width: int) -> str:
    """The text if it fits into `width` columns, else as much of its end as does, after an ellipsis."""
    if width_of(text) <= width:
        return text
    kept = _fitting(text[::-1], width - 1)[::-1]
    # A combining mark without its letter would sit on the ellipsis.
    while kept and _width_of_character(kept[0]) == 0:
        kept = kept[1:]
    return ELLIPSIS + kept


def _fitting(text: str, width: int) -> str:
    taken = 0
    for index, character in enumerate(text):
        taken += _width_of_character(character)
        if taken > width:
            return text[:index]
    return text


def _width_of_character(character: str) -> int:
    # The vowels and finals of decomposed Hangul are drawn into the block of the consonant before them.
    if unicodedata.category(character) in _COMBINING or character in _JOINERS or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _escaped(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
