from site_builder.pages.circle import drawn
from site_builder.pages.emblems.blazon import Blazon
from site_builder.pages.emblems.drawing import emblem
from site_builder.pages.views import (
    Category,
    Crumb,
    Fact,
    FactRow,
    Hatnote,
    Link,
    MentionedIn,
    MusicianView,
    Neighbours,
    RelatedEntry,
    RelationGroup,
    WorkRow,
)
from tests.pages.worlds import World, musician, world

TARO = Link(
    "Bakhyt Taro", "../musicians/bakhyt-taro.html", "Violinist who carried Kazakh folk song into the concert hall"
)
AMALIA = Link("Amalia Askarova", "../musicians/amalia-askarova.html", "Pianist between jazz and the steppe")
MILO = Link("Milo Askarova", "../musicians/milo-askarova.html")
IVAN = Link("Ivan Petrovich", "../musicians/ivan-petrovich.html")


def test_a_page_shows_everything_that_is_known_of_a_musician(steppe: World) -> None:
    view = steppe.view("musicians/milo-askarova.html")

    assert view == MusicianView(
        name="Milo Askarova",
        dates="1958 – 2020",
        summary="",
        draft=False,
        aliases=(),
        hatnotes=(
            Hatnote(
                "For others called “Askarova”, see",
                (
                    Link("Amalia Askarova (1960 – 2021)", AMALIA.href, AMALIA.title),
                    Link("Askarova (2 entries)", "../disambiguation/askarova.html"),
                ),
            ),
        ),
        picture=None,
        facts=(
            FactRow("Born", (Fact("1958"),)),
            FactRow("Died", (Fact("2020", note="aged 61 or 62"),)),
            FactRow("Instrument", (Fact("Violin", "../instruments/violin.html"),)),
            FactRow("Country", (Fact("Kazakhstan", "../countries/kazakhstan.html"),)),
            FactRow("Venue", (Fact("Carnegie Hall", "../venues/carnegie-hall.html", "1999"),)),
        ),
        toc=(),
        relations=(RelationGroup("Teacher", (Fact("Ivan Petrovich", IVAN.href),)),),
        works=(),
        sources=(),
        related=(
            RelatedEntry(TARO, "both: pupils of Ivan Petrovich, Carnegie Hall, Kazakhstan, violin"),
            RelatedEntry(IVAN, "both: violin"),
            RelatedEntry(AMALIA, "both: Kazakhstan"),
        ),
        mentioned_in=(),
        categories=(
            Category("Violin", "../instruments/violin.html", 3),
            Category("Kazakhstan", "../countries/kazakhstan.html", 3),
            Category("Carnegie Hall", "../venues/carnegie-hall.html", 2),
            Category("Born in the 1950s", "../decades/1950s.html#born", 1),
            Category("Musicians of Kazakhstan at Carnegie Hall", "../pairs/kazakhstan-carnegie-hall.html", 2),
            Category("Violinists of Kazakhstan", "../pairs/violin-kazakhstan.html", 2),
        ),
        neighbours=(
            Neighbours("Violin", None, IVAN),
            Neighbours("Kazakhstan", AMALIA, TARO),
        ),
        circle=drawn([(IVAN, "teachers"), (TARO, "sharing"), (AMALIA, "sharing")]),
        connect="../connections.html?from=milo-askarova",
        emblem=emblem(Blazon("violin", "grid", "turquoise", "lozenges")),
    )


def test_works_stand_in_the_order_of_their_years_and_undated_ones_last(steppe: World) -> None:
    assert steppe.view("musicians/bakhyt-taro.html").works == (
        WorkRow("May 2003", "Early Suite", "", ""),
        WorkRow("2015", "Late Suite", "", ""),
        WorkRow("", "Undated Song", "", ""),
    )


def test_relations_are_grouped_and_those_without_an_entry_are_plain(steppe: World) -> None:
    assert steppe.view("musicians/bakhyt-taro.html").relations == (
        RelationGroup("Teacher", (Fact("Ivan Petrovich", IVAN.href),)),
        RelationGroup("Family", (Fact("Roza Taro", "../musicians/roza.html", "sister"),)),
        RelationGroup("Played with", (Fact("Amalia Askarova", AMALIA.href, "2011 (twice)"), Fact("Somebody Unknown"))),
    )
    assert steppe.view("musicians/ivan-petrovich.html").relations == (
        RelationGroup("Pupils", (Fact("Milo Askarova", MILO.href), Fact("Bakhyt Taro", TARO.href))),
    )


