"""The same site in Firefox, above all from disk, where it is stricter than Chromium."""

from pathlib import Path

import pytest

from tests.bars.looking import faults
from tests.bars.sites import Broken, Hosted
from tools.firefox import FirefoxPage


def trouble(page: FirefoxPage, address: str, top: str) -> list[str]:
    """What a page asks of others, and whatever the browser complains of."""
    page.happenings()
    page.open(address)
    # Scripts that wait until the page is there have run, and fonts have come.
    page.value("document.fonts.ready.then(() => new Promise((settled) => setTimeout(settled, 20)))")
    # From disk, what is missing is told to nobody.
    empty = page.value("[...document.images].filter((image) => !image.naturalWidth).map((image) => image.src)")
    requests, complaints = page.happenings()
    elsewhere = [f"elsewhere: {url}" for url in requests if not url.startswith((top, "about:"))]
    return [*([f"not loaded: {empty}"] if empty else []), *elsewhere, *complaints]


def test_from_disk_nothing_fails_and_nobody_is_asked(other_tab: FirefoxPage, hosted: Hosted) -> None:
    pages = [path for kind, path in hosted.site.richest().items() if kind != "not-found"]

    assert faults(pages, lambda path: trouble(other_tab, hosted.on_disk + path, hosted.on_disk)) == {}


def test_below_a_folder_of_a_host_nothing_fails(other_tab: FirefoxPage, hosted: Hosted) -> None:
    pages = hosted.site.richest().values()

    assert faults(pages, lambda path: trouble(other_tab, hosted.address + path, hosted.address)) == {}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<script>fetch('other.txt')</script>", "error: Cross-Origin Request Blocked"),
        ("<script type='module' src='a.js'></script>", "error: Cross-Origin Request Blocked"),
        ("<script>nothing()</script>", "error: ReferenceError"),
        ("<script>console.warn('no')</script>", "warn: no"),
        ("<img src='none.png' alt=''>", "not loaded: "),
        ("<img src='http://127.0.0.1:59999/x.png' alt=''>", "elsewhere: http://127.0.0.1:59999/x.png"),
    ],
)
def test_trouble_would_be_seen(
    other_tab: FirefoxPage, broken: Broken, tmp_path: Path, body: str, expected: str
) -> None:
    broken("", body, other_txt=b"", a_js=b"export {}")

    found = trouble(other_tab, (tmp_path / "page.html").as_uri(), tmp_path.as_uri())

    assert any(fault.startswith(expected) for fault in found), found
