"""Terms that look like a known one with a typing mistake."""

import pytest

from site_builder.graph.nearest import nearest_value
from tests.graph.examples import example

ALIKE_AND_DIFFERENT = (
    ("violin", "viola"),
    ("mandola", "mandolin"),
    ("baryton", "baritone"),
    ("lyra", "lyre"),
    ("trumpet", "trombone"),
    ("oboe", "oboe d'amore"),
    ("clarinet", "bass clarinet"),
    ("tenor sax", "tenor horn"),
    ("soprano", "sopranino"),
    ("Small Hall, Almaty", "Great Hall, Almaty"),
    ("Great Hall, Almaty", "Great Hall, Astana"),
    ("Studio A", "Studio B"),
    ("Hall 1", "Hall 2"),
    ("Town Hall, 1931", "Town Hall, 1932"),
    ("hard bop", "hard pop"),
    ("bass", "bassoon"),
)
MISSPELT = (
    ("Carnegy Hall", "Carnegie Hall"),
    ("carnegie halls", "Carnegie Hall"),
    ("vioiln", "violin"),
    ("guitars", "guitar"),
    ("oboes", "oboe"),
    ("La Fenice", "LaFenice"),
    ("be-bop", "bebop"),
    ("Concertgebow", "Concertgebouw"),
    ("Tchaikovski Hall", "Tchaikovsky Hall"),
)


@pytest.mark.parametrize(("name", "known"), MISSPELT)
def test_a_typing_mistake_is_seen(name: str, known: str) -> None:
    assert nearest_value(name, ["Something", known]) == known
    assert nearest_value(known, [name]) == name


@pytest.mark.parametrize(("name", "known"), ALIKE_AND_DIFFERENT)
def test_names_that_are_only_alike_are_left_in_peace(name: str, known: str) -> None:
    assert nearest_value(name, [known]) == ""
    assert nearest_value(known, [name]) == ""


def test_of_several_known_names_the_nearest_is_proposed() -> None:
    assert nearest_value("Carnegie Halls", ["Carnegy Hall", "Carnegie Hall"]) == "Carnegie Hall"


def test_a_value_is_compared_with_files_with_what_others_use_and_with_the_table_of_countries() -> None:
    site = example("""
        -- venues/carnegie-hall.md --
        name: Carnegie Hall
        -- musicians/a.md --
        name: A
        venues: [Carnegy Hall, Concertgebow, Royal Festval Hall]
        countries: [Austrlia, Austria]
        -- musicians/b.md --
        name: B
        venues: [Concertgebouw, Royal Festival Hall]
        countries: [Australia]
        -- musicians/c.md --
        name: C
        venues: [Concertgebouw]
    """)

    assert [(path, place) for path, place, *_ in site.told("L003")] == [
        ("musicians/a.md", "countries[0]"),
        ("musicians/a.md", "venues[0]"),
        ("musicians/a.md", "venues[1]"),
    ]


def test_a_value_with_a_file_of_its_own_or_with_two_users_is_no_mistake() -> None:
    site = example("""
        -- venues/carnegie-hall.md --
        name: Carnegie Hall
        -- venues/carnegy-hall.md --
        name: Carnegy Hall
        -- musicians/a.md --
        name: A
        venues: [Carnegy Hall, Carnegei Hall]
        -- musicians/b.md --
        name: B
        venues: [Carnegei Hall]
    """)

    assert site.told("L003") == []
