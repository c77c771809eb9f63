"""Grounds: the ornament behind the figure, in the taste of a time.

The field is the square from 10 to 86. What is drawn here may reach beyond it: the emblem cuts it off.
"""

from collections.abc import Callable


def ground(name: str, tone: str, field: str) -> str:
    """The markup of the ground, in two shades."""
    return _GROUNDS[name](tone, field)


def _engraved(tone: str, field: str) -> str:
    """Fine lines, as a burin leaves them, and a medallion."""
    return (
        f'<path d="M48 10v76" stroke="{tone}" stroke-width="76" stroke-dasharray="1.2 1.6"/>'
        f'<circle cx="48" cy="48" r="37" fill="{field}" stroke="{tone}" stroke-width="1.5"/>'
    )


def _nouveau(tone: str, field: str) -> str:
    """Art nouveau: lines like whips, from the corners."""
    left = "M10 70C30 66 10 40 26 28S56 30 70 10M10 86C38 80 16 48 34 36S72 38 86 10"
    right = "M26 86C40 66 66 86 74 68S66 40 86 26M46 86C58 78 78 84 86 46"
    return f'<path d="{left}{right}" fill="none" stroke="{tone}" stroke-width="3"/>'


def _deco(tone: str, field: str) -> str:
    """Art deco: rays."""
    return f'<circle cx="48" cy="86" r="56" fill="none" stroke="{tone}" stroke-width="112" stroke-dasharray="7.33"/>'


def _modern(tone: str, field: str) -> str:
    """Modernism: a quarter of a disc, and a smaller one against it."""
    return (
        f'<path d="M10 10h76A76 76 0 0 1 10 86z" fill="{tone}"/><path d="M86 86H48a38 38 0 0 1 38-38z" fill="{tone}"/>'
    )


def _grid(tone: str, field: str) -> str:
    """A grid, as for laying out a page."""
    return f'<path d="M48 9.75v78M9.75 48h78" stroke="{tone}" stroke-width="78" stroke-dasharray="1.5 8"/>'


_GROUNDS: dict[str, Callable[[str, str], str]] = {
    "engraved": _engraved,
    "nouveau": _nouveau,
    "deco": _deco,
    "modern": _modern,
    "grid": _grid,
}
GROUNDS = tuple(_GROUNDS)
