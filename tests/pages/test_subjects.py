import json

from site_builder.pages.structured import CollectionPage, Person, WebSite, json_ld
from tests.pages.worlds import BASE_URL, World, country, musician, term, venue, world


def about(built: World, path: str) -> object:
    return json.loads(built.page(path).page.json_ld)


def test_nothing_in_a_name_ends_a_script_element() -> None:
    written = json_ld(Person(name="</script><!-- & -->"))

    assert not set("<>&") & set(written)
    assert json.loads(written) == {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": "</script><!-- & -->",
    }


def test_keys_are_sorted() -> None:
    written = json_ld(CollectionPage(name="a", url="b", is_part_of=WebSite(url="c", name="d")))

    assert written == (
        '{"@context":"https://schema.org","@type":"CollectionPage",'
        '"isPartOf":{"@type":"WebSite","name":"d","url":"c"},"name":"a","url":"b"}'
    )


def test_a_musician_is_a_person(steppe: World) -> None:
    assert about(steppe, "musicians/bakhyt-taro.html") == {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": "Bakhyt Taro",
        "alternateName": ["Бақыт Таро"],
        "description": "Violinist who carried Kazakh folk song into the concert hall",
        "url": f"{BASE_URL}musicians/bakhyt-taro.html",
        "image": f"{BASE_URL}media/musicians/taro%20in%202011.jpg",
        "birthPlace": {"@type": "Place", "name": "Kyzylorda"},
        "nationality": [{"@type": "Country", "name": "Kazakhstan", "url": f"{BASE_URL}countries/kazakhstan.html"}],
        "knowsAbout": ["violin", "dombra", "folk song"],
        "knows": [
            {"@type": "Person", "name": "Ivan Petrovich", "url": f"{BASE_URL}musicians/ivan-petrovich.html"},
            {"@type": "Person", "name": "Roza Taro", "url": f"{BASE_URL}musicians/roza.html"},
            {"@type": "Person", "name": "Amalia Askarova", "url": f"{BASE_URL}musicians/amalia-askarova.html"},
        ],
        "memberOf": [
            {"@type": "MusicGroup", "name": "Alatau Quartet", "url": f"{BASE_URL}ensembles/alatau-quartet.html"}
        ],
    }


def test_only_exact_dates_are_stated(steppe: World) -> None:
    amalia = about(steppe, "musicians/amalia-askarova.html")

    assert (amalia["birthDate"], amalia["deathDate"]) == ("1960-02-03", "2021-01-20")
    assert not {"birthDate", "deathDate"} & about(steppe, "musicians/ivan-petrovich.html").keys()


def test_a_person_knows_five_others_at_most() -> None:
    built = world(
        musician("A Aa", played_with=[f"{letter} Bb" for letter in "ABCDEFG"]),
        *map(musician, [f"{letter} Bb" for letter in "ABCDEFG"]),
    )

    assert [other["name"] for other in about(built, "musicians/a-aa.html")["knows"]] == [
        f"{letter} Bb" for letter in "ABCDE"
    ]


def test_an_ensemble_is_a_music_group(steppe: World) -> None:
    assert about(steppe, "ensembles/alatau-quartet.html") == {
        "@context": "https://schema.org",
        "@type": "MusicGroup",
        "name": "Alatau Quartet",
        "description": "String quartet of Almaty",
        "url": f"{BASE_URL}ensembles/alatau-quartet.html",
        "member": [{"@type": "Person", "name": "Bakhyt Taro", "url": f"{BASE_URL}musicians/bakhyt-taro.html"}],
    }


def test_a_venue_is_a_music_venue_with_address_and_place(steppe: World) -> None:
    assert about(steppe, "venues/small-hall-almaty.html") == {
        "@context": "https://schema.org",
        "@type": "MusicVenue",
        "name": "Small Hall, Almaty",
        "description": "Small Hall, Almaty: 2 musicians in Steppe & Hall",
        "url": f"{BASE_URL}venues/small-hall-almaty.html",
        "address": {"@type": "PostalAddress", "addressLocality": "Almaty", "addressCountry": "Kazakhstan"},
        "geo": {"@type": "GeoCoordinates", "latitude": 43.238, "longitude": 76.945},
    }


def test_a_venue_of_which_nothing_is_known_has_a_name_alone() -> None:
    built = world(venue("Tent"), venue("Null Island", place=(0.0, 0.0)), venue("Cave", country="?!"))

    assert about(built, "venues/tent.html").keys() == {"@context", "@type", "name", "description"}
    assert about(built, "venues/null-island.html")["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": 0.0,
        "longitude": 0.0,
    }
    assert about(built, "venues/cave.html")["address"] == {"@type": "PostalAddress", "addressCountry": "?!"}


def test_a_country_has_its_code() -> None:
    built = world(
        country("Kazakhstan", "KZ", aliases=("Qazaqstan",), summary="Steppe", image=("countries/k.png", "K", ""))
    )

    assert about(built, "countries/kazakhstan.html") == {
        "@context": "https://schema.org",
        "@type": "Country",
        "name": "Kazakhstan",
        "alternateName": ["Qazaqstan"],
        "description": "Steppe",
        "identifier": "KZ",
    }


def test_other_terms_are_defined_terms_of_their_facet() -> None:
    built = world(term("genres", "kuy", summary="A tale without words"))

    assert about(built, "genres/kuy.html") == {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "name": "Kuy",
        "description": "A tale without words",
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": "Genres"},
    }


def test_pages_that_list_are_collections_of_the_site(steppe: World) -> None:
    site = {"@type": "WebSite", "name": "Steppe & Hall", "url": BASE_URL}
    paths = ("a-z.html", "venues/index.html", "instruments/family-strings.html", "pairs/violin-kazakhstan.html")

    for path in paths:
        stated = about(steppe, path)
        page = steppe.page(path).page
        assert stated == {
            "@context": "https://schema.org",
            "@type": "CollectionPage",
            "name": page.title,
            "description": page.description,
            "url": BASE_URL + path,
            "isPartOf": site,
        }


def test_home_is_the_web_site(steppe: World) -> None:
    assert about(steppe, "index.html") == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "Steppe & Hall",
        "description": "Lives of musicians",
        "url": BASE_URL,
        "inLanguage": "en",
    }
