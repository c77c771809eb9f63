"""Figures: the instrument in the middle of an emblem, large enough to be known at 48 pixels.

Each is drawn in a square from 14 to 82, around the point 48, 48.
"""

from collections.abc import Callable
from math import cos, pi, sin

from site_builder.pages.emblems.palettes import Palette


def figure(name: str, ink: Palette) -> str:
    """The markup of the figure."""
    return _FIGURES[name](ink)


def _violin(ink: Palette) -> str:
    """A violin, the bow behind it."""
    return (
        f'<path d="M20 70L76 22" stroke="{ink.accent}" stroke-width="3"/>'
        '<path d="M48 22c14 0 19 9 14 18c-3 6-3 10 1 15c9 12 3 27-15 27s-24-15-15-27c4-5 4-9 1-15c-5-9 0-18 14-18z'
        f'M45 13h6v14h-6z" fill="{ink.figure}"/>'
        f'<g fill="none" stroke="{ink.field}"><path d="M46 16v50M50 16v50" stroke-width="1.5"/>'
        '<path d="M41 66h14M39 48c-5 3 2 9-2 13M57 48c5 3-2 9 2 13" stroke-width="2.5"/></g>'
    )


def _cello(ink: Palette) -> str:
    """A cello on its spike, the bow across it."""
    return (
        f'<path d="M48 70v14" stroke="{ink.accent}" stroke-width="2.5"/>'
        '<path d="M48 30c12 0 16 6 12 14c-2 5-2 7 1 11c8 11 3 23-13 23s-21-12-13-23c3-4 3-6 1-11c-4-8 0-14 12-14z'
        f'M45 16a3 3 0 1 1 6 0v18h-6z" fill="{ink.figure}"/>'
        f'<g fill="none" stroke="{ink.field}"><path d="M46 20v46M50 20v46" stroke-width="1.5"/>'
        '<path d="M42 67h12M40 54c-4 3 1 7-2 11M56 54c4 3-1 7 2 11" stroke-width="2.2"/></g>'
        f'<path d="M16 54L80 43" stroke="{ink.accent}" stroke-width="3.5"/>'
    )


def _spike(ink: Palette) -> str:
    """A spike fiddle: two strings, and a bow like that of an archer."""
    return (
        f'<path d="M46 13h4v46h-4zM34 72a14 17 0 1 1 28 0l-7 10H41z" fill="{ink.figure}"/>'
        f'<path d="M40 20h8M48 27h8" stroke="{ink.accent}" stroke-width="4" stroke-linecap="round"/>'
        f'<circle cx="48" cy="70" r="8" fill="{ink.field}"/>'
        f'<path d="M46 30v48M50 30v48" stroke="{ink.accent}" stroke-width="1.2"/>'
        f'<path d="M70 20Q88 48 66 80" fill="none" stroke="{ink.accent}" stroke-width="3"/>'
        f'<path d="M70 20L66 80" stroke="{ink.figure}" stroke-width="1.5"/>'
    )


def _lute(ink: Palette) -> str:
    """A lute, its rose in the middle."""
    return (
        f'<path d="M45 13h6v18c15 5 21 19 21 27a24 24 0 0 1-48 0c0-8 6-22 21-27z" fill="{ink.figure}"/>'
        f'<circle cx="48" cy="53" r="10" fill="{ink.field}"/><circle cx="48" cy="53" r="6.5" fill="none"'
        f' stroke="{ink.accent}" stroke-width="2.5" stroke-dasharray="3 2.1"/>'
        f'<path d="M46 14v56M50 14v56" stroke="{ink.field}" stroke-width="1.5"/>'
        f'<path d="M38 71h20M42 18h12M42 24h12" stroke="{ink.accent}" stroke-width="3"/>'
    )


def _long_neck(ink: Palette) -> str:
    """A lute with a long neck, held as it is played."""
    return (
        '<g transform="rotate(45 48 48)">'
        f'<path d="M46 6h4v44c11 5 15 14 15 22a17 17 0 0 1-34 0c0-8 4-17 15-22z" fill="{ink.figure}"/>'
        f'<path d="M46 14h4M46 22h4M46 30h4M46 38h4" stroke="{ink.field}" stroke-width="1.5"/>'
        f'<path d="M42 8h12M42 3h12" stroke="{ink.accent}" stroke-width="3"/>'
        f'<circle cx="48" cy="66" r="5" fill="{ink.field}"/><circle cx="48" cy="66" r="2" fill="{ink.accent}"/>'
        f'<path d="M41 79h14" stroke="{ink.accent}" stroke-width="3"/></g>'
    )


