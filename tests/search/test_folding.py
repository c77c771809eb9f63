import pytest

from site_builder.search.folding import LETTERS, fold, words


@pytest.mark.parametrize(
    "spellings",
    [
        ("Бахыт", "Bakhyt", "BAKHYT", "Бақыт", "Baqyt"),
        ("қобыз", "кобыз", "qobyz", "kobyz", "Ко\u0431ыз"),
        ("Dvořák", "Dvorak", "DVOŘÁK", "Dvor\u030ca\u0301k"),
        ("Юрий", "Юрии\u0306", "Yuri", "Yuriy", "Yury", "Iurii"),
        ("Хачатурян", "Khachaturian", "Khachaturyan"),
        ("Александр", "Aleksandr", "Alexandr"),
        ("Пётр", "Петр", "Petr"),
        ("Әлия", "Alija".replace("j", "y"), "Aliya"),
        ("Łódź", "Lodz"),
        ("Strauß", "Strauss", "STRAUSS"),
        ("Σίσυφος", "ΣΊΣΥΦΟΣ", "Sisifos"),
        ("თბილისი", "Tbilisi"),
        ("Hannah", "Hanah"),
    ],
)
def test_all_spellings_of_a_word_are_one(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("typed", "name"), [("Bak", "Bakhyt"), ("zh", "Zhandos"), ("Ask", "Askkarova"), ("Ale", "Alexey")]
)
def test_who_has_typed_the_beginning_of_a_name_has_the_beginning_of_its_folded_form(typed: str, name: str) -> None:
    assert fold(name).startswith(fold(typed))


def test_numbers_stay_as_they_are() -> None:
    assert fold("1911") == "1911"


def test_letters_of_other_scripts_stay() -> None:
    assert fold("芦塚") == "芦塚"


def test_a_letter_stands_for_letters_that_are_not_in_the_table_again() -> None:
    assert all(fold(letter) == fold(fold(letter)) for letter in LETTERS)


def test_words_are_what_stands_between_signs() -> None:
    assert words("O'Brien — “Café_Tulpar”, 1994") == ["O", "Brien", "Café", "Tulpar", "1994"]
    assert words("O'Brien, cafe_tulpar") == ["O", "Brien", "cafe", "tulpar"]


@pytest.mark.parametrize("sign", "’‘“”„–—…\u00a0«¿·")
def test_typographic_signs_stand_between_words_whatever_the_script(sign: str) -> None:
    assert words(f"{sign}It{sign}s Café{sign}Tulpar{sign}") == ["It", "s", "Café", "Tulpar"]
    assert words(f"{sign}It{sign}s Cafe_Tulpar{sign}") == ["It", "s", "Cafe", "Tulpar"]
