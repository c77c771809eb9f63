"""The straight way for *plain* bodies: paragraphs, headings, lists, emphasis and wiki links, and nothing else.

Most bodies are. What is read here is what Markdown, sanitising and cutting would make of it, part for part, in a fifth of
the time; whatever might mean anything more is refused, and goes their way. So this module may know less than
Markdown, but nothing else: `tests/content/test_plain.py` holds the two against each other.
"""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

import msgspec

from site_builder.content.cutting import ID_PREFIX, Cut
from site_builder.content.slugs import heading_id
from site_builder.content.wiki_links import MARKER, MARKER_SIGN, State, WrittenLink, find_links, marked
from site_builder.model.facts import Heading, Hole, Html, Part, Prose

_MEANINGFUL = ("<", ">", "`", "\\", "_", "\t", " \n")
"""What may mean something that is not known here, wherever it stands."""
_TYPOGRAPHIC = ("'", '"', "--", "...")
_NO_BREAK = "\u00a0"
"""To HTML it is a sign, and no blank."""
# Between letters it can be nothing else. Whole bodies are searched, so it begins with the sign.
_NO_APOSTROPHE = re.compile(r"'(?<![\w]')|'(?![^\W\d])")
_SIMPLE_EMPHASIS = re.compile(r"\*(?<!\*\*)(\*?)(?![\s*])([^*]+)(?<!\s)\*\1(?!\*)")
_OPENING = r"""(?:[^\W\d_]|["'“”‘’«„(]|\d(?!\d*\.)|\*\*?(?=[^\W_]))"""
"""How a line of a paragraph begins, and no line of anything else."""
_EMPTY_LINES = re.compile("\n\n+")
_PARAGRAPH = re.compile(rf"{_OPENING}.*(?:\n{_OPENING}.*)*")
_HEADING = re.compile(r"(#{1,6}) ++([^\n]*[^\n#\s])[ #]*(?:\n|\Z)")
_LISTS = tuple(
    (name, re.compile(rf"{first}(?:\n{sign}|\n{_OPENING}.*)*"), re.compile(rf"^{bullet} +", re.MULTILINE))
    for name, bullet in (("ul", "[-+*]"), ("ol", r"\d+\."))
    for sign in [rf"{bullet} +{_OPENING}.*"]
    for first in [sign if name == "ul" else rf"1\. +{_OPENING}.*"]
)


class Plain(msgspec.Struct, frozen=True):
    """A body that was read; its links are all shown."""

    cut: Cut
    links: tuple[WrittenLink, ...]


class _NotPlainError(Exception):
    """The text holds what only Markdown can tell the meaning of."""


def read_plain(body: str, prefixes: Mapping[str, str], educate: Callable[[str], str]) -> Plain | None:
    """The body, if it is plain; else None. In time proportional to its length.

    `educate` gives a text its typographic signs, as entities of HTML.
    """
    if any(sign in body for sign in _MEANINGFUL) or body.count("&") != body.count("& ") or body[-1:] == " ":
        return None
    links = tuple(find_links(body, prefixes)) if "[" in body else ()
    text = marked(body, links) if links else body
    if "[" in text or any(link.state is not State.LINK for link in links):
        return None
    if "'" in text and not _NO_APOSTROPHE.search(text):
        text = text.replace("'", "’")
    typographic = any(sign in text for sign in _TYPOGRAPHIC)
    reader = _Reader(educate if typographic else None)
    try:
        for block in _EMPTY_LINES.split(text.strip("\n")):
            reader.block(block)
    except _NotPlainError:
        return None
    return Plain(reader.result(), links)


