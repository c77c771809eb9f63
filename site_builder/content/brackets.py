"""Names between signs that make no link here: `[Aigul Samalbek]` and `{{Aigul Samalbek}}`.

Readers see the signs. An author may mean them, too ("he [sic] was"), so only what is written like a person's name is
taken for an attempt at a link: two words or more, each with a capital letter.
"""

import re
from collections.abc import Iterator

import msgspec

from site_builder.model.facts import Part, Prose

# Each begins with what it looks for, and looks back from there: so the search can skip to it.
_SQUARE = re.compile(r"\[(?<![\\\w!\[\]]\[)([^\[\]{}]{3,80})\](?![\[\](:])")
_CURLY = re.compile(r"\{\{(?<![\\{]\{\{)([^\[\]{}]{3,80})\}\}(?!\})")
_PARTICLES = frozenset("al bin da de del den der di el ibn van von".split())  # noqa: SIM905


class Bracketed(msgspec.Struct, frozen=True):
    """A name at characters `start` to `end` of the body, with its signs."""

    start: int
    end: int
    text: str
    name: str


def find_brackets(body: str, parts: tuple[Part, ...]) -> Iterator[Bracketed]:
    """The names between signs that reached the reader's prose with them, each once."""
    found = [*_SQUARE.finditer(body), *_CURLY.finditer(body)]
    candidates = sorted((match for match in found if _is_name(match[1])), key=re.Match[str].start)
    if not candidates:
        return
    # What Markdown made a link of, or code, is not in the prose.
    prose = "\n".join(_shown(part.text) for part in parts if isinstance(part, Prose))
    seen: set[str] = set()
    for match in candidates:
        text = _shown(match.group())
        if text in prose and text not in seen:
            seen.add(text)
            name = " ".join(match[1].split())
            yield Bracketed(match.start(), match.end(), " ".join(match.group().split()), name)


def _is_name(text: str) -> bool:
    first, *others = text.split() or [""]
    if not others or text.isupper():
        return False
    return first[:1].isupper() and others[-1][0].isupper() and all(map(_is_part_of_name, others))


def _is_part_of_name(word: str) -> bool:
    return word[0].isupper() or word in _PARTICLES


def _shown(text: str) -> str:
    # Markdown makes apostrophes typographic on the way to the reader.
    return " ".join(text.replace("'", "’").split())
