"""One small encyclopedia in which every kind of page and most kinds of field occur."""

import pytest

from site_builder.model.config import Pairs, SiteConfig
from tests.pages.worlds import BASE_URL, World, country, instrument, musician, term, text, venue, world


@pytest.fixture(scope="session")
def steppe() -> World:
    return world(
        musician(
            "Bakhyt Taro",
            aliases=("Бақыт Таро",),
            summary="Violinist who carried Kazakh folk song into the concert hall",
            born="c. 1985",
            birthplace="Kyzylorda",
            instruments=["violin", "dombra"],
            countries=["Kazakhstan"],
            venues=["Small Hall, Almaty @ 2004, 2011", "Carnegie Hall @@ debut"],
            genres=["folk song"],
            ensembles=["Alatau Quartet @ 2005"],
            teachers=["Ivan Petrovich"],
            family=["Roza Taro @@ sister"],
            played_with=["Amalia Askarova @ 2011 @ twice", "Somebody Unknown"],
            works=[("Late Suite", "2015"), ("Undated Song", ""), ("Early Suite", "2003-05")],
            sources=("The programme of 4 May 2004",),
            image=("musicians/taro in 2011.jpg", "Taro with his violin", "A. Nonymous"),
            updated="2026-03-12",
            former_slugs=("taro",),
            body="He grew up by the [[dombra]], and met [[Amalia Askarova|his first pianist]] and [[Askarova]].\n"
            "## Career\nAt [[small-hall-almaty]] he played with [[Nobody At All]].\n### Almaty\n"
            "There [[Bakhyt Taro]] came back to [[Bakhyt Taro#Career|his start]].\n"
            "#### Smaller\nSee [[Amalia Askarova#Life]].",
        ),
        musician(
            "Amalia Askarova",
            summary="Pianist between jazz and the steppe",
            born="1960-02-03",
            died="2021-01-20",
            instruments=["piano"],
            countries=["Kazakhstan", "Germany"],
            venues=["Small Hall, Almaty @ 2011"],
            genres=["jazz"],
            updated="2026-03-12",
            body="## Life\nShe met Bakhyt Taro twice.",
        ),
        musician(
            "Milo Askarova",
            born="1958",
            died="2020",
            instruments=["violin"],
            countries=["Kazakhstan"],
            venues=["Carnegie Hall @ 1999"],
            teachers=["Ivan Petrovich"],
            excerpt="Milo Askarova learned early.",
            body="A colleague of [[Bakhyt Taro]].",
        ),
        musician("Ivan Petrovich", died="before 1990", instruments=["violin"], countries=["Netherlands"]),
        musician("Roza Taro", slug="roza", updated="2025", draft=True),
        musician("Қайрат Оспан", born="1970s", instruments=["voice"], updated="before 1900"),
        instrument("violin", "strings", summary="Four strings and a bow"),
        instrument("dombra", "strings", aliases=("домбыра",), body="Two strings."),
        instrument("piano", "Keys"),
        country("Kazakhstan", "KZ", aliases=("Qazaqstan",), updated="2026-01"),
        venue("Small Hall, Almaty", "Almaty", "Kazakhstan", "1903", place=(43.238, 76.945)),
        venue("Carnegie Hall", "New York", "United States", "1891", "1999"),
        venue("Tent"),
        term("ensembles", "Alatau Quartet", summary="String quartet of Almaty"),
        text("About", summary="What this is", body="Made by [[Bakhyt Taro]].\n## Sources\nMany.", sources=("A book",)),
        config=SiteConfig(
            title="Steppe & Hall",
            description="Lives of musicians",
            base_url=BASE_URL,
            pairs=Pairs((("instruments", "countries"), ("countries", "venues"))),
        ),
    )
