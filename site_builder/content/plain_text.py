"""The text of a page as a reader would type it out: no markup, no notes, a line for each paragraph."""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape

from site_builder.content.sentences import BLOCK_TAG, FOOTNOTE_MARK
from site_builder.model.facts import Html, Part, Prose

_TAG = re.compile(r"<[^>]*>")
_FOOTNOTES = re.compile(r'<div class="footnote">.*', re.DOTALL)
_SPACES = re.compile("  +")
_SHORT = 200
"""Characters of markup that are worth remembering: a page consists of few different short pieces."""


def plain_text(parts: Sequence[Part], texts_of_links: Sequence[str]) -> str:
    """All paragraphs, headings, items and cells in their order, each on a line of its own.

    `texts_of_links` are what the links show, by the numbers of the references.
    """
    pieces: list[str] = []
    for part in parts:
        kind = type(part)
        if kind is Prose:
            pieces.append(part.text.replace("\n", " "))  # type: ignore[union-attr]
        elif isinstance(part, Html):
            html = part.html
            if '<div class="footnote">' in html:
                pieces.append(_lines(_FOOTNOTES.sub("", html)))
                break
            pieces.append(_remembered(html) if len(html) <= _SHORT else _lines(html))
        else:
            pieces.append(texts_of_links[part.reference])  # type: ignore[union-attr]
    lines = [line for written in "".join(pieces).split("\n") if (line := written.strip())]
    text = "\n".join(lines)
    return _SPACES.sub(" ", text) if "  " in text else text


def _lines(html: str) -> str:
    if "<sup" in html:
        html = FOOTNOTE_MARK.sub("", html)
    html = BLOCK_TAG.sub("\n", html.replace("\n", " ").replace("<br>", " "))
    return unescape(_TAG.sub("", html))


_remembered = lru_cache(maxsize=1024)(_lines)
