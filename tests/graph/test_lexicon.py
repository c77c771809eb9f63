"""Names as prose has them, and a quick way to them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.graph.lexicon import WORD, build_lexicon, fold, is_bounded, lower, words_of
from site_builder.model.identity import EntityId

TARO = EntityId("musicians/taro")
VIOLIN = EntityId("instruments/violin")


def _found(text: str, *names: str) -> set[str]:
    lexicon = build_lexicon([(name, TARO) for name in names], frozenset())
    return {spelling.text for spelling in lexicon.possible_in(words_of(lower(fold(text))))}


def test_only_names_whose_words_all_occur_are_possible() -> None:
    names = ("Small Hall, Almaty", "Small Hall, Astana", "Almaty", "Rimsky-Korsakov")

    assert _found("In Almaty, the hall was small.", *names) == {"Small Hall, Almaty", "Almaty"}


def test_names_in_scripts_without_spaces_are_possible_inside_a_run() -> None:
    assert _found("歌手王菲在北京", "王菲", "王海", "北京") == {"王菲", "北京"}
    assert _found("รักดนตรี", "ดนตรี") == {"ดนตรี"}
    assert _found("和Taro是", "Taro") == {"Taro"}


@pytest.mark.parametrize("name", ["K.", "7", "1975", "王", "?!", "  "])
def test_single_letters_and_numbers_are_never_looked_for(name: str) -> None:
    assert build_lexicon([(name, TARO)], frozenset()).spellings == {}


def test_one_spelling_leads_to_all_who_have_it() -> None:
    lexicon = build_lexicon([("Viola", TARO), ("Viola", VIOLIN), ("viola", VIOLIN)], frozenset(["instruments"]))

    (spellings,) = lexicon.spellings.values()
    assert [(spelling.text, spelling.any_case, spelling.entities) for spelling in spellings] == [
        ("Viola", False, (TARO,)),
        ("viola", True, (VIOLIN,)),
    ]


def test_a_name_waits_under_its_rarest_word() -> None:
    lexicon = build_lexicon([("John Coltrane", TARO), ("John Cage", TARO), ("John", TARO)], frozenset())

    assert list(lexicon.spellings) == ["cage", "coltrane", "john"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("met ", "."),
        ("", ""),
        ("(", ")"),
        ("„", "“"),
        ("the ", "-born cellist"),
        ("l'", " of"),
        ("", "'s bow"),
        ("", "’s bow"),
        ("Berlin–", " line"),
        ("和", "是"),
    ],
)
def test_a_name_stands_by_itself(before: str, after: str) -> None:
    assert is_bounded(f"{before}Taro{after}", len(before), len(before) + 4)


@pytest.mark.parametrize(
    ("before", "after"),
    [("Kin", ""), ("", "vsky"), ("O'", ""), ("O’", ""), ("Jean-", ""), ("", "-Petrov"), ("", "\u0301"), ("", "2")],
)
def test_a_name_inside_a_longer_word_or_name_is_none(before: str, after: str) -> None:
    assert not is_bounded(f"{before}Taro{after}", len(before), len(before) + 4)


def test_a_capital_that_small_letters_would_make_longer_stays_in_its_place() -> None:
    assert lower("İstanbul ISTANBUL") == "İstanbul istanbul"


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_folding_and_small_letters_keep_every_character_in_its_place(text: str) -> None:
    assert len(lower(fold(text))) == len(text)


@settings(deadline=None, derandomize=True)
@given(st.text(st.characters(max_codepoint=127)))
def test_the_quick_way_to_words_finds_the_same_words(text: str) -> None:
    assert words_of(text) == set(WORD.findall(text))
