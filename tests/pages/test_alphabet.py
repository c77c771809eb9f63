import pytest

from site_builder.pages.views import AlphabetView, Crumb, Group, LetterLink, ListItem
from tests.pages.worlds import World, musician, world


@pytest.fixture(scope="module")
def crowd() -> World:
    starts = [f"{start}{one}{two}" for start in ("Sa", "So", "Ta") for one in "abcdefghij" for two in "abcdefghij"]
    names = [f"{given} {start}" for start in starts for given in ("Ann", "Ben")]
    return world(
        *(musician(name) for name in names[:498]),
        musician("O'Brien"),
        musician("Obama"),
        musician("Ә"),
        musician("42nd Street"),
        musician("? !", slug="question"),
    )


def test_few_musicians_stand_on_one_page_under_their_letters() -> None:
    built = world(musician("Bakhyt Taro", born="1985", summary="Violinist"), musician("Élan Éb"), musician("Әсет Әлем"))

    assert built.view("a-z.html") == AlphabetView(
        name="Musicians from A to Z",
        letters=(
            LetterLink("E", "#letter-e", 1),
            LetterLink("T", "#letter-t", 1),
            LetterLink("Ә", "#letter-cyrillic-schwa", 1),
        ),
        count=3,
        groups=(
            Group("E", "letter-e", "", (ListItem("Éb, Élan", "musicians/elan-eb.html"),)),
            Group(
                "T", "letter-t", "", (ListItem("Taro, Bakhyt", "musicians/bakhyt-taro.html", "born 1985", "Violinist"),)
            ),
            Group("Ә", "letter-cyrillic-schwa", "", (ListItem("Әлем, Әсет", "musicians/aset-alem.html"),)),
        ),
    )


def test_many_musicians_stand_on_a_page_for_each_letter(crowd: World) -> None:
    overview = crowd.view("a-z.html")

    assert overview == AlphabetView(
        name="Musicians from A to Z",
        letters=(
            LetterLink("#", "a-z/other.html", 1),
            LetterLink("0–9", "a-z/0-9.html", 1),
            LetterLink("O", "a-z/o.html", 2),
            LetterLink("S", "a-z/s.html", 400),
            LetterLink("T", "a-z/t.html", 98),
            LetterLink("Ә", "a-z/cyrillic-schwa.html", 1),
        ),
        count=503,
        groups=(),
    )


def test_the_page_of_a_letter_is_divided_by_the_second(crowd: World) -> None:
    view = crowd.view("a-z/s.html")

    assert view.name == "Musicians: S"
    assert [(group.title, group.id, len(group.items)) for group in view.groups] == [
        ("Sa", "letter-s-a", 200),
        ("So", "letter-s-o", 200),
    ]
    assert [(link.text, link.href) for link in view.letters[2:5]] == [
        ("O", "../a-z/o.html"),
        ("S", ""),
        ("T", "../a-z/t.html"),
    ]
    assert view.groups[0].items[0] == ListItem("Saaa, Ann", "../musicians/ann-saaa.html")


def test_names_open_with_their_letters_whatever_stands_between(crowd: World) -> None:
    assert [(group.title, group.id) for group in crowd.view("a-z/o.html").groups] == [("Ob", "letter-o-b")]
    assert [(group.title, group.id) for group in crowd.view("a-z/cyrillic-schwa.html").groups] == [
        ("Ә", "letter-cyrillic-schwa")
    ]
    assert [(group.title, group.id) for group in crowd.view("a-z/other.html").groups] == [("#", "letter-other")]
    assert [(group.title, group.id) for group in crowd.view("a-z/0-9.html").groups] == [("0–9", "letter-0-9")]


def test_the_frames_of_the_alphabet(crowd: World) -> None:
    overview, letter = crowd.page("a-z.html").page, crowd.page("a-z/t.html").page

    assert (overview.title, overview.type, overview.description) == (
        "Musicians from A to Z",
        "alphabet",
        "All 503 musicians in the order of the alphabet",
    )
    assert letter.description == "98 musicians under T, from Taaa, Ann to Taei, Ben"
    assert letter.breadcrumbs == (
        Crumb("Home", "../index.html"),
        Crumb("Musicians from A to Z", "../a-z.html"),
        Crumb("Musicians: T", ""),
    )


def test_an_encyclopedia_without_musicians_still_has_the_page() -> None:
    built = world()

    assert built.view("a-z.html") == AlphabetView("Musicians from A to Z", (), 0, ())
    assert built.page("a-z.html").page.description == "All 0 musicians in the order of the alphabet"
