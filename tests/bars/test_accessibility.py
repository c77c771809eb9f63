"""WCAG 2.2 AA, as far as a program can tell: axe-core on each type of page, in each way that it may be shown."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from tests.bars.looking import axe, faults, probed
from tests.bars.sites import Broken, Hosted
from tools.devtools import Page


class Way(NamedTuple):
    """A way of showing a page."""

    width: int = 1280
    media: str = ""
    features: Mapping[str, str] = {}
    colours_only: bool = False
    """Whether nothing but colours can differ from the way before."""
    without: tuple[str, ...] = ()
    """Rules that make no sense there."""


WAYS = {
    "light": Way(),
    "dark": Way(features={"prefers_color_scheme": "dark"}, colours_only=True),
    "forced colours": Way(features={"forced_colors": "active"}, colours_only=True),
    "320 pixels": Way(width=320),
    "print": Way(media="print", without=("target-size",)),
}


def violations(tab: Page, address: str) -> list[str]:
    tab.open(address)
    tab.settle()
    tab.value(f"{axe()}; null", apart=True)
    return found_in(tab, WAYS)


def found_in(tab: Page, ways: Mapping[str, Way]) -> list[str]:
    """What axe-core, which is on the page already, finds in each way of showing what is there."""
    found = []
    for name, way in ways.items():
        tab.resize(way.width)
        tab.emulate(way.media, **way.features)
        found += [
            f"{name}: {violation}" for violation in probed(tab, "axe", colours=way.colours_only, without=way.without)
        ]
    tab.emulate()
    return found


def test_axe_finds_nothing_on_any_type_of_page(tab: Page, hosted: Hosted) -> None:
    pages = hosted.site.richest().values()

    assert faults(pages, lambda path: violations(tab, hosted.address + path)) == {}


@pytest.mark.parametrize(
    ("style", "body", "expected"),
    [
        ("", '<img src="data:,">', ("light: image-alt", "320 pixels: image-alt", "print: image-alt")),
        ("@media (prefers-color-scheme: dark) { p { color: #ccc } }", "<p>Pale.", ("dark: color-contrast",)),
        ("@media (max-width: 320px) { p { color: #ccc } }", "<p>Pale.", ("320 pixels: color-contrast",)),
        ("@media print { p { color: #ccc } }", "<p>Pale.", ("print: color-contrast",)),
        (
            "@media (forced-colors: active) { p { forced-color-adjust: none; color: #ccc; background: #fff } }",
            "<p>Pale.",
            ("forced colours: color-contrast",),
        ),
    ],
)
def test_axe_finds_what_is_there(tab: Page, broken: Broken, style: str, body: str, expected: tuple[str, ...]) -> None:
    found = violations(tab, broken(f"<style>{style}</style>", f"<main><h1>Broken</h1>{body}</main>"))

    assert [each for each in expected if not any(fault.startswith(each) for fault in found)] == []
    assert not any(fault.startswith("light: color-contrast") for fault in found)
