from site_builder.pages.anniversaries import BORN, DIED, PLAYED, Anniversary
from tests.pages.worlds import musician, world


def test_births_deaths_and_evenings_stand_under_their_months_by_day_and_year() -> None:
    built = world(
        musician("B Bb", born="1904-02-29", died="1980-02-01", venues=["Opera @ 1950-02-01, 1951"]),
        musician("A Aa", born="1904-02-29", died="1990-11-05"),
    )

    assert built.overview.days == {
        "02": (
            Anniversary(1, 1950, PLAYED, "musicians/b-bb", "venues/opera"),
            Anniversary(1, 1980, DIED, "musicians/b-bb"),
            Anniversary(29, 1904, BORN, "musicians/a-aa"),
            Anniversary(29, 1904, BORN, "musicians/b-bb"),
        ),
        "11": (Anniversary(5, 1990, DIED, "musicians/a-aa"),),
    }


def test_dates_that_are_not_known_to_the_day_are_no_anniversaries() -> None:
    built = world(
        musician("A Aa", born="c. 12 March 1985", died="2020-03"),
        musician("B Bb", born="1985-03-12?", died="2020", instruments=["oud @ 1999-03-12"]),
        musician("C Cc", born="before 1900", draft=True, died="1990-03-12"),
    )

    assert built.overview.days == {}
