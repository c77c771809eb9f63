from site_builder.graph.collation import initial
from site_builder.model.identity import EntityId, is_slug
from site_builder.pages.routes import letter_slug, long_pair_page, pair_page, relative, whole


def test_a_link_leads_to_the_top_and_down_again() -> None:
    assert relative("index.html", "venues/index.html") == "venues/index.html"
    assert relative("musicians/taro.html", "index.html") == "../index.html"
    assert relative("musicians/taro.html", "musicians/askarova.html") == "../musicians/askarova.html"


def test_a_whole_address_ends_in_a_file_too() -> None:
    assert whole("https://example.org/", "index.html") == "https://example.org/index.html"
    assert whole("", "index.html") == ""


def test_letters_of_several_scripts_have_readable_slugs() -> None:
    letters = ["A", "0–9", "#", "Б", "Ә", "Λ", "ა", "東", "か", "ㄱ", "א", "\U000e0000"]

    assert [letter_slug(letter) for letter in letters] == [
        "a",
        "0-9",
        "other",
        "cyrillic-be",
        "cyrillic-schwa",
        "greek-lamda",
        "georgian-letter-an",
        "cjk-unified-ideograph-6771",
        "hiragana-letter-ka",
        "hangul-letter-kiyeok",
        "hebrew-letter-alef",
        "u-e0000",
    ]


def test_two_pairs_of_the_same_slugs_can_be_told_apart() -> None:
    violin, bass = EntityId("instruments/violin"), EntityId("instruments/violin-georgia")
    georgia, choir = EntityId("countries/georgia"), EntityId("ensembles/georgia")

    assert pair_page(violin, georgia) == "pairs/violin-georgia.html" == pair_page(violin, choir)
    assert long_pair_page(violin, georgia) == "pairs/instruments--violin--countries--georgia.html"
    assert len({long_pair_page(a, b) for a in (violin, bass) for b in (georgia, choir)}) == 4


def test_every_letter_of_unicode_has_an_address_of_its_own() -> None:
    letters = {initial(chr(code)) for code in range(0x110000)}

    slugs = {letter_slug(letter) for letter in letters}

    assert len(slugs) == len(letters)
    assert all(map(is_slug, slugs))
