from msgspec.structs import replace

from site_builder.model.config import SiteConfig
from site_builder.pages.acquaintance import CONNECTIONS_INTRO, CONNECTIONS_NAME
from site_builder.pages.views import Category, Door, HomeView, Link, ListItem
from tests.pages.worlds import World, instrument, musician, world

DECADES = tuple(
    Category(f"{decade}s", f"decades/{decade}s.html", count)
    for decade, count in zip(range(1950, 2030, 10), (1, 2, 3, 4, 3, 3, 3, 2), strict=True)
)
CONNECTIONS = Link(CONNECTIONS_NAME, "connections.html", CONNECTIONS_INTRO)


def test_home_has_a_door_to_everything(steppe: World) -> None:
    view = steppe.view("index.html")
    assert isinstance(view, HomeView)

    assert replace(view, miniature=None) == HomeView(
        name="Steppe & Hall",
        description="Lives of musicians",
        counts=(
            Category("6 musicians", "a-z.html", 6),
            Category("4 instruments", "instruments/index.html", 4),
            Category("4 countries", "countries/index.html", 4),
            Category("3 venues", "venues/index.html", 3),
            Category("2 genres", "genres/index.html", 2),
            Category("1 ensemble", "ensembles/index.html", 1),
        ),
        featured=ListItem(
            "Bakhyt Taro",
            "musicians/bakhyt-taro.html",
            "born c. 1985",
            "Violinist who carried Kazakh folk song into the concert hall",
        ),
        doors=(
            Door(
                "Instruments",
                "instruments/index.html",
                4,
                (
                    Category("Violin", "instruments/violin.html", 3),
                    Category("Dombra", "instruments/dombra.html", 1),
                    Category("Piano", "instruments/piano.html", 1),
                    Category("Voice", "instruments/voice.html", 1),
                ),
            ),
            Door(
                "Countries",
                "countries/index.html",
                4,
                (
                    Category("Kazakhstan", "countries/kazakhstan.html", 3),
                    Category("Germany", "countries/germany.html", 1),
                    Category("Netherlands", "countries/netherlands.html", 1),
                ),
            ),
            Door(
                "Venues",
                "venues/index.html",
                3,
                (
                    Category("Carnegie Hall", "venues/carnegie-hall.html", 2),
                    Category("Small Hall, Almaty", "venues/small-hall-almaty.html", 2),
                ),
            ),
            Door(
                "Genres",
                "genres/index.html",
                2,
                (Category("Folk song", "genres/folk-song.html", 1), Category("Jazz", "genres/jazz.html", 1)),
            ),
            Door(
                "Ensembles",
                "ensembles/index.html",
                1,
                (Category("Alatau Quartet", "ensembles/alatau-quartet.html", 1),),
            ),
            Door("Decades", "decades/index.html", 8, DECADES),
        ),
        families=(
            Category("Keys", "instruments/family-keys.html", 1),
            Category("Strings", "instruments/family-strings.html", 3),
        ),
        pairs=(
            Category("Musicians of Kazakhstan at Carnegie Hall", "pairs/kazakhstan-carnegie-hall.html", 2),
            Category("Musicians of Kazakhstan at Small Hall, Almaty", "pairs/kazakhstan-small-hall-almaty.html", 2),
            Category("Violinists of Kazakhstan", "pairs/violin-kazakhstan.html", 2),
        ),
        recent=(
            ListItem(
                "Amalia Askarova",
                "musicians/amalia-askarova.html",
                "12 March 2026",
                "Pianist between jazz and the steppe",
            ),
            ListItem(
                "Bakhyt Taro",
                "musicians/bakhyt-taro.html",
                "12 March 2026",
                "Violinist who carried Kazakh folk song into the concert hall",
            ),
            ListItem("Kazakhstan", "countries/kazakhstan.html", "January 2026"),
            ListItem("Қайрат Оспан", "musicians/qairat-ospan.html", "before 1900"),
        ),
        changes=Link("Recent changes", "recent.html"),
        connections=CONNECTIONS,
    )


def test_an_empty_encyclopedia_has_a_home() -> None:
    assert world(config=SiteConfig("Nobody yet")).view("index.html") == HomeView(
        "Nobody yet", "", (Category("0 musicians", "a-z.html", 0),), None, (), (), (), (), None, CONNECTIONS
    )


def test_a_small_map_of_the_musicians_countries_leads_to_the_large_one() -> None:
    view = world(musician("A Aa", countries=["Mali", "Ruritania"])).view("index.html")
    alone = world(musician("A Aa", countries=["Ruritania"])).view("index.html")
    assert isinstance(view, HomeView)
    assert isinstance(alone, HomeView)

    assert view.miniature is not None
    assert (view.miniature.label, view.miniature.href) == ("Map of 2 countries", "map.html")
    assert 0 < view.miniature.countries.count("z") < view.miniature.land.count("z")
    assert alone.miniature is None


def test_the_door_to_the_decades_shows_the_fullest_in_their_order() -> None:
    years = [1805, *range(1815, 1895, 10), 1895, 1896]
    built = world(*(musician(f"A{year}", born=f"{year}", died=f"{year}") for year in years))

    (door,) = built.view("index.html").doors

    assert (door.title, door.href, door.count) == ("Decades", "decades/index.html", 10)
    assert [term.text for term in door.terms] == [*(f"{decade}s" for decade in range(1800, 1870, 10)), "1890s"]
    assert door.terms[-1] == Category("1890s", "decades/1890s.html", 2)


def test_only_an_entry_with_summary_and_text_that_is_no_draft_is_featured() -> None:
    built = world(
        musician("A Aa", summary="Much spoken of"),
        musician("B Bb", body="Met [[A Aa]] and [[C Cc]]."),
        musician("C Cc", summary="A draft", body="Met [[A Aa]].", draft=True),
        musician("D Dd", summary="Hardly spoken of", body="Met [[A Aa]]."),
        musician("E Ee", summary="Just as little", body="Met [[A Aa]]."),
    )

    assert built.view("index.html").featured == ListItem("D Dd", "musicians/d-dd.html", summary="Hardly spoken of")


def test_a_door_shows_the_eight_fullest_terms() -> None:
    names = ["harp", "oud", "gong", "viola", "cello", "flute", "oboe", "tuba", "horn"]
    built = world(musician("A Aa", instruments=names), musician("B Bb", instruments=["viola"]), instrument("lute"))

    (door,) = built.view("index.html").doors

    assert door.count == 10
    assert [term.text for term in door.terms] == ["Viola", "Cello", "Flute", "Gong", "Harp", "Horn", "Oboe", "Oud"]


def test_only_the_eight_latest_changes_are_shown() -> None:
    built = world(*(musician(f"{chr(65 + n)} Aa", updated=f"2026-01-{n + 1:02}") for n in range(12)))

    assert [item.text for item in built.view("index.html").recent] == [f"{letter} Aa" for letter in "LKJIHGFE"]
