"""Chains between musicians, and that the page's script finds the same ones."""

import json
import random

import pytest

from site_builder.model.identity import MUSICIANS, EntityId
from site_builder.pages.chains import Step, Ties, acquainted, chain_to, ties_of, ways_from
from site_builder.pages.views_connections import Chain, ConnectionsView
from tests.pages.changes import stale_paths
from tests.pages.worlds import World, musician, world
from tests.tools import ROOT, node

SCRIPT = ROOT / "themes/encyclopedia/static/connections.js"
KINDS = ("venues", "ensembles", "labels")


def ties(made: World) -> Ties:
    musicians = made.overview.kinds[MUSICIANS]
    return ties_of(musicians, made.site.memberships, made.site.relations, KINDS)


def chain(made: World, start: str, end: str) -> list[str]:
    """Who and what the shortest chain leads over, by slug; nothing where there is none."""
    musicians, found = made.overview.kinds[MUSICIANS], ties(made)
    one, other = (musicians.index(EntityId(f"musicians/{name}")) for name in (start, end))
    ways = ways_from(one, found)
    if other not in ways:
        return []
    path = [start]
    for step in chain_to(other, ways):
        path += [found.terms[step.term]] if step.term is not None else []
        path.append(musicians[step.other].removeprefix("musicians/"))
    return path


