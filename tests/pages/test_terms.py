from msgspec.structs import replace

from site_builder.model.config import DEFAULT_FACETS, Facet, SiteConfig
from site_builder.pages.emblems.blazon import Blazon
from site_builder.pages.emblems.drawing import emblem
from site_builder.pages.views import (
    Category,
    Crumb,
    Fact,
    FactRow,
    Group,
    Link,
    ListItem,
    RelatedEntry,
    TermView,
)
from tests.pages.changes import stale_paths
from tests.pages.worlds import World, country, instrument, musician, term, venue, world

TARO = ListItem(
    "Taro, Bakhyt",
    "../musicians/bakhyt-taro.html",
    "born c. 1985",
    "Violinist who carried Kazakh folk song into the concert hall",
)
AMALIA = ListItem(
    "Askarova, Amalia", "../musicians/amalia-askarova.html", "1960 – 2021", "Pianist between jazz and the steppe"
)
MILO = ListItem("Askarova, Milo", "../musicians/milo-askarova.html", "1958 – 2020")
IVAN = ListItem("Petrovich, Ivan", "../musicians/ivan-petrovich.html", "died before 1990")
VIOLINISTS = Category("Violinists of Kazakhstan", "../pairs/violin-kazakhstan.html", 2)


GIVEN_NAMES = [f"{one}{two}" for one in "BCFGH" for two in "bcfghj"]


def shape(groups: tuple[Group, ...]) -> list[tuple[str, str, list[str]]]:
    return [(group.title, group.id, [item.text for item in group.items]) for group in groups]


def test_a_country_shows_its_musicians_by_instrument_and_its_venues(steppe: World) -> None:
    view = steppe.view("countries/kazakhstan.html")

    assert replace(view, locator=None) == TermView(
        name="Kazakhstan",
        kind="Country",
        summary="",
        aliases=("Qazaqstan",),
        hatnotes=(),
        picture=None,
        facts=(
            FactRow("Code", (Fact("KZ"),)),
            FactRow("Venues", (Fact("1"),)),
            FactRow("Neighbours", (Fact("China, Kyrgyzstan, Russia, Turkmenistan and Uzbekistan"),)),
            FactRow("Also known as", (Fact("Qazaqstan"),)),
        ),
        toc=(),
        count=3,
        members_title="Musicians by instrument",
        members=(
            Group("Dombra", "by-dombra", "../instruments/dombra.html", (TARO,)),
            Group("Piano", "by-piano", "../instruments/piano.html", (AMALIA,)),
            Group("Violin", "by-violin", "../pairs/violin-kazakhstan.html", (MILO, TARO)),
        ),
        pairs=(
            Category("Musicians of Kazakhstan at Carnegie Hall", "../pairs/kazakhstan-carnegie-hall.html", 2),
            Category("Musicians of Kazakhstan at Small Hall, Almaty", "../pairs/kazakhstan-small-hall-almaty.html", 2),
            VIOLINISTS,
        ),
        places=(ListItem("Small Hall, Almaty", "../venues/small-hall-almaty.html", "Almaty, 1903–", count=2),),
        related=(RelatedEntry(Link("Germany", "../countries/germany.html"), "1 musician in common"),),
        mentioned_in=(),
        sources=(),
        emblem=emblem(Blazon("rose", "engraved", "turquoise", "lozenges")),
    )


def test_an_instrument_shows_its_musicians_by_country(steppe: World) -> None:
    view = steppe.view("instruments/violin.html")

    assert (view.name, view.kind, view.count, view.members_title) == ("Violin", "Instrument", 3, "Musicians by country")
    assert view.facts == (FactRow("Family", (Fact("Strings", "../instruments/family-strings.html"),)),)
    assert view.members == (
        Group("Kazakhstan", "by-kazakhstan", "../pairs/violin-kazakhstan.html", (MILO, TARO)),
        Group("Netherlands", "by-netherlands", "../countries/netherlands.html", (IVAN,)),
    )
    assert view.pairs == (VIOLINISTS,)
    assert view.related == (RelatedEntry(Link("Dombra", "../instruments/dombra.html"), "1 musician in common"),)


def neighbours(view: TermView) -> tuple[Fact, ...]:
    return next((row.values for row in view.facts if row.label == "Neighbours"), ())


