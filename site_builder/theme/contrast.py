"""Whether what a theme prints can be read: the contrast of every pair of tokens that meet on a page.

Contrast is a ratio from 1 to 21, as WCAG 2.2 defines it. Its level AA wants 4.5 for text (success criterion 1.4.3) and
3 for what is no text but has to be seen (1.4.11); level AAA wants 7 for text, and so do we of what is read at length.
"""

from collections.abc import Iterator, Mapping

import msgspec

from site_builder.theme.tokens import Colour, Tokens, Value

TEXT, LONG_TEXT, SHAPE = 4.5, 7.0, 3.0
SCHEMES = ("light", "dark")


class Pair(msgspec.Struct, frozen=True):
    """Two colours that meet."""

    ink: str
    ground: str
    least: float
    """What the contrast has to be."""
    aim: float
    """What it had better be, and is in the themes that come with the program."""
    use: str


PAIRS = (
    Pair("ink", "paper", TEXT, LONG_TEXT, "text"),
    Pair("ink", "shade", TEXT, LONG_TEXT, "code, and the note above a draft"),
    Pair("ink", "mark", TEXT, LONG_TEXT, "selected text, and the target of a link"),
    Pair("soft", "paper", TEXT, TEXT, "dates, labels, notes and counts"),
    Pair("soft", "shade", TEXT, TEXT, "the note above a draft"),
    Pair("soft", "mark", TEXT, TEXT, "selected dates and labels"),
    Pair("rubric", "paper", TEXT, TEXT, "links, headings of lists, the ring of the focus"),
    Pair("rubric", "shade", TEXT, TEXT, "links in notes"),
    Pair("rubric", "mark", TEXT, TEXT, "selected links"),
    Pair("paper", "rubric", TEXT, TEXT, "the letter of the alphabet that is shown"),
    Pair("edge", "paper", SHAPE, SHAPE, "the frames of fields and buttons"),
    Pair("edge", "shade", SHAPE, SHAPE, "lines in notes"),
)
MORE_CONTRAST_PAIRS = (
    Pair("ink", "paper", LONG_TEXT, LONG_TEXT, "text"),
    Pair("soft", "paper", LONG_TEXT, LONG_TEXT, "dates, labels, notes and counts"),
    Pair("rubric", "paper", LONG_TEXT, LONG_TEXT, "links, headings of lists, the ring of the focus"),
    Pair("edge", "paper", TEXT, TEXT, "the frames of fields and buttons"),
)


class Contrast(msgspec.Struct, frozen=True):
    """A pair as one scheme of a theme has it."""

    pair: Pair
    scheme: str
    """"light" or "dark"."""
    more: bool
    """Whether for readers who ask for more contrast."""
    ratio: float

    @property
    def enough(self) -> bool:
        return self.ratio >= self.pair.least

    @property
    def where(self) -> str:
        return f"the {self.scheme} scheme{', where more contrast is asked for' if self.more else ''}"


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, each as `#rrggbb`.

    >>> contrast("#000000", "#ffffff"), round(contrast("#767676", "#ffffff"), 2)
    (21.0, 4.54)
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def contrasts(tokens: Tokens) -> Iterator[Contrast]:
    """Every pair that the tokens have both colours of, in both schemes, and again for those who ask for more."""
    yield from _of(PAIRS, tokens.values, more=False)
    if tokens.more_contrast:
        yield from _of(MORE_CONTRAST_PAIRS, {**tokens.values, **tokens.more_contrast}, more=True)


def _of(pairs: tuple[Pair, ...], values: Mapping[str, Value], *, more: bool) -> Iterator[Contrast]:
    for pair in pairs:
        ink, ground = values.get(pair.ink), values.get(pair.ground)
        if isinstance(ink, Colour) and isinstance(ground, Colour):
            yield Contrast(pair, "light", more, contrast(ink.light, ground.light))
            yield Contrast(pair, "dark", more, contrast(ink.dark, ground.dark))


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
