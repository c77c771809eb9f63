"""Borders: twelve bands of ornament, after weavers, masons and printers.

A band is 8 units wide and runs around a square of 96. Some are one stroke with gaps in it, of a length that divides a
side; the others are one side, with a pearl in its corner, that is turned three times.
"""

from collections.abc import Callable

from site_builder.pages.emblems.palettes import CREAM

_REPEATS = 10
"""Of 8 units each, between two corners."""


def border(name: str) -> str:
    """The band's ornament. Its only id, if any, is "_" and the name: all that have it are equal."""
    return _BORDERS[name](name)


def _stroke(width: float, dashes: str, offset: float = 0) -> str:
    """The middle line of the band, 88 units a side. What is left are round points where the dashes begin with 0."""
    shift = f' stroke-dashoffset="{offset:g}"' if offset else ""
    ends = ' stroke-linecap="round"' if dashes.startswith("0 ") else ""
    return (
        f'<path d="M4 4h88v88H4z" fill="none" stroke="{CREAM}" stroke-width="{width:g}"'
        f' stroke-dasharray="{dashes}"{shift}{ends}/>'
    )


def _side(name: str, paint: str, begin: str, step: str) -> str:
    """A step of 8 units to the right, repeated along one side, and all that four times."""
    turned = "".join(f'<use href="#_{name}" transform="rotate({angle} 48 48)"/>' for angle in (90, 180, 270))
    return f'<g id="_{name}" {paint}><path d="M{begin}{step * _REPEATS}"/><circle cx="4" cy="4" r="2"/></g>{turned}'


def _filled(name: str, begin: str, step: str) -> str:
    return _side(name, f'fill="{CREAM}"', begin, step)


def _drawn(name: str, width: float, begin: str, step: str) -> str:
    return _side(name, f'fill="none" stroke="{CREAM}" stroke-width="{width:g}"', begin, step)


def _pearls(name: str) -> str:
    return _stroke(4.5, "0 8")


def _dentils(name: str) -> str:
    return _stroke(5, "4 4", 2)


def _rope(name: str) -> str:
    return _stroke(6, "1.5 2.5", 0.75)


def _beads_and_reels(name: str) -> str:
    return _stroke(4.5, "0 22") + _stroke(4.5, "1.5 2 5 2 1.5 10", -5)


def _crosses(name: str) -> str:
    return _stroke(2, "6 2", 3) + _stroke(6, "2 6", 1)


def _string(name: str) -> str:
    return _stroke(1.2, "88") + _stroke(5, "0 11")


def _zigzag(name: str) -> str:
    return _drawn(name, 2, "8 2", "l4 4 4-4")


def _lozenges(name: str) -> str:
    return _filled(name, "8 4", "l4-3 4 3-4 3-4-3m8 0")


def _waves(name: str) -> str:
    return _drawn(name, 1.8, "8 4", "q2-4.5 4 0t4 0")


def _meander(name: str) -> str:
    return _drawn(name, 1.3, "8 6.5", "h6.5v-5h-4v2.5h1.5m4 2.5")


def _steps(name: str) -> str:
    return _filled(name, "8 7", "v-2h2v-2h1v-2h2v2h1v2h2v2")


def _teeth(name: str) -> str:
    return _filled(name, "8 6.5", "l4-5 4 5")


_BORDERS: dict[str, Callable[[str], str]] = {
    "pearls": _pearls,
    "dentils": _dentils,
    "rope": _rope,
    "beads": _beads_and_reels,
    "zigzag": _zigzag,
    "crosses": _crosses,
    "lozenges": _lozenges,
    "waves": _waves,
    "meander": _meander,
    "steps": _steps,
    "string": _string,
    "teeth": _teeth,
}
BORDERS = tuple(_BORDERS)
