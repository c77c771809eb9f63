import pytest

from site_builder.content.countries import country_data
from site_builder.pages.drawing.rings import bounds
from site_builder.pages.drawing.world import world

WITHOUT_PLACE = {country.name for country in country_data().countries if not country.code} - {
    "Kosovo",
    "Northern Cyprus",
}
"""States that have gone, and parts of others."""


def test_every_country_has_an_outline_or_a_dot_or_no_place_any_more() -> None:
    drawn = {*world().shapes, *world().dots}

    assert {c.name for c in country_data().countries if (c.code or c.name) not in drawn} == WITHOUT_PLACE


def test_no_country_has_both() -> None:
    assert not world().shapes.keys() & world().dots.keys()


def test_no_line_runs_across_the_map() -> None:
    """A country that lies on both sides of 180° is drawn in two parts."""
    longest = {
        key: max(
            abs(x - right) for ring in rings for (x, _), (right, _) in zip(ring, (*ring[1:], ring[0]), strict=True)
        )
        for key, rings in world().shapes.items()
    }
    # The foot of Antarctica is the edge of the map: the pole is a line in this projection.
    del longest["AQ"]

    assert max(longest.values()) < world().width / 25
    assert all(len(world().shapes[key]) > 1 for key in ("RU", "FJ"))


def test_everything_lies_on_the_map() -> None:
    box = bounds([ring for rings in world().shapes.values() for ring in rings])

    assert 0 <= box.left < box.right <= world().width
    assert 0 <= box.top < box.bottom <= world().height
    assert all(0 <= x <= world().width and 0 <= y <= world().height for x, y in world().dots.values())


@pytest.mark.parametrize(
    ("code", "north", "east"), [("RE", -21.12, 55.54), ("SJ", 78.83, 16.72), ("TK", -9.2, -171.85)]
)
def test_places_are_projected_as_the_outlines_were(code: str, north: float, east: float) -> None:
    x, y = world().place(north, east)

    assert world().dots[code] == pytest.approx((x, y), abs=1)


def test_a_city_lies_in_its_country() -> None:
    almaty, kazakhstan = world().place(43.238, 76.945), bounds(world().shapes["KZ"])

    assert kazakhstan.left < almaty[0] < kazakhstan.right
    assert kazakhstan.top < almaty[1] < kazakhstan.bottom