def test_a_group_of_several_has_a_title_in_the_plural() -> None:
    built = world(
        musician("A Aa", teachers=["B Bb", "C Cc"], pupils=["D Dd"]), *map(musician, ["B Bb", "C Cc", "D Dd"])
    )

    assert [group.title for group in built.view("musicians/a-aa.html").relations] == ["Teachers", "Pupil"]


def test_an_entry_shows_the_sentences_that_speak_of_it(steppe: World) -> None:
    view = steppe.view("musicians/bakhyt-taro.html")

    assert view.mentioned_in == (
        MentionedIn(Link("About", "../about.html", "What this is"), "Made by ", "Bakhyt Taro", "."),
        MentionedIn(AMALIA, "She met ", "Bakhyt Taro", " twice."),
        MentionedIn(MILO, "A colleague of ", "Bakhyt Taro", "."),
    )
    assert view.more_mentions == 0


def test_only_a_hundred_of_many_mentions_are_shown() -> None:
    built = world(
        musician("Bakhyt Taro"),
        *(musician(f"Player {chr(97 + n // 26)}{chr(97 + n % 26)}", body="Met [[Bakhyt Taro]].") for n in range(103)),
    )

    view = built.view("musicians/bakhyt-taro.html")

    assert (len(view.mentioned_in), view.more_mentions) == (100, 3)


def test_the_infobox_links_each_value_and_says_what_is_said_of_it(steppe: World) -> None:
    assert steppe.view("musicians/bakhyt-taro.html").facts == (
        FactRow("Born", (Fact("c. 1985"), Fact("Kyzylorda"))),
        FactRow(
            "Instruments", (Fact("Violin", "../instruments/violin.html"), Fact("Dombra", "../instruments/dombra.html"))
        ),
        FactRow("Country", (Fact("Kazakhstan", "../countries/kazakhstan.html"),)),
        FactRow(
            "Venues",
            (
                Fact("Small Hall, Almaty", "../venues/small-hall-almaty.html", "2004, 2011"),
                Fact("Carnegie Hall", "../venues/carnegie-hall.html", "debut"),
            ),
        ),
        FactRow("Genre", (Fact("Folk song", "../genres/folk-song.html"),)),
        FactRow("Ensemble", (Fact("Alatau Quartet", "../ensembles/alatau-quartet.html", "2005"),)),
        FactRow("Also known as", (Fact("Бақыт Таро"),)),
    )


def test_neighbours_are_told_for_three_lists_and_none_where_one_is_alone(steppe: World) -> None:
    built = world(
        musician("A Aa", instruments=["violin", "piano", "oud", "harp"], countries=["France", "Malta"]),
        musician("B Bb", instruments=["violin", "piano", "oud"], countries=["France"]),
    )

    assert [n.label for n in built.view("musicians/a-aa.html").neighbours] == ["Violin", "Piano", "Oud"]
    assert steppe.view("musicians/qairat-ospan.html").neighbours == ()


def test_the_frame_of_an_entry(steppe: World) -> None:
    page = steppe.page("musicians/bakhyt-taro.html").page

    assert (page.title, page.type, page.root, page.home) == ("Bakhyt Taro", "musician", "../", "../index.html")
    assert page.description == "Violinist who carried Kazakh folk song into the concert hall"
    assert page.breadcrumbs == (
        Crumb("Home", "../index.html"),
        Crumb("Musicians", "../a-z.html"),
        Crumb("Bakhyt Taro", ""),
    )
    assert page.canonical == "https://example.org/music/musicians/bakhyt-taro.html"
    assert page.image == "https://example.org/music/media/musicians/taro%20in%202011.jpg"
    assert (page.feeds, page.alternate_json) == ((), "../musicians/bakhyt-taro.json")
    assert (page.og_type, page.index) == ("profile", True)


def test_a_description_is_found_where_there_is_no_summary(steppe: World) -> None:
    descriptions = {
        slug: steppe.page(f"musicians/{slug}.html").page.description
        for slug in ("milo-askarova", "ivan-petrovich", "roza", "qairat-ospan")
    }

    assert descriptions == {
        "milo-askarova": "Milo Askarova learned early.",
        "ivan-petrovich": "Ivan Petrovich (died before 1990), violinist of the Netherlands",
        "roza": "Roza Taro, musician",
        "qairat-ospan": "Қайрат Оспан (born 1970s), singer",
    }


def test_a_draft_says_so_and_is_not_for_search_engines(steppe: World) -> None:
    assert steppe.view("musicians/roza.html").draft
    assert not steppe.page("musicians/roza.html").page.index