def crowd(count: int, seed: int = 1) -> World:
    """Musicians who share halls and lessons by chance; some have one name, some have letters of other scripts."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = [f"{chance.choice(['Émile', 'Ivan', 'Øyvind', 'Қайрат'])} B{number}" for number in range(count)]
    people = [
        musician(
            name,
            slug=f"p{number}" if number % 7 == 0 else "",
            venues=[f"Hall {chance.randrange(count)}" for _ in range(chance.randrange(3))],
            labels=["Label"] if number < 3 else [],
            teachers=[chance.choice(names)] if number % 5 == 0 else [],
            countries=[chance.choice(["Mali", "Norway", "Japan"])],
        )
        for number, name in enumerate(names)
    ]
    return world(*people)


def test_a_chain_leads_over_shared_stages_and_acquaintance() -> None:
    made = world(
        musician("A", venues=["Hall"]),
        musician("B", venues=["Hall"], teachers=["C"]),
        musician("C", ensembles=["Trio"]),
        musician("D", ensembles=["Trio"]),
        musician("E", instruments=["violin"]),
        musician("F", instruments=["violin"], venues=["Somewhere else"]),
    )

    assert chain(made, "a", "d") == ["a", "venues/hall", "b", "c", "ensembles/trio", "d"]
    assert chain(made, "e", "f") == []


def test_of_two_chains_that_are_as_short_the_one_of_acquaintance_counts() -> None:
    made = world(
        musician("A", venues=["Hall"], played_with=["C"]),
        musician("B", venues=["Hall"], labels=["Label"]),
        musician("C", labels=["Label"]),
        musician("D", labels=["Label"]),
    )

    assert chain(made, "a", "d") == ["a", "c", "labels/label", "d"]


def test_no_chain_is_longer_than_it_has_to_be() -> None:
    found = ties(crowd(40))
    near = [{other for _, other in found.relations[one]} for one in range(40)]
    for members in found.members:
        for one in members:
            near[one] |= set(members)
    for start in range(40):
        distance, edge = {start: 0}, {start}
        while edge:
            edge = set().union(*(near[one] for one in edge)) - distance.keys()
            distance |= dict.fromkeys(edge, max(distance.values()) + 1)

        ways = ways_from(start, found)

        assert {end: len(chain_to(end, ways)) for end in ways} == distance


def test_everybody_with_a_tie_is_counted_once() -> None:
    made = world(
        musician("A", venues=["Hall"], labels=["Label"], played_with=["B"]),
        musician("B", venues=["Hall"], labels=["Label"]),
        musician("C", labels=["Label"]),
    )

    assert [acquainted(number, ties(made)) for number in range(3)] == [2, 2, 2]


def told(end: int, ways: dict[int, Step | None]) -> list[list[int]] | None:
    """A chain as the script has it."""
    if end not in ways:
        return None
    return [[s.one, s.other, -1 if s.term is None else s.term, s.role] for s in chain_to(end, ways)]


def script_on(made: World, body: str) -> object:
    """What the body prints, which uses the functions of the script and `data`."""
    data = made.file("connections/data.js").partition(",")[2].rpartition(")")[0]
    script = json.dumps(str(SCRIPT))
    return json.loads(
        node(f"const data = {data};\nconst {{ networkOf, chainBetween, rollOf }} = require({script});\n{body}")
    )


def test_the_script_finds_the_chains_that_are_printed() -> None:
    made = crowd(60)
    found = ties(made)
    expected = [told(end, ways_from(start, found)) for start in range(60) for end in range(60)]

    answer = script_on(
        made,
        "const network = networkOf(data); const all = [...data.held.keys()];"
        "console.log(JSON.stringify(all.flatMap((one) => all.map((other) => chainBetween(network, one, other)))));",
    )

    assert answer == expected


def test_the_script_knows_addresses_and_whom_a_reader_means() -> None:
    namesakes = (musician("Ivan Petrov"), musician("Ivan Petrov", slug="ivan-2"))
    made = world(musician("Émile Ávila"), musician("Қайрат Оспан"), *namesakes)

    answer = script_on(
        made,
        "const roll = rollOf(data); const meant = (text) => roll.labels[roll.meant(text)] ?? null;"
        "console.log(JSON.stringify({ slugs: [...roll.slugs].sort(), found: ['avila', 'emile av', 'қай', 'ivan', "
        "'ivan petrov (ivan-2)', 'nobody', ''].map(meant), numbered: roll.slugs[roll.named('ivan-2')] }));",
    )

    assert answer == {
        "slugs": sorted(entity.removeprefix("musicians/") for entity in made.overview.kinds[MUSICIANS]),
        "found": ["Émile Ávila", "Émile Ávila", "Қайрат Оспан", None, "Ivan Petrov (ivan-2)", None, None],
        "numbered": "ivan-2",
    }


def test_the_page_prints_chains_between_countries() -> None:
    view = crowd(60).view("connections.html")

    assert isinstance(view, ConnectionsView)
    assert isinstance(view.longest, Chain)
    assert len(view.longest.steps) == max(
        len(chain_to(end, ways)) for one in range(60) for ways in (ways_from(one, ties(crowd(60))),) for end in ways
    )
    assert view.chains
    assert all(" to " in chain.note and len(chain.steps) > 1 for chain in view.chains)
    assert view.hubs[0].summary.endswith("other musicians")


def test_who_has_nothing_to_do_with_others_has_no_chain() -> None:
    view = world(musician("A")).view("connections.html")

    assert isinstance(view, ConnectionsView)
    assert (view.longest, view.chains, view.hubs) == (None, (), ())


@pytest.mark.parametrize("change", [{"body": "Other words."}, {"summary": "Other words"}])
def test_other_words_leave_the_chains_alone(change: dict[str, str]) -> None:
    facts = {"venues": ["Hall"], "countries": ["Mali"]}
    others = [musician("B", **facts), musician("C", **facts, played_with=["D"]), musician("D")]  # type: ignore[arg-type]
    before = world(musician("A", **{**facts, "summary": "Words", "body": "Words."}), *others)  # type: ignore[arg-type]
    after = world(musician("A", **{**facts, "summary": "Words", "body": "Words.", **change}), *others)  # type: ignore[arg-type]

    assert "connections/data.js" not in stale_paths(before, after)


def test_the_data_are_small() -> None:
    from gzip import compress

    data = crowd(2_000).file("connections/data.js").encode()

    assert len(compress(data, 9, mtime=0)) <= 30_000
