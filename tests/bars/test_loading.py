"""What a page asks for, from where, and how large it is; and that nothing goes wrong on the way."""

import gzip
from pathlib import Path
from random import Random
from urllib.parse import unquote, urlsplit

import pytest

from tests.bars.looking import faults
from tests.bars.sites import Broken, Hosted
from tools.devtools import Page
from tools.tab import Happenings

BYTES = {"html": 8_000, "css": 9_000, "js": 6_000, "without fonts": 24_000, "with fonts": 60_000}
"""At most, of an entry, after gzip -9."""
REQUESTS = 5


def visit(tab: Page, address: str) -> Happenings:
    """Opens a page with nothing cached, and waits until it asks for nothing more."""
    tab.call("Network.setCacheDisabled", cacheDisabled=True)
    tab.happenings()
    tab.open(address)
    tab.settle()
    # That by chance leads on: then the page that it leads to counts as well.
    tab.until("document.querySelector('article.random') === null")
    tab.settle()
    requests, complaints = tab.happenings()
    # The icon of the window, which a browser without one does not fetch.
    icon = str(tab.value("document.querySelector('link[rel~=icon]')?.href ?? new URL('/favicon.ico', location).href"))
    asked_for = icon in requests or icon.startswith("data:")
    return Happenings(requests if asked_for else (*requests, icon), complaints)


def trouble(tab: Page, address: str, top: str) -> list[str]:
    """What a page asks of others, and whatever the browser complains of."""
    found = visit(tab, address)
    return [f"elsewhere: {each}" for each in found.requests if not each.startswith(top)] + list(found.complaints)


def test_below_a_folder_of_a_host_nothing_fails_and_nobody_else_is_asked(tab: Page, hosted: Hosted) -> None:
    pages = hosted.site.richest().values()

    assert faults(pages, lambda path: trouble(tab, hosted.address + path, hosted.address)) == {}


def test_from_disk_nothing_fails_and_nobody_is_asked(tab: Page, hosted: Hosted) -> None:
    pages = [path for kind, path in hosted.site.richest().items() if kind != "not-found"]

    assert faults(pages, lambda path: trouble(tab, hosted.on_disk + path, hosted.on_disk)) == {}


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("", '<img src="http://127.0.0.1:9/x.png" alt="">', "elsewhere: http://127.0.0.1:9/x.png"),
        ("", '<img src="none.png" alt="">', "error: Failed to load resource"),
        ("", "<script>console.error('no')</script>", "console.error"),
        ("", "<script>nothing()</script>", "Runtime.exceptionThrown"),
        ("<meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\">", "<script>1</script>", "error: "),
        ('<link rel="icon" href="http://127.0.0.1:9/i.svg">', "", "elsewhere: http://127.0.0.1:9/i.svg"),
    ],
)
def test_trouble_would_be_seen(tab: Page, broken: Broken, head: str, body: str, expected: str) -> None:
    address = broken(head, body)

    found = trouble(tab, address, address.rpartition("/")[0])

    assert any(fault.startswith(expected) for fault in found), found


def too_much(tab: Page, address: str, site: Path, top: str) -> list[str]:
    """What an entry's first view has too much of, with nothing cached."""
    requests = visit(tab, address).requests
    sizes: dict[str, int] = dict.fromkeys(BYTES, 0)
    for request in requests:
        file = site / unquote(urlsplit(request.removeprefix(top)).path)
        content = file.read_bytes()
        if file.suffix == ".woff2":
            sizes["with fonts"] += len(content)
            continue
        size = len(gzip.compress(content, 9, mtime=0))
        for name in (file.suffix[1:], "without fonts", "with fonts"):
            sizes[name] = sizes.get(name, 0) + size
    found = [f"{sizes[name]} bytes {name}" for name, most in BYTES.items() if sizes[name] > most]
    if len(requests) > REQUESTS:
        found.append(f"{len(requests)} requests: {', '.join(each.rpartition('/')[2] for each in requests)}")
    return found


def test_every_entry_is_small_and_takes_few_requests(tab: Page, hosted: Hosted) -> None:
    *others, largest = hosted.site.of("musician")
    pages = [*others[::3], largest]

    assert faults(pages, lambda path: too_much(tab, hosted.address + path, hosted.site.folder, hosted.address)) == {}


def test_an_entry_with_too_much_would_be_seen(tab: Page, broken: Broken, tmp_path: Path) -> None:
    noise = b"//" + Random(1).randbytes(30_000).hex().encode()  # noqa: S311 - what gzip finds nothing in
    files = {f"{name}_js": noise if name == "a" else b"" for name in "abcde"}
    scripts = "".join(f'<script src="{name}.js"></script>' for name in "abcde")
    address = broken(scripts, "", **files)

    found = too_much(tab, address, tmp_path, address.removesuffix("page.html"))

    assert [fault.partition(" ")[2].partition(":")[0] for fault in found] == [
        "bytes js",
        "bytes without fonts",
        "requests",
    ]
