"""Which pages have to be looked at again."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from site_builder.build.readers import changed_readers
from site_builder.build.records import UNMADE, PageRecord
from site_builder.build.staleness import packed, stale_pages, stale_records
from site_builder.build.store import Store
from site_builder.build.tables import StoredTable
from site_builder.model.identity import OutputPath
from site_builder.pages.page_id import PageId

HOME, TARO = OutputPath("index.html"), OutputPath("musicians/taro.html")
RECORDS = {
    HOME: PageRecord("request", "home.html", "closure", packed([3, -5, 8])),
    TARO: PageRecord("request", "entry.html", "closure", packed([8, 13])),
}
CLOSURES = {"home.html": "closure", "entry.html": "closure"}


def stale(**changes: object) -> dict[str, tuple[str, ...]]:
    arguments: dict[str, object] = {
        "pages": {path: PageId(path, "") for path in (HOME, TARO)},
        "records": RECORDS,
        "changed": {},
        "closures": CLOSURES,
        "damaged": frozenset(),
    }
    return {one.page.path: one.reasons for one in stale_pages(**{**arguments, **changes})}  # type: ignore[arg-type]


def test_where_nothing_changed_nothing_is_stale() -> None:
    assert stale() == {}


def test_a_page_is_stale_if_it_read_what_changed() -> None:
    assert stale(changed={-5: "one musician more", 4: "another"}) == {HOME: ("one musician more",)}
    assert stale(changed={8: "a name"}) == {HOME: ("a name",), TARO: ("a name",)}


def test_every_page_is_stale_after_a_change_of_settings() -> None:
    assert stale(changed=None).keys() == {HOME, TARO}


def test_a_page_is_stale_if_its_template_or_what_that_brings_in_changed() -> None:
    assert stale(closures={**CLOSURES, "entry.html": "other"}).keys() == {TARO}
    assert stale(closures={"home.html": "closure"}).keys() == {TARO}


def test_new_pages_damaged_ones_and_those_that_failed_are_stale() -> None:
    new = OutputPath("new.html")

    found = stale(
        pages={path: PageId(path, "") for path in (HOME, TARO, new)},
        records={**RECORDS, TARO: UNMADE},
        damaged=frozenset([HOME]),
        closures=CLOSURES,
    )

    assert found.keys() == {HOME, TARO, new}


def test_with_readers_at_hand_nobody_looks_at_the_other_records(tmp_path: Path) -> None:
    records = {OutputPath(f"page-{number}.html"): PageRecord("", "", "", packed([number])) for number in range(1000)}
    stored: StoredTable[PageRecord] = StoredTable(Store(tmp_path / "cache.sqlite", "engine"), "pages", PageRecord)
    stored.replace(records)
    stored.save()
    known: StoredTable[PageRecord] = StoredTable(stored._store, "pages", PageRecord)
    table = cast("Mapping[OutputPath, PageRecord]", known)
    readers = changed_readers({}, {}, records, ())

    found = stale_records(table, {700: "a name"}, {}, frozenset({OutputPath("page-7.html")}), readers)

    assert {one.page.path for one in found} == {"page-7.html", "page-700.html"}
    assert sum(chunk is not None for chunk in known._chunks) == 2
