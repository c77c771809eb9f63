"""Which pages read what, kept up to date record by record."""

from collections.abc import Mapping

import pytest

from site_builder.build.readers import changed_readers, readers_of
from site_builder.build.records import UNMADE, PageRecord
from site_builder.build.staleness import packed
from site_builder.build.tables import mark
from site_builder.model.identity import OutputPath


def page(*reads: int) -> PageRecord:
    return PageRecord("a digest", "musician.html", "a closure", packed(reads))


def known(**pages: PageRecord) -> dict[OutputPath, PageRecord]:
    return {OutputPath(path): record for path, record in pages.items()}


class Site:
    """Records, and their readers as a build after the other leaves them."""

    def __init__(self) -> None:
        self.records: dict[OutputPath, PageRecord] = {}
        self.readers: dict[str, bytes] = {}

    def build(self, gone: tuple[str, ...] = (), **pages: PageRecord) -> Mapping[str, bytes]:
        paths = [OutputPath(path) for path in gone]
        changed = changed_readers(self.readers, self.records, known(**pages), paths)
        self.readers = {code: marks for code, marks in {**self.readers, **changed}.items() if marks}
        self.records = {path: one for path, one in {**self.records, **known(**pages)}.items() if path not in paths}
        return changed

    def found(self, *codes: int) -> set[str]:
        return set(readers_of(codes, self.readers, self.records))


@pytest.fixture
def site() -> Site:
    made = Site()
    made.build(violin=page(1, 2), cello=page(2, 3), home=page())
    return made


def test_a_change_finds_those_who_read_it(site: Site) -> None:
    assert site.found(1) == {"violin"}
    assert site.found(2) == {"violin", "cello"}
    assert site.found(1, 3) == {"violin", "cello"}
    assert site.found(4) == site.found() == set()


def test_a_page_that_reads_something_else_is_found_by_that_alone(site: Site) -> None:
    changed = site.build(violin=page(2, 4))

    assert changed.keys() == {"1", "4"}
    assert site.found(1) == set()
    assert site.found(4) == {"violin"}
    assert site.found(2) == {"violin", "cello"}


def test_a_page_that_reads_the_same_changes_nothing(site: Site) -> None:
    assert site.build(violin=PageRecord("another digest", "", "", packed([1, 2]))) == {}


@pytest.mark.parametrize("how", ["gone", "unmade"])
def test_a_page_that_is_no_more_or_could_not_be_made_reads_nothing(site: Site, how: str) -> None:
    if how == "gone":
        site.build(gone=("cello",))
    else:
        site.build(cello=UNMADE)

    assert site.found(2, 3) == {"violin"}
    assert "3" not in site.readers


def test_two_pages_of_one_mark_are_both_found_whatever_becomes_of_one() -> None:
    site = Site()
    site.build(plumless=page(1, 2), buckeroo=page(1))
    assert mark("plumless") == mark("buckeroo")

    site.build(plumless=page(2))
    assert "buckeroo" in site.found(1)
    site.build(gone=("plumless",))
    assert "buckeroo" in site.found(1)


def test_a_page_takes_over_what_another_of_its_mark_read() -> None:
    site = Site()
    site.build(plumless=page(1))

    site.build(plumless=page(2), buckeroo=page(1))
    assert "buckeroo" in site.found(1)


def test_what_follows_one_after_the_other_is_what_comes_at_once(site: Site) -> None:
    site.build(violin=page(3), organ=page(1, 3))
    site.build(gone=("home",), cello=page(1))

    at_once = Site()
    at_once.build(violin=page(3), organ=page(1, 3), cello=page(1))
    assert {code: set(marks) for code, marks in site.readers.items()} == {
        code: set(marks) for code, marks in at_once.readers.items()
    }
    assert all(site.found(code) == at_once.found(code) for code in range(5))