def test_a_country_leads_to_the_neighbours_that_have_a_page_and_names_the_others() -> None:
    player = musician("A Aa", countries=["Kazakhstan", "Persia", "Uzbekistan", "Japan", "Ruritania"])
    view = world(player, country("Rossiya", "RU")).view("countries/kazakhstan.html")

    assert neighbours(view) == (
        Fact("Rossiya", "../countries/rossiya.html"),
        Fact("Uzbekistan", "../countries/uzbekistan.html"),
        Fact("China, Kyrgyzstan and Turkmenistan"),
    )


def test_islands_and_countries_of_fiction_have_no_neighbours() -> None:
    built = world(musician("A Aa", countries=["Japan", "Ruritania"]))

    assert [neighbours(built.view(f"countries/{name}.html")) for name in ("japan", "ruritania")] == [(), ()]


def test_a_country_that_is_new_concerns_its_neighbours_and_no_other_country() -> None:
    countries = ["Germany", "Kenya"]
    before = world(musician("A Aa", countries=countries))
    after = world(musician("A Aa", countries=countries), country("Austria"))

    pages = {path for path in stale_paths(before, after) if path.startswith("countries/")}
    assert pages == {"countries/germany.html", "countries/index.html"}


def test_a_venue_shows_its_musicians_by_year_and_the_undated_last(steppe: World) -> None:
    view = steppe.view("venues/carnegie-hall.html")

    assert view.members_title == "Musicians by year"
    assert view.members == (
        Group("1999", "year-1999", "", (MILO,)),
        Group(
            "Year not known",
            "rest",
            "",
            (ListItem(TARO.text, TARO.href, "born c. 1985; debut", TARO.summary),),
        ),
    )
    assert view.facts == (
        FactRow("City", (Fact("New York"),)),
        FactRow("Country", (Fact("United States", "../countries/united-states.html"),)),
        FactRow("Opened", (Fact("1891"),)),
        FactRow("Closed", (Fact("1999"),)),
    )


def test_years_of_a_venue_go_up_and_doubtful_ones_stand_apart() -> None:
    years = ["12 March 1931", "1931?", "1931", "c. 1931", "1930s", "before 1900", "44 BC"]
    built = world(
        *(musician(f"{chr(65 + n)} Aa", venues=[f"Tent @ {year}"]) for n, year in enumerate(years)),
        musician("Z Aa", venues=["Tent @ 1931, 1931-05, 1932"]),
    )

    assert shape(built.view("venues/tent.html").members) == [
        ("44 BC", "year-44-bc", ["Aa, G"]),
        ("before 1900", "year-before-1900", ["Aa, F"]),
        ("1930s", "year-1930s", ["Aa, E"]),
        ("1931", "year-1931", ["Aa, A", "Aa, C", "Aa, Z"]),
        ("1931?", "year-1931-perhaps", ["Aa, B"]),
        ("c. 1931", "year-c-1931", ["Aa, D"]),
        ("1932", "year-1932", ["Aa, Z"]),
    ]


def test_a_list_in_which_nothing_is_known_has_no_headings() -> None:
    built = world(musician("A Aa", instruments=["violin"], venues=["Tent"]), musician("B Bb", instruments=["violin"]))

    violin, tent = built.view("instruments/violin.html"), built.view("venues/tent.html")
    assert (violin.members_title, shape(violin.members)) == ("Musicians", [("", "rest", ["Aa, A", "Bb, B"])])
    assert (tent.members_title, shape(tent.members)) == ("Musicians", [("", "rest", ["Aa, A"])])


def test_a_long_list_in_which_nothing_is_known_stands_under_letters() -> None:
    crowd = world(*(musician(f"{given} {start}b", venues=["Tent @@ once"]) for start in "BC" for given in GIVEN_NAMES))

    view = crowd.view("venues/tent.html")

    assert view.members_title == "Musicians from A to Z"
    assert [(group.title, group.id, len(group.items)) for group in view.members] == [
        ("B", "letter-b", 30),
        ("C", "letter-c", 30),
    ]
    assert view.members[0].items[0].detail == "once"


def test_those_without_a_country_come_last() -> None:
    built = world(
        musician("A Aa", instruments=["violin"]),
        musician("B Bb", instruments=["violin"], countries=["Kazakhstan", "France"]),
    )

    assert shape(built.view("instruments/violin.html").members) == [
        ("France", "by-france", ["Bb, B"]),
        ("Kazakhstan", "by-kazakhstan", ["Bb, B"]),
        ("Country not known", "rest", ["Aa, A"]),
    ]


def test_a_small_ensemble_is_one_list_with_the_years_of_each_member(steppe: World) -> None:
    view = steppe.view("ensembles/alatau-quartet.html")

    assert (view.kind, view.members_title) == ("Ensemble", "Musicians")
    assert view.members == (
        Group("", "rest", "", (ListItem(TARO.text, TARO.href, "born c. 1985; 2005", TARO.summary),)),
    )


