from collections import Counter

import pytest

from site_builder.content.countries import country_data
from site_builder.content.names import name_key


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Kazakhstan", "Kazakhstan"),
        ("Қазақстан", "Kazakhstan"),
        ("türkiye", "Turkey"),
        ("Turkey", "Turkey"),
        ("Persia", "Iran"),
        ("USSR", "Soviet Union"),
        ("СССР", "Soviet Union"),
        ("GDR", "East Germany"),
        ("Cote d'Ivoire", "Ivory Coast"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Czech Republic", "Czechia"),
        ("Austria–Hungary", "Austria-Hungary"),
    ],
)
def test_a_country_is_known_by_each_of_its_names(written, name):
    country = country_data().named(written)

    assert country is not None
    assert country.name == name


def test_there_are_all_the_codes_of_iso_3166():
    codes = [country.code for country in country_data().countries if country.code]

    assert len(codes) == len(set(codes)) == 249
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes)


@pytest.mark.parametrize(("code", "exists"), [("KZ", True), ("NO", True), ("KAZ", False), ("SU", False), ("kz", False)])
def test_a_code_exists_or_not(code, exists):
    assert country_data().has_code(code) is exists


def test_a_code_alone_is_no_name():
    assert country_data().named("NO") is None


def test_a_vanished_state_is_a_country_without_a_code():
    country = country_data().named("Yugoslavia")

    assert country is not None
    assert country.code == ""


def test_no_name_belongs_to_two_countries():
    table = country_data()
    keys = Counter(name_key(name) for country in table.countries for name in (country.name, *country.aliases))

    assert [key for key, count in keys.items() if count > 1] == []


def test_who_is_a_neighbour_is_one_for_the_other_too():
    borders = country_data().borders

    assert [(one, other) for one, others in borders.items() for other in others if one not in borders[other]] == []
    assert all(one not in others and len(set(others)) == len(others) for one, others in borders.items())


@pytest.mark.parametrize(
    ("key", "neighbours"),
    [
        ("KZ", "China, Kyrgyzstan, Russia, Turkmenistan, Uzbekistan"),
        ("PT", "Spain"),
        ("ES", "Andorra, France, Gibraltar, Morocco, Portugal"),
        ("LS", "South Africa"),
        ("GF", "Brazil, Suriname"),
        ("BW", "Namibia, South Africa, Zambia, Zimbabwe"),
        ("Kosovo", "Albania, Montenegro, North Macedonia, Serbia"),
    ],
)
def test_countries_that_meet_on_land_are_neighbours(key, neighbours):
    table = country_data()

    assert ", ".join(sorted(map(table.common_name, table.borders[key]))) == neighbours


@pytest.mark.parametrize("key", ["JP", "SG", "Soviet Union", "Atlantis"])
def test_islands_vanished_states_and_countries_of_fiction_have_no_neighbours(key):
    assert key not in country_data().borders


def test_the_file_is_read_once():
    assert country_data() is country_data()
