"""Addresses that lead elsewhere or nowhere, in a browser."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from html import unescape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from tests.sites import write_site
from tests.tools import chromium

ENTRIES = """
-- content/musicians/ada-rossi.md --
name: Ada Rossi
aliases: ["Ada la Rossa & <Co>"]
born: 1904

She played.

-- content/musicians/bo-lind.md --
name: Bo Lind

He did, too.
"""


class _Host(SimpleHTTPRequestHandler):
    """Shows 404.html for whatever is not there, as hosts do."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that is overridden
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    write_site(root, ENTRIES)
    result = build(root, BuildOptions(output=root / "out"))
    assert result.published, result.diagnostics
    return root / "out"


@pytest.fixture
def host(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def shown(address: str) -> str:
    """The page as it is when its scripts have run."""
    return chromium("--dump-dom", "--virtual-time-budget=4000", address).stdout


def crumb(page: str) -> str:
    (found,) = re.findall(r'<li aria-current="page">(.*?)</li>', page)
    return unescape(re.sub(r"<.*?>", "", found))


def meant(page: str) -> list[tuple[str, str]]:
    """Where the suggestions for an address lead, and what they say."""
    (section,) = re.findall(r'<section class="meant".*?</section>', page, re.DOTALL)
    links = re.findall(r'<a href="[^"]*?//[^/]*/([^"]*)">(.*?)</a>', section)
    return [(path, unescape(re.sub(r"<.*?>", "", text))) for path, text in links]


def test_an_entry_tells_by_which_alias_somebody_came(site: Path) -> None:
    page = shown((site / "musicians/ada-la-rossa-co.html").as_uri())

    assert crumb(page) == "Ada Rossi (redirected from “Ada la Rossa & <Co>”)"


def test_an_entry_tells_no_name_that_it_does_not_know(site: Path) -> None:
    address = (site / "musicians/ada-rossi.html").as_uri()

    assert {crumb(shown(f"{address}{end}")) for end in ("", "#from=A%20fraud", "#from=%")} == {"Ada Rossi"}


def test_a_page_that_is_not_there_suggests_whom_its_address_may_have_meant(host: str) -> None:
    assert meant(shown(f"{host}musicians/ada-rosi.html")) == [
        ("musicians/ada-rossi.html", "Ada Rossi"),
        ("search.html?q=ada%20rosi", "Search for “ada rosi”"),
    ]


def test_a_page_that_is_not_there_and_like_nobody_leads_to_the_search(host: str) -> None:
    assert meant(shown(f"{host}deep/down/zzzzzz")) == [("search.html?q=zzzzzz", "Search for “zzzzzz”")]
