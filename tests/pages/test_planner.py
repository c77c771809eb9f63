from collections.abc import Iterable, Iterator, Mapping

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.facts import Document
from site_builder.model.identity import EntityId
from site_builder.pages.overview import PREFIX
from site_builder.pages.page_id import RANKS
from site_builder.pages.planner import EVERYTHING, Planner
from site_builder.pages.request import request_digest
from site_builder.pages.tables import SHARDS
from site_builder.pages.tracking import WHOLE, code
from tests.pages.changes import OVERVIEW_TABLES, TABLES, changed_paths, requests, stale_paths
from tests.pages.test_plan import NAMES, Names, configurations, documents
from tests.pages.worlds import WITH_ADDRESS, World, instrument, musician, world

ALL_TABLES = (*TABLES, "documents", "photographs", *(PREFIX + name for name in OVERVIEW_TABLES))
OF_ENTRIES = {
    "musician",
    "musician-record",
    "term",
    "term-record",
    "text",
    "pair",
    "letter",
    "redirect",
    "name",
    "cards",
    "lines",
}


class Guarded(Mapping[str, object]):
    """A table that gives only what a page is known to have read."""

    def __init__(self, name: str, table: Mapping[str, object], permitted: set[int]) -> None:
        self._name, self._table, self._permitted = name, table, permitted

    def __getitem__(self, key: str) -> object:
        self._demand(key)
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        self._demand(WHOLE)
        return iter(self._table)

    def __len__(self) -> int:
        self._demand(WHOLE)
        return len(self._table)

    def _demand(self, key: str) -> None:
        if not self._permitted & {EVERYTHING, code(self._name, key), code(self._name, WHOLE)}:
            raise AssertionError(f"{self._name} was not known to be read at {key}")


def guarded(built: World, permitted: set[int]) -> Planner:
    """A planner whose tables give only what is permitted."""
    site = msgspec.structs.replace(
        built.site, **{name: Guarded(name, getattr(built.site, name), permitted) for name in TABLES}
    )
    overview = built.overview
    tables = {
        name: Guarded(PREFIX + name, table, permitted)
        for name in OVERVIEW_TABLES
        if isinstance(table := getattr(overview, name), Mapping)
    }
    overview = msgspec.structs.replace(overview, **tables)
    index = msgspec.structs.replace(built.index, shards=Guarded(SHARDS, built.index.shards, permitted))
    photographs = Guarded("photographs", built.photographs, permitted)
    return Planner(
        site, overview, Guarded("documents", built.documents, permitted), index=index, photographs=photographs
    )


def test_no_page_depends_on_the_order_in_which_a_table_was_made() -> None:
    players = [musician(name, born="1900", countries=["Peru"]) for name in ("Zoe", "A Zz", "B Aa")]
    built = world(*players, config=WITH_ADDRESS)
    site = msgspec.structs.replace(built.site, **_as_stored(built.site, TABLES))
    overview = msgspec.structs.replace(built.overview, **_as_stored(built.overview, OVERVIEW_TABLES))
    stored = Planner(site, overview, built.documents, index=built.index, photographs=built.photographs)

    assert requests(stored) == requests(built.planner)


def _as_stored(value: object, tables: Iterable[str]) -> dict[str, object]:
    """The tables in the order in which the store gives them back: that of their keys."""
    found = {name: getattr(value, name) for name in tables}
    return {name: dict(sorted(table.items())) for name, table in found.items() if isinstance(table, Mapping)}


def test_a_page_can_be_planned_from_what_it_has_read_alone(steppe: World) -> None:
    planner = steppe.planner
    for page in planner.pages:
        plan = planner.page(page)
        permitted = {EVERYTHING}
        alone = guarded(steppe, permitted)
        permitted ^= {EVERYTHING, *plan.reads}

        assert alone.page(page) == plan


@pytest.mark.parametrize("table", ALL_TABLES)
def test_a_page_that_a_value_changes_has_read_it(steppe: World, table: str) -> None:
    overview, name = steppe.overview, table.removeprefix(PREFIX)
    owner = overview if table.startswith(PREFIX) else steppe.site
    apart = {"documents": steppe.documents, "photographs": steppe.photographs}
    values = apart[table] if table in apart else getattr(owner, name)
    planner = steppe.planner
    plans = {page.path: planner.page(page) for page in planner.pages if page.sort != "sitemap"}
    keys = list(values) if isinstance(values, Mapping) else [""]
    for key, changed in (pair for one in keys for pair in _perturbed(values, one)):
        site, tables, own, photographs = steppe.site, overview, steppe.documents, steppe.photographs
        if table == "documents":
            own = changed
        elif table == "photographs":
            photographs = changed
        elif owner is overview:
            tables = msgspec.structs.replace(overview, **{name: changed})
        else:
            site = msgspec.structs.replace(site, **{name: changed})
        read = {code(table, key), code(table, WHOLE)}
        other = Planner(site, tables, own, index=steppe.index, photographs=photographs)
        for page in other.pages:
            if page.path in plans and not plans[page.path].reads & read:
                assert other.page(page).request == plans[page.path].request, (page.path, key)


