from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.pages.drawing.lanes import ROW, Axis, Span, axis_of, laid, ticks_of

YEARS = st.integers(-500, 2100)
NAMES = st.text("abc ダ", max_size=30)


def life(born: int, died: int, name: str = "") -> Span:
    return Span(born, born, died, died, name)


def test_lives_that_follow_each_other_share_a_row() -> None:
    spans = [life(1800, 1850), life(1820, 1900), life(1860, 1910)]

    bars, rows = laid(spans, Axis(1800, 1910, 1100), 0)

    assert ([bar.row for bar in bars], rows) == ([0, 1, 0], 2)


def test_a_name_longer_than_its_bar_keeps_others_away() -> None:
    spans = [life(1800, 1802, "Somebody with a long name"), life(1810, 1820)]

    bars, _ = laid(spans, Axis(1800, 1900, 1000), 0)

    assert [bar.row for bar in bars] == [0, 1]


def test_a_name_at_the_end_of_the_scale_stays_on_the_drawing() -> None:
    (bar,), _ = laid([life(1899, 1900, "Somebody with a long name")], Axis(1800, 1900, 1000), 0)

    assert bar.words_x < 1000 - 25 * 6


def test_years_that_nobody_knows_fade() -> None:
    (whole, alive), _ = laid([life(1800, 1850), Span(1800, 1800, 1830, 1870, "")], Axis(1800, 1900, 100), 0)

    assert whole.faded == ""
    assert alive.solid == f"M0 {ROW}H30V{ROW + 18}H0z"
    assert alive.faded == f"M30 {ROW}L70 {ROW + 9}L30 {ROW + 18}z"


def test_centuries_get_a_wider_drawing_and_never_one_without_end() -> None:
    assert axis_of([life(1900, 1980)], 760).width == 760
    assert axis_of([life(1500, 2000)], 760).width == 1512
    assert axis_of([life(-500, 2000)], 760).width == 2400


def test_ticks_are_round_years_and_not_too_many() -> None:
    assert ticks_of(Axis(1868, 2027, 1160)) == (1880, 1900, 1920, 1940, 1960, 1980, 2000, 2020)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.tuples(YEARS, st.integers(0, 120), NAMES), min_size=1, max_size=30))
def test_no_two_bars_of_a_row_meet(lives: list[tuple[int, int, str]]) -> None:
    spans = sorted((life(born, born + age, name) for born, age, name in lives), key=lambda span: span.start)
    axis = axis_of(spans, 760)

    bars, rows = laid(spans, axis, 0)

    for row in range(rows):
        held = sorted((axis.x(s.start), axis.x(s.end)) for s, bar in zip(spans, bars, strict=True) if bar.row == row)
        assert all(end < start for (_, end), (start, _) in pairwise(held))
