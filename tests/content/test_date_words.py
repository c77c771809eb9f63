import pytest

from site_builder.content.date_words import DATE_FORMS, explain_date
from site_builder.content.dates import read_date
from site_builder.content.dates import read_date


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("12.03.1985", "write 1985-03-12 for 12 March or 1985-12-03 for 3 December"),
        ("03/12/1985", "write 1985-12-03 for 3 December or 1985-03-12 for 12 March"),
        ("25.12.1985", "write 1985-12-25"),
        ("12/25/1985", "write 1985-12-25"),
        ("05.05.1985", "write 1985-05-05"),
        ("1985/3/12", "write 1985-03-12"),
        ("1985-3-12", "write 1985-03-12"),
        ("12. März 1985", "write 1985-03-12"),
        ("12 mars 1985", "write 1985-03-12"),
        ("12 de marzo de 1985", "write 1985-03-12"),
        ("12 марта 1985 г.", "write 1985-03-12"),
        ("1985 жылғы 12 наурыз", "write 1985-03-12"),
        ("1985 March 12", "write 1985-03-12"),
        ("März 1985", "write 1985-03"),
        ("31 February 1985", "February 1985 has 28 days; write 1985-02 if the day is not known"),
        ("30 février 2004", "February 2004 has 29 days; write 2004-02 if the day is not known"),
        ("31.11.1985", "November 1985 has 30 days; write 1985-11 if the day is not known"),
        ("45.45.1985", "months go from 01 to 12; write 1985 if the month is not known"),
        ("1985-02-30", "February 1985 has 28 days; write 1985-02 if the day is not known"),
        ("1985-13-01", "months go from 01 to 12; write 1985 if the month is not known"),
        ("1985-13", "months go from 01 to 12; write 1985 if the month is not known"),
        ("recently", DATE_FORMS),
        ("May or June 1985", DATE_FORMS),
        ("12 March 85", DATE_FORMS),
    ],
)
def test_the_hint_is_made_for_the_date_as_it_is_written(text, hint):
    assert read_date(text) is None
    assert explain_date(text).hint == hint


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12 Mrach 1985", "12 March 1985"),
        ("Febuary 1985", "February 1985"),
        ("abuot 1900", "about 1900"),
        ("befor 1900", "before 1900"),
        ("betwen 1900 and 1905", "between 1900 and 1905"),
        ("the 19th centruy", "the 19th century"),
    ],
)
def test_a_slip_in_a_word_is_mended_by_the_hint(text, meant):
    assert explain_date(text).hint == f'did you mean "{meant}"?'
    assert read_date(meant)


@pytest.mark.parametrize("text", ["recently", "31 Mrach", "Mrach", "12 Harmattan 1985", "before the war"])
def test_what_no_other_spelling_makes_a_date_is_told_all_forms(text):
    assert explain_date(text).hint == DATE_FORMS


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("12.03.1985", '"12.03.1985" can be two days: which number is the month?'),
        ("12. März 1985", 'the date "12. März 1985" is in a form that is not read here'),
        ("31 February 1985", "there is no such day as 31 February 1985"),
        ("2001-13", "there is no such month as 2001-13"),
        ("recently", '"recently" is not a date'),
    ],
)
def test_the_message_says_why_it_is_no_date(text, message):
    assert explain_date(text).message == message
