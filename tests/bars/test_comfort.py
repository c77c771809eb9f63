"""Pages that stay where they are, fit the window and the paper, hold still, and need no scripts."""

import pytest

from tests.bars.looking import faults, probed
from tests.bars.sites import Broken, Hosted
from tests.tools import ROOT
from tools.devtools import Page

PAPER = 643
"""Pixels of 1/96 inch between margins of 2 cm on A4."""


ASKED = {
    "search.html?q=violin": "document.querySelector('.results mark') !== null",
    "search.html?q=zzyzx": "document.querySelector('.told')?.textContent.startsWith('Nothing')",
    "explore.html?instrument=violin": "document.querySelector('.explorer.ready .items a') !== null",
    "connections.html?from=bakhyt-taro&to=odile-ferrandier": "document.querySelector('.finder .steps') !== null",
    "today.html": "document.querySelector('.of-today h2') !== null",
}
"""Addresses whose answer comes with a script, and how it shows that it is there."""


def shifts(tab: Page, address: str, width: int, shown: str = "true") -> list[str]:
    """What moves each time: a machine that is busy may paint a page of which it has read only a part."""
    tab.resize(width)
    for _ in range(3):
        tab.open(address)
        tab.until(shown)
        tab.settle()
        if not (found := probed(tab, "shifts")):
            return []
    return found


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_by_itself_and_least_of_all_when_fonts_come_late(tab: Page, hosted: Hosted, width: int) -> None:
    pages = hosted.site.largest().values()

    assert faults(pages, lambda path: shifts(tab, hosted.late + path, width)) == {}


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_when_the_answer_to_an_address_comes(tab: Page, hosted: Hosted, width: int) -> None:
    assert faults(ASKED, lambda path: shifts(tab, hosted.address + path, width, ASKED[path])) == {}


def test_a_font_that_moves_the_text_when_it_comes_would_be_seen(tab: Page, broken: Broken) -> None:
    face = "font-family: Late; font-display: swap; size-adjust: 170%; src: url(late.woff2)"
    font = (ROOT / "themes/encyclopedia/static/fonts/literata-latin.woff2").read_bytes()
    address = broken(
        f"<style>@font-face {{ {face} }} p {{ font-family: Late }}</style>",
        f"<p>{'Long text. ' * 80}<p>What comes after.",
        late_woff2=font,
    )

    # A machine that is busy paints when the font is there already, and then nothing moves.
    assert any(shifts(tab, address, 1280) for _ in range(4))


def narrow(tab: Page, address: str) -> list[str]:
    """What does not fit a narrow window (WCAG 1.4.10), text at twice its size (1.4.4), or wide spacing (1.4.12)."""
    found = []
    tab.open(address)
    tab.settle()
    for name, width in {"320 pixels": 320, "200 % of 1280": 640, "200 % of 640": 320}.items():
        tab.resize(width)
        found += [f"{name}: {fault}" for fault in probed(tab, "width")]
    tab.resize(1280)
    probed(tab, "enlarge", size=2)
    found += [f"twice the text: {fault}" for fault in probed(tab, "width")]
    probed(tab, "enlarge", size=0.5, spaced=True)
    tab.resize(640)
    return found + [f"wide spacing: {fault}" for fault in probed(tab, "width")]


def test_every_page_fits_a_narrow_window_and_large_text(tab: Page, hosted: Hosted) -> None:
    pages = hosted.site.largest().values()

    assert faults(pages, lambda path: narrow(tab, hosted.address + path)) == {}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p style="width: 400px">Wide.', "320 pixels: 4"),
        (
            '<p style="width: 80%; overflow: hidden; white-space: nowrap">Wide.' * 1 + "Wide. " * 40,
            "320 pixels: cut off",
        ),
        ('<p style="width: 45em">Wide.', "twice the text: 1"),
        ('<p style="width: 20rem; overflow: hidden; white-space: nowrap">' + "Fits so. " * 5, "wide spacing: cut off"),
    ],
)
def test_what_does_not_fit_would_be_seen(tab: Page, broken: Broken, body: str, expected: str) -> None:
    found = narrow(tab, broken('<meta name="viewport" content="width=device-width">', body))

    assert any(fault.startswith(expected) for fault in found), found


def without_scripts(tab: Page, address: str) -> list[str]:
    tab.without_scripts()
    tab.open(address)
    return probed(tab, "bare")


def test_every_page_can_be_read_and_left_without_scripts(tab: Page, hosted: Hosted) -> None:
    pages = hosted.site.richest().values()

    assert faults(pages, lambda path: without_scripts(tab, hosted.address + path)) == {}


def test_a_page_that_needs_scripts_would_be_seen(tab: Page, broken: Broken) -> None:
    script = "<script>document.body.innerHTML = '<main>' + 'Text. '.repeat(40) + '<a href=x>x</a></main>'</script>"

    found = without_scripts(tab, broken("", f"<main></main><button>Show</button>{script}"))

    assert [fault.partition(":")[0] for fault in found] == ["no text", "no link", "does nothing"]


def restless(tab: Page, address: str) -> list[str]:
    tab.emulate(prefers_reduced_motion="reduce")
    tab.open(address)
    return probed(tab, "motion")


def test_nothing_stirs_for_readers_who_want_rest(tab: Page, hosted: Hosted) -> None:
    pages = hosted.site.richest().values()

    assert faults(pages, lambda path: restless(tab, hosted.address + path)) == {}


@pytest.mark.parametrize(
    "style", ["p { transition: color 1s }", "p { animation: x 1s } @keyframes x {}", "html { scroll-behavior: smooth }"]
)
def test_motion_would_be_seen(tab: Page, broken: Broken, style: str) -> None:
    assert restless(tab, broken(f"<style>{style}</style>", "<p>Text."))


def on_paper(tab: Page, address: str) -> list[str]:
    tab.resize(PAPER)
    tab.emulate("print", prefers_color_scheme="dark")
    tab.open(address)
    tab.settle()
    return probed(tab, "paper")


def test_paper_gets_one_column_in_black_and_nothing_to_press(tab: Page, hosted: Hosted) -> None:
    pages = hosted.site.richest().values()

    assert faults(pages, lambda path: on_paper(tab, hosted.address + path)) == {}


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("", "printed: <nav>"),
        ("nav { display: none } body { background: #fed }", "tinted"),
        ("nav { display: none } p { width: 50em }", "800 of 643"),
        ("nav { display: none } .body { columns: 2 }", "beside another"),
    ],
)
def test_what_does_not_belong_on_paper_would_be_seen(tab: Page, broken: Broken, style: str, expected: str) -> None:
    body = '<nav><a href="x">x</a></nav><main><div class="body"><p>One.<p>Two.</div></main>'

    (found,) = on_paper(tab, broken(f"<style>body {{ margin: 0 }} {style}</style>", body))

    assert found.startswith(expected)


def slanted(tab: Page, address: str) -> list[str]:
    tab.open(address)
    return probed(tab, "italics")


def test_italics_are_set_in_italic_letters_and_nothing_else_is(tab: Page, hosted: Hosted) -> None:
    pages = hosted.site.richest().values()

    assert faults(pages, lambda path: slanted(tab, hosted.address + path)) == {}


def test_italics_in_upright_letters_would_be_seen(tab: Page, broken: Broken) -> None:
    style = "<style>body { font-family: Literata } b { font-feature-settings: 'ital' }</style>"

    found = slanted(tab, broken(style, "<em>Upright.</em> <b>Italic.</b>"))

    assert [fault.partition(" ")[0] for fault in found if "::" not in fault] == ["italic:", "normal:"]
