import gzip
import re

from site_builder.content.countries import country_data
from site_builder.pages.drawing.locator import HEIGHT, WIDTH, Drawn, country_drawn, place_drawn
from site_builder.pages.drawing.world import world


def furthest(path: str) -> int:
    """How far any point of the path lies from the corner of the map, at most."""
    most = 0
    for x, y, steps in re.findall(r"M(-?\d+) (-?\d+)l([^z]*)z", path):
        place = [int(x), int(y)]
        for number, step in enumerate(map(int, steps.split())):
            place[number % 2] += step
            most = max(most, *map(abs, place))
    return most


def drawn(key: str) -> Drawn:
    found = country_drawn(world(), key)
    assert found is not None
    return found


def test_every_country_with_a_place_has_a_small_map_of_its_own() -> None:
    keys = [*world().shapes, *world().dots]

    heaviest = max(len(gzip.compress((drawn(key).land + drawn(key).country).encode())) for key in keys)

    assert heaviest < 3072


def test_a_map_shows_the_country_and_what_is_around_it_and_nothing_beyond() -> None:
    austria = drawn("AT")

    assert austria.country.startswith("M")
    assert austria.mark is None
    assert furthest(austria.land) < max(WIDTH, HEIGHT) + 20


def test_a_country_without_an_outline_is_a_dot_in_the_middle() -> None:
    malta = drawn("MT")

    assert (malta.country, malta.mark) == ("", (WIDTH // 2, HEIGHT // 2))
    assert malta.land


def test_a_map_of_france_does_not_reach_to_guiana() -> None:
    assert country_drawn(world(), "FR") != country_drawn(world(), "BR")
    assert furthest(drawn("FR").country) < WIDTH + 20


def test_a_state_that_has_gone_has_no_map() -> None:
    assert country_data().named("Soviet Union") is not None
    assert country_drawn(world(), "Soviet Union") is None


def test_a_place_is_marked() -> None:
    small_hall = place_drawn(world(), world().place(43.238, 76.945), "KZ")

    assert small_hall.mark == (WIDTH // 2, HEIGHT // 2)
    assert small_hall.country
