import pytest

from site_builder.pages.english import common_noun, country_in_prose, player_of, players_of


@pytest.mark.parametrize(
    ("instrument", "players"),
    [
        ("violin", "violinists"),
        ("Violin", "violinists"),
        ("voice", "singers"),
        ("drum kit", "drummers"),
        ("oud", "oud players"),
        ("Hardanger fiddle", "Hardanger fiddlers"),
        ("bass clarinet", "bass clarinettists"),
        ("talking drum", "talking drum players"),
    ],
)
def test_players_are_called_after_their_instrument(instrument: str, players: str) -> None:
    assert players_of(instrument) == players


def test_one_player_has_the_singular() -> None:
    assert [player_of(instrument) for instrument in ("cello", "dombra")] == ["cellist", "dombra player"]


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Violin", "violin"),
        ("Double bass", "double bass"),
        ("French horn", "French horn"),
        ("Hardanger fiddle", "Hardanger fiddle"),
        ("Ondes Martenot", "Ondes Martenot"),
        ("Қобыз", "қобыз"),
        ("", ""),
    ],
)
def test_a_common_noun_loses_its_capital_in_a_sentence(title: str, word: str) -> None:
    assert common_noun(title) == word


@pytest.mark.parametrize(
    ("country", "in_prose"),
    [
        ("Kazakhstan", "Kazakhstan"),
        ("Netherlands", "the Netherlands"),
        ("United States", "the United States"),
        ("United Kingdom", "the United Kingdom"),
        ("Soviet Union", "the Soviet Union"),
        ("Marshall Islands", "the Marshall Islands"),
        ("German Democratic Republic", "the German Democratic Republic"),
        ("Democratic Republic of the Congo", "the Democratic Republic of the Congo"),
        ("Isle of Man", "the Isle of Man"),
        ("Ireland", "Ireland"),
        ("Khanate of Khiva", "the Khanate of Khiva"),
        ("Réunion", "Réunion"),
        ("South Georgia and the South Sandwich Islands", "South Georgia and the South Sandwich Islands"),
    ],
)
def test_some_countries_have_an_article(country: str, in_prose: str) -> None:
    assert country_in_prose(country) == in_prose
