"""Footnotes whose halves do not meet: a reference without a note, and a note without a reference."""

import re
from collections.abc import Iterator
from html import unescape

import msgspec

from site_builder.model.facts import Heading, Part, Prose

_REFERENCE = re.compile(r"\[\^(?<![\\!]\[\^)([^\[\]\n]+)\]")
_BACK = re.compile(r' href="#(fnref:[^"]*)"')


class Footnote(msgspec.Struct, frozen=True):
    """A half of a footnote, at characters `start` to `end` of the body."""

    name: str
    """What stands after the circumflex."""
    start: int
    end: int


def references_without_note(body: str, parts: tuple[Part, ...], headings: tuple[Heading, ...]) -> Iterator[Footnote]:
    """The references that reach the reader as they are written, each once."""
    candidates = list(_REFERENCE.finditer(body))
    if not candidates:
        return
    shown = [part.text for part in parts if isinstance(part, Prose)] + [heading.text for heading in headings]
    text = _as_shown("\n".join(shown))
    seen: set[str] = set()
    for match in candidates:
        name = match[1]
        if name not in seen and _as_shown(match[0]) in text:
            seen.add(name)
            yield Footnote(name, match.start(), match.end())


def notes_without_reference(body: str, html: str) -> Iterator[Footnote]:
    """The notes of a page, by its clean HTML, that nothing in it leads to."""
    for reference in _BACK.findall(html):
        if f' id="{reference}"' in html:
            continue
        name = unescape(reference.removeprefix("fnref:"))
        sign = f"[^{name}]"
        start = max(0, body.find(f"{sign}:"))
        yield Footnote(name, start, start + len(sign))


def _as_shown(text: str) -> str:
    # Markdown makes apostrophes typographic on the way to the reader.
    return text.replace("'", "’")
