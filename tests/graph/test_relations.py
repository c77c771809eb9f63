"""What musicians are to each other."""

from site_builder.graph.encyclopedia import Relation
from tests.graph.examples import Example, example


def _relations(site: Example, musician: str) -> list[tuple[str, str | None, tuple[str, ...], str]]:
    return [
        (relation.role, relation.other, tuple(year.text for year in relation.years), relation.note)
        for relation in site.encyclopedia.relations.get(musician, ())  # type: ignore[call-overload]
    ]


def test_the_other_side_of_a_relation_is_made_from_the_one_that_is_told() -> None:
    site = example("""
        -- musicians/petrovich.md --
        name: Ivan Petrovich
        pupils: [{name: Milo Askarova, note: in Moscow}]
        -- musicians/milo.md --
        name: Milo Askarova
        family: [{name: Amalia Askarova, note: his sister}]
        -- musicians/amalia.md --
        name: Amalia Askarova
        played_with: [{name: Ivan Petrovich, year: [1999, 2001]}]
        teachers: [Ivan Petrovich]
    """)

    assert _relations(site, "musicians/petrovich") == [
        ("pupils", "musicians/milo", (), "in Moscow"),
        ("pupils", "musicians/amalia", (), ""),
        ("played_with", "musicians/amalia", ("1999", "2001"), ""),
    ]
    assert _relations(site, "musicians/milo") == [
        ("teachers", "musicians/petrovich", (), "in Moscow"),
        ("family", "musicians/amalia", (), "his sister"),
    ]
    assert _relations(site, "musicians/amalia") == [
        ("teachers", "musicians/petrovich", (), ""),
        ("family", "musicians/milo", (), ""),
        ("played_with", "musicians/petrovich", ("1999", "2001"), ""),
    ]


def test_what_both_sides_tell_is_one_relation_and_each_keeps_its_own_words() -> None:
    site = example("""
        -- musicians/a.md --
        name: Anna
        teachers: [{name: Berta, note: briefly}]
        -- musicians/b.md --
        name: Berta
        pupils: [{name: Anna, year: 1950, note: my best}]
    """)

    assert _relations(site, "musicians/a") == [("teachers", "musicians/b", ("1950",), "briefly")]
    assert _relations(site, "musicians/b") == [("pupils", "musicians/a", ("1950",), "my best")]


def test_whom_nobody_has_written_about_and_who_is_not_unique_keep_their_names() -> None:
    site = example("""
        -- musicians/one.md --
        name: Ivan Petrovich
        -- musicians/two.md --
        name: Ivan Petrovich
        -- musicians/a.md --
        name: Anna
        teachers: [Ivan Petrovich, Somebody Else, Anna]
    """)

    assert site.encyclopedia.relations == {
        "musicians/a": (
            Relation("teachers", None, "Ivan Petrovich"),
            Relation("teachers", None, "Somebody Else"),
        )
    }
    assert [(found.code, found.place) for found in site.findings] == [
        ("L002", "teachers[0]"),
        ("L007", "teachers[1]"),
        ("L006", "teachers[2]"),
    ]


def test_only_musicians_are_related() -> None:
    site = example("""
        -- venues/hall.md --
        name: Hall
        -- musicians/a.md --
        name: Anna
        played_with: [Hall]
    """)

    assert [found.code for found in site.findings] == ["L007"]


def test_a_shared_family_name_leaves_oneself_out_of_the_choice() -> None:
    site = example("""
        -- musicians/a.md --
        name: Amalia Askarova
        -- musicians/m.md --
        name: Milo Askarova
        family: [Askarova]
    """)

    assert [hint for *_, hint in site.told("L002")] == ['write "Amalia Askarova"']


def test_namesakes_are_told_apart_by_their_addresses() -> None:
    site = example("""
        -- musicians/one.md --
        name: Ivan Petrovich
        -- musicians/two.md --
        name: Ivan Petrovich
        -- musicians/a.md --
        name: Anna
        teachers: [Ivan Petrovich]
    """)

    assert [hint for *_, hint in site.told("L002")] == ['write "one" or "two"']
