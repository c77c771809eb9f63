"""The world: the outlines of the countries in the Equal Earth projection, as `tools/world_map.mjs` left them.

A country goes by its *key*: its code in ISO 3166-1, or the name it has in content/countries.json where it has no code.
Those too small for an outline are dots. Coordinates are tenths of a pixel of a map that is 960 pixels wide.
"""

from collections.abc import Mapping
from functools import cache
from math import asin, cos, radians, sin, sqrt

import msgspec

from site_builder.pages.drawing.rings import Point, Ring, read_ring

# Equal Earth: B. Šavrič, T. Patterson and B. Jenny, 2018.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


class World(msgspec.Struct, frozen=True):
    width: int
    height: int
    scale: float
    """How long the radius of the earth is."""
    shapes: Mapping[str, tuple[Ring, ...]]
    dots: Mapping[str, Point]

    def place(self, latitude: float, longitude: float) -> Point:
        """Where a place on the earth stands, given in degrees north and east."""
        angle = asin(_M * sin(radians(latitude)))
        square = angle * angle
        sixth = square**3
        across = radians(longitude) * cos(angle)
        across /= _M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square))
        up = angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
        return round(self.width / 2 + self.scale * across), round(self.height / 2 - self.scale * up)


class _File(msgspec.Struct, frozen=True):
    width: int
    height: int
    scale: float
    shapes: dict[str, list[str]]
    dots: dict[str, Point]


@cache
def world() -> World:
    """The world, read from its file the first time that somebody asks."""
    from importlib.resources import files

    text = files("site_builder.pages.drawing").joinpath("world.json").read_bytes()
    read = msgspec.json.decode(text, type=_File)
    shapes = {key: tuple(map(read_ring, rings)) for key, rings in read.shapes.items()}
    return World(read.width, read.height, read.scale, shapes, read.dots)
