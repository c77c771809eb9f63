from site_builder.pages.views import Category, Group, IndexView, ListItem
from tests.pages.worlds import World, instrument, musician, venue, world

PAIRS = (
    Category("Musicians of Kazakhstan at Carnegie Hall", "../pairs/kazakhstan-carnegie-hall.html", 2),
    Category("Musicians of Kazakhstan at Small Hall, Almaty", "../pairs/kazakhstan-small-hall-almaty.html", 2),
    Category("Violinists of Kazakhstan", "../pairs/violin-kazakhstan.html", 2),
)


def test_instruments_are_listed_by_family(steppe: World) -> None:
    assert steppe.view("instruments/index.html") == IndexView(
        name="Instruments",
        intro="4 instruments, 5 musicians",
        count=4,
        groups=(
            Group(
                "Keys",
                "by-keys",
                "../instruments/family-keys.html",
                (ListItem("Piano", "../instruments/piano.html", count=1),),
            ),
            Group(
                "Strings",
                "by-strings",
                "../instruments/family-strings.html",
                (
                    ListItem("Dombra", "../instruments/dombra.html", count=1),
                    ListItem("Violin", "../instruments/violin.html", summary="Four strings and a bow", count=3),
                ),
            ),
            Group("Other instruments", "rest", "", (ListItem("Voice", "../instruments/voice.html", count=1),)),
        ),
        pairs=PAIRS[2:],
    )


def test_venues_are_listed_by_country(steppe: World) -> None:
    view = steppe.view("venues/index.html")

    assert view.intro == "3 venues, 3 musicians"
    assert view.groups == (
        Group(
            "Kazakhstan",
            "by-kazakhstan",
            "../countries/kazakhstan.html",
            (ListItem("Small Hall, Almaty", "../venues/small-hall-almaty.html", "Almaty, 1903–", count=2),),
        ),
        Group(
            "United States",
            "by-united-states",
            "../countries/united-states.html",
            (ListItem("Carnegie Hall", "../venues/carnegie-hall.html", "New York, 1891–1999", count=2),),
        ),
        Group("Country not known", "rest", "", (ListItem("Tent", "../venues/tent.html"),)),
    )
    assert view.pairs == PAIRS[:2]


def test_few_countries_are_one_list(steppe: World) -> None:
    view = steppe.view("countries/index.html")

    assert [(group.title, [item.text for item in group.items]) for group in view.groups] == [
        ("", ["Germany", "Kazakhstan", "Netherlands", "United States"])
    ]
    assert view.pairs == PAIRS


def test_many_terms_without_another_order_stand_under_their_letters() -> None:
    names = [f"{letter}{vowel}land" for letter in "BCDFGKLMNPRT" for vowel in "aé"]
    built = world(musician("A Aa", countries=names, instruments=["violin"], venues=["Tent"]), venue("Tent"))

    view = built.view("countries/index.html")

    assert [(group.title, group.id, len(group.items)) for group in view.groups] == [
        (letter, f"letter-{letter.lower()}", 2) for letter in "BCDFGKLMNPRT"
    ]
    assert [group.title for group in built.view("venues/index.html").groups] == [""]
    assert [group.title for group in built.view("instruments/index.html").groups] == [""]


def test_a_facet_without_terms_has_no_index(steppe: World) -> None:
    assert "labels/index.html" not in steppe.paths()
    assert "ensembles/index.html" in steppe.paths()


def test_an_index_shows_no_more_than_its_twelve_fullest_pairs() -> None:
    countries = [f"Land {letter}" for letter in "ABCDEFGHIJKLMN"]
    built = world(
        *(musician(f"{letter} Aa", countries=countries, instruments=["violin"]) for letter in "ABCDEFGHIJKLMNOP")
    )

    assert len(built.overview.pairs) == 14
    assert [pair.text for pair in built.view("instruments/index.html").pairs] == [
        f"Violinists of {country}" for country in countries[:12]
    ]


def test_the_frame_of_an_index(steppe: World) -> None:
    page = steppe.page("instruments/index.html").page

    assert (page.title, page.type, page.description) == ("Instruments", "index", "4 instruments, 5 musicians")


def test_families_that_differ_in_case_alone_are_one() -> None:
    built = world(instrument("violin", "strings"), instrument("viola", "Strings"), instrument("oud", "STRINGS"))

    assert [path for path in built.paths() if "family" in path] == ["instruments/family-strings.html"]
    assert [(group.title, len(group.items)) for group in built.view("instruments/index.html").groups] == [
        ("STRINGS", 3)
    ]


def test_a_long_index_tells_first_which_terms_have_most_musicians() -> None:
    names = [f"{one}{two}" for one in "bcdf" for two in "aeiou"]
    long = world(musician("A Aa", genres=names), musician("B Bb", genres=["fu"]))
    short = world(musician("A Aa", genres=names[1:]))

    fullest = long.view("genres/index.html").fullest  # type: ignore[attr-defined]

    assert fullest[:2] == (Category("Fu", "../genres/fu.html", 2), Category("Ba", "../genres/ba.html", 1))
    assert short.view("genres/index.html").fullest == ()  # type: ignore[attr-defined]
