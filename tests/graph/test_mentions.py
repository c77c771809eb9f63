"""Names in running prose, which become links by themselves."""

import msgspec
import pytest

from site_builder.graph.mentions import Recognised, recognise
from site_builder.model.config import SiteConfig
from site_builder.model.facts import Sentence
from tests.graph.examples import Example, example, linked

SITE = """
    -- musicians/askarova.md --
    name: Amalia Askarova
    aliases: [Sphere]
    -- musicians/obrien.md --
    name: Pat O'Brien
    -- musicians/wang.md --
    name: 王菲
    -- musicians/k.md --
    name: K.
    -- musicians/zoe.md --
    name: Zoë Ёлкин
    -- instruments/violin.md --
    name: violin
    -- venues/small-hall.md --
    name: Small Hall, Almaty
    -- venues/almaty.md --
    name: Almaty
    -- pages/about.md --
    name: About
    -- countries/kazakhstan.md --
    name: Kazakhstan
    -- musicians/taro.md --
    name: Bakhyt Taro
    aliases: [Бақыт Таро]

"""


def _taro(prose: str) -> Example:
    return example(f"{SITE.rstrip()}\n\n" + "".join(f"    {line}\n" for line in prose.split("\n")))


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("She was Amalia Askarova.", [("Amalia Askarova", "musicians/askarova")]),
        ("People called her Sphere.", [("Sphere", "musicians/askarova")]),
        ("Amalia\nAskarova sang.", [("Amalia\nAskarova", "musicians/askarova")]),
        ("Amalia\u00a0Askarova sang.", [("Amalia\u00a0Askarova", "musicians/askarova")]),
        ("He heard Pat O'Brien’s bow.", [("Pat O’Brien", "musicians/obrien")]),
        ("His violin, a Violin.", [("violin", "instruments/violin")]),
        ("Small Hall, Almaty, the Almaty", [("Small Hall, Almaty", "venues/small-hall"), ("Almaty", "venues/almaty")]),
        ("He heard 王菲唱歌。", [("王菲", "musicians/wang")]),
        ("Zoe\u0308 Ё\u0308лкин no, Zoe\u0308 Е\u0308лкин yes.", [("Zoe\u0308 Е\u0308лкин", "musicians/zoe")]),
        ("Born in the Republic of Kazakhstan.", [("Republic of Kazakhstan", "countries/kazakhstan")]),
    ],
)  # fmt: skip
def test_a_name_becomes_a_link(prose: str, names: list[tuple[str, str]]) -> None:
    assert _taro(prose).mentioned("musicians/taro") == names


@pytest.mark.parametrize(
    "prose",
    [
        "amalia askarova, SPHERE",
        "Bakhyt Taro and Бақыт Таро",
        "K. played on",
        "About this time",
        "O'Sphere and half-Sphere",
        "the spheres of Almatyans and violins",
        "`Sphere` and [Sphere](https://example.org)",
        "See [[Amalia Askarova|her]], who is Sphere.",
        "Nobody else",
    ],
)
def test_nothing_becomes_a_link_that_is_no_name_of_somebody_else(prose: str) -> None:
    assert _taro(prose).mentioned("musicians/taro") == []


def test_a_name_is_linked_once_in_a_section_and_not_in_headings() -> None:
    site = _taro("Sphere and Sphere.\n\n## Sphere\n\nSphere again, and Sphere.\n\n## Late\n\n[[Sphere]], Sphere.")

    assert site.mentioned("musicians/taro") == [("Sphere", "musicians/askarova")] * 2


def test_a_name_in_two_paragraphs_is_found_in_its_part() -> None:
    site = _taro("One [[Almaty]] two.\n\nThree Sphere four.")

    (mention,) = site.recognised[site.documents[-1].facts.id].mentions
    assert mention.sentence == Sentence("Three ", "Sphere", " four.")


def test_what_could_mean_several_is_left_alone_and_told_once() -> None:
    site = example("""
        -- musicians/one.md --
        name: Ivan Petrovich
        -- musicians/two.md --
        name: Ivan Petrovich
        -- instruments/ivan.md --
        name: Ivan
        -- musicians/taro.md --
        name: Bakhyt Taro

        Ivan Petrovich taught him.

        ## Later

        Ivan Petrovich left.
    """)

    (ambiguous,) = site.recognised[site.documents[-1].facts.id].ambiguous
    assert site.mentioned("musicians/taro") == []
    assert ambiguous.candidates == ("musicians/one", "musicians/two")
    assert ambiguous.sentence == Sentence("", "Ivan Petrovich", " taught him.")
    assert len(site.told("L005")) == 1


def test_a_shared_name_says_nothing_in_the_entries_that_share_it_or_beside_a_link_that_settles_it() -> None:
    site = example("""
        -- musicians/one.md --
        name: Ivan Petrovich

        Ivan Petrovich taught.
        -- musicians/two.md --
        name: Ivan Petrovich
        -- musicians/taro.md --
        name: Bakhyt Taro

        He met [[one|his teacher]]. Ivan Petrovich was kind.
    """)

    assert site.told("L005") == []


def test_an_entry_or_the_site_can_switch_it_off() -> None:
    text = "-- musicians/a.md --\nname: Anna\n-- musicians/b.md --\nname: Berta\n{}\n\nAnna sang.\n"

    assert example(text.format("")).encyclopedia.mentions != {}
    assert example(text.format("mentions: false")).encyclopedia.mentions == {}
    assert example(text.format(""), SiteConfig(mentions=False)).encyclopedia.mentions == {}


def test_of_overlapping_names_the_longest_wins() -> None:
    site = example("""
        -- venues/new-york.md --
        name: New York
        -- venues/york-city-hall.md --
        name: York City Hall
        -- musicians/taro.md --
        name: Bakhyt Taro

        He played at New York City Hall.
    """)

    assert site.mentioned("musicians/taro") == [("York City Hall", "venues/york-city-hall")]


def test_a_document_without_names_has_none() -> None:
    site = linked(())

    document = example("-- musicians/a.md --\nname: Anna\n").documents[0]
    assert recognise(document, site.names) == Recognised()


def test_equal_documents_and_tables_give_equal_mentions() -> None:
    site = _taro("Sphere and Almaty.")
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(site.names), type=type(site.names))

    assert recognise(site.documents[-1], again) == recognise(site.documents[-1], site.names)
