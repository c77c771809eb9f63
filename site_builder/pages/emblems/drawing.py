"""From a blazon to its picture."""

from functools import lru_cache

from site_builder.pages.emblems.blazon import Blazon
from site_builder.pages.emblems.borders import border
from site_builder.pages.emblems.figures import figure
from site_builder.pages.emblems.grounds import ground
from site_builder.pages.emblems.palettes import CREAM, PALETTE


# Many musicians share one: a site has some hundreds.
@lru_cache(maxsize=1024)
def emblem(blazon: Blazon) -> str:
    """The emblem's markup, which needs nothing around it: the content of an SVG of 96 by 96 units.

    At most 1.5 kB with what is around it, without styles, scripts and texts.
    """
    ink = PALETTE[blazon.palette]
    return (
        f'<path d="M0 0h96v96H0z" fill="{ink.band}"/>{border(blazon.border)}'
        f'<path d="M8 8h80v80H8z" fill="{CREAM}"/>'
        f'<svg x="9" y="9" width="78" height="78" viewBox="9 9 78 78"><path d="M9 9h78v78H9z" fill="{ink.field}"/>'
        f"{ground(blazon.ground, ink.tone, ink.field)}{figure(blazon.figure, ink)}</svg>"
    )


def drawn_file(blazon: Blazon) -> bytes:
    """The emblem as a file of its own."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">{emblem(blazon)}</svg>\n'.encode()
