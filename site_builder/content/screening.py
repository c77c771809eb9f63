"""Texts that would take Python-Markdown minutes, or more stack than there is, known by a look at their signs.

What is found here is found on every machine alike; the deadline is for what nobody thought of.
"""

import re

import msgspec

MAX_OPEN_BRACKETS = 50
"""Opening brackets of one paragraph that are not closed. Python-Markdown looks from each one to the end."""
MAX_OPEN_TAGS = 200
"""Beginnings of HTML tags that have no end before the next one, in a whole text."""
MAX_UNCLOSED_TAGS = 50
"""Tags such as <b> that are opened more often than closed. Sanitising takes the cube of their number."""
MAX_TAG_DEPTH = 100
"""Tags of any kind inside each other. Sanitising takes the square of it, and cannot be interrupted."""
MAX_NESTING = 25
"""Lists and quotations inside each other."""
MAX_RULE = 200
"""Characters of a line such as "* * * *" that is a rule across the page, and no nesting at all."""

_BRACKET_OR_BLOCK_END = re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.DOTALL)
_OPEN_TAG = re.compile(r"<[A-Za-z!/?][^<>]*+(?=<|\Z)")
_FORMATTING = re.compile(r"<(/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")
_VOID = frozenset(["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
_NESTED = re.compile(
    rf"(?:[ \t]*+(?:>|(?:[*+-]|\d{{1,9}}\.)[ \t]++)){{{MAX_NESTING}}}"
    rf"|(?:[ ]{{4}}|\t){{{MAX_NESTING}}}[ \t]*+(?:[*+>-]|\d{{1,9}}\.)[ \t]"
)
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*)+|(?:-[ \t]*)+)")


class Bomb(msgspec.Struct, frozen=True):
    """A text that is not to be converted: which rule it breaks, and where."""

    code: str
    message: str
    start: int
    end: int


def find_bomb(text: str) -> Bomb | None:
    """The first reason not to convert the text, if there is one; in time proportional to its length."""
    return _find_nesting(text) or _find_brackets(text) or _find_tags(text)


def _find_nesting(text: str) -> Bomb | None:
    start = 0
    for line in text.split("\n"):
        # Most lines begin with a letter.
        match = None if line[:1].isalpha() else _NESTED.match(line)
        if match and (len(line) > MAX_RULE or not _RULE.fullmatch(line)):
            message = f"the line begins more than {MAX_NESTING} lists or quotations inside each other"
            return Bomb("B004", message, start, start + match.end())
        start += len(line) + 1
    return None


def _find_brackets(text: str) -> Bomb | None:
    if text.count("[") <= MAX_OPEN_BRACKETS:
        return None
    open_at: list[int] = []
    for match in _BRACKET_OR_BLOCK_END.finditer(text):
        sign = match.group()
        if sign == "[":
            open_at.append(match.start())
            if len(open_at) > MAX_OPEN_BRACKETS:
                message = f"more than {MAX_OPEN_BRACKETS} brackets open here, one inside the other"
                return Bomb("B003", message, open_at[0], match.end())
        elif sign == "]":
            del open_at[-1:]
        elif sign[0] == "\n":
            open_at.clear()
    return None


def _find_tags(text: str) -> Bomb | None:
    if text.count("<") <= MAX_UNCLOSED_TAGS:
        return None
    formatting = list(_FORMATTING.finditer(text))
    if sum(-1 if tag.group(1) else 1 for tag in formatting) > MAX_UNCLOSED_TAGS:
        message = f"more than {MAX_UNCLOSED_TAGS} tags such as {formatting[0].group()}> are never closed"
        return Bomb("B004", message, formatting[0].start(), formatting[0].end())
    tags = list(_OPEN_TAG.finditer(text))
    if len(tags) <= MAX_OPEN_TAGS:
        return _find_depth(text)
    message = f"more than {MAX_OPEN_TAGS} tags begin in this text and are never closed"
    return Bomb("B003", message, tags[0].start(), tags[0].end())


def _find_depth(text: str) -> Bomb | None:
    depth = 0
    for tag in _ANY_TAG.finditer(text):
        depth = max(0, depth - 1) if tag[1] else depth + (tag[2].lower() not in _VOID)
        if depth > MAX_TAG_DEPTH:
            return Bomb("B004", f"more than {MAX_TAG_DEPTH} tags are open here", tag.start(), tag.end())
    return None
