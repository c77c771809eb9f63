"""The *design tokens*: what a theme may set as plain values, and what each is for. A part of the contract.

A token is a custom property of the style sheet: `paper` is `var(--paper)`. A colour has two values, one for each
*scheme*, light and dark. What a theme does not set it has from its parent.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

import msgspec


class Kind(StrEnum):
    COLOUR = "colour"
    FACE = "face"
    LENGTH = "length"
    ORNAMENT = "ornament"


class Token(msgspec.Struct, frozen=True):
    name: str
    kind: Kind
    meaning: str


class Colour(msgspec.Struct, frozen=True):
    """One colour in both schemes, each as `#rrggbb`."""

    light: str
    dark: str

    def css(self) -> str:
        return self.light if self.light == self.dark else f"light-dark({self.light}, {self.dark})"


Value = Colour | str
"""What a token is set to. A text stands in the style sheet as it is."""


class Tokens(msgspec.Struct, frozen=True):
    """What one theme sets, or all themes of a chain together. By name."""

    values: Mapping[str, Value] = {}
    more_contrast: Mapping[str, Value] = {}
    """What differs for readers whose system asks for more contrast."""

    def __bool__(self) -> bool:
        return bool(self.values or self.more_contrast)

    def over(self, parent: "Tokens") -> "Tokens":
        """These, and of the parent's those that are not set here."""
        return Tokens({**parent.values, **self.values}, {**parent.more_contrast, **self.more_contrast})


TOKENS = (
    Token("paper", Kind.COLOUR, "what everything stands on"),
    Token("shade", Kind.COLOUR, "what code and notes stand on"),
    Token("ink", Kind.COLOUR, "the text, and the strong lines"),
    Token("soft", Kind.COLOUR, "what is said aside: dates, labels, notes, counts"),
    Token("rule", Kind.COLOUR, "hairlines, which only part things"),
    Token("edge", Kind.COLOUR, "lines that mean something: the frames of fields and buttons"),
    Token("rubric", Kind.COLOUR, "links, headings of lists, initials, the ring of the focus"),
    Token("mark", Kind.COLOUR, "what lies behind a selection, and behind the target of a link"),
    Token("text", Kind.FACE, "the text"),
    Token("display", Kind.FACE, "titles"),
    Token("chrome", Kind.FACE, "what leads about the site: navigation, labels, buttons"),
    Token("code", Kind.FACE, "code"),
    Token("size", Kind.LENGTH, "of the text, in per cent of what the reader's browser is set to"),
    Token("measure", Kind.LENGTH, "the width of a column of text"),
    Token("wide", Kind.LENGTH, "the same for readers who choose a wide page"),
    Token("margin", Kind.LENGTH, "the width of the margin, where the table of contents stands"),
    Token("side", Kind.LENGTH, "the width of the infobox"),
    Token("gap", Kind.LENGTH, "what lies between columns"),
    Token("phrase", Kind.ORNAMENT, "a picture above the title of the home page, 64 px high"),
    Token("tailpiece", Kind.ORNAMENT, "a picture at the foot of every page, and where a text pauses"),
)
TOKEN_BY_NAME: Mapping[str, Token] = {token.name: token for token in TOKENS}

PART = "style.css/20-tokens.css"
"""The part of the style sheet that is made of a theme's tokens."""


def token_sheet(tokens: Tokens) -> str:
    """That part: every token as a custom property, in the layer `tokens`."""
    properties = [f"    --{name}: {css}" for name, css in _declared(tokens.values)]
    lines = [
        "@layer tokens {",
        "  :root {",
        "    color-scheme: light dark;",
        *(f"{line};" for line in properties),
        "  }",
    ]
    if tokens.more_contrast:
        lines += ["  @media (prefers-contrast: more) {", "    :root {"]
        lines += [f"      --{name}: {css};" for name, css in _declared(tokens.more_contrast)]
        lines += ["    }", "  }"]
    return "\n".join([*lines, "}", ""])


def merged(chain: Sequence[Tokens]) -> Tokens:
    """What a page gets of these, the nearest theme first."""
    result = Tokens()
    for tokens in reversed(chain):
        result = tokens.over(result)
    return result


def _declared(values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for token in TOKENS:
        value = values.get(token.name)
        if value is not None:
            yield token.name, value.css() if isinstance(value, Colour) else value
