"""A country's own map: the part of the world around it, with the country, or a place, marked.

It is a function of the country alone, so that no edit elsewhere changes it.
"""

import msgspec

from site_builder.pages.drawing.rings import Box, Point, Ring, area, bounds, clipped, path_of, scaled, simplified
from site_builder.pages.drawing.world import World

WIDTH, HEIGHT = 480, 360
_LEAST = 1100
"""How much of the world a map shows at least, in its own units: some 40° at the equator."""
_AROUND = 1.7
"""How much wider the map is than its country."""
_MAIN_PART = 0.2
"""An island belongs to the main parts of a country if it is this large, beside the largest."""
_BEYOND = 12
"""How far beyond its edge the map is drawn, so that no coast seems to run along it."""
_STEP, _WIDE_STEP = 3, 6
"""How far points are apart at least: a pixel and a half, more where much of the world is seen."""
_WIDE = 3000
_TOO_SMALL = 9
"""A country drawn smaller than this is marked with a ring."""


class Drawn(msgspec.Struct, frozen=True):
    land: str
    """The path of all other land."""
    country: str
    """The path of the country; "" where it has no outline."""
    mark: Point | None
    """Where a dot stands, for what is too small to be seen."""


def country_drawn(world: World, key: str, mark: Point | None = None) -> Drawn | None:
    """The map around the country, and perhaps a place in it; None if nobody knows where it is."""
    shapes = world.shapes.get(key, ())
    if shapes:
        return _drawn(world, key, _crop(world, bounds(_main_parts(shapes))), mark)
    dot = mark or world.dots.get(key)
    return place_drawn(world, dot) if dot else None


def place_drawn(world: World, place: Point, key: str = "") -> Drawn:
    """The map around a place."""
    x, y = place
    return _drawn(world, key, _crop(world, Box(x, y, x, y)), place)


def _drawn(world: World, key: str, crop: Box, mark: Point | None) -> Drawn:
    factor = WIDTH / crop.width
    beyond = round(_BEYOND / factor)
    frame = Box(crop.left - beyond, crop.top - beyond, crop.right + beyond, crop.bottom + beyond)

    def drawn(rings: tuple[Ring, ...]) -> tuple[Ring, ...]:
        near = [ring for ring in rings if bounds([ring]).meets(frame)]
        seen = scaled(clipped(near, frame), factor, left=crop.left, top=crop.top)
        return simplified(seen, _WIDE_STEP if crop.width > _WIDE else _STEP)

    country = drawn(world.shapes.get(key, ()))
    land = [ring for other, rings in world.shapes.items() if other != key for ring in drawn(rings)]
    if mark is None and country:
        box = bounds(country)
        if max(box.width, box.height) < _TOO_SMALL:
            mark = (bounds(world.shapes[key]).left, bounds(world.shapes[key]).top)
    seen = (round((mark[0] - crop.left) * factor), round((mark[1] - crop.top) * factor)) if mark else None
    return Drawn(path_of(land), path_of(country), seen)


def _main_parts(rings: tuple[Ring, ...]) -> list[Ring]:
    """The largest ring, and those that are large beside it: no map of France reaches to Guiana."""
    largest = max(map(area, rings))
    return [ring for ring in rings if area(ring) >= largest * _MAIN_PART]


def _crop(world: World, box: Box) -> Box:
    """A part of the world in the shape of the map, with the box in its middle as far as there is world around it."""
    width = min(max(_LEAST, box.width * _AROUND, box.height * _AROUND * WIDTH / HEIGHT), world.height * WIDTH / HEIGHT)
    height = width * HEIGHT / WIDTH
    left = min(max(0.0, (box.left + box.right - width) / 2), world.width - width)
    top = min(max(0.0, (box.top + box.bottom - height) / 2), world.height - height)
    return Box(round(left), round(top), round(left + width), round(top + height))
