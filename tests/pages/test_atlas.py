from site_builder.model.config import SiteConfig
from site_builder.pages.drawing.locator import HEIGHT, WIDTH
from site_builder.pages.views import ListItem, TermView
from site_builder.pages.views_map import CountryRow, MapView, Shade
from tests.pages.worlds import World, country, musician, venue, world


def map_of(built: World) -> MapView:
    view = built.view("map.html")
    assert isinstance(view, MapView)
    return view


def test_countries_are_drawn_by_their_musicians(steppe: World) -> None:
    view = map_of(steppe)

    assert view.intro == "4 countries and 1 venue by their musicians"
    assert [(t.label, t.step) for t in view.territories] == [
        ("Germany, 1 musician", 1),
        ("Kazakhstan, 3 musicians", 7),
        ("Netherlands, 1 musician", 1),
        ("United States, 0 musicians", 0),
    ]
    assert view.shades == (Shade(1, "1"), Shade(4, "2"), Shade(7, "3"))
    assert view.rows[0] == CountryRow("kazakhstan", "Kazakhstan", "countries/kazakhstan.html", 3, 1, drawn=True)


def test_numbers_stand_where_there_is_room(steppe: World) -> None:
    numbered = {territory.text for territory in map_of(steppe).territories if territory.numbered}

    assert "Kazakhstan" in numbered
    assert "Netherlands" not in numbered


def test_a_country_stands_on_the_map_or_on_the_rest_of_the_land_and_never_on_both() -> None:
    with_it, without = (
        map_of(world(country("Mali", "ML"), country(name, code))) for name, code in (("Chad", "TD"), ("Mali ", "ML"))
    )
    (chad,) = (territory for territory in with_it.territories if territory.text == "Chad")

    assert chad.path not in with_it.land
    assert chad.path in without.land


def test_a_small_country_is_a_dot() -> None:
    (malta,) = map_of(world(musician("A Aa", countries=["Malta"]))).territories

    assert (malta.path, malta.numbered, malta.label) == ("", False, "Malta, 1 musician")


def test_a_state_that_has_gone_is_in_the_table_only() -> None:
    view = map_of(world(musician("A Aa", countries=["Soviet Union", "Latvia"])))

    assert [territory.text for territory in view.territories] == ["Latvia"]
    assert [(row.text, row.drawn) for row in view.rows] == [("Latvia", True), ("Soviet Union", False)]


def test_two_entries_of_one_code_share_a_place_that_leads_to_the_fuller() -> None:
    view = map_of(
        world(musician("A Aa", countries=["Burma-to-be"]), country("Burma-to-be", "MM"), country("Old Ava", "MM"))
    )

    assert [territory.text for territory in view.territories] == ["Burma-to-be"]
    assert [(row.text, row.drawn) for row in view.rows] == [("Burma-to-be", True), ("Old Ava", False)]


def test_venues_with_coordinates_are_on_the_map_and_in_a_list(steppe: World) -> None:
    view = map_of(steppe)

    assert [spot.label for spot in view.spots] == ["Small Hall, Almaty, 2 musicians"]
    assert view.venues == (ListItem("Small Hall, Almaty", "venues/small-hall-almaty.html", "Almaty, 1903–", count=2),)


def test_too_many_venues_are_cut_to_the_fullest() -> None:
    halls = [venue(f"Hall {number}", place=(10.0, number / 10)) for number in range(203)]

    view = map_of(world(musician("A Aa", venues=["Hall 202"]), *halls))

    assert (len(view.spots), len(view.venues), view.more_venues) == (200, 200, 3)
    assert view.spots[0].label == "Hall 202, 1 musician"


def test_without_a_place_on_earth_there_is_no_map() -> None:
    built = world(musician("A Aa", countries=["Ruritania"], venues=["Tent"]))

    assert "map.html" not in built.paths()
    assert "Map" not in [link.text for link in built.page("index.html").page.navigation]


def test_a_country_and_a_venue_know_where_they_lie(steppe: World) -> None:
    kazakhstan, hall = steppe.view("countries/kazakhstan.html"), steppe.view("venues/small-hall-almaty.html")
    assert isinstance(kazakhstan, TermView)
    assert isinstance(hall, TermView)

    assert kazakhstan.locator is not None
    assert (kazakhstan.locator.label, kazakhstan.locator.marked) == ("Where Kazakhstan lies", False)
    assert hall.locator is not None
    assert (hall.locator.marked, hall.locator.x, hall.locator.y) == (True, WIDTH // 2, HEIGHT // 2)
    assert steppe.view("venues/tent.html").locator is None


def test_a_locator_is_the_same_whatever_else_there_is() -> None:
    alone = world(country("Kazakhstan", "KZ")).view("countries/kazakhstan.html")
    among = world(country("Kazakhstan", "KZ"), country("Russia", "RU"), config=SiteConfig()).view(
        "countries/kazakhstan.html"
    )

    assert alone.locator == among.locator
