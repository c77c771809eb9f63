import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.worlds import World, musician, venue, world


def day(text: str, iso: str, earliest: str | None, latest: str | None) -> dict[str, str | None]:
    return {"text": text, "iso": iso, "earliest": earliest, "latest": latest}


def test_the_catalog_has_every_entity() -> None:
    built = world(
        musician("A Aa", born="1931-05", died="after 1990", instruments=["violin"], summary="Violinist"),
        venue("Tent"),
    )

    assert json.loads(built.file("catalog.json")) == {
        "version": 1,
        "title": "An encyclopedia of musicians",
        "language": "en",
        "entities": [
            {
                "id": "instruments/violin",
                "kind": "instruments",
                "name": "Violin",
                "summary": "",
                "url": "instruments/violin.html",
                "born": None,
                "died": None,
                "terms": [],
            },
            {
                "id": "musicians/a-aa",
                "kind": "musicians",
                "name": "A Aa",
                "summary": "Violinist",
                "url": "musicians/a-aa.html",
                "born": day("May 1931", "1931-05", "1931-05-01", "1931-05-31"),
                "died": day("after 1990", "", "1991-01-01", None),
                "terms": ["instruments/violin"],
            },
            {
                "id": "venues/tent",
                "kind": "venues",
                "name": "Tent",
                "summary": "",
                "url": "venues/tent.html",
                "born": None,
                "died": None,
                "terms": [],
            },
        ],
    }


def test_a_free_page_is_in_the_catalog_with_its_address(steppe: World) -> None:
    entities = json.loads(steppe.file("catalog.json"))["entities"]

    assert [entity["url"] for entity in entities if entity["kind"] == "pages"] == ["about.html"]
    assert [entity["id"] for entity in entities] == sorted(entity["id"] for entity in entities)
    assert "about.json" not in steppe.paths()


def test_the_record_of_a_musician(steppe: World) -> None:
    assert json.loads(steppe.file("musicians/bakhyt-taro.json")) == {
        "version": 1,
        "id": "musicians/bakhyt-taro",
        "kind": "musicians",
        "name": "Bakhyt Taro",
        "sort_name": "Taro, Bakhyt",
        "aliases": ["Бақыт Таро"],
        "summary": "Violinist who carried Kazakh folk song into the concert hall",
        "url": "musicians/bakhyt-taro.html",
        "updated": day("12 March 2026", "2026-03-12", "2026-03-12", "2026-03-12"),
        "about": {
            "born": day("c. 1985", "", "1985-01-01", "1985-12-31"),
            "died": None,
            "birthplace": "Kyzylorda",
            "terms": [
                {"id": "instruments/violin", "name": "Violin", "occasions": []},
                {"id": "instruments/dombra", "name": "Dombra", "occasions": []},
                {"id": "countries/kazakhstan", "name": "Kazakhstan", "occasions": []},
                {
                    "id": "venues/small-hall-almaty",
                    "name": "Small Hall, Almaty",
                    "occasions": [
                        {
                            "years": [
                                day("2004", "2004", "2004-01-01", "2004-12-31"),
                                day("2011", "2011", "2011-01-01", "2011-12-31"),
                            ],
                            "note": "",
                        }
                    ],
                },
                {"id": "venues/carnegie-hall", "name": "Carnegie Hall", "occasions": [{"years": [], "note": "debut"}]},
                {"id": "genres/folk-song", "name": "Folk song", "occasions": []},
                {
                    "id": "ensembles/alatau-quartet",
                    "name": "Alatau Quartet",
                    "occasions": [{"years": [day("2005", "2005", "2005-01-01", "2005-12-31")], "note": ""}],
                },
            ],
            "relations": [
                {
                    "role": "teachers",
                    "id": "musicians/ivan-petrovich",
                    "name": "Ivan Petrovich",
                    "years": [],
                    "note": "",
                },
                {"role": "family", "id": "musicians/roza", "name": "Roza Taro", "years": [], "note": "sister"},
                {
                    "role": "played_with",
                    "id": "musicians/amalia-askarova",
                    "name": "Amalia Askarova",
                    "years": [day("2011", "2011", "2011-01-01", "2011-12-31")],
                    "note": "twice",
                },
                {"role": "played_with", "id": None, "name": "Somebody Unknown", "years": [], "note": ""},
            ],
        },
        "links": ["instruments/dombra", "musicians/amalia-askarova", "venues/small-hall-almaty"],
        "backlinks": ["pages/about", "musicians/amalia-askarova", "musicians/milo-askarova"],
    }


def test_the_record_of_a_term(steppe: World) -> None:
    assert json.loads(steppe.file("venues/carnegie-hall.json")) == {
        "version": 1,
        "id": "venues/carnegie-hall",
        "kind": "venues",
        "name": "Carnegie Hall",
        "sort_name": "Carnegie Hall",
        "aliases": [],
        "summary": "",
        "url": "venues/carnegie-hall.html",
        "updated": None,
        "about": {
            "musicians": ["musicians/milo-askarova", "musicians/bakhyt-taro"],
            "family": "",
            "code": "",
            "city": "New York",
            "country": "countries/united-states",
            "opened": day("1891", "1891", "1891-01-01", "1891-12-31"),
            "closed": day("1999", "1999", "1999-01-01", "1999-12-31"),
            "latitude": None,
            "longitude": None,
        },
        "links": [],
        "backlinks": [],
    }


def test_years_before_christ_have_a_sign_and_four_digits() -> None:
    built = world(musician("A Aa", born="44 BC", died="1 BC"))

    about = json.loads(built.file("musicians/a-aa.json"))["about"]

    assert (about["born"]["earliest"], about["died"]["latest"]) == ("-0043-01-01", "0000-12-31")


@settings(deadline=None, derandomize=True)
@given(name=st.text(min_size=1), summary=st.text())
def test_any_text_comes_back_from_the_record(name: str, summary: str) -> None:
    built = world(musician(name, slug="x", summary=summary))

    record = json.loads(built.file("musicians/x.json"))

    assert (record["name"], record["summary"]) == (name, summary)