def _fan(ink: Palette) -> str:
    """Strings as a fan, on a soundboard."""
    strings = "".join(f"M48 78L{48 + 58 * cos(angle):.0f} {78 - 58 * sin(angle):.0f}" for angle in _angles(9, 0.16))
    return (
        f'<path d="{strings}" stroke="{ink.figure}" stroke-width="2.2"/>'
        f'<path d="M26 58A30 30 0 0 1 70 58" fill="none" stroke="{ink.accent}" stroke-width="4"/>'
        f'<path d="M30 82a18 18 0 0 1 36 0z" fill="{ink.figure}"/><circle cx="48" cy="76" r="3" fill="{ink.field}"/>'
    )


def _angles(count: int, margin: float) -> list[float]:
    step = pi * (1 - 2 * margin) / (count - 1)
    return [pi * margin + step * index for index in range(count)]


def _pipe(ink: Palette) -> str:
    """Bores with holes."""
    holes = "".join(f"M{x} 48h0" for x in range(30, 79, 8))
    return (
        '<g transform="rotate(-45 48 48)" fill="none" stroke-linecap="round">'
        f'<path d="M20 33h44M30 63h48" stroke="{ink.accent}" stroke-width="4"/>'
        f'<path d="M16 48h66" stroke="{ink.figure}" stroke-width="15"/>'
        f'<path d="{holes}" stroke="{ink.field}" stroke-width="5"/></g>'
    )


def _reed(ink: Palette) -> str:
    """A clarinet: a bore that opens into a bell."""
    keys = "".join(f"M48 {y}h0" for y in range(30, 67, 9))
    return (
        f'<path d="M46 13h4l3 9h-1l3 46q1 8 9 12v3H32v-3q8-4 9-12l3-46h-1z" fill="{ink.figure}"/>'
        f'<path d="{keys}" stroke="{ink.field}" stroke-width="5" stroke-linecap="round"/>'
        f'<g stroke="{ink.accent}" stroke-width="2"><path d="M36 26v34M60 32v34M42 22h12M40 71h16"/>'
        '<path d="M36 34h0M36 46h0M36 58h0M60 40h0M60 52h0M60 64h0" stroke-width="6" stroke-linecap="round"/></g>'
    )


def _brass(ink: Palette) -> str:
    """A trumpet: bell, valves and loop."""
    return (
        f'<rect x="27" y="42" width="34" height="22" rx="11" fill="none" stroke="{ink.figure}" stroke-width="4"/>'
        f'<path d="M13 40v8h2l5-2h38c10 0 15 6 21 15h4V27h-4c-6 9-11 15-21 15H20l-5-2z" fill="{ink.figure}"/>'
        f'<path d="M36 34v36M44 34v36M52 34v36" stroke="{ink.field}" stroke-width="7"/>'
        f'<path d="M36 30v38M44 30v38M52 30v38" stroke="{ink.accent}" stroke-width="4.5" stroke-linecap="round"/>'
    )


def _keys(ink: Palette) -> str:
    """An octave."""
    return (
        f'<path d="M16 27h63v44H16z" fill="{ink.figure}"/><g stroke="{ink.field}">'
        '<path d="M25 27v44M34 27v44M43 27v44M52 27v44M61 27v44M70 27v44" stroke-width="1.5"/>'
        '<path d="M25 27v26M34 27v26M52 27v26M61 27v26M70 27v26" stroke-width="5.5"/></g>'
        f'<path d="M14 24h67M14 75h67" stroke="{ink.accent}" stroke-width="3"/>'
    )


def _organ(ink: Palette) -> str:
    """A front of pipes."""
    pipes = "".join(f"M{18 + 9 * i} {top}h6v{74 - top}l-3 7-3-7z" for i, top in enumerate((38, 29, 21, 14, 21, 29, 38)))
    return (
        f'<path d="{pipes}" fill="{ink.figure}"/>'
        f'<path d="M17 67h62" stroke="{ink.field}" stroke-width="3"/>'
        f'<path d="M14 54h68" stroke="{ink.accent}" stroke-width="4"/>'
    )


def _bellows(ink: Palette) -> str:
    """A bandoneon drawn open: two boards of buttons, and folds between them."""
    return (
        f'<path d="M30 27{"l4 5 4-5" * 4}h4v42h-4{"l-4-5-4 5" * 4}z" fill="{ink.accent}"/>'
        f'<path d="M34 32v32M38 27v42M42 32v32M46 27v42M50 32v32M54 27v42M58 32v32M62 27v42" stroke="{ink.field}"/>'
        f'<path d="M14 24h16v48H14zM66 24h16v48H66z" fill="{ink.figure}"/>'
        '<path d="M19 34v32M25 34v32M71 34v32M77 34v32" '
        f'stroke="{ink.field}" stroke-width="4" stroke-dasharray="0 7" stroke-linecap="round"/>'
    )


