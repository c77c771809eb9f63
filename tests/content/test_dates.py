import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.dates import read_date
from site_builder.model.dates import PartialDate


def year(number, text=None, **words):
    return PartialDate(text or str(number), (number, 1, 1), (number, 12, 31), **words)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("1985", year(1985)),
        ("1985-03", PartialDate("March 1985", (1985, 3, 1), (1985, 3, 31))),
        ("1985-03-12", PartialDate("12 March 1985", (1985, 3, 12), (1985, 3, 12))),
        ("2000-02-29", PartialDate("29 February 2000", (2000, 2, 29), (2000, 2, 29))),
        ("1985-XX", year(1985)),
        ("1985-03-XX", PartialDate("March 1985", (1985, 3, 1), (1985, 3, 31))),
        ("872", year(872)),
        ("-0043", year(-43, "44 BC")),
        ("44 BC", year(-43, "44 BC")),
        ("0000", year(0, "1 BC")),
        ("AD 50", year(50, "AD 50")),
        ("2001-21", year(2001, "spring 2001")),
        ("1985-22", year(1985, "summer 1985")),
        ("1921-22", PartialDate("1921–1922", (1921, 1, 1), (1922, 12, 31))),
        ("1985-86", PartialDate("1985–1986", (1985, 1, 1), (1986, 12, 31))),
        ("1911-12", PartialDate("December 1911", (1911, 12, 1), (1911, 12, 31))),
        ("Fall 2001", year(2001, "autumn 2001")),
    ],
)
def test_a_date_is_read_to_the_precision_it_has(written, date):
    assert read_date(written) == date


@pytest.mark.parametrize("written", ["c. 1985", "ca. 1985", "ca 1985", "c1985", "circa 1985", "About 1985", "1985~"])
def test_about_is_one_thing_however_it_is_written(written):
    assert read_date(written) == year(1985, "c. 1985", approximate=True)


@pytest.mark.parametrize("written", ["1985?", "perhaps 1985", "possibly 1985"])
def test_perhaps_is_one_thing_however_it_is_written(written):
    assert read_date(written) == year(1985, "1985?", uncertain=True)


@pytest.mark.parametrize("written", ["1985%", "1985?~", "c. 1985?", "perhaps c. 1985"])
def test_a_date_can_be_both_approximate_and_uncertain(written):
    assert read_date(written) == year(1985, "c. 1985?", approximate=True, uncertain=True)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("12 March 1931", "12 March 1931"),
        ("12th of march, 1931", "12 March 1931"),
        ("March 12, 1931", "12 March 1931"),
        ("Mar. 12th, 1931", "12 March 1931"),
        ("Sept 1931", "September 1931"),
        ("May 1931", "May 1931"),
        ("1985-03~", "c. March 1985"),
    ],
)
def test_a_date_in_words_is_said_again_in_one_way(written, text):
    date = read_date(written)

    assert date is not None
    assert date.text == text


