"""What only shows when it is used: axe-core over what readers open, and what comes when they ask."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.bars.looking import axe
from tests.bars.sites import Broken, Hosted
from tests.bars.test_accessibility import WAYS, found_in
from tools.devtools import Page


class State(NamedTuple):
    """What a reader does on the page of this kind, and how it shows that it is done."""

    kind: str
    reach: Callable[[Page], None]
    shown: str
    query: str = ""
    stays: bool = True
    """Whether it is still there in a window of another width."""


def preview(tab: Page) -> None:
    tab.value("document.querySelector('main .lead a[href]').focus()")
    tab.rest_on("main .lead a[href]")


def suggestions(tab: Page) -> None:
    tab.click("#_search")
    tab.write("vio")
    tab.until("document.querySelector('#_suggestions')?.hidden === false")
    tab.press("ArrowDown")


def shortcuts(tab: Page) -> None:
    tab.click(".open-appearance")
    tab.value("[...document.querySelectorAll('.appearance button')].at(-1).click()")


def chain(tab: Page) -> None:
    tab.value("[...document.querySelectorAll('.finder button')].at(-1).click()")


def choices(tab: Page) -> None:
    tab.until("document.querySelector('.explorer.ready') !== null")
    for facet in (0, 1):
        tab.value(
            f"document.querySelectorAll('.facets fieldset')[{facet}].querySelector('input[type=checkbox]').click()"
        )


def nothing(tab: Page) -> None:
    pass


STATES = {
    "a preview": State(
        "musician", preview, "document.querySelector('.preview')?.checkVisibility() === true", stays=False
    ),
    "suggestions": State("musician", suggestions, "document.querySelector('[aria-selected=true]') !== null"),
    "appearance": State(
        "musician",
        lambda tab: tab.click(".open-appearance"),
        "document.querySelector('.appearance').checkVisibility()",
    ),
    "shortcuts": State("musician", shortcuts, "document.querySelector('dialog').open"),
    "results": State("search", nothing, "document.querySelectorAll('.results mark').length > 2", "?q=violin"),
    "no results": State(
        "search", nothing, "document.querySelector('.told')?.textContent.startsWith('Nothing')", "?q=zzyzx"
    ),
    "a chain": State("connections", chain, "document.querySelector('.finder .steps') !== null"),
    "choices": State("explore", choices, "document.querySelectorAll('.chips li').length === 3"),
}


def violations(tab: Page, address: str, state: State) -> list[str]:
    tab.open(address + state.query)
    tab.settle()
    state.reach(tab)
    tab.until(state.shown)
    tab.settle()
    tab.value(f"{axe()}; null", apart=True)
    ways = {name: way for name, way in WAYS.items() if not way.media and (state.stays or way.width == 1280)}
    return [*found_in(tab, ways), *([] if tab.value(state.shown) else ["it is not shown any more"])]


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_in_what_readers_open(tab: Page, hosted: Hosted, name: str) -> None:
    state = STATES[name]
    path = hosted.site.richest()[state.kind]

    assert violations(tab, hosted.address + path, state) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_the_lists_stand_in_the_head_or_behind_a_button(tab: Page, hosted: Hosted, width: int) -> None:
    seen = "[...document.querySelectorAll('.lists-menu a')].filter(link => link.checkVisibility()).length"
    tab.resize(width)
    tab.open(hosted.address + hosted.site.richest()["musician"])
    tab.settle()

    if width < 700:
        assert tab.value(seen) == 0
        tab.click(".open-lists")
    assert tab.value(seen) == tab.value("document.querySelectorAll('.lists-menu a').length") != 0


COVERED = """
(() => {
  const own = document.querySelector('.open-appearance'), box = own.getBoundingClientRect()
  return [...document.querySelectorAll('a, button, input')].filter(each => {
    const at = each.getBoundingClientRect()
    return each !== own && each.checkVisibility() && at.width > 1
      && at.left < box.right && at.right > box.left && at.top < box.bottom && at.bottom > box.top
  }).map(each => each.outerHTML)
})()
"""


@pytest.mark.parametrize("kind", ["home", "musician"])
@pytest.mark.parametrize("width", [1280, 360, 320])
def test_the_button_for_appearance_covers_nothing(tab: Page, hosted: Hosted, width: int, kind: str) -> None:
    tab.resize(width)
    tab.open(hosted.address + hosted.site.richest()[kind])
    tab.settle()

    assert tab.value(COVERED) == []


def test_axe_finds_what_is_wrong_with_what_opened(tab: Page, broken: Broken) -> None:
    popover = '<div id="p" popover><img src="data:,"></div>'
    body = f'<main><h1>Broken</h1><button popovertarget="p">Open</button>{popover}</main>'
    opened = State("", lambda tab: tab.click("button"), "document.querySelector('#p').matches(':popover-open')")

    found = violations(tab, broken("", body), opened)

    assert [each for each in found if each.startswith("light: image-alt")] != []
