import pytest

from site_builder.model.dates import PartialDate

NEW_YEAR, NEW_YEARS_EVE = (1985, 1, 1), (1985, 12, 31)


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        (PartialDate("12 March 1985", (1985, 3, 12), (1985, 3, 12)), "1985-03-12"),
        (PartialDate("March 1985", (1985, 3, 1), (1985, 3, 31)), "1985-03"),
        (PartialDate("1985", NEW_YEAR, NEW_YEARS_EVE), "1985"),
        (PartialDate("44 BC", (-43, 1, 1), (-43, 12, 31)), "-0043"),
        (PartialDate("c. 1985", NEW_YEAR, NEW_YEARS_EVE, approximate=True), ""),
        (PartialDate("1985?", NEW_YEAR, NEW_YEARS_EVE, uncertain=True), ""),
        (PartialDate("before 1985", None, (1984, 12, 31)), ""),
        (PartialDate("1980s", (1980, 1, 1), (1989, 12, 31)), ""),
        (PartialDate("spring 1985", (1985, 3, 21), (1985, 6, 20)), ""),
    ],
)
def test_iso_has_the_precision_that_is_known_and_nothing_of_what_is_vague(date: PartialDate, iso: str) -> None:
    assert date.iso() == iso


def test_dates_sort_by_what_they_can_be_at_the_earliest() -> None:
    before = PartialDate("before 1900", None, (1899, 12, 31))
    year = PartialDate("1900", (1900, 1, 1), (1900, 12, 31))
    after = PartialDate("after 1900", (1901, 1, 1), None)
    unknown = PartialDate("unknown", None, None)

    assert sorted([unknown, after, year, before], key=lambda date: date.sort_key) == [before, year, after, unknown]
    assert [date.year for date in (before, year, after, unknown)] == [1899, 1900, 1901, None]
