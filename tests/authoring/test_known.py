import pytest

from site_builder.authoring.known import (
    Known,
    doubtful_names,
    entries_named,
    known_cities,
    known_countries,
    known_families,
    known_names,
    nearest_name,
    spelling_of,
    spelt_as_known,
)
from site_builder.graph.encyclopedia import Encyclopedia
from tests.authoring.encyclopedias import make_encyclopedia, make_entity


def test_names_with_most_musicians_come_first(encyclopedia: Encyclopedia) -> None:
    assert known_names(encyclopedia, "venues") == (
        Known("Carnegie Hall", 3),
        Known("Small Hall", 1),
        Known("Great Hall", 0),
    )


def test_a_name_without_a_file_is_known_as_well(encyclopedia: Encyclopedia) -> None:
    assert known_names(encyclopedia, "instruments") == (Known("violin", 2), Known("dombra", 0, ("dombyra",)))


def test_only_ordinary_words_lose_the_capital_that_titles_give_them() -> None:
    encyclopedia = make_encyclopedia(
        make_entity("instruments/midi", "MIDI controller"), make_entity("venues/roundhouse", "Roundhouse")
    )

    assert known_names(encyclopedia, "instruments") == (Known("MIDI controller", 0),)
    assert known_names(encyclopedia, "venues") == (Known("Roundhouse", 0),)


def test_every_country_of_the_world_is_known_once(encyclopedia: Encyclopedia) -> None:
    names = [one.name for one in known_countries(encyclopedia)]

    assert names[0] == "Kazakhstan"
    assert names.count("Kazakhstan") == 1
    assert "Estonia" in names


def test_families_and_cities_are_counted(encyclopedia: Encyclopedia) -> None:
    assert known_families(encyclopedia) == (Known("strings", 1),)
    assert known_cities(encyclopedia) == (Known("Almaty", 2), Known("New York", 1))


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("bakhyt  taro", ("content/musicians/bakhyt-taro.md",)),
        ("Бақыт Таро", ("content/musicians/bakhyt-taro.md",)),
        ("violin", ()),
        ("Nobody", ()),
    ],
)
def test_entries_are_found_by_name_and_alias(encyclopedia: Encyclopedia, name: str, paths: tuple[str, ...]) -> None:
    assert entries_named(encyclopedia, name) == paths


@pytest.mark.parametrize(
    ("name", "spelling"),
    [("VIOLIN", "violin"), ("Dombyra", "Dombyra"), ("viola", "")],
)
def test_a_known_name_keeps_its_spelling_and_an_alias_stays(
    encyclopedia: Encyclopedia, name: str, spelling: str
) -> None:
    assert spelling_of(name, known_names(encyclopedia, "instruments")) == spelling


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Carnegy Hall", "Carnegie Hall"),
        ("carnegi hall", "Carnegie Hall"),
        ("Hall", ""),
        ("Wigmore", ""),
        ("Lantern House", ""),
    ],
)
def test_a_mistyped_name_has_a_nearest_one(encyclopedia: Encyclopedia, name: str, nearest: str) -> None:
    assert nearest_name(name, known_names(encyclopedia, "venues")) == nearest


def test_fields_are_spelt_as_the_encyclopedia_spells_them(encyclopedia: Encyclopedia) -> None:
    fields = {"instruments": ("Violin", "lute"), "country": ("KAZAKHSTAN",), "born": ("1985",), "summary": ("VIOLIN",)}

    assert spelt_as_known(fields, encyclopedia) == {
        **fields,
        "instruments": ("violin", "lute"),
        "country": ("Kazakhstan",),
    }


def test_new_names_that_look_mistyped_are_doubted(encyclopedia: Encyclopedia) -> None:
    fields = {"venues": ("Carnegy Hall", "Small Hall"), "countries": ("Kazakstan",), "summary": ("Carnegy Hall",)}

    assert doubtful_names(fields, encyclopedia) == (("Carnegy Hall", "Carnegie Hall"), ("Kazakstan", "Kazakhstan"))
