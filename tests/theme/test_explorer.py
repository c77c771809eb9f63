"""The explorer's arithmetic, run by node, beside what it means said in Python."""

import json
import random
from typing import NamedTuple

import pytest

from tests.tools import ROOT, node

SCRIPT = (ROOT / "themes/encyclopedia/static/explorer.js/10-counting.js").read_text(encoding="utf-8")

Column = list[list[int]]


class Band(NamedTuple):
    """Three facets of four musicians: what each has of each."""

    instruments: Column = [[0, 1], [0], [1], []]
    countries: Column = [[0], [1], [1], [0]]
    decades: list[int | None] = [1900, 1890, None, 1900]
    born: list[int | None] = [1904, 1890, None, 1900]

    def columns(self) -> dict[str, object]:
        """As search/facets.js gives them."""
        terms = [["oud", "Oud"], ["violin", "Violin"], ["harp", "Harp"]]
        places = [["italy", "Italy"], ["sweden", "Sweden"]]
        return {
            "kinds": [
                {"singular": "instrument", "title": "Instruments", "terms": terms, "column": self.instruments},
                {"singular": "country", "title": "Countries", "terms": places, "column": self.countries},
                {"singular": "label", "title": "Labels", "terms": [], "column": [[] for _ in self.instruments]},
            ],
            "decades": self.decades,
            "born": self.born,
        }


def value(band: Band, expression: str) -> object:
    """What an expression of JavaScript is worth, in which `facets` and `columns` are those of the band."""
    given = f"const columns = {json.dumps(band.columns())};\nconst facets = explorer.facetsOf(columns);"
    return json.loads(node(f"{SCRIPT}\n{given}\nconsole.log(JSON.stringify({expression}))"))


def counted(band: Band, *chosen: set[int], sort: str = "name") -> object:
    """Who is left, and how many each term of each facet would leave."""
    sets = ", ".join(f"new Set({json.dumps(sorted(terms))})" for terms in chosen)
    order = f"explorer.orderOf({json.dumps(sort)}, columns.born)"
    call = f"explorer.counted(facets, [{sets}], {order})"
    return value(band, f"(({{ left, counts }}) => [left, counts.map((each) => [...each])])({call})")


def test_nothing_chosen_leaves_everybody_and_counts_what_each_has() -> None:
    assert counted(Band(), set(), set(), set()) == [[0, 1, 2, 3], [[2, 2, 0], [2, 2], [1, 2]]]


def test_terms_of_one_facet_widen_and_facets_narrow() -> None:
    assert counted(Band(), {0, 1}, set(), set()) == [[0, 1, 2], [[2, 2, 0], [1, 2], [1, 1]]]
    # Of those of Sweden each instrument is counted as if it were the one chosen.
    assert counted(Band(), {0}, {1}, set()) == [[1], [[1, 1, 0], [1, 1], [1, 0]]]


def test_what_nobody_has_leaves_nobody_and_still_counts_what_others_would() -> None:
    assert counted(Band(), {2}, set(), set()) == [[], [[2, 2, 0], [0, 0], [0, 0]]]


def test_a_facet_that_nobody_has_is_left_out_and_decades_stand_in_order() -> None:
    found = value(Band(), "facets.map(({ name, terms }) => [name, terms.map(([slug]) => slug)])")

    assert found == [
        ["instrument", ["oud", "violin", "harp"]],
        ["country", ["italy", "sweden"]],
        ["decade", ["1890", "1900"]],
    ]


@pytest.mark.parametrize(
    ("sort", "order"), [("name", [0, 1, 2, 3]), ("oldest", [1, 3, 0, 2]), ("youngest", [0, 3, 1, 2])]
)
def test_musicians_without_a_year_of_birth_come_last_in_either_direction(sort: str, order: list[int]) -> None:
    found = counted(Band(), set(), set(), set(), sort=sort)

    assert isinstance(found, list)
    assert found[0] == order


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("", ""),
        ("?instrument=violin&instrument=oud&country=italy", "?instrument=violin&instrument=oud&country=italy"),
        ("?country=italy&instrument=oud&sort=oldest", "?instrument=oud&country=italy&sort=oldest"),
        ("?instrument=tuba&colour=red&sort=upwards&sort=oldest", ""),
        ("?sort=constructor&decade=1900", "?decade=1900"),
    ],
)
def test_an_address_says_what_was_chosen_and_what_it_knows_nothing_of_is_passed_over(query: str, written: str) -> None:
    call = f"explorer.writtenAddress(explorer.readAddress({json.dumps(query)}, facets), facets)"

    assert value(Band(), call) == written


def test_counts_are_those_that_each_choice_would_really_leave() -> None:
    chance = random.Random(1)  # noqa: S311 - no secret
    band = Band(
        [sorted(chance.sample(range(3), chance.randrange(3))) for _ in range(60)],
        [sorted(chance.sample(range(2), chance.randrange(3))) for _ in range(60)],
        [chance.choice([1890, 1900, None]) for _ in range(60)],
        [None] * 60,
    )
    held = [band.instruments, band.countries, [[[1890, 1900].index(each)] if each else [] for each in band.decades]]

    for _ in range(12):
        chosen = [set(chance.sample(range(size), chance.randrange(size))) for size in (3, 2, 2)]

        assert counted(band, *chosen) == [
            left(held, chosen),
            [
                [len(left(held, narrowed(chosen, place, term))) for term in range(size)]
                for place, size in enumerate((3, 2, 2))
            ],
        ]


def narrowed(chosen: list[set[int]], place: int, term: int) -> list[set[int]]:
    """The choices with this term as the only one of its facet that has to be there."""
    return [{term} if each == place else terms for each, terms in enumerate(chosen)]


def left(held: list[Column], chosen: list[set[int]]) -> list[int]:
    """Who has one of the chosen terms of each facet that has any chosen."""
    return [
        number
        for number in range(len(held[0]))
        if all(not terms or terms & set(column[number]) for column, terms in zip(held, chosen, strict=True))
    ]
