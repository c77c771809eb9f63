"""Searching the demonstration: what readers type, and what comes first."""

import asyncio
import json
from pathlib import Path

import pytest

from tests.search.engine import Answer, Query, answers, committed_queries
from tests.serve.browser import Page, browser

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


def test_a_browser_answers_the_same_from_disk(demo: Path, answered: dict[str, Answer]) -> None:
    texts = json.dumps([query.text for query in QUERIES])

    async def found() -> object:
        async with browser() as page:
            await page.open((demo / "search.html").as_uri())
            return await page.value(
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

    assert asyncio.run(found()) == [list(answered[query.text].paths) for query in QUERIES]


async def opened(page: Page, demo: Path, address: str) -> None:
    await page.open((demo / "search.html").as_uri() + address)
    await page.until("document.querySelectorAll('.results li').length > 0")


async def value(page: Page, expression: str) -> object:
    return await page.value(expression)


def test_the_page_of_results_shows_what_the_address_says(demo: Path) -> None:
    async def shown() -> list[object]:
        async with browser() as page:
            await opened(page, demo, "?q=%D2%9B%D0%BE%D0%B1%D1%8B%D0%B7")
            return [
                await value(page, "document.querySelector('#_query').value"),
                await value(page, "document.querySelector('.results a').textContent"),
                await value(page, "document.querySelector('.results mark').textContent"),
                await value(page, "document.querySelector('.told').getAttribute('role')"),
                await value(page, "document.querySelector('.told').textContent.includes('entries found for “қобыз”')"),
            ]

    assert asyncio.run(shown()) == ["қобыз", "Qobyz", "Qobyz", "status", True]


def test_typing_changes_results_and_address(demo: Path) -> None:
    async def shown() -> list[object]:
        async with browser() as page:
            await opened(page, demo, "?q=violin")
            await page.value(
                "(() => { const field = document.querySelector('#_query'); field.value = 'Bahyt Taro';"
                " field.dispatchEvent(new Event('input')); })()"
            )
            await page.until("document.querySelector('.results a')?.textContent === 'Bakhyt Taro'")
            return [
                await value(page, "new URL(location).searchParams.get('q')"),
                await value(page, "document.querySelector('.meant').textContent"),
                await value(page, "document.title.startsWith('“Bahyt Taro”')"),
            ]

    assert asyncio.run(shown()) == ["Bahyt Taro", "Did you mean Bakhyt Taro?", True]


def test_the_field_of_the_header_is_a_combobox(demo: Path) -> None:
    async def walked() -> list[object]:
        async with browser() as page:
            await page.open((demo / "venues/wigmore-hall.html").as_uri())
            loaded = "performance.getEntriesByType('resource').filter((one) => one.name.includes('search')).length"
            before = await value(page, loaded)
            # A browser without a window has no focus to give, and so no event of it.
            await page.value("document.querySelector('#_search').focus()")
            await page.value("document.querySelector('#_search').dispatchEvent(new Event('focus'))")
            await page.until("document.querySelector('#_search').getAttribute('role') === 'combobox'")
            await page.value(
                "(() => { const field = document.querySelector('#_search'); field.value = 'кобыз';"
                " field.dispatchEvent(new Event('input')); })()"
            )
            await page.until("document.querySelector('#_suggestions').hidden === false")
            press = (
                "document.querySelector('#_search').dispatchEvent("
                "new KeyboardEvent('keydown', {{ key: '{}', bubbles: true, cancelable: true }}))"
            )
            options = "[...document.querySelectorAll('[role=option]')].map((one) => one.firstChild.textContent)"
            told = [before, await value(page, options)]
            await page.value(press.format("ArrowDown"))
            told.append(await value(page, "document.querySelector('#_search').getAttribute('aria-activedescendant')"))
            told.append(await value(page, "document.querySelector('[aria-selected=true]').id"))
            await page.value(press.format("Escape"))
            told.append(await value(page, "document.querySelector('#_search').getAttribute('aria-expanded')"))
            await page.value(press.format("ArrowDown"))
            await page.value(press.format("ArrowDown"))
            await page.value(press.format("Enter"))
            await page.until("location.pathname.endsWith('/instruments/qobyz.html')")
            return told

    assert asyncio.run(walked()) == [
        0,
        ["Qobyz", "All that is said of “кобыз”"],
        "_suggestions-0",
        "_suggestions-0",
        "false",
    ]
