"""The clean HTML of a page, cut into its parts: markup, prose in which a name may become a link, and wiki links.

One pass over the tags that nh3 wrote, which are well-formed and quote every value. On its way it lowers headings,
gives them ids, and leads links and pictures to where they are in the finished site.
"""

import re
from collections.abc import Callable
from html import escape, unescape

import msgspec

from site_builder.content.slugs import heading_id
from site_builder.content.wiki_links import MARKER, MARKER_SIGN, State, WrittenLink
from site_builder.model.facts import Heading, Hole, Html, Part, Prose

ID_PREFIX = "s-"
"""Before every id of an entry, so that none is one of the theme's own."""

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^">]*"[^"]*")*[^">]*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = frozenset(
    "p li ul ol dl dd dt td th tr table caption blockquote div figure figcaption details summary hr pre".split()  # noqa: SIM905
)
_VOID = frozenset(["br", "hr", "img", "wbr", "col"])
_VERBATIM = frozenset(["code", "pre", "kbd", "samp"])
_TITLES = frozenset(["em", "i", "cite"])
"""What italics are for: the *Piano Toccata* does not speak of the piano."""
_EXTERNAL = ("http:", "https:", "//")


class Cut(msgspec.Struct, frozen=True):
    parts: tuple[Part, ...]
    lead_parts: int
    headings: tuple[Heading, ...]
    written_ranks: tuple[int, ...]
    """Of the headings, as the author wrote them: 1 for `#`."""
    shown: tuple[int, ...]
    """The markers that reached the reader outside code. Holes count through those that are links, in this order."""


PictureTag = Callable[[str, str, dict[str, str]], str]
"""From the address and the description of a picture and its other attributes to its tag; "" leaves it out."""


def cut(html: str, links: tuple[WrittenLink, ...], picture: PictureTag) -> Cut:
    """The parts of a page. `html` is what `sanitise` returned, with the markers of `links`."""
    cutter = _Cutter(links, picture, {unescape(found) for found in _ID.findall(html)})
    first, *others = _TAG.split(html)
    cutter.text(first)
    for closing, name, attributes, following in zip(*(others[offset::4] for offset in range(4)), strict=True):
        cutter.tag(closing, name, attributes)
        cutter.text(following)
    return cutter.result()