def _drum(ink: Palette) -> str:
    """A drum from above: rings, and the lacing between them."""
    points = [(30.5 if i % 2 else 23, pi * i / 10) for i in range(20)]
    lacing = "L".join(f"{48 + r * sin(a):.0f} {48 - r * cos(a):.0f}" for r, a in points)
    return (
        f'<circle cx="48" cy="48" r="32.5" fill="{ink.field}" stroke="{ink.figure}" stroke-width="3"/>'
        f'<path d="M{lacing}z" fill="none" stroke="{ink.accent}" stroke-width="2"/>'
        f'<circle cx="48" cy="48" r="22" fill="{ink.figure}"/><g fill="{ink.accent}" stroke="{ink.field}" '
        'stroke-width="2"><circle cx="48" cy="48" r="15" fill="none"/><circle cx="48" cy="48" r="8"/></g>'
    )


def _bars(ink: Palette) -> str:
    """The bars of a xylophone, and two mallets."""
    bars = "".join(f"M{18 + 10 * i} {22 + 3 * i}V{74 - 3 * i}" for i in range(7))
    return (
        f'<path d="{bars}" stroke="{ink.figure}" stroke-width="7.5"/>'
        f'<path d="M14 36l68 8M14 60l68-8" stroke="{ink.field}" stroke-width="1.5"/>'
        f'<path d="M28 82L58 50M72 80L40 46" stroke="{ink.accent}" stroke-width="2.5"/>'
        f'<path d="M58 50h0M40 46h0" stroke="{ink.accent}" stroke-width="9" stroke-linecap="round"/>'
    )


def _voices(ink: Palette) -> str:
    """Voices: waves that spread from where each one stands."""
    places = ((48, 40), (31, 59), (65, 59), (48, 79))
    waves = "".join(
        f'<path d="M{x - 21} {y}a21 21 0 0 1 42 0z" fill="{ink.figure}"/><path d="M{x - 13} {y}a13 13 0 0 1 26 0z"/>'
        for x, y in places
    )
    mouths = "".join(f"M{x} {y - 3}h0" for x, y in places)
    return (
        f'<g fill="{ink.accent}" stroke="{ink.field}" stroke-width="2.5">{waves}'
        f'<path d="{mouths}" stroke-width="7" stroke-linecap="round"/></g>'
    )


def _lattice(ink: Palette) -> str:
    """A lattice of points that an oscillation runs through."""
    rows = ((7, "M18 18h61M18 78h61"), (5.5, "M18 28h61M18 68h61"), (4, "M18 38h61M18 58h61"), (2.5, "M18 48h61"))
    points = "".join(f'<path d="{lines}" stroke-width="{width}"/>' for width, lines in rows)
    return (
        f'<g stroke="{ink.figure}" stroke-linecap="round" stroke-dasharray="0 10">{points}</g>'
        f'<path d="M14 48q8.5-44 17 0t17 0 17 0 17 0" fill="none" stroke="{ink.accent}" stroke-width="4"/>'
    )


def _rose(ink: Palette) -> str:
    """A rose, of those who are known for no instrument."""
    petals = "".join(
        f"M48 48C{48 + 40 * sin(a - 0.42):.0f} {48 - 40 * cos(a - 0.42):.0f} "
        f"{48 + 40 * sin(a + 0.42):.0f} {48 - 40 * cos(a + 0.42):.0f} 48 48"
        for a in (pi * i / 4 for i in range(8))
    )
    return (
        f'<path d="{petals}" fill="{ink.figure}" stroke="{ink.field}" stroke-width="1.5"/>'
        f'<circle cx="48" cy="48" r="7" fill="{ink.accent}"/>'
        f'<circle cx="48" cy="48" r="34" fill="none" stroke="{ink.accent}" stroke-width="2.5"/>'
    )


_FIGURES: dict[str, Callable[[Palette], str]] = {
    "violin": _violin,
    "cello": _cello,
    "spike": _spike,
    "lute": _lute,
    "longneck": _long_neck,
    "fan": _fan,
    "pipe": _pipe,
    "reed": _reed,
    "brass": _brass,
    "keys": _keys,
    "organ": _organ,
    "bellows": _bellows,
    "drum": _drum,
    "bars": _bars,
    "voices": _voices,
    "lattice": _lattice,
    "rose": _rose,
}
FIGURES = tuple(_FIGURES)
