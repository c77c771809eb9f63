import pytest

from site_builder.pages.lives import Life, decade_name, decade_slug, decade_start, following, life_of
from tests.pages.worlds import date


@pytest.mark.parametrize(
    ("year", "name", "slug"),
    [
        (1931, "1930s", "1930s"),
        (2000, "2000s", "2000s"),
        (7, "0s", "0s"),
        (0, "0s BC", "0s-bc"),
        (-8, "0s BC", "0s-bc"),
        (-9, "10s BC", "10s-bc"),
        (-429, "430s BC", "430s-bc"),
    ],
)
def test_a_year_belongs_to_a_decade(year: int, name: str, slug: str) -> None:
    assert (decade_name(decade_start(year)), decade_slug(decade_start(year))) == (name, slug)


def test_decades_follow_each_other_over_the_birth_of_christ() -> None:
    starts = [-28]
    while starts[-1] < 20:
        starts.append(following(starts[-1]))

    assert starts == sorted({decade_start(year) for year in range(-28, 21)})


@pytest.mark.parametrize(
    ("born", "died", "active", "life"),
    [
        ("1985", "", None, Life(1985, None, birth_decade=1980)),
        ("c. 1985", "2021-05-01", None, Life(1985, 2021, birth_decade=1980, death_decade=2020)),
        ("1980s", "", None, Life(1980, None, birth_decade=1980)),
        ("1929/1931", "", None, Life(1929, None)),
        ("before 1900", "", (1920, 1931), Life(1899, None, 1920, 1931)),
        ("", "", (1920, 1931), Life(None, None, 1920, 1931)),
    ],
)
def test_dates_become_years(born: str, died: str, active: tuple[int, int] | None, life: Life) -> None:
    assert life_of(date(born), date(died), active) == life


def test_who_has_no_year_has_no_life() -> None:
    assert life_of(None, None, None) is None
