"""Searching the demonstration: what readers type, and what comes first."""

import json
from pathlib import Path

import pytest

from tests.search.engine import Answer, Query, answers, committed_queries
from tools.devtools import Page

QUERIES = committed_queries()


@pytest.fixture(scope="module")
def answered(demo: Path) -> dict[str, Answer]:
    found = answers(demo, [query.text for query in QUERIES])
    return {query.text: answer for query, answer in zip(QUERIES, found, strict=True)}


def is_first(query: Query, paths: tuple[str, ...]) -> bool:
    return bool(paths) and paths[0] in query.wanted


def test_there_are_sixty_queries_for_pages_that_exist(demo: Path) -> None:
    assert len({query.text for query in QUERIES}) == 60
    assert [path for query in QUERIES for path in query.wanted if not (demo / path).is_file()] == []


def test_what_readers_look_for_comes_first(answered: dict[str, Answer]) -> None:
    late = [query.text for query in QUERIES if not is_first(query, answered[query.text].paths)]

    assert len(late) <= 2, late


def test_what_readers_look_for_is_among_the_first_three(answered: dict[str, Answer]) -> None:
    assert [q.text for q in QUERIES if q.wanted.isdisjoint(answered[q.text].paths[:3])] == []


def test_a_browser_answers_the_same_from_disk(tab: Page, demo: Path, answered: dict[str, Answer]) -> None:
    texts = json.dumps([query.text for query in QUERIES])
    tab.open((demo / "search.html").as_uri())

    found = tab.value(
        f"""(async () => {{
            const {{ search }} = encyclopedia;
            const {{ names }} = await search.catalogue();
            const found = [];
            for (const text of {texts}) {{
                const {{ places }} = await search.answer(text);
                found.push(places.slice(0, 5).map((place) => names.entities[place].path));
            }}
            return found;
        }})()"""
    )

    assert found == [list(answered[query.text].paths) for query in QUERIES]


def opened(tab: Page, demo: Path, address: str) -> None:
    tab.open((demo / "search.html").as_uri() + address)
    tab.until("document.querySelectorAll('.results li').length > 0")


def test_the_page_of_results_shows_what_the_address_says(tab: Page, demo: Path) -> None:
    opened(tab, demo, "?q=%D2%9B%D0%BE%D0%B1%D1%8B%D0%B7")

    assert tab.value("document.querySelector('#_query').value") == "қобыз"
    assert tab.value("document.querySelector('.results a').textContent") == "Qobyz"
    assert tab.value("document.querySelector('.results mark').textContent") == "Qobyz"
    assert tab.value("document.querySelector('.told').getAttribute('role')") == "status"
    assert tab.value("document.querySelector('.told').textContent.includes('entries found for “қобыз”')") is True


def test_typing_changes_results_and_address(tab: Page, demo: Path) -> None:
    opened(tab, demo, "?q=violin")

    tab.value("document.querySelector('#_query').select()")
    tab.write("Bahyt Taro")

    tab.until("document.querySelector('.results a')?.textContent === 'Bakhyt Taro'")
    assert tab.value("new URL(location).searchParams.get('q')") == "Bahyt Taro"
    assert tab.value("document.querySelector('.meant').textContent") == "Did you mean Bakhyt Taro?"
    assert tab.value("document.title.startsWith('“Bahyt Taro”')") is True


def test_the_field_of_the_header_is_a_combobox(tab: Page, demo: Path) -> None:
    field = "document.querySelector('#_search')"
    tab.open((demo / "venues/wigmore-hall.html").as_uri())
    loaded = "performance.getEntriesByType('resource').filter((one) => one.name.includes('search')).length"
    assert tab.value(loaded) == 0

    tab.value(f"{field}.focus()")
    tab.until(f"{field}.getAttribute('role') === 'combobox'")
    tab.write("кобыз")
    options = "[...document.querySelectorAll('[role=option]')].map((one) => one.firstChild.textContent)"
    tab.until(f"!document.querySelector('#_suggestions').hidden && {options}.at(-1).includes('“кобыз”')")
    assert tab.value(options) == ["Qobyz", "All that is said of “кобыз”"]

    tab.press("ArrowDown")
    assert tab.value(f"{field}.getAttribute('aria-activedescendant')") == "_suggestions-0"
    assert tab.value("document.querySelector('[aria-selected=true]').id") == "_suggestions-0"

    tab.press("Escape")
    assert tab.value(f"{field}.getAttribute('aria-expanded')") == "false"

    tab.press("ArrowDown")
    tab.press("ArrowDown")
    tab.press("Enter")
    tab.until("location.pathname.endsWith('/instruments/qobyz.html')")
