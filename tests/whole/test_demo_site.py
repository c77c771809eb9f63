"""The encyclopedia in content/, as a reader's browser meets it."""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
import pytest

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import check
from site_builder.model.diagnostic import Severity
from tests.tools import ROOT, chromium, nu_html_checker

SUB_PATH = "some/sub/path"
REQUESTS = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
    "form": "action",
}
QUIET_LINKS = {"canonical", "alternate"}
"""Relations of <link> that make a browser fetch nothing."""


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that is overridden
        pass

    def end_headers(self) -> None:
        # Without this leave LinkChecker asks for ten pages a second at most, and takes minutes.
        self.send_header("LinkChecker", "as fast as you like")
        super().end_headers()


@pytest.fixture(scope="module")
def served(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same folder, served under a sub-path."""
    top = tmp_path_factory.mktemp("host")
    (top / SUB_PATH).parent.mkdir(parents=True)
    (top / SUB_PATH).symlink_to(demo)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(top)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
    server.shutdown()
    thread.join()
    server.server_close()


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_the_build_has_nothing_to_complain_of(demo_build: BuildResult) -> None:
    assert [fault for fault in demo_build.diagnostics if fault.severity is not Severity.NOTICE] == []


def test_check_finds_nothing_either() -> None:
    result = check(ROOT, BuildOptions())

    assert [fault for fault in result.diagnostics if fault.severity is not Severity.NOTICE] == []


def test_every_kind_of_page_is_there(demo: Path) -> None:
    expected = {
        "index.html",
        "404.html",
        "a-z.html",
        "about.html",
        "maintenance.html",
        "musicians/bakhyt-taro.html",
        "instruments/index.html",
        "instruments/violin.html",
        "instruments/family-strings.html",
        "countries/index.html",
        "countries/kazakhstan.html",
        "venues/index.html",
        "venues/carnegie-hall.html",
        "genres/index.html",
        "ensembles/index.html",
        "pairs/violin-kazakhstan.html",
        "disambiguation/askarova.html",
        "disambiguation/ivan-petrovich.html",
        "musicians/maestro-petrovich.html",
        "catalog.json",
        "musicians/bakhyt-taro.json",
    }

    assert expected - {path.relative_to(demo).as_posix() for path in demo.rglob("*")} == set()


def test_every_page_is_html_without_errors(demo: Path) -> None:
    for page in pages(demo):
        html5lib.HTMLParser(strict=True).parse(page.read_bytes())


def test_the_nu_html_checker_finds_no_error(demo: Path) -> None:
    command = [*nu_html_checker(), "--errors-only", "--skip-non-html", "--format", "text", str(demo)]

    result = subprocess.run(command, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("way", ["from disk", "under a sub-path"])
def test_linkchecker_finds_every_link_and_anchor(demo: Path, served: str, tmp_path: Path, way: str) -> None:
    settings = tmp_path / "linkcheckerrc"
    settings.write_text(
        "[AnchorCheck]\n[checking]\nmaxrequestspersecond=10000\n[output]\nstatus=0\n[filtering]\nignorewarnings=file-system-path,url-content-too-large\n"
    )
    start = (demo / "index.html").as_uri() if way == "from disk" else f"{served}index.html"

    result = subprocess.run(
        [
            *(sys.executable, "-m", "linkcheck", "--config", str(settings), "--threads", "4", "--no-robots"),
            *("--recursion-level", "-1", "--no-status", "--output", "csv", start),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )

    assert result.returncode == 0, result.stdout + result.stderr


def test_every_page_can_be_reached_by_links(demo: Path) -> None:
    reached: set[Path] = set()
    waiting = [demo / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".html":
            continue
        reached.add(page)
        links = re.findall(r'href="([^"#]+)', page.read_text())
        waiting.extend((page.parent / link).resolve() for link in links if not urlsplit(link).scheme)

    unreached = {page.relative_to(demo).as_posix() for page in pages(demo)} - {
        page.relative_to(demo.resolve()).as_posix() if page.is_relative_to(demo.resolve()) else str(page)
        for page in (page.resolve() for page in reached)
    }
    redirects = {page for page in unreached if 'http-equiv="refresh"' in (demo / page).read_text()}
    # The search is reached by its form.
    assert unreached - redirects == {"404.html", "search.html"}


def test_no_page_asks_another_host_for_anything(demo: Path) -> None:
    namespace = "{http://www.w3.org/1999/xhtml}"
    asked: set[str] = set()
    for page in pages(demo):
        for element in html5lib.parse(page.read_bytes()).iter():
            tag = str(element.tag).removeprefix(namespace)
            attribute = "href" if tag == "link" and element.get("rel") not in QUIET_LINKS else REQUESTS.get(tag, "")
            asked.add(element.get(attribute) or "")
    styles = [style.read_text() for style in demo.rglob("*.css")]

    assert {
        address for address in asked if urlsplit(address).scheme not in ("", "data") or urlsplit(address).netloc
    } == set()
    assert [url for style in styles for url in re.findall(r"(?:url\(|@import\s*)['\"]?(?:https?:)?//", style)] == []


def browse(page: Path, log: Path) -> tuple[str, str, list[str]]:
    """What a browser makes of a page opened from disk, what it complains of, and what the page asks hosts for.

    Requests that the browser makes for itself, such as for updates, have no origin.
    """
    shown = chromium("--enable-logging=stderr", f"--log-net-log={log}", "--dump-dom", page.as_uri())
    requests = [event["params"] for event in json.loads(log.read_text())["events"] if "url" in event.get("params", {})]
    asked = [
        request["url"]
        for request in requests
        if request["url"].startswith("http") and request.get("initiator", "not an origin") != "not an origin"
    ]
    return shown.stdout, "\n".join(line for line in shown.stderr.splitlines() if "CONSOLE" in line), asked


@pytest.mark.parametrize("name", ["index.html", "musicians/bakhyt-taro.html", "venues/carnegie-hall.html"])
def test_a_browser_opens_a_page_from_disk_without_a_complaint_or_a_request(
    demo: Path, tmp_path: Path, name: str
) -> None:
    shown, complaints, asked = browse(demo / name, tmp_path / "log.json")

    assert "</footer>" in shown
    assert complaints == ""
    assert asked == []


def test_the_browser_test_sees_a_request_and_a_complaint_where_there_are_some(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<img src="http://127.0.0.1:9/x.png"><script>console.error("no")</script>')

    _, complaints, asked = browse(page, tmp_path / "log.json")

    assert '"no"' in complaints
    assert asked == ["http://127.0.0.1:9/x.png"]


def test_the_machine_readable_files_are_well_formed(demo: Path) -> None:
    for path in demo.rglob("*.json"):
        json.loads(path.read_bytes())
    for path in demo.rglob("*.xml"):
        ElementTree.fromstring(path.read_bytes())  # noqa: S314 - our own file
    for page in pages(demo):
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(), re.DOTALL):
            assert json.loads(data)["@context"] == "https://schema.org"


def test_home_counts_each_kind_once(demo: Path) -> None:
    home = html5lib.parse((demo / "index.html").read_bytes(), namespaceHTMLElements=False)

    counts = [link.text for link in home.iterfind(".//ul[@class='counts']/li/a")]
    assert counts[0] == "64 musicians"
    assert all(re.fullmatch(r"[\d,]+ [a-z]+", text or "") for text in counts)
