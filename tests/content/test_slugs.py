import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.slugs import heading_id, slugify
from site_builder.model.identity import WINDOWS_DEVICES, is_slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bakhyt Taro", "bakhyt-taro"),
        ("Әсет", "aset"),
        ("Құрманғазы", "qurmangazy"),
        ("Бақыт Таро", "baqyt-taro"),
        ("Шәмші Қалдаяқов", "shamshi-qaldaiaqov"),
        ("Владимир Щербаков", "vladimir-shcherbakov"),
        ("Ľubica Čekovská", "lubica-cekovska"),
        ("Straße", "strasse"),
        ("Ελένη", "eleni"),
        ("हिन्दी", "hindi"),
        ("東京", "dongjing"),
        ("O'Brien, Rock ’n’ Roll", "obrien-rock-n-roll"),
        ("AC/DC  (live)", "ac-dc-live"),
        ("№ 5 🎻", "5"),
        ("--a--b--", "a-b"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_a_name_makes_its_address(name, slug):
    assert slugify(name) == slug


@pytest.mark.parametrize("name", ["Con", "NUL", "aux", "Com1", "lpt9", "Нул"])
def test_no_address_is_a_windows_device(name):
    assert slugify(name) not in WINDOWS_DEVICES
    assert is_slug(slugify(name))


def test_a_long_address_ends_with_a_whole_word():
    slug = slugify("The Most Excellent and Lamentable Orchestra of the Society for the Promotion of Wind Music")

    assert slug == "the-most-excellent-and-lamentable-orchestra-of-the-society-for-the-promotion-of"


def test_a_long_word_is_cut_where_it_must_be():
    assert slugify("a" * 100) == "a" * 80


@given(st.text(max_size=200))
@settings(deadline=None, derandomize=True)
def test_an_address_is_always_allowed_or_empty(name):
    slug = slugify(name)

    assert slug == "" or is_slug(slug)
    assert slugify(slug) == slug


def test_an_ascii_name_needs_no_tables():
    sys.modules.pop("anyascii", None)

    slugify("Bakhyt Taro")

    assert "anyascii" not in sys.modules


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Later years", "later-years"),
        ("Өмірі мен шығармашылығы", "өмірі-мен-шығармашылығы"),
        ("हिन्दी गीत", "हिन्दी-गीत"),
        ("1931–1945: war / exile", "1931-1945-war-exile"),
        ("“Quoted” & co.", "quoted-co"),
        ("?!", "section"),
    ],
)
def test_a_heading_keeps_its_script_in_its_id(text, identifier):
    assert heading_id(text, set()) == identifier


def test_equal_headings_get_different_ids():
    taken = set()
    for _ in range(4):
        taken.add(heading_id("Career", taken))

    assert taken == {"career", "career-2", "career-3", "career-4"}


@given(st.lists(st.sampled_from(["a", "a 2", "a-2", "a 3", "b", "?"]), max_size=40))
@settings(deadline=None, derandomize=True)
def test_ids_on_a_page_never_repeat(headings):
    taken = set()
    for heading in headings:
        identifier = heading_id(heading, taken)
        assert identifier not in taken
        taken.add(identifier)
