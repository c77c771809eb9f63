import pytest

from site_builder.pages.births import Birth, birth_of
from site_builder.pages.shelving import LINES_A_FILE
from tests.pages.changes import changed_paths
from tests.pages.test_cards import value
from tests.pages.worlds import World, date, instrument, musician, world


def columns(built: World) -> dict[str, object]:
    found = value(built, "search/facets.js")
    assert isinstance(found, dict)
    return found


def test_columns_have_the_terms_of_every_musician_by_number() -> None:
    built = world(
        musician("B Bb", instruments=["violin", "oud"], countries=["Italy"], born="1985"),
        musician("A Aa", born="1970s"),
        musician("C Cc", instruments=["oud"], born="between 1978 and 1983"),
        instrument("harp"),
    )

    assert columns(built) == {
        "kinds": [
            {
                "kind": "instruments",
                "singular": "instrument",
                "title": "Instruments",
                "terms": [["harp", "Harp"], ["oud", "Oud"], ["violin", "Violin"]],
                "column": [[], [2, 1], [1]],
            },
            {
                "kind": "countries",
                "singular": "country",
                "title": "Countries",
                "terms": [["italy", "Italy"]],
                "column": [[], [0], []],
            },
        ],
        "decades": [1970, 1980, None],
        "born": [1970, 1985, 1978],
    }
    assert (
        value(built, "lines/0.js")
        == "Aa, A\tborn 1970s\ta-aa\nBb, B\tborn 1985\tb-bb\nCc, C\tborn between 1978 and 1983\tc-cc"
    )


def test_many_musicians_keep_their_order_over_several_files() -> None:
    built = world(*(musician(f"M{number:05}", born=str(1000 + number // 8)) for number in range(11 * LINES_A_FILE)))

    assert columns(built)["born"] == [1000 + number // 8 for number in range(11 * LINES_A_FILE)]
    lines = value(built, "lines/10.js")
    assert isinstance(lines, str)
    assert lines.split("\n")[0].split("\t")[2] == f"m{10 * LINES_A_FILE:05}"


def test_a_summary_changes_no_column_and_no_line() -> None:
    old, new = world(musician("A Aa")), world(musician("A Aa", summary="Pianist"))

    assert not {"search/facets.js", "lines/0.js"} & changed_paths(old, new)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", Birth()),
        ("c. 1985", Birth(1985, 1980)),
        ("1980s", Birth(1980, 1980)),
        ("between 1978 and 1983", Birth(1978)),
        ("before 1900", Birth(1899)),
    ],
)
def test_a_decade_is_told_where_it_is_known(words: str, expected: Birth) -> None:
    assert birth_of(date(words)) == expected
