"""What somebody sees who writes with the preview open beside the editor."""

import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath
from site_builder.model.source import Span
from site_builder.serve.builder import Built
from site_builder.serve.changes import Changed
from tests.serve.running import Running, running
from tools.devtools import Page

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types default"
)
HOSTILE = '<img src=x onerror="document.title = 1">'
FAULT = Diagnostic(
    "L001", Severity.ERROR, Span("content/musicians/oja.md", 3, 1, 4), f"no entity {HOSTILE}", "h", HOSTILE
)
SHOWN = "document.querySelector('site-builder-preview').shadowRoot.querySelector"
CONNECTED = "!!window.LiveReload?.connector?.protocol"
OVERLAY = "document.querySelector('site-builder-preview')?.shadowRoot?.textContent ?? ''"


def page(text: str, *, policy: str = STRICT) -> bytes:
    filler = "".join(f"<p>Line {number}</p>" for number in range(300))
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<title>Rain</title><link rel="stylesheet" href="static/style.css"></head>'
        f"<body><h1>{text}</h1><details><summary>More</summary>Much</details>{filler}</body></html>"
    ).encode()


class Site:
    """A builder whose site a test writes."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.told: SimpleQueue[Built] = SimpleQueue()
        self.write("index.html", page("One"))
        self.write("static/style.css", b"h1 {color: rgb(1, 2, 3)}")
        self.told.put(Built((), published=True, changed=(OutputPath("index.html"),)))

    def write(self, name: str, content: bytes) -> None:
        (self._root / name).parent.mkdir(exist_ok=True)
        (self._root / name).write_bytes(content)

    def build(self, changed: frozenset[str] | None = None, shown: frozenset[OutputPath] = frozenset()) -> Built:
        return self.told.get()

    def settle(self) -> None:
        pass

    def close(self) -> None:
        pass


class Desk:
    """The writer's side: the site, the preview, and the browser."""

    def __init__(self, site: Site, preview: Running, shown: Page) -> None:
        self.site = site
        self.preview = preview
        self.page = shown

    def save(self, built: Built) -> None:
        self.site.told.put(built)
        self.preview.changes.put(Changed(frozenset(["content/a.md"]), time.monotonic()))

    def edit(self, text: str, *diagnostics: Diagnostic) -> None:
        self.site.write("index.html", page(text))
        self.save(Built(diagnostics, published=True, changed=(OutputPath("index.html"),)))


@pytest.fixture
def desk(tab: Page, tmp_path: Path) -> Iterator[Desk]:
    site = Site(tmp_path)
    with running(site, tmp_path) as preview:
        tab.open(f"{preview.address}/")
        tab.until(CONNECTED)
        yield Desk(site, preview, tab)


def test_an_edit_shows_and_the_readers_place_is_kept(desk: Desk) -> None:
    desk.page.value("document.querySelector('details').open = true; scrollTo(0, 2000)")
    desk.edit("Two")

    desk.page.until("document.querySelector('h1')?.textContent === 'Two'")
    desk.page.until("document.querySelector('details').open && scrollY === 2000")
    desk.edit("Three")
    desk.page.until("document.querySelector('h1')?.textContent === 'Three'")


def test_new_styles_show_without_a_reload(desk: Desk) -> None:
    desk.page.value("window.same = true")
    desk.site.write("static/style.css", b"h1 {color: rgb(4, 5, 6)}")
    desk.save(Built((), published=True, changed=(OutputPath("static/style.css"),)))

    desk.page.until("getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)'")
    assert desk.page.value("window.same") is True


def test_what_is_wrong_lies_over_the_page_as_text_and_goes_when_it_is_mended(desk: Desk) -> None:
    desk.page.value("window.same = true")
    desk.save(Built((FAULT,), published=False, changed=()))

    desk.page.until(f"({OVERLAY}).includes('content/musicians/oja.md:3:1')")
    desk.page.until(f"!{SHOWN}('.box').hidden && {SHOWN}('details').open")
    text = str(desk.page.value(OVERLAY))
    assert f"no entity {HOSTILE}" in text
    assert "      | ^^^^" in text
    assert desk.page.value(f"{SHOWN}('img')") is None
    assert desk.page.value(f"getComputedStyle({SHOWN}('.box')).position") == "fixed"

    desk.save(Built((), published=True, changed=()))
    desk.page.until(f"({OVERLAY}) === ''")
    assert desk.page.value("window.same") is True


