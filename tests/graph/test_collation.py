"""The order of the alphabet, over several scripts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.graph.collation import NO_LETTER, NUMBERS, initial, sort_key

IN_ORDER = (
    *("?!", "9 Lives", "10 cc", "١٢ a", "1900", "Ætna", "Asa", "Åsa", "Bach, Johann", "Bach Choir", "Bacharach"),
    *("Emile", "Émile", "Łódź", "Straße", "Strata", "Zoë", "Абай", "Әсет", "Бақыт", "Ель", "Ёж", "Канат", "Қазақ"),
    *("Оқу", "Өлең", "Үмит", "Ωmega", "გიორგი", "Արամ", "أمين", "בן", "あい", "がく", "カサ", "王菲"),
)


def test_names_of_several_scripts_stand_in_the_order_of_their_alphabets() -> None:
    assert sorted(set(IN_ORDER), key=sort_key) == list(IN_ORDER)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Rimsky-Korsakov", "RimskyKorsakov"), ("O'Brien", "obrien"), ("É", "É"), ("ß", "SS"), ("カ", "か")],
)
def test_case_accents_and_punctuation_decide_only_between_equals(one: str, other: str) -> None:
    letters = [sort_key(text).partition("\x01")[0] for text in (one, other)]

    assert letters[0] == letters[1]
    assert sort_key(f"{one}a") < sort_key(f"{other}b")
    assert sort_key(f"{other}a") < sort_key(f"{one}b")


def test_the_kazakh_letters_have_their_places_in_the_kazakh_alphabet() -> None:
    alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

    assert "".join(sorted(alphabet, key=sort_key)) == alphabet


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Édith", "E"),
        ("Қазақ", "Қ"),
        ("ёж", "Ё"),
        ("Øystein", "O"),
        ("Æther", "A"),
        ("“Quoted”", "Q"),
        ("2 Live", NUMBERS),
        ("٣", NUMBERS),
        ("?!", NO_LETTER),
        ("", NO_LETTER),
        ("がく", "か"),
        ("ギター", "き"),
        ("박나래", "ㅂ"),
        ("王菲", "王"),
        ("გიორგი", "გ"),
        ("ολγα", "Ο"),
    ],
)
def test_a_name_stands_under_its_first_letter(text: str, letter: str) -> None:
    assert initial(text) == letter


@settings(deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=6), max_size=12))
def test_names_under_one_heading_stand_together(texts: list[str]) -> None:
    headings = [initial(text) for text in sorted(texts, key=sort_key)]

    runs = [heading for place, heading in enumerate(headings) if place == 0 or headings[place - 1] != heading]
    assert len(runs) == len(set(runs))


@settings(deadline=None, derandomize=True)
@given(st.integers(0, 10**30), st.integers(0, 10**30), st.sampled_from(["", "Opus ", "Қ"]))
def test_numbers_sort_by_value(one: int, other: int, before: str) -> None:
    assert (sort_key(f"{before}{one}") < sort_key(f"{before}{other}")) == (one < other)


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_a_key_can_be_written_as_utf_8(text: str) -> None:
    assert sort_key(text).encode("utf-8", "surrogatepass")


def test_a_number_of_any_length_has_a_key() -> None:
    assert sort_key("9" * 70_000).encode()
    assert sort_key("8" * 70_000) < sort_key("9" * 70_000)
