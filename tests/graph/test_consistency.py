"""Whether the world that the entries describe can be true."""

import pytest

from site_builder.graph.consistency import CHECKS
from tests.graph.examples import example


@pytest.mark.parametrize(
    ("born", "died"),
    [("1931", "1913"), ("1931-05", "1931-04"), ("after 1931", "1931"), ("c. 1931", "1920"), ("1930s", "before 1930")],
)
def test_a_death_that_no_reading_puts_after_the_birth_is_told(born: str, died: str) -> None:
    assert len(example(f"-- musicians/a.md --\nname: A\nborn: {born}\ndied: {died}\n").checked("W001")) == 1


@pytest.mark.parametrize(
    ("born", "died"),
    [
        ("1913", "1931"),
        ("1931", "1931"),
        ("1931?", "1913"),
        ("1931", "1913?"),
        ("c. 1931", "1922"),
        ("c. 1931", "c. 1912"),
        ("before 1931", "1913"),
        ("1931", "after 1913"),
        ("1930s", "1931"),
    ],
)
def test_a_death_that_some_reading_puts_after_the_birth_is_not(born: str, died: str) -> None:
    assert example(f"-- musicians/a.md --\nname: A\nborn: {born}\ndied: {died}\n").checked("W001") == []


def test_only_performances_have_to_lie_in_the_life() -> None:
    site = example("""
        -- musicians/a.md --
        name: A
        born: 1900
        died: 1950
        venues: [Hall, {name: Old Hall, year: [1899, 1920]}]
        ensembles: [{name: Quartet, year: [1920, 1951]}]
        labels: [{name: Melodiya, year: 1970}]
        genres: [{name: jazz, year: 1880}]
        -- musicians/b.md --
        name: B
        venues: [{name: Hall, year: 1700}]
    """)

    assert site.checked("W002") == [
        ("musicians/a.md", "venues[1]", '"1899" at Old Hall is before the birth, "1900"'),
        ("musicians/a.md", "ensembles[0]", '"1951" at Quartet is after the death, "1950"'),
    ]


def test_a_hall_is_played_in_while_it_is_open() -> None:
    site = example("""
        -- venues/hall.md --
        name: Hall
        aliases: [Music Hall]
        opened: 1891-05-05
        closed: 1950
        -- venues/ever.md --
        name: Ever
        -- musicians/a.md --
        name: A
        venues:
          - {name: Ever, year: 1800}
          - {name: Music Hall, year: [1890, 1891, 1950, 1951]}
    """)

    assert site.checked("W003") == [
        ("musicians/a.md", "venues[1]", '"1890" at Hall is before it opened, "5 May 1891"'),
        ("musicians/a.md", "venues[1]", '"1951" at Hall is after it closed, "1950"'),
    ]


def test_a_younger_teacher_is_told_once_wherever_the_relation_stands() -> None:
    site = example("""
        -- musicians/pupil.md --
        name: Pupil One
        born: 1931
        teachers: [Young Teacher]
        -- musicians/other.md --
        name: Other Pupil
        born: c. 1980
        -- musicians/undated.md --
        name: Undated
        -- musicians/young.md --
        name: Young Teacher
        born: 1985
        pupils: [Pupil One, Other Pupil, Undated]
        family: [Pupil One]
    """)

    message = "the teacher Young Teacher (born 1985) is younger than Pupil One (born 1931)"
    assert site.checked("W004") == [("musicians/pupil.md", "teachers[0]", message)]


def test_a_side_that_keeps_its_own_list_has_to_name_whoever_names_it() -> None:
    site = example("""
        -- musicians/a.md --
        name: Anna
        played_with: [Berta, Carla, nobody]
        -- musicians/b.md --
        name: Berta
        played_with: [Dora]
        -- musicians/c.md --
        name: Carla
        -- musicians/d.md --
        name: Dora
        played_with: [berta]
    """)

    assert site.checked("W005") == [
        ("musicians/a.md", "played_with[0]", "the entry on Berta lists `played_with`, and Anna is not among them")
    ]


def test_namesakes_are_asked_for_by_their_addresses() -> None:
    site = example("""
        -- musicians/one.md --
        name: Ivan Petrovich
        played_with: [two]
        -- musicians/two.md --
        name: Ivan Petrovich
        played_with: [Anna]
        -- musicians/a.md --
        name: Anna
    """)

    assert site.checked("W005") == [
        (
            "musicians/one.md",
            "played_with[0]",
            "the entry on Ivan Petrovich lists `played_with`, and one is not among them",
        )
    ]


def test_a_hall_cannot_close_before_it_opens() -> None:
    site = example("""
        -- venues/a.md --
        name: A
        opened: 1931
        closed: 1913
        -- venues/b.md --
        name: B
        opened: 1931?
        closed: 1913
        -- venues/c.md --
        name: C
    """)

    assert [path for path, *_ in site.checked("W006")] == ["venues/a.md"]


def test_whoever_is_mentioned_related_or_belonged_to_is_no_orphan() -> None:
    site = example("""
        -- musicians/linked.md --
        name: Linked One
        -- musicians/related.md --
        name: Related One
        -- musicians/alone.md --
        name: Alone One
        instruments: [violin]
        family: [Somebody Unwritten]

        [[Linked One]] and [[Alone One#Life]].

        ## Life
        -- musicians/teller.md --
        name: Teller One
        family: [Related One]
        -- instruments/violin.md --
        name: Violin
        -- countries/kazakhstan.md --
        name: Kazakhstan
        -- venues/hall.md --
        name: Hall
        country: Kazakhstan
        -- pages/about.md --
        name: About
    """)

    assert [path for path, *_ in site.checked("K003")] == ["musicians/alone.md", "venues/hall.md"]


def test_one_cross_link_is_enough() -> None:
    site = example("""
        -- musicians/a.md --
        name: A
        venues: [Hall]
        -- musicians/b.md --
        name: B
        genres: [jazz]
    """)

    assert [path for path, *_ in site.checked("K004")] == ["musicians/b.md"]


def test_every_check_finds_only_what_it_says() -> None:
    assert [rule.code for check in CHECKS for rule in check.rules] == [
        *("W001", "W002", "W003", "W004", "W005", "W006", "K003", "K004")
    ]
