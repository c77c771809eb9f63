import pytest

from site_builder.pages.drawing.rings import (
    Box,
    area,
    bounds,
    clipped,
    path_of,
    read_ring,
    scaled,
    simplified,
    widest_place,
)

SQUARE = ((0, 0), (10, 0), (10, 10), (0, 10))
HOOK = ((0, 0), (40, 0), (40, 4), (4, 4), (4, 30), (0, 30))


def test_what_is_read_is_what_is_written() -> None:
    assert path_of([read_ring("3 4 10 0 0 -2")]) == "M3 4l10 0 0 -2z"


def test_the_area_of_a_ring_does_not_depend_on_its_direction() -> None:
    assert area(SQUARE) == area(SQUARE[::-1]) == 100


def test_bounds_hold_all_rings() -> None:
    assert bounds([SQUARE, ((20, 5), (22, 5), (22, 7))]) == Box(0, 0, 22, 10)


def test_rings_that_become_lines_are_left_out() -> None:
    assert scaled([SQUARE, ((0, 0), (2, 0), (2, 2))], 0.1) == (((0, 0), (1, 0), (1, 1), (0, 1)),)


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        (Box(-5, -5, 15, 15), 100),
        (Box(5, 5, 15, 15), 25),
        (Box(2, 2, 4, 4), 4),
        (Box(20, 20, 30, 30), 0),
    ],
)
def test_what_lies_outside_of_a_box_is_cut_off(box: Box, kept: float) -> None:
    assert sum(map(area, clipped([SQUARE], box))) == kept


def test_a_cut_ring_stays_inside_of_the_box() -> None:
    (ring,) = clipped([HOOK], Box(2, 2, 30, 20))

    assert bounds([ring]) == Box(2, 2, 30, 20)


def test_points_nearer_than_a_step_are_left_out_and_specks_too() -> None:
    assert simplified([((0, 0), (1, 0), (9, 0), (9, 9), (0, 9)), ((0, 0), (2, 0), (2, 2))], 3) == (
        ((0, 0), (9, 0), (9, 9), (0, 9)),
    )


def test_a_number_stands_where_a_country_is_widest() -> None:
    x, y, width = widest_place(HOOK)

    assert (x, width) == (20, 40)
    assert 0 < y < 4
