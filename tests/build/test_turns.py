"""What an author looks at comes first."""

from collections.abc import Mapping

import pytest

from site_builder.build import turns
from site_builder.build.publishing.files import KnownFile
from site_builder.build.turns import as_time_allows, in_turn
from site_builder.model.identity import OutputPath
from site_builder.pages.page_id import PageId


def pages(*paths: str, sort: str = "musician") -> list[tuple[OutputPath, PageId]]:
    ids = [PageId(OutputPath(path), sort, path.removesuffix(".html")) for path in paths]
    return [(page.path, page) for page in ids]


CROWD = pages(*(f"musicians/m{number}.html" for number in range(300)))


def there(wanted: list[tuple[OutputPath, PageId]]) -> Mapping[OutputPath, KnownFile]:
    return {path: KnownFile("", 0, 0, 0) for path, _ in wanted}


def paths(wanted: object) -> list[str]:
    assert isinstance(wanted, (list, tuple))
    return [path for path, _ in wanted]


def test_pages_of_what_was_edited_come_before_all_that_only_mention_it() -> None:
    records = pages("venues/hall.json", sort="term-record")
    hall = pages("venues/hall.html", sort="term")
    all_pages = [*CROWD, *records, *hall]

    wanted, at_once = in_turn(all_pages, frozenset(["venues/hall", "venues/hall.json"]), there(all_pages), frozenset())

    assert paths(wanted) == ["venues/hall.html", *paths(CROWD), "venues/hall.json"]
    assert at_once == 1


def test_what_somebody_looks_at_is_made_at_once_and_so_is_what_is_new() -> None:
    new = pages("musicians/new.html")

    wanted, at_once = in_turn([*CROWD, *new], frozenset(), there(CROWD), frozenset([OutputPath("musicians/m7.html")]))

    assert paths(wanted)[:at_once] == ["musicians/m7.html", "musicians/new.html"]
    assert len(wanted) == len(CROWD) + 1


def test_where_nobody_waits_pages_come_before_files_for_programs() -> None:
    records = pages(*(f"musicians/m{number}.json" for number in range(100)), sort="musician-record")
    all_pages = [*records, *CROWD]

    wanted, at_once = in_turn(all_pages, frozenset(), there(all_pages), frozenset())

    assert paths(wanted) == [*paths(CROWD), *paths(records)]
    assert at_once == 0


def test_of_pages_that_can_wait_one_is_made_at_least_and_more_while_there_is_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter(range(100))
    monkeypatch.setattr(turns, "perf_counter", lambda: next(clock))
    monkeypatch.setattr(turns, "A_TURN_SECONDS", 3)
    monkeypatch.setattr(turns, "A_BREATH_SECONDS", 0)

    assert list(as_time_allows("abcdefgh", others=0)) == ["a", "b", "c", "d"]
    assert list(as_time_allows("abcdefgh", others=2)) == ["a"]
