"""The part of the theme contract that is about pictures."""

import msgspec


class Picture(msgspec.Struct, frozen=True, gc=False):
    """A photograph."""

    src: str
    alt: str
    credit: str
    width: int
    """Pixels, so that the browser keeps its place."""
    height: int
    srcset: str
    """Versions in WebP with their widths, as `<source>` takes them; "" where there are none."""


class Drawing(msgspec.Struct, frozen=True, gc=False):
    """What the program has drawn."""

    markup: str
    """For the inside of an `<svg>`, safe already."""
    width: int
    height: int
