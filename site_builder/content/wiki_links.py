"""Wiki links: `[[Name]]`, `[[Name|label]]`, `[[kind:Name]]`, `[[Name#Heading]]`, and `\\[[` for brackets.

Before Markdown reads the text, each link is replaced by a *marker*. Markdown carries markers wherever the text goes,
and whoever cuts the finished page finds them again: in prose they become holes, in code the link as it was written.
So a `|` in a link cannot split a cell of a table, a quotation mark in a label stays as it is, code needs no parser of
its own here, and every link knows where in the file it stands.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import Enum

import msgspec
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from site_builder.model.config import Facet
from site_builder.model.facts import Reference
from site_builder.model.identity import MUSICIANS, PAGES

# Control characters that no content file can hold (see `source_text`). The letters round them let Markdown take a
# marker for a word, which decides on emphasis and on the direction of quotation marks beside it.
MARKER = re.compile("x\x0e(\\d+)\x0fx")
MARKER_SIGN = "\x0e"

# A name may hold brackets of its own: [[Louis [Hérold] Herold]]. The first sign alone lets the search skip to it.
_CANDIDATE = re.compile(
    r"[\\\[](?:"
    r"(?<=\\)."
    r"|(?<=\[)\[(?P<name>(?:[^\[\]]++|\[[^\[\]]*+\])*+)\]\]"
    r"|(?<=\[)(?P<open>\[+)(?:[^\[\]]*+(?P<close>\]\]))?)",
    re.DOTALL,
)
_LINK_IN_BRACKETS = re.compile(r"\s*\[([^\[\]]*)\]\s*")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NOT_A_LINK = re.compile(r"[^\[\]]*\](?:\(|\[)")


class State(Enum):
    LINK = "link"
    EMPTY = "empty"
    UNCLOSED = "unclosed"


class WrittenLink(msgspec.Struct, frozen=True):
    """A link, or what was meant as one, at characters `start` to `end` of the body."""

    state: State
    start: int
    end: int
    text: str
    """What the marker stands for: the link as written; "" for a link without end, whose brackets stay in the text."""
    reference: Reference = Reference("")


class WikiLinks(Extension):
    """Marks the wiki links of a text; `links` are those of the text converted last, by the number of their marker."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self.prefixes = prefixes
        self.links: tuple[WrittenLink, ...] = ()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        md.registerExtension(self)
        # Before "normalize_whitespace" (30), which expands tabs: offsets are those of the text as written.
        md.preprocessors.register(_Marking(md, self), "wiki_links", 40)

    def reset(self) -> None:
        self.links = ()


class _Marking(Preprocessor):
    def __init__(self, md: Markdown, extension: WikiLinks) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "[[" not in text:
            return lines
        links = tuple(find_links(text, self._extension.prefixes))
        self._extension.links = links
        return marked(text, links).split("\n")


def prefixes_of(facets: tuple[Facet, ...]) -> dict[str, str]:
    """From what can stand before a colon in a link to the kind it means: "venue" and "venues" to "venues"."""
    prefixes = {"musician": MUSICIANS, MUSICIANS: MUSICIANS, "page": PAGES, PAGES: PAGES}
    for facet in facets:
        prefixes[facet.singular.casefold()] = facet.kind
        prefixes[facet.kind.casefold()] = facet.kind
    return prefixes


def find_links(text: str, prefixes: Mapping[str, str]) -> Iterator[WrittenLink]:
    """Everything in the text that is a wiki link or was meant as one, in order."""
    for match in _CANDIDATE.finditer(text):
        if match.group()[0] == "\\":
            continue
        start, end, closed = _bounds(match)
        written = text[start:end]
        if not closed or ("\n" in written and _BLANK_LINE.search(written)):
            # "[[1](address)]" is a link of Markdown in brackets.
            if not _NOT_A_LINK.match(text, match.end()):
                yield WrittenLink(State.UNCLOSED, start, start + 2, "")
            continue
        reference = read_reference(written[2:-2], prefixes)
        state = State.LINK if reference.target else State.EMPTY
        yield WrittenLink(state, start, end, written, reference)


def _bounds(match: re.Match[str]) -> tuple[int, int, bool]:
    """Where a candidate begins and ends with its brackets, and whether it does end."""
    name = match["name"]
    if name is None:
        return match.end("open") - 2, match.end(), match.group("close") is not None
    # "[[[Name]]]" is a link in brackets, not a name in brackets.
    within = _LINK_IN_BRACKETS.fullmatch(name)
    return (match.start() + 1, match.end() - 1, True) if within else (*match.span(), True)


def read_reference(inside: str, prefixes: Mapping[str, str]) -> Reference:
    """What stands between the brackets, taken apart; the target is "" where there is no name."""
    # "\|" is how some editors write the bar in a table.
    written = " ".join(unicodedata.normalize("NFC", inside).replace("\\|", "|").split())
    address, _, label = written.partition("|")
    name, _, anchor = address.partition("#")
    prefix, colon, rest = name.partition(":")
    kind = prefixes.get(prefix.strip().casefold(), "") if colon else ""
    return Reference(
        target=(rest if kind else name).strip(),
        kind=kind,
        anchor=anchor.strip(),
        label=label.strip(),
    )


def marked(text: str, links: tuple[WrittenLink, ...]) -> str:
    """The text with a marker in place of each of its links."""
    pieces: list[str] = []
    position = 0
    for number, link in enumerate(links):
        # The brackets of a link without end stay, so that what is in them is read as Markdown.
        skipped = link.start if link.state is State.UNCLOSED else link.end
        pieces += (text[position : link.start], f"x\x0e{number}\x0fx")
        position = skipped
    pieces.append(text[position:])
    return "".join(pieces)