def test_a_large_genre_is_grouped_by_instrument() -> None:
    built = world(
        *(
            musician(f"{chr(65 + n)} Aa", genres=["jazz"], instruments=["violin" if n % 2 else "piano"])
            for n in range(12)
        ),
    )

    view = built.view("genres/jazz.html")

    assert view.members_title == "Musicians by instrument"
    assert [(group.title, len(group.items)) for group in view.members] == [("Piano", 6), ("Violin", 6)]


def test_a_term_without_musicians_has_a_page_with_empty_lists(steppe: World) -> None:
    view = steppe.view("venues/tent.html")

    assert (view.count, view.members, view.pairs, view.related, view.facts) == (0, (), (), (), ())


def test_related_venues_are_those_where_the_same_people_played() -> None:
    built = world(musician("A Aa", venues=["Barn", "Tent"]))

    assert built.view("venues/barn.html").related == (
        RelatedEntry(Link("Tent", "../venues/tent.html"), "1 musician who played at both"),
    )


def test_at_most_eight_related_terms_the_closest_first() -> None:
    names = ["oud", "piano", "harp", "viola", "cello", "flute", "oboe", "tuba", "gong"]
    built = world(
        musician("A Aa", instruments=["violin", *names]),
        musician("B Bb", instruments=["violin", "viola"]),
    )

    related = built.view("instruments/violin.html").related

    assert [(entry.entry.text, entry.reason) for entry in related] == [
        ("Viola", "2 musicians in common"),
        *((name, "1 musician in common") for name in ("Cello", "Flute", "Gong", "Harp", "Oboe", "Oud", "Piano")),
    ]


def test_a_term_leads_back_to_its_family_and_its_index(steppe: World) -> None:
    page = steppe.page("instruments/violin.html").page

    assert page.breadcrumbs == (
        Crumb("Home", "../index.html"),
        Crumb("Instruments", "../instruments/index.html"),
        Crumb("Strings", "../instruments/family-strings.html"),
        Crumb("Violin", ""),
    )
    assert [crumb.text for crumb in steppe.page("venues/tent.html").page.breadcrumbs] == ["Home", "Venues", "Tent"]


def test_a_term_is_described_by_its_summary_or_its_number_of_musicians(steppe: World) -> None:
    assert steppe.page("instruments/violin.html").page.description == "Four strings and a bow"
    assert steppe.page("genres/jazz.html").page.description == "Jazz: 1 musician in Steppe & Hall"


def test_a_place_is_told_in_words_and_a_family_without_letters_as_written() -> None:
    built = world(
        venue("Tent", place=(-34.6, 0.0)), venue("Cave", country="?!", place=(1.0, 2.0)), instrument("saw", "?!")
    )

    assert built.view("venues/tent.html").facts == (FactRow("Coordinates", (Fact("34.6000° S, 0.0000° E"),)),)
    assert built.view("venues/cave.html").facts[0] == FactRow("Country", (Fact("?!"),))
    assert built.view("instruments/saw.html").facts == (FactRow("Family", (Fact("?!"),)),)


def test_the_name_of_a_common_noun_has_a_capital_where_it_stands_alone_and_no_other_name_has() -> None:
    built = world(
        musician("A Aa", instruments=["ondes Martenot"], ensembles=["die Brücke"]),
        musician("B Bb", instruments=["ondes Martenot"], ensembles=["die Brücke"]),
        instrument("ondes Martenot"),
        term("ensembles", "die Brücke"),
    )

    assert built.view("instruments/ondes-martenot.html").name == "Ondes Martenot"
    assert built.view("ensembles/die-brucke.html").name == "die Brücke"
    assert built.view("musicians/a-aa.html").related[0].reason == "both: die Brücke, ondes Martenot"


def test_a_facet_of_several_words_reads_as_words() -> None:
    config = SiteConfig(facets=(*DEFAULT_FACETS, Facet("record-prizes", "record-prize", "Record prizes")))
    built = world(
        musician("A Aa", facets={"record-prizes": ["Golden Disc"]}), term("record-prizes", "Golden Disc"), config=config
    )

    assert built.view("record-prizes/golden-disc.html").kind == "Record prize"
    assert built.view("musicians/a-aa.html").facts[-1].label == "Record prize"
    assert built.view("record-prizes/index.html").intro == "1 record prize, 1 musician"
    assert built.view("index.html").counts[-1].text == "1 record prize"
