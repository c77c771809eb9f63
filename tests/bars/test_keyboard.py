"""A walk through each type of page with the Tab key, and what Escape and Enter do."""

import json
import re

import pytest

from tests.bars.looking import faults, probed
from tests.bars.sites import Broken, Hosted
from tools.devtools import Page

FOCUSED = "document.activeElement.outerHTML"
# What opens and has to close: a button of a popover, and the list of the keyboard shortcuts.
OPENERS = "[...document.querySelectorAll('[popovertarget]')].filter((each) => each.checkVisibility()).length"


def opened(tab: Page, address: str) -> None:
    """Goes there, and to the beginning where a page has put the focus elsewhere."""
    tab.open(address)
    tab.settle()
    if tab.value("document.activeElement !== document.body"):
        tab.value("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")


def walked(tab: Page, address: str) -> list[str]:
    """What is wrong on the way from the first stop of the Tab key to the last."""
    opened(tab, address)
    waiting = probed(tab, "stops", list=True)
    met: list[str] = []
    found: list[str] = []
    for _ in range(len(waiting) + 50):
        tab.press("Tab")
        answer = probed(tab, "stops")
        if not answer:
            break
        stop = json.loads(answer[0])
        if met and stop["name"] == met[0] and "trap" not in stop["faults"]:
            break
        found += [f"{fault}: {stop['name']}" for fault in stop["faults"]]
        met.append(stop["name"])
        if "trap" in stop["faults"]:
            break
    else:
        found.append("no end")
    return found + [f"not reached: {name}" for name in waiting if name not in met]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_tab_stops_at_everything_in_order_and_each_stop_is_seen(
    tab: Page, hosted: Hosted, width: int, scheme: str
) -> None:
    tab.resize(width)
    tab.emulate(prefers_color_scheme=scheme)

    assert faults(hosted.site.richest().values(), lambda path: walked(tab, hosted.address + path)) == {}


@pytest.mark.parametrize(
    ("style", "body", "expected"),
    [
        ("", '<a href="#a">1</a><a href="#b" tabindex="1">2</a>', "out of order"),
        ("", "<input onkeydown='if (event.key === \"Tab\") event.preventDefault()'><a href='#a'>1</a>", "trap"),
        (":focus { outline: none }", '<a href="#a">1</a>', "no outline"),
        (":focus { outline: 2px solid #ccc }", '<a href="#a">1</a>', "faint outline"),
        ("header { position: fixed; inset: 0; background: #fff }", '<a href="#a">1</a><header></header>', "hidden"),
        ("a { position: absolute; left: -999px }", '<a href="#a">1</a>', "hidden"),
        ("", '<a href="#a">1</a><div inert><a href="#b">2</a></div><span tabindex="0" role="button"></span>', "no box"),
    ],
)
def test_what_stops_the_keyboard_would_be_seen(tab: Page, broken: Broken, style: str, body: str, expected: str) -> None:
    visible = "<style>:focus { outline: 2px solid #000 }</style>"

    found = walked(tab, broken(f"{visible}<style>{style}</style>", body))

    assert any(fault.startswith(expected) for fault in found), found


def skipped(tab: Page, address: str) -> list[str]:
    """Whether the first stop leads past the header: seen while it has the focus, and the next stop is in the text."""
    opened(tab, address)
    tab.press("Tab")
    first = "document.activeElement"
    if not tab.value(f"{first}.matches('a[href^=\"#\"]')"):
        return ["the first stop is no link into the page"]
    size = "(({ width, height, top }) => width > 24 && height > 16 && top >= 0)"
    found = [] if tab.value(f"{size}({first}.getBoundingClientRect())") else ["the link cannot be seen"]
    tab.press("Enter")
    tab.press("Tab")
    inside = "document.querySelector('main').contains(document.activeElement)"
    # A text without a link goes on in the footer.
    after = "document.querySelector('main').compareDocumentPosition(document.activeElement) & 4"
    return found if tab.value(f"Boolean({inside} || {after})") else [*found, "it leads elsewhere"]


def test_the_first_stop_leads_past_the_header(tab: Page, hosted: Hosted) -> None:
    pages = hosted.site.richest().values()

    assert faults(pages, lambda path: skipped(tab, hosted.address + path)) == {}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="x">Home</a><main></main>', "the first stop is no link into the page"),
        (
            '<a href="#m" style="opacity: 0; font-size: 1px">Skip</a><main id="m"></main><a href="z">z</a>',
            "the link cannot be seen",
        ),
        (
            '<a href="#x">Skip</a><a href="y">y</a><main id="m" tabindex="-1"><a href="z">z</a></main>',
            "it leads elsewhere",
        ),
    ],
)
def test_a_skip_link_of_no_use_would_be_seen(tab: Page, broken: Broken, body: str, expected: str) -> None:
    assert skipped(tab, broken("", body)) == [expected]


def closed(tab: Page, address: str) -> list[str]:
    """Whether Escape closes each popover, and the focus is back on its button."""
    tab.open(address)
    tab.settle()
    found = []
    for place in range(int(str(tab.value(OPENERS)))):
        opener = f"[...document.querySelectorAll('[popovertarget]')].filter((each) => each.checkVisibility())[{place}]"
        shown = f"document.getElementById({opener}.getAttribute('popovertarget')).matches(':popover-open')"
        tab.value(f"{opener}.focus()")
        tab.press("Enter")
        if not tab.value(shown):
            found.append("Enter opens nothing")
        tab.press("Tab")
        tab.press("Escape")
        if tab.value(shown):
            found.append("Escape does not close it")
        if not tab.value(f"document.activeElement === {opener}"):
            found.append(f"the focus goes elsewhere: {tab.value(FOCUSED)}"[:120])
    return found


def test_escape_closes_what_opened_and_the_focus_returns(tab: Page, hosted: Hosted) -> None:
    pages = hosted.site.richest().values()

    assert faults(pages, lambda path: closed(tab, hosted.address + path)) == {}


def test_a_popover_that_stays_or_loses_the_focus_would_be_seen(tab: Page, broken: Broken) -> None:
    stays = '<button popovertarget="p">Open</button><div id="p" popover="manual"><a href="#x">x</a></div>'
    loses = stays.replace("manual", "auto").replace(
        "<div", "<div onbeforetoggle='document.querySelector(\"i\").focus()'"
    )

    assert "Escape does not close it" in closed(tab, broken("", stays))
    assert re.match("the focus goes elsewhere", closed(tab, broken("", f'{loses}<i tabindex="-1"></i>'))[-1])