@pytest.mark.parametrize(
    ("written", "text", "earliest", "latest"),
    [
        ("1980s", "1980s", 1980, 1989),
        ("the 1980's", "1980s", 1980, 1989),
        ("198X", "1980s", 1980, 1989),
        ("190X", "1900–1909", 1900, 1909),
        ("19XX", "1900s", 1900, 1999),
        ("1900s", "1900s", 1900, 1999),
        ("early 1950s", "early 1950s", 1950, 1953),
        ("mid 1950s", "mid-1950s", 1954, 1956),
        ("late 1950s", "late 1950s", 1957, 1959),
        ("19th century", "19th century", 1801, 1900),
        ("early 19th century", "early 19th century", 1801, 1833),
        ("3rd century", "3rd century", 201, 300),
        ("13th century", "13th century", 1201, 1300),
        ("5th century BC", "5th century BC", -499, -400),
        ("1931/1935", "1931–1935", 1931, 1935),
        ("1931-1935", "1931–1935", 1931, 1935),
        ("1931 – 1935", "1931–1935", 1931, 1935),
        ("between 1931 and 1935", "1931–1935", 1931, 1935),
        ("1931~/1935", "c. 1931 – 1935", 1931, 1935),
    ],
)
def test_a_span_of_years_is_what_it_can_mean(written, text, earliest, latest):
    date = read_date(written)

    assert date is not None
    assert (date.text, date.earliest, date.latest) == (text, (earliest, 1, 1), (latest, 12, 31))


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("before 1900", PartialDate("before 1900", None, (1899, 12, 31))),
        ("after 1900", PartialDate("after 1900", (1901, 1, 1), None)),
        ("after 31 March 1900", PartialDate("after 31 March 1900", (1900, 4, 1), None)),
        ("before 1900-03", PartialDate("before March 1900", None, (1900, 2, 28))),
        ("before 12 March 1900", PartialDate("before 12 March 1900", None, (1900, 3, 11))),
        ("after 31 December 1900", PartialDate("after 31 December 1900", (1901, 1, 1), None)),
        ("../1900", PartialDate("until 1900", None, (1900, 12, 31))),
        ("/1900", PartialDate("until 1900", None, (1900, 12, 31))),
        ("by 1900", PartialDate("by 1900", None, (1900, 12, 31))),
        ("1900/..", PartialDate("from 1900", (1900, 1, 1), None)),
        ("since 1900", PartialDate("since 1900", (1900, 1, 1), None)),
        ("before c. 1900", PartialDate("before c. 1900", None, (1899, 12, 31), approximate=True)),
    ],
)
def test_an_open_end_is_open(written, date):
    assert read_date(written) == date


@pytest.mark.parametrize(
    "written",
    [
        *("1797-02-31", "1900-02-29", "31 April 1931", "2001-13", "2001-00", "2001-01-00", "0 March 1931"),
        *("", "unknown", "85", "12345", "12/03/1931", "12.03.1931", "1931-35", "1935/1931", "1931/1935/1937"),
        *("before", "c.", "before before 1900", "../..", "/", "1985???", "1985-XX-12", "-198X", "0 BC", "AD 44 BC"),
        *(
            "Maybe 1985 or so",
            "31 Foo 1931",
            "early 5th century BC",
            "0th century",
            "spring 0 BC",
            "before 0 BC",
            "between 1931 and soon",
        ),
        "between " * 500 + "1931",
    ],
)
def test_what_is_no_date_is_none(written):
    assert read_date(written) is None


_days = st.dates().map(lambda day: day.isoformat())
_years = st.integers(-9999, 9999).map(lambda number: f"{number:05}" if number < 0 else f"{number:04}")
_simple = st.one_of(_days, _days.map(lambda day: day[:7]), _years, st.integers(100, 999).map(lambda n: f"{n}0s"))
_signed = st.tuples(_simple, st.sampled_from(["", "?", "~", "%"])).map("".join)
_dates = st.one_of(
    _signed,
    st.tuples(st.sampled_from(["before", "after", "until", "from", "c.", "perhaps"]), _signed).map(" ".join),
    st.tuples(_signed, _signed).map("/".join),
)


@given(_dates)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_what_a_reader_is_shown_means_the_same(written):
    date = read_date(written)

    if date is not None:
        assert read_date(date.text) == date


@given(_dates)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_the_earliest_day_is_never_after_the_latest(written):
    date = read_date(written)

    if date is not None and date.earliest and date.latest:
        assert date.earliest <= date.latest


@given(st.dates())
@settings(deadline=None, derandomize=True)
def test_every_day_of_the_calendar_can_be_written(day):
    date = read_date(day.isoformat())

    assert date is not None
    assert date.iso() == day.isoformat()


@given(st.text(alphabet="0123456789-/.?~%XxcabefortBCAD ,s'", max_size=40))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_no_text_breaks_the_reader(text):
    read_date(text)
