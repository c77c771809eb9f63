import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.names import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Carnegie Hall", "CARNEGIE  hall"),
        ("O'Brien", "O’Brien"),
        ("Oʼzbekiston", "O'zbekiston"),
        ("Saint-Saëns", "Saint‑Saëns"),
        ("Austria–Hungary", "austria-hungary"),
        ("Türkiye", unicodedata.normalize("NFD", "Türkiye")),
        ("Бақыт Таро", "БАҚЫТ ТАРО"),
        ("Straße", "STRASSE"),
        ("Small\u00a0Hall", "Small Hall"),
    ],
)
def test_two_ways_to_write_a_name_have_one_key(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Evans", "Evan"), ("Café", "Cafe"), ("C.P.E. Bach", "CPE Bach")])
def test_different_names_have_different_keys(one, other):
    assert name_key(one) != name_key(other)


@given(st.text())
@settings(deadline=None, derandomize=True)
def test_a_key_is_its_own_key(name):
    assert name_key(name_key(name)) == name_key(name)


@given(st.text())
@settings(deadline=None, derandomize=True)
def test_composing_a_name_differently_does_not_change_its_key(name):
    forms = {name_key(unicodedata.normalize(form, name)) for form in ("NFC", "NFD")}

    assert forms == {name_key(name)}
