"""Names of people turned round."""

import pytest

from site_builder.graph.sort_names import family_name, sort_name


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Bakhyt Taro", "Taro, Bakhyt"),
        ("Бақыт Таро", "Таро, Бақыт"),
        ("A L King", "King, A L"),
        ("John E Smith", "Smith, John E"),
        ("Ludwig van Beethoven", "Beethoven, Ludwig van"),
        ("Anna van der Berg", "Berg, Anna van der"),
        ("Hans Von Bülow", "Bülow, Hans Von"),
        ("Maria dos Santos", "Santos, Maria dos"),
        ("Vincent d'Indy", "Indy, Vincent d'"),
        ("Eugène d’Albert", "Albert, Eugène d’"),
        ("Abu Nasr al-Farabi", "Farabi, Abu Nasr al-"),
        ("Joan La Barbara", "La Barbara, Joan"),
        ("Jacqueline du Pré", "du Pré, Jacqueline"),
        ("Louise de la Barbara", "la Barbara, Louise de"),
        ("Victoria De Los Angeles", "De Los Angeles, Victoria"),
        ("Ali ibn Sina", "ibn Sina, Ali"),
        ("Anna Mac Donald", "Mac Donald, Anna"),
        ("Seán Ó Riada", "Ó Riada, Seán"),
        ("Van Morrison", "Morrison, Van"),
        ("Weird Al Yankovic", "Yankovic, Weird Al"),
        ("Hank Williams Jr.", "Williams, Hank, Jr."),
        ("Harry Connick, Jr.", "Connick, Harry, Jr."),
        ("Sammy Davis III", "Davis, Sammy, III"),
        ("John Smith (bassist)", "Smith, John (bassist)"),
        ("Julius Roentgen [Röntgen]", "Roentgen, Julius [Röntgen]"),
        ("[Isidor] Georg[e] Henschel", "Henschel, [Isidor] Georg[e]"),
        ("The Beatles", "Beatles, The"),
        ("Gulnara al-kindi", "kindi, Gulnara al-"),
    ],
)
def test_a_name_is_turned_round_as_reference_works_do(name: str, listed: str) -> None:
    assert sort_name(name) == listed


@pytest.mark.parametrize(
    "name",
    [
        *("Unknown", "Trinity Boys' Choir", "Earth, Wind & Fire", "Artie Shaw and His Orchestra", "Alatau Quartet"),
        *(
            "Liederkranz of New York",
            "De Luce",
            "Gustav V",
            "Milde von der",
            "Not conducted",
            "王 菲",
            "박 나래",
            "Blink 182",
        ),
    ],
)
def test_a_name_that_is_no_persons_stays_as_it_is(name: str) -> None:
    assert sort_name(name) == name
    assert family_name(name) == ""


@pytest.mark.parametrize(
    ("name", "stated", "family"),
    [
        ("Milo Askarova", "", "Askarova"),
        ("Ludwig van Beethoven", "", "Beethoven"),
        ("Ralph Vaughan Williams", "Vaughan Williams, Ralph", "Vaughan Williams"),
        ("Kim Yuna", "Kim Yuna", ""),
        ("The Beatles", "", ""),
        ("Die Ärzte", "Ärzte, The", ""),
    ],
)
def test_the_family_name_is_what_the_list_begins_with(name: str, stated: str, family: str) -> None:
    assert family_name(name, stated) == family