class _Reader:
    """What has been read so far. Sections and blocks are counted as `cutting` counts them."""

    def __init__(self, educate: Callable[[str], str] | None) -> None:
        self._educate = educate
        self._parts: list[Part] = []
        self._markup: list[str] = []
        self._lead: int | None = None
        self._headings: list[Heading] = []
        self._ranks: list[int] = []
        self._taken: set[str] = set()
        self._holes = 0
        self._section = 0
        self._block = 0
        self._title: list[str] | None = None
        """The words of the heading that is being read."""
        self._after_list = False

    def block(self, text: str) -> None:
        """Reads what stands between two empty lines. Raises `_NotPlainError`."""
        start = 0
        while text.startswith("#", start):
            start = self._heading(text, start)
        if start == len(text):
            return
        self._begin_line()
        rest = text[start:] if start else text
        if (rest[:1].isalpha() and "\n" not in rest) or _PARAGRAPH.fullmatch(rest):
            self._element("p", rest)
            self._after_list = False
        else:
            self._list(rest)

    def result(self) -> Cut:
        self._end_markup()
        lead = len(self._parts) if self._lead is None else self._lead
        return Cut(tuple(self._parts), lead, tuple(self._headings), tuple(self._ranks), tuple(range(self._holes)))

    def _begin_line(self) -> None:
        if self._parts or self._markup:
            self._markup.append("\n")

    def _heading(self, text: str, start: int) -> int:
        """Reads the heading that begins there; gives the place where the lines below it begin."""
        self._begin_line()
        found = _HEADING.match(text, start)
        if found is None:
            raise _NotPlainError
        if self._lead is None:
            self._end_markup()
            self._lead = len(self._parts)
        rank = len(found[1])
        self._section += 1
        self._after_list = False
        # Its id is known at its end, before which nothing ends the markup.
        place, self._title = len(self._markup), []
        self._markup.append("")
        self._block += self._inline(found[2].strip())
        words = " ".join("".join(self._title).split())
        self._title = None
        identifier = heading_id(words, self._taken)
        self._taken.add(identifier)
        level, prefixed = max(2, rank), f"{ID_PREFIX}{identifier}"
        self._markup[place] = f'<h{level} id="{escape(prefixed)}">'
        self._markup.append(f"</h{level}>")
        self._headings.append(Heading(level, prefixed, words))
        self._ranks.append(rank)
        return found.end()

    def _list(self, text: str) -> None:
        name, _, bullet = next((each for each in _LISTS if each[1].fullmatch(text)), ("", None, None))
        # What comes after an item and an empty line may belong to it.
        if bullet is None or self._after_list:
            raise _NotPlainError
        self._markup.append(f"<{name}>")
        for item in bullet.split(text)[1:]:
            self._markup.append("\n")
            self._element("li", item.removesuffix("\n"))
        self._markup.append(f"\n</{name}>")
        self._after_list = True

    def _element(self, name: str, text: str) -> None:
        self._markup.append(f"<{name}>")
        self._inline(text)
        self._markup.append(f"</{name}>")
        self._block += 1

    def _inline(self, text: str) -> bool:
        """Reads emphasis and what stands around it; tells whether there is any in italics."""
        if "*" not in text:
            self._text(text, italic=False)
            return False
        pieces = _SIMPLE_EMPHASIS.split(text)
        if any("*" in piece for piece in pieces[::3]):
            raise _NotPlainError
        self._text(pieces[0], italic=False)
        stars = pieces[1::3]
        for star, inside, following in zip(stars, pieces[2::3], pieces[3::3], strict=True):
            name = "strong" if star else "em"
            self._markup.append(f"<{name}>")
            self._text(inside, italic=not star)
            self._markup.append(f"</{name}>")
            self._text(following, italic=False)
        return "" in stars

    def _text(self, text: str, *, italic: bool) -> None:
        if self._educate is not None and any(sign in text for sign in _TYPOGRAPHIC):
            text = unescape(self._educate(text))
        if MARKER_SIGN not in text:
            self._words(text, italic=italic)
            return
        words, *others = MARKER.split(text)
        self._words(words, italic=italic)
        for following in others[1::2]:
            self._hole()
            self._words(following, italic=italic)

    def _words(self, words: str, *, italic: bool) -> None:
        if not words:
            return
        if not italic and self._title is None and (not words.isspace() or _NO_BREAK in words):
            self._end_markup()
            self._parts.append(Prose(words, self._section, self._block))
            return
        # As nh3 writes them; other signs have been refused.
        self._markup.append(words.replace("&", "&amp;").replace(_NO_BREAK, "&nbsp;"))
        if self._title is not None:
            self._title.append(words)

    def _hole(self) -> None:
        if self._title is not None:
            raise _NotPlainError
        self._end_markup()
        self._parts.append(Hole(self._holes, self._section, self._block))
        self._holes += 1

    def _end_markup(self) -> None:
        if self._markup:
            self._parts.append(Html("".join(self._markup)))
            self._markup = []
