"""The whole: one encyclopedia, whatever the order in which the facts come."""

import random

import pytest

from site_builder.graph.link import link
from site_builder.model.config import SiteConfig
from tests.graph.examples import example

SITE = """
    -- musicians/taro.md --
    name: Bakhyt Taro
    sort_name: Taro, B.
    summary: A violinist
    aliases: [Бақыт Таро]
    instruments: [violin]
    countries: [USSR]
    venues: [Small Hall, Café Aral]
    teachers: [Ivan Petrovich, Nobody]
    former_slugs: [old]

    He met [[Askarova]], [[Nobody Else]] and Milo Askarova at the Small Hall.
    -- musicians/amalia.md --
    name: Amalia Askarova
    instruments: [Violin, Violins]
    countries: [Soviet Union]
    venues: [Cafe Aral]

    Бақыт Таро was her friend, Ivan Petrovich her teacher.
    -- musicians/milo.md --
    name: Milo Askarova
    instruments: [violin]
    family: [Amalia Askarova]
    former_slugs: [old, taro]
    -- musicians/petrovich.md --
    name: Ivan Petrovich
    -- musicians/petrovich-2.md --
    name: Ivan Petrovich
    instruments: [violin]

    [[Bakhyt Taro#Life]] and [[Ivan Petrovich]].
    -- musicians/zz.md --
    name: Another
    slug: taro
    -- venues/small-hall.md --
    name: Small Hall
    country: Soviet Union
"""


def test_entities_know_their_names_order_and_facts() -> None:
    entities = example(SITE).encyclopedia.entities

    assert list(entities) == sorted(entities)
    assert [(entity.name, entity.sort_name, entity.summary) for entity in entities.values()][-5:] == [
        ("Ivan Petrovich", "Petrovich, Ivan", ""),
        ("Ivan Petrovich", "Petrovich, Ivan", ""),
        ("Bakhyt Taro", "Taro, B.", "A violinist"),
        ("Cafe Aral", "Cafe Aral", ""),
        ("Small Hall", "Small Hall", ""),
    ]
    assert len({entity.sort_key for entity in entities.values()}) == len(entities)
    assert [entity.id for entity in entities.values() if entity.facts is None] == [
        *("countries/soviet-union", "instruments/violin", "instruments/violins", "venues/cafe-aral")
    ]


def test_a_kind_is_listed_in_the_order_of_the_alphabet() -> None:
    site = example(SITE).encyclopedia

    assert [entity.id for entity in site.of_kind("musicians")] == [
        *("musicians/amalia", "musicians/milo", "musicians/petrovich", "musicians/petrovich-2", "musicians/taro")
    ]


def test_all_faults_of_a_site_are_told_in_one_run_by_place() -> None:
    site = example(SITE)

    assert [(found.code, found.path.removeprefix("content/musicians/"), found.place) for found in site.findings] == [
        ("L005", "amalia.md", ""),
        ("L003", "amalia.md", "instruments[1]"),
        ("A002", "milo.md", "former_slugs[1]"),
        ("L004", "petrovich-2.md", "link[0]"),
        ("L002", "petrovich-2.md", "link[1]"),
        ("A002", "taro.md", "former_slugs[0]"),
        ("L002", "taro.md", "link[0]"),
        ("L001", "taro.md", "link[1]"),
        ("L002", "taro.md", "teachers[0]"),
        ("L007", "taro.md", "teachers[1]"),
        ("L008", "taro.md", "venues[1]"),
        ("A001", "zz.md", "slug"),
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_facts_and_documents_is_of_no_account(seed: int) -> None:
    site, config = example(SITE), SiteConfig()
    facts = [document.facts for document in site.documents]
    random.Random(seed).shuffle(facts)  # noqa: S311
    recognised = dict(reversed(site.recognised.items()))

    linked = link(facts, recognised, site.names, config)

    assert linked.encyclopedia == site.encyclopedia
    assert list(linked.encyclopedia.backlinks) == list(site.encyclopedia.backlinks)
    assert linked.findings == site.findings


def test_faults_are_told_in_the_order_of_the_links() -> None:
    links = " ".join(f"[[Nobody{letter}]]" for letter in "abcdefghijkl")

    site = example(f"-- musicians/a.md --\nname: Anna\n\n{links}\n")

    assert [found.place for found in site.findings] == [f"link[{index}]" for index in range(12)]


def test_an_empty_site_is_an_encyclopedia_without_faults() -> None:
    site = example("")

    assert site.encyclopedia.entities == {}
    assert site.findings == ()
