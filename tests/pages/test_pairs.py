from site_builder.model.config import Pairs, SiteConfig
from site_builder.pages.views import Category, Crumb, Link, ListItem, PairView
from tests.pages.worlds import World, musician, world


def test_a_pair_shows_who_belongs_to_it_and_where_they_played(steppe: World) -> None:
    assert steppe.view("pairs/violin-kazakhstan.html") == PairView(
        name="Violinists of Kazakhstan",
        intro="2 musicians are listed under both violin and Kazakhstan.",
        terms=(Link("Violin", "../instruments/violin.html"), Link("Kazakhstan", "../countries/kazakhstan.html")),
        count=2,
        items=(
            ListItem("Askarova, Milo", "../musicians/milo-askarova.html", "1958 – 2020"),
            ListItem(
                "Taro, Bakhyt",
                "../musicians/bakhyt-taro.html",
                "born c. 1985",
                "Violinist who carried Kazakh folk song into the concert hall",
            ),
        ),
        venues=(
            Category("Carnegie Hall", "../venues/carnegie-hall.html", 2),
            Category("Small Hall, Almaty", "../venues/small-hall-almaty.html", 1),
        ),
        others=(
            Category("Musicians of Kazakhstan at Carnegie Hall", "../pairs/kazakhstan-carnegie-hall.html", 2),
            Category("Musicians of Kazakhstan at Small Hall, Almaty", "../pairs/kazakhstan-small-hall-almaty.html", 2),
        ),
    )


def test_a_pair_with_a_venue_does_not_list_that_venue_again(steppe: World) -> None:
    assert steppe.view("pairs/kazakhstan-carnegie-hall.html").venues == (
        Category("Small Hall, Almaty", "../venues/small-hall-almaty.html", 1),
    )


def test_a_pair_of_one_musician_is_told_in_the_singular() -> None:
    config = SiteConfig(pairs=Pairs(at_least=1))
    built = world(musician("A Aa", instruments=["violin"], countries=["France"]), config=config)

    assert built.view("pairs/violin-france.html").intro == "1 musician is listed under both violin and France."


def test_of_many_other_pairs_and_venues_the_twelve_fullest_are_shown() -> None:
    countries = [f"Land {letter}" for letter in "ABCDEFGHIJKLMN"]
    halls = [f"Hall {letter}" for letter in "ABCDEFGHIJKLMN"]
    crowd = [musician(f"{n} Aa", countries=countries, venues=halls, instruments=["violin"]) for n in range(20)]
    first = musician("Z Zz", countries=["Land N"], venues=["Hall N"], instruments=["violin"])

    view = world(*crowd, first).view("pairs/violin-land-m.html")

    assert [(other.text, other.count) for other in view.others] == [
        ("Violinists of Land N", 21),
        *((f"Violinists of Land {letter}", 20) for letter in "ABCDEFGHIJK"),
    ]
    assert [hall.text for hall in view.venues] == halls[:12]


def test_the_frame_of_a_pair(steppe: World) -> None:
    page = steppe.page("pairs/violin-kazakhstan.html").page

    assert (page.title, page.type) == ("Violinists of Kazakhstan", "pair")
    assert page.description == "Violinists of Kazakhstan: 2 musicians in Steppe & Hall"
    assert page.breadcrumbs == (
        Crumb("Home", "../index.html"),
        Crumb("Instruments", "../instruments/index.html"),
        Crumb("Violin", "../instruments/violin.html"),
        Crumb("Violinists of Kazakhstan", ""),
    )
