"""The lines of three hyphens round the front matter: which they are, and what an author wrote in their place."""

import re
from collections.abc import Sequence

DELIMITER = re.compile(r"^---[ \t]*$", re.MULTILINE)

_FIELD = re.compile(r"[^\W\d][\w -]{0,30}:(?:\s|$)")
_ONLY_DASHES = re.compile(r"\s*[-‐‑‒–—―−]+\s*")
_ABOVE = "put a line --- above the first field, as line 1 of the file"
_THREE = "type three hyphens instead, and nothing else: ---"
_FAR = 20
"""Lines in which front matter that begins too late is looked for."""


def is_delimiter(line: str) -> bool:
    return DELIMITER.match(line) is not None


def why_none_opens(lines: Sequence[str]) -> tuple[int, str, str]:
    """For a file that does not begin with three hyphens: the line that is wrong, what it is, and what to do."""
    first = next((number for number, line in enumerate(lines, 1) if line.strip()), 0)
    if not first:
        return 1, "the file is empty", f"{_ABOVE}, and another below the last one"
    text = lines[first - 1]
    later = next((number for number, line in enumerate(lines[:_FAR], 1) if is_delimiter(line)), 0)
    if first == 1 and _ONLY_DASHES.fullmatch(text):
        return 1, f'the first line is "{text}" and not three hyphens', f"{_THREE}{_of_editor(text)}"
    if _ONLY_DASHES.fullmatch(text) and not is_delimiter(text):
        return first, f'line {first} is "{text}" and not three hyphens', f"{_THREE}, on line 1{_of_editor(text)}"
    if later and not (_FIELD.match(text) and not _opens(lines, later)):
        message = f"the front matter begins on line {later} and not on line 1"
        return later, message, "delete what stands above it, blank lines too"
    hint = _ABOVE if later else f"{_ABOVE}, and another below the last field"
    return first, "the file does not begin with a line of three hyphens", hint


def where_to_close(lines: Sequence[str]) -> str:
    """For front matter that is never closed: what to do."""
    dashes = next((number for number, line in enumerate(lines[1:], 2) if _ONLY_DASHES.fullmatch(line)), 0)
    if dashes:
        text = lines[dashes - 1]
        return f'line {dashes} is "{text}": {_THREE}{_of_editor(text)}'
    blank = next((number for number, line in enumerate(lines[1:], 2) if not line.strip()), 0)
    where = (
        f"between the fields and the text; perhaps on line {blank}" if blank < len(lines) and blank else "after them"
    )
    return f"put a second line of three hyphens {where}"


def _opens(lines: Sequence[str], number: int) -> bool:
    """Whether fields follow the delimiter on that line, so that it is the first of the two and not the second."""
    return any(is_delimiter(line) for line in lines[number:]) and any(map(_FIELD.match, lines[number : number + 1]))


def _of_editor(text: str) -> str:
    dash = next((character for character in text.strip() if character != "-"), "")
    return f' (the editor made "{dash}" of hyphens)' if dash else ""