def test_an_error_is_still_shown_on_the_page_that_is_opened_next(desk: Desk) -> None:
    desk.edit("Two", FAULT)

    desk.page.until(f"document.querySelector('h1')?.textContent === 'Two' && ({OVERLAY}).includes('L001')")


def test_what_was_closed_stays_closed_until_something_else_is_wrong(desk: Desk) -> None:
    desk.edit("Two", FAULT)
    desk.page.until(f"document.querySelector('h1')?.textContent === 'Two' && {SHOWN}('details')?.open")
    desk.page.value(f"{SHOWN}('details').open = false")
    time.sleep(0.1)
    desk.edit("Three", FAULT)
    desk.page.until(f"document.querySelector('h1')?.textContent === 'Three' && !!{SHOWN}('details')")
    closed = desk.page.value(f"{SHOWN}('details').open")
    desk.edit("Four", FAULT, Diagnostic("L001", Severity.ERROR, Span("content/a.md"), "another"))
    desk.page.until(f"document.querySelector('h1')?.textContent === 'Four' && !!{SHOWN}('details')")

    assert (closed, desk.page.value(f"{SHOWN}('details').open")) == (False, True)


def test_a_draft_wears_a_badge(desk: Desk) -> None:
    assert desk.page.value(OVERLAY) == ""
    desk.site.write("index.html", page("Two"))
    index = OutputPath("index.html")
    desk.save(Built((), published=True, changed=(index,), drafts=frozenset([index])))

    desk.page.until(f"({OVERLAY}) === 'Draft'")


def test_the_list_of_rebuilds_grows_by_itself(desk: Desk) -> None:
    desk.page.open(f"{desk.preview.address}/__preview/")
    desk.page.until(CONNECTED)
    desk.save(Built((), published=True, changed=()))

    desk.page.until("document.querySelectorAll('li').length === 2")
    assert "content/a.md: nothing changed" in str(desk.page.value("document.body.textContent"))


def test_a_new_start_of_the_server_loads_the_page_anew_once(tab: Page, tmp_path: Path) -> None:
    site = Site(tmp_path)
    with running(site, tmp_path) as preview:
        port = preview.port
        tab.open(f"{preview.address}/")
        tab.until(CONNECTED)
        site.told.put(Built((), published=True, changed=()))
    site.write("index.html", page("Two"))

    with running(site, tmp_path, port=port) as preview:
        assert preview.port == port
        tab.until("document.querySelector('h1')?.textContent === 'Two'")
        tab.until(CONNECTED)
        tab.value("window.same = true")
        time.sleep(0.6)
        assert tab.value("window.same") is True


def test_the_page_asks_for_nothing_while_nothing_happens(desk: Desk) -> None:
    time.sleep(0.3)
    before = desk.page.value("performance.getEntriesByType('resource').length")
    time.sleep(1)

    assert desk.page.value("performance.getEntriesByType('resource').length") == before


@pytest.mark.parametrize("policy", ["script-src 'self'; style-src 'self'; connect-src 'self'"])
def test_a_strict_policy_of_the_page_is_kept(desk: Desk, policy: str) -> None:
    desk.site.write("index.html", page("Two", policy=policy))
    desk.save(Built((FAULT,), published=True, changed=(OutputPath("index.html"),)))
    desk.page.until(f"({OVERLAY}).includes('L001') && !{SHOWN}('.box').hidden")
    desk.page.until(CONNECTED)
    desk.page.value("window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e))")
    desk.save(Built((), published=True, changed=()))
    desk.page.until(f"({OVERLAY}) === ''")

    assert desk.page.value("broken.length") == 0
