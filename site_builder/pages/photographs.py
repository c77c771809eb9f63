"""Photographs as pages know them: how large they are, and which smaller versions lie beside them."""

from urllib.parse import quote

import msgspec

from site_builder.pages.routes import MEDIA


class Photograph(msgspec.Struct, frozen=True, gc=False):
    """A picture as the finished site has it."""

    width: int
    """Pixels, of the file of the picture's own name."""
    height: int
    widths: tuple[int, ...] = ()
    """Of the versions in WebP beside it, rising."""


def version_of(file: str, width: int) -> str:
    """The name of the version in WebP: `musicians/taro.jpg.320.webp`."""
    return f"{file}.{width}.webp"


def media_path(file: str) -> str:
    """Where the finished site has a picture of content/, as a link spells it."""
    return MEDIA + quote(file)
