"""Closed lines on a grid of whole numbers: read, measured, scaled, cut, and written as SVG paths.

The vertical axis points down, as on a screen. A ring names no point twice in a row, and its last point is joined
to its first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

Point = tuple[int, int]
Ring = tuple[Point, ...]

_SCAN_LINES = 9


class Box(msgspec.Struct, frozen=True):
    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def meets(self, other: "Box") -> bool:
        """Whether the two have a point in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )


def read_ring(steps: str) -> Ring:
    """The ring that begins at the first two numbers, and goes on by the steps that the others say.

    >>> read_ring("1 1 4 0 0 2")
    ((1, 1), (5, 1), (5, 3))
    """
    numbers = list(map(int, steps.split()))
    x = y = 0
    points = []
    for right, down in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + right, y + down
        points.append((x, y))
    return tuple(points)


def path_of(rings: Iterable[Ring]) -> str:
    """An SVG path of relative steps, which take half the room of absolute places.

    >>> path_of([((1, 1), (5, 1), (5, 3))])
    'M1 1l4 0 0 2z'
    """
    return "".join(map(_written, rings))


def area(ring: Ring) -> float:
    return abs(sum(x * below - right * y for (x, y), (right, below) in _sides(ring))) / 2


def bounds(rings: Iterable[Ring]) -> Box:
    """The smallest box around them; there is at least one."""
    points = [point for ring in rings for point in ring]
    columns, rows = [x for x, _ in points], [y for _, y in points]
    return Box(min(columns), min(rows), max(columns), max(rows))


def scaled(rings: Iterable[Ring], factor: float, *, left: int = 0, top: int = 0) -> tuple[Ring, ...]:
    """The rings as seen from the point (left, top), `factor` times as large. Those that become lines are left out."""
    moved = (_tidy([(round((x - left) * factor), round((y - top) * factor)) for x, y in ring]) for ring in rings)
    return tuple([ring for ring in moved if len(ring) > 2])


def simplified(rings: Iterable[Ring], step: int) -> tuple[Ring, ...]:
    """The rings without points nearer than `step` to the one before; none that are specks then."""
    plain = (_with_steps(ring, step) for ring in rings)
    return tuple([ring for ring in plain if len(ring) > 2 and area(ring) > step * step])


def clipped(rings: Iterable[Ring], box: Box) -> tuple[Ring, ...]:
    """What of the rings lies inside of the box (the algorithm of Sutherland and Hodgman)."""
    return tuple([kept for ring in rings if len(kept := _clipped(ring, box)) > 2])


def widest_place(ring: Ring) -> tuple[int, int, int]:
    """Where a word fits best: the middle of the widest line from side to side, and how wide that is."""
    box = bounds([ring])
    rows = (box.top + box.height * part / (_SCAN_LINES + 1) for part in range(1, _SCAN_LINES + 1))
    spans = [(end - start, start, end, row) for row in rows for start, end in _inside(ring, row)]
    if not spans:
        return (box.left + box.right) // 2, (box.top + box.bottom) // 2, 0
    width, start, end, row = max(spans)
    return round((start + end) / 2), round(row), round(width)


def _written(ring: Ring) -> str:
    (x, y), steps = ring[0], pairwise(ring)
    return f"M{x} {y}l{' '.join(f'{right - x} {below - y}' for (x, y), (right, below) in steps)}z"


def _sides(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _with_steps(ring: Ring, step: int) -> Ring:
    kept = [ring[0]]
    for x, y in ring[1:]:
        if max(abs(x - kept[-1][0]), abs(y - kept[-1][1])) >= step:
            kept.append((x, y))
    return tuple(kept)


def _tidy(points: Sequence[Point]) -> Ring:
    """Without points that stand where the one before stands."""
    kept = [point for point, before in zip(points, (points[-1], *points[:-1]), strict=True) if point != before]
    return tuple(kept)


def _clipped(ring: Ring, box: Box) -> Ring:
    edges: tuple[tuple[Callable[[Point], bool], Callable[[Point, Point], Point]], ...] = (
        (lambda point: point[0] >= box.left, lambda one, other: _at_column(one, other, box.left)),
        (lambda point: point[0] <= box.right, lambda one, other: _at_column(one, other, box.right)),
        (lambda point: point[1] >= box.top, lambda one, other: _at_row(one, other, box.top)),
        (lambda point: point[1] <= box.bottom, lambda one, other: _at_row(one, other, box.bottom)),
    )
    kept = ring
    for inside, crossing in edges:
        points: list[Point] = []
        for one, other in _sides(kept):
            if inside(one):
                points.append(one)
            if inside(one) != inside(other):
                points.append(crossing(one, other))
        if not points:
            return ()
        kept = _tidy(points)
        if len(kept) < 3:
            return ()
    return kept


def _at_column(one: Point, other: Point, column: int) -> Point:
    (x, y), (right, below) = one, other
    return column, round(y + (below - y) * (column - x) / (right - x))


def _at_row(one: Point, other: Point, row: int) -> Point:
    (x, y), (right, below) = one, other
    return round(x + (right - x) * (row - y) / (below - y)), row


def _inside(ring: Ring, row: float) -> list[tuple[float, float]]:
    """The stretches of a horizontal line that lie inside of the ring."""
    crossings = sorted(
        x + (right - x) * (row - y) / (below - y)
        for (x, y), (right, below) in _sides(ring)
        if (y > row) != (below > row)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))
