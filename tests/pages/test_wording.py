import pytest

from site_builder.graph.encyclopedia import Occasion
from site_builder.model.dates import PartialDate
from site_builder.pages.wording import (
    age_at_death,
    capitalised,
    coordinates,
    counted,
    duration,
    lifespan,
    listed,
    remark,
    remarks,
    shortened,
    year_of,
)
from tests.pages.worlds import date


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 musicians"), (1, "1 musician"), (2, "2 musicians"), (1252, "1,252 musicians")]
)
def test_a_number_agrees_with_its_noun(count: int, text: str) -> None:
    assert counted(count, "musician") == text


def test_an_irregular_plural_is_told() -> None:
    assert [counted(count, "country", "countries") for count in (1, 2)] == ["1 country", "2 countries"]


def test_the_last_of_a_list_is_joined_by_and() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_a_long_list_of_reasons_is_cut() -> None:
    assert shortened(["a", "b", "c", "d"]) == "a, b, c, d"
    assert shortened(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"


def test_names_with_commas_are_separated_by_semicolons() -> None:
    assert shortened(["Small Hall, Almaty", "qobyz"]) == "Small Hall, Almaty; qobyz"
    assert shortened(["a", "b", "c", "d", "Small Hall, Almaty"]) == "a, b, c and 2 more"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert [capitalised(text) for text in ("double bass", "ondes Martenot", "", "қобыз")] == [
        "Double bass",
        "Ondes Martenot",
        "",
        "Қобыз",
    ]


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("1985", "1985"),
        ("1985-03", "1985"),
        ("1985-03-12", "1985"),
        ("c. 1985", "c. 1985"),
        ("1985?", "1985?"),
        ("1980s", "1980s"),
        ("before 1900", "before 1900"),
        ("44 BC", "44 BC"),
        ("1 BC", "1 BC"),
        ("AD 1", "1"),
    ],
)
def test_an_exact_date_is_cut_to_its_year(written: str, year: str) -> None:
    told = date(written)

    assert told is not None
    assert year_of(told) == year


@pytest.mark.parametrize(
    ("born", "died", "line"),
    [
        ("1931/1935", "", "born between 1931 and 1935"),
        ("1931/1935", "2004", "1931/1935 – 2004"),
        ("", "2004/2006", "died between 2004 and 2006"),
        ("c. 1985", "2021", "c. 1985 – 2021"),
        ("1985", "", "born 1985"),
        ("", "before 1931", "died before 1931"),
        ("12 March 1931", "3 May 1999", "1931 – 1999"),
        ("", "", ""),
    ],
)
def test_a_life_is_one_line(born: str, died: str, line: str) -> None:
    assert lifespan(date(born), date(died)) == line


@pytest.mark.parametrize(
    ("opened", "closed", "line"),
    [("1903", "", "1903–"), ("1903", "1960", "1903–1960"), ("", "1960", "closed 1960"), ("", "", "")],
)
def test_a_hall_stands_open_until_it_closes(opened: str, closed: str, line: str) -> None:
    assert duration(date(opened), date(closed)) == line


@pytest.mark.parametrize(
    ("born", "died", "age"),
    [
        ("1931-03-12", "1999-03-11", "aged 67"),
        ("1931-03-12", "1999-03-12", "aged 68"),
        ("1931", "1999", "aged 67 or 68"),
        ("1931-03", "1999-06", "aged 68"),
        ("1931", "1999-12-31", "aged 68"),
        ("c. 1931", "1999", ""),
        ("1931", "1990s", ""),
        ("before 1931", "1999", ""),
        ("1931", "1999?", ""),
        ("1931", "1913", ""),
        ("1931", "", ""),
        ("", "1999", ""),
    ],
)
def test_an_age_is_told_to_within_a_year(born: str, died: str, age: str) -> None:
    assert age_at_death(date(born), date(died)) == age


def test_what_is_said_of_each_occasion_stays_with_its_years() -> None:
    occasions = [
        Occasion((_date("1999"),), ""),
        Occasion((_date("2004"), _date("2006")), "with a trio"),
        Occasion((), "later"),
    ]

    assert remarks(occasions) == "1999; 2004, 2006 (with a trio); later"


def _date(words: str) -> PartialDate:
    found = date(words)
    assert found is not None
    return found


def test_years_and_a_note_make_one_remark() -> None:
    years = tuple(filter(None, (date("1999"), date("c. 2004"))))

    assert remark(years, "with a trio") == "1999, c. 2004 (with a trio)"
    assert remark(years, "") == "1999, c. 2004"
    assert remark((), "with a trio") == "with a trio"


def test_places_have_directions_instead_of_signs() -> None:
    assert coordinates(43.238, 76.945) == "43.2380° N, 76.9450° E"
    assert coordinates(-34.60372, -58.38159) == "34.6037° S, 58.3816° W"