def _perturbed(values: object, key: str) -> Iterator[tuple[str, object]]:
    """The key, and the table with a shorter list there, or with the value of another key, or without the key."""
    if isinstance(values, bool | tuple):
        yield key, values[1:] if isinstance(values, tuple) else not values
    if not isinstance(values, Mapping):
        return
    if isinstance(values[key], tuple):
        yield key, {**values, key: values[key][1:]}
    else:
        yield from ((key, {**values, key: value}) for value in list(values.values())[:2])
        yield key, {other: value for other, value in values.items() if other != key}


@settings(deadline=None, derandomize=True, max_examples=30)
@given(some=documents(), others=documents(), config=configurations, data=st.data())
def test_no_page_that_an_edit_changes_is_missed(
    some: list[Document], others: list[Document], config: object, data: st.DataObject
) -> None:
    by_id = {document.facts.id: document for document in some}
    edited = data.draw(st.sampled_from([document.facts.id for document in (*some, *others)] or [EntityId("")]))
    after = {**by_id, **{document.facts.id: document for document in others if document.facts.id == edited}}
    if after == by_id:
        after.pop(edited, None)
    old, new = world(*by_id.values(), config=config), world(*after.values(), config=config)

    missed = changed_paths(old, new) - stale_paths(old, new)

    assert missed & requests(new.planner).keys() == set()


def test_no_page_of_an_entry_depends_on_a_whole_table(steppe: World) -> None:
    wholes = {code(table, WHOLE) for table in ALL_TABLES} | {EVERYTHING}
    planner = steppe.planner

    assert [p.path for p in planner.pages if p.sort in OF_ENTRIES and planner.page(p).reads & wholes] == []


def test_a_musician_reads_no_more_where_more_share_its_terms() -> None:
    def reads(others: int) -> int:
        many = (
            musician(f"Player {number:03}", instruments=["violin"], countries=["Georgia"]) for number in range(others)
        )
        planner = world(*many).planner
        return max(len(planner.page(page).reads) for page in planner.pages if page.sort == "musician")

    assert reads(200) == reads(20) < 60


def test_an_edit_of_the_prose_concerns_its_own_page_its_card_and_its_words() -> None:
    def build(body: str) -> World:
        return world(
            musician("A Aa", instruments=["violin"], body=body),
            musician("B Bb", instruments=["violin"], body="Met [[A Aa]]."),
            config=WITH_ADDRESS,
        )

    stale = stale_paths(build("Began."), build("Began early."))

    assert stale == {"musicians/a-aa.html", "cards/0.js", "search/t/t.js"}


def test_an_edit_of_an_instrument_leaves_those_alone_who_only_name_the_musician() -> None:
    def build(second: str) -> World:
        return world(
            musician("A Aa", instruments=["violin", second], updated="2020"),
            musician("B Bb", instruments=["oud"], body="Met [[A Aa]]."),
            instrument("oud"),
            instrument("lute"),
            config=WITH_ADDRESS,
        )

    stale = stale_paths(build("oud"), build("lute"))

    assert {"musicians/a-aa.html", "instruments/oud.html", "instruments/lute.html", "catalog.json"} <= stale
    untouched = {"a-z.html", "maintenance.html", "recent.html", "sitemap.xml", "instruments/violin.json"}
    assert stale & {*untouched, "feed.xml", "feed.json"} == set()


def test_pages_of_emitters_are_stale_with_any_change() -> None:
    planner = world(musician("A Aa"), emitters=(Names(),)).planner
    (page,) = (page for page in planner.pages if page.path == "names.txt")

    assert planner.page(page).reads == {EVERYTHING}


def test_the_path_of_two_pages_leads_to_the_first() -> None:
    planner = world(musician("A Aa"), emitters=(Names("musicians/a-aa.html"),)).planner

    assert planner.paths()["musicians/a-aa.html"].sort == "musician"
    assert len(planner.paths()) == len(planner.pages) - 1


def test_readers_get_the_entries_first_and_programs_the_site_map_last(steppe: World) -> None:
    pages = sorted(steppe.planner.pages, key=lambda page: page.rank)

    assert pages[0].sort in ("musician", "text")
    assert pages[-1].path == "sitemap.xml"
    assert {page.sort for page in pages} <= RANKS.keys()


def test_requests_that_differ_have_digests_that_differ(steppe: World) -> None:
    found = requests(steppe.planner)

    assert len({request_digest(request) for request in found.values()}) == len(found)
    assert request_digest(found["a-z.html"]) == request_digest(requests(steppe.planner)["a-z.html"])


def test_a_search_page_is_a_premise_of_all_others() -> None:
    planners = [world(musician("A Aa"), emitters=(Names(path),)).planner for path in ("names.txt", "search.html")]

    assert planners[0].premises != planners[1].premises


@pytest.mark.parametrize("name", NAMES[:2])
def test_planning_twice_gives_the_same(steppe: World, name: str) -> None:
    planner = steppe.planner
    page = planner.paths()[f"musicians/{name.lower().replace(' ', '-')}.html"]

    assert planner.page(page) == planner.page(page)
