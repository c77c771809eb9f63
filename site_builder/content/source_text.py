"""A file's text, ready to be read: decoded, with ordinary line ends, and with a place for every character of it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from site_builder.content.faults import Faults
from site_builder.model.source import Place, Source

MAX_EXCERPT = 2_000
"""Characters of a line that a place carries; a longer line is cut, and left out where the place lies beyond."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# What XML (so Atom, too) cannot hold, what drives a terminal, and what breaks lines where editors do not.
# Sources: XML 1.0 section 2.2; Unicode Standard Annex 14, class BK and NL.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)")
_ASCII_FORBIDDEN = bytes([*range(9), 11, 12, *range(13, 32), 127])
"""Those that are one byte in UTF-8."""
_SIGNS_OF_FORBIDDEN = (b"\xc2", *(character.encode() for character in "\u2028\u2029\ufffe\uffff"))
"""The others, or how they begin."""
_NAMES = {
    "\x00": "NUL (U+0000)",
    "\x85": "a next-line sign (U+0085)",
    "\u2028": "a line separator (U+2028)",
    "\u2029": "a paragraph separator (U+2029)",
    "\r": "a carriage return without a line feed",
}
_REPLACEMENT = "\ufffd"


class SourceText(msgspec.Struct, frozen=True):
    """The text of a file, without byte order mark, every line ended by a line feed."""

    text: str
    lines: Sequence[str]
    starts: Sequence[int]
    """Where each line begins in `text`."""

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` to `end`, as far as they stand on one line."""
        line = bisect_right(self.starts, start) - 1
        column = start - self.starts[line]
        return self.place_on(line + 1, column + 1, end - start)

    def place_on(self, line: int, column: int = 0, length: int = 1) -> Place:
        """A place by line and column, both from 1; column 0 means the line as a whole."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        length = max(1, min(length, len(text) - column + 1)) if column else 1
        if len(text) > MAX_EXCERPT:
            text = text[:MAX_EXCERPT] if column + length <= MAX_EXCERPT else ""
        return Place(line, column, length, text)


def source_text(text: str) -> SourceText:
    """The value for a text that is clean already."""
    lines = text.split("\n")
    return SourceText(text, lines, [0, *accumulate(len(line) + 1 for line in lines)][:-1])


def read_text(source: Source, faults: Faults) -> SourceText:
    """The file's text. What cannot be read as text is reported (F001, F002), replaced, and the rest kept."""
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _read_anyway(source, error, faults)
    text = text.replace("\r\n", "\n")
    forbidden = _FORBIDDEN.search(text) if _may_hold_forbidden(text.encode()) else None
    if not forbidden:
        return source_text(text)
    clean = source_text(_FORBIDDEN.sub(_replacement, text))
    faults.add(
        "F002",
        clean.place(forbidden.start(), forbidden.end()),
        f"the text holds {_name_of(forbidden.group())}{_and_others(text)}",
        "save the file with ordinary line ends" if forbidden.group() == "\r" else "delete the character",
    )
    return clean


def _may_hold_forbidden(data: bytes) -> bool:
    """A quick look at a text in UTF-8, which tells that most are clean."""
    if len(data.translate(None, _ASCII_FORBIDDEN)) < len(data):
        return True
    return not data.isascii() and any(sign in data for sign in _SIGNS_OF_FORBIDDEN)


def _read_anyway(source: Source, error: UnicodeDecodeError, faults: Faults) -> str:
    # The likeliest encoding, so that the names in the file are known to the rest of the site, which would otherwise
    # be full of links to nothing.
    if source.data.startswith(_UTF16_MARKS):
        faults.add("F001", Place(0), "the file is UTF-16, not UTF-8", _SAVE_AS_UTF8)
        return source.data.decode("utf-16", "replace")
    byte = source.data[error.start]
    character = bytes([byte]).decode("cp1252", "replace")
    meaning = f'; in Windows-1252 it would be "{character}"' if character.isalpha() else ""
    shown = source_text(source.data.decode("utf-8-sig", "replace").replace("\r\n", "\n"))
    start = len(source.data[: error.start].decode("utf-8-sig").replace("\r\n", "\n"))
    faults.add("F001", shown.place(start, start + 1), f"the byte {byte:02X} here is not UTF-8{meaning}", _SAVE_AS_UTF8)
    return source.data.decode("cp1252", "replace").removeprefix("ï»¿")


_SAVE_AS_UTF8 = 'save the file as UTF-8 (in most editors: "Save with encoding")'


def _replacement(match: re.Match[str]) -> str:
    match match.group():
        case "\r":
            return "\n"
        case "\x85" | "\u2028" | "\u2029":
            return " "
        case _:
            return _REPLACEMENT


def _name_of(character: str) -> str:
    return _NAMES.get(character) or f"a control character (U+{ord(character):04X})"


def _and_others(text: str) -> str:
    count = len(_FORBIDDEN.findall(text))
    return f", and {count - 1} more such characters" if count > 1 else ""