class _Cutter:
    """What has been cut off so far, and where in the page the knife is."""

    def __init__(self, links: tuple[WrittenLink, ...], picture: PictureTag, taken: set[str]) -> None:
        self._links = links
        self._picture = picture
        self._taken = taken
        self._pieces: list[str | Prose | Hole] = []
        self._lead: int | None = None
        self._headings: list[Heading] = []
        self._written_ranks: list[int] = []
        self._shown: list[int] = []
        self._holes = 0
        self._section = 0
        self._block = 0
        self._block_has_text = False
        self._depth = 0
        self._anchors = 0
        self._verbatim = 0
        self._titles = 0
        self._heading_start = -1
        self._inner_headings = 0
        self._heading_text: list[str] = []

    def text(self, text: str) -> None:
        if not text:
            return
        if self._verbatim or self._anchors:
            if MARKER_SIGN in text:
                text = MARKER.sub(self._as_written if self._verbatim else self._as_label, text)
            self._markup(text)
            return
        if MARKER_SIGN not in text:
            self._prose(text)
            return
        prose, *others = MARKER.split(MARKER.sub(self._unless_link, text))
        self._prose(prose)
        for number, following in zip(others[::2], others[1::2], strict=True):
            self._hole(int(number))
            self._prose(following)

    def tag(self, closing: str, name: str, attributes: str) -> None:
        """`closing` is "/" for the tag at an element's end."""
        if name in _HEADINGS:
            self._heading(name, attributes, closing=bool(closing))
            return
        step = -1 if closing else 1
        if name in _BLOCKS:
            self._end_block()
        if name in _VERBATIM:
            self._verbatim += step
        elif name in _TITLES:
            self._titles += step
        elif name == "a":
            self._anchors += step
        if name not in _VOID:
            self._depth += step
        plain = closing or (not attributes and name != "img")
        self._pieces.append(f"<{closing}{name}{attributes}>" if plain else self._opening(name, attributes))

    def result(self) -> Cut:
        parts: list[Part] = []
        markup: list[str] = []
        lead_parts = 0
        for index, piece in enumerate([*self._pieces, None]):
            if markup and (not isinstance(piece, str) or index == self._lead):
                parts.append(Html("".join(markup)))
                markup = []
            if index == self._lead:
                lead_parts = len(parts)
            if isinstance(piece, str):
                markup.append(piece)
            elif piece is not None:
                parts.append(piece)
        if self._lead is None:
            lead_parts = len(parts)
        return Cut(tuple(parts), lead_parts, tuple(self._headings), tuple(self._written_ranks), tuple(self._shown))

    def _opening(self, name: str, attributes: str) -> str:
        if MARKER_SIGN in attributes:
            attributes = MARKER.sub(self._as_label, attributes)
        if ' id="' in attributes:
            attributes = attributes.replace(' id="', f' id="{ID_PREFIX}')
        # What is left of a class that was taken out.
        attributes = attributes.replace(' class=""', "")
        if name == "img":
            return self._image(attributes)
        if name == "a":
            attributes = self._link_attributes(attributes)
        return f"<{name}{attributes}>"

    def _link_attributes(self, attributes: str) -> str:
        if ' href="#' in attributes:
            return attributes.replace(' href="#', f' href="#{ID_PREFIX}')
        values = dict(_ATTRIBUTE.findall(attributes))
        return f'{attributes} rel="noopener"' if values.get("href", "").startswith(_EXTERNAL) else attributes

    def _image(self, attributes: str) -> str:
        values = {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
        return self._picture(values.pop("src", ""), values.pop("alt", ""), values)

    def _heading(self, name: str, attributes: str, *, closing: bool) -> None:
        """One heading at a time: the tags of one inside another are left out, and its text is the outer one's."""
        if self._heading_start >= 0 and (not closing or self._inner_headings):
            self._inner_headings += -1 if closing else 1
            return
        self._end_block()
        if closing:
            self._end_heading()
        else:
            self._begin_heading(name, attributes)

    def _begin_heading(self, name: str, attributes: str) -> None:
        if self._lead is None and self._depth == 0:
            self._lead = len(self._pieces)
        self._section += 1
        self._heading_start, self._heading_text = len(self._pieces), []
        self._written_ranks.append(int(name[1]))
        # The id is only known at its end.
        self._pieces.append(attributes)

    def _end_heading(self) -> None:
        level = max(2, self._written_ranks[-1])
        attributes = str(self._pieces[self._heading_start])
        text = " ".join("".join(self._heading_text).split())
        given = _ID.search(attributes)
        identifier = unescape(given.group(1)) if given else heading_id(text, self._taken)
        self._taken.add(identifier)
        others = _ID.sub("", MARKER.sub(self._as_label, attributes))
        prefixed = f"{ID_PREFIX}{identifier}"
        self._pieces[self._heading_start] = f'<h{level} id="{escape(prefixed)}"{others}>'
        self._pieces.append(f"</h{level}>")
        self._headings.append(Heading(level, prefixed, text))
        self._heading_start = -1

    def _prose(self, text: str) -> None:
        if not text:
            return
        if self._heading_start >= 0 or self._titles or text.isspace():
            self._markup(text)
            self._block_has_text |= self._titles > 0
            return
        self._pieces.append(Prose(unescape(text), self._section, self._block))
        self._block_has_text = True

    def _hole(self, number: int) -> None:
        self._shown.append(number)
        reference = self._links[number].reference
        self._pieces.append(Hole(self._holes, self._section, self._block))
        self._holes += 1
        self._block_has_text = True
        if self._heading_start >= 0:
            self._heading_text.append(reference.label or reference.target)

    def _markup(self, text: str) -> None:
        self._pieces.append(text)
        if self._heading_start >= 0:
            self._heading_text.append(unescape(text))

    def _end_block(self) -> None:
        if self._block_has_text:
            self._block += 1
            self._block_has_text = False

    def _as_written(self, match: re.Match[str]) -> str:
        return escape(self._links[int(match.group(1))].text, quote=False)

    def _as_label(self, match: re.Match[str]) -> str:
        link = self._links[int(match.group(1))]
        return escape(link.reference.label or link.reference.target or link.text)

    def _unless_link(self, match: re.Match[str]) -> str:
        """Leaves the markers of links, and makes text of the others."""
        number = int(match.group(1))
        link = self._links[number]
        if link.state is State.LINK:
            return match.group()
        self._shown.append(number)
        return escape(link.text, quote=False)
