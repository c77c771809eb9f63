"""What the server answers, over real sockets."""

import asyncio
import contextlib
import json
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from site_builder.model.identity import OutputPath
from site_builder.serve.builder import Built
from site_builder.serve.changes import Changed
from site_builder.serve.inject import tags
from site_builder.serve.preview import keep_building
from site_builder.serve.quiet import RECENT_SECONDS
from site_builder.serve.server import bind, port_of, serving
from site_builder.serve.state import Board
from tests.serve.running import HOST, PAGE, PagesOf, Running, running, settled, until

MEGABYTES = b"0123456789abcdef" * 200_000


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Running]:
    site = tmp_path / "site"
    files = {
        "index.html": PAGE,
        "404.html": PAGE.replace(b"Rain", b"Nothing here"),
        "musicians/Žofia Ĉe.html": PAGE,
        "static/style.css": b"p {color: red}",
        "media/rain.wav": MEGABYTES,
        ".site-builder.json": b"{}",
        ".env": b"SECRET=1",
        "feed.xml": b"<feed/>",
    }
    (tmp_path / "outside.html").write_bytes(PAGE)
    with running(PagesOf(site, lambda _: files), site) as started:
        yield started


def test_a_page_is_as_published_with_one_tag_more_and_its_file_is_untouched(preview: Running, tmp_path: Path) -> None:
    answer = preview.get("/")

    tag = tags(preview.board.now().build, f"{HOST}:{preview.port}")
    assert answer.body == PAGE.replace(b"</title>", b"</title>" + tag)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert (tmp_path / "site/index.html").read_bytes() == PAGE


def test_it_is_known_which_files_browsers_got(preview: Running) -> None:
    for path in ("/", "/static/style.css", "/nowhere", "/__preview/state"):
        preview.get(path)

    assert preview.board.shown() == {"index.html", "static/style.css", "404.html"}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/static/style.css",
        "/static/style.css?v=1",
        "/media/rain.wav",
        "/nowhere",
        "/__preview/",
        "/__preview/state",
    ],
)
def test_no_browser_keeps_an_answer(preview: Running, path: str) -> None:
    headers = preview.get(path).headers

    assert headers["Cache-Control"] == "no-store"
    assert {"Etag", "ETag", "Last-Modified"}.isdisjoint(headers)


@pytest.mark.parametrize(
    "headers",
    [{"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}, {"If-None-Match": "*"}, {"If-None-Match": '"x"'}],
)
def test_a_browser_that_kept_one_all_the_same_gets_the_new_one(preview: Running, headers: dict[str, str]) -> None:
    answer = preview.get("/static/style.css", **headers)

    assert (answer.status, answer.body) == (200, b"p {color: red}")


def test_what_is_not_there_gets_the_sites_own_page_for_that(preview: Running) -> None:
    answer = preview.get("/nowhere.html")

    assert answer.status == 404
    assert b"<h1>Nothing here</h1>" in answer.body
    assert b"/__preview/client.js" in answer.body


def test_the_site_is_also_found_where_it_will_lie_on_its_host(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files = {"index.html": PAGE, "static/style.css": b"p {}", ".env": b"SECRET=1"}
    (tmp_path / "outside.html").write_bytes(PAGE)

    with running(PagesOf(site, lambda _: files, top="/my%20music/"), site) as preview:
        answers = {
            path: preview.get(path).status for path in ("", "static/style.css", "x.css", ".env", "../outside.html")
        }
        found = {path: preview.get(f"/my%20music/{path}").status for path in answers}

    assert found == {"": 200, "static/style.css": 200, "x.css": 404, ".env": 404, "../outside.html": 404}


@pytest.mark.parametrize(
    "path",
    [
        *("/.env", "/.site-builder.json", "/%2eenv", "/../outside.html", "/%2e%2e/outside.html", "/..%2foutside.html"),
        *(
            "/musicians/",
            "/musicians",
            "/static/",
            "/%00",
            "/forcereload",
            "/__preview/../.env",
            "/__preview/x",
            "/..%5cx",
        ),
    ],
)
def test_dot_files_ways_out_and_listings_are_not_there(preview: Running, path: str) -> None:
    answer = preview.get(path)

    assert answer.status == 404
    assert b"SECRET" not in answer.body
    assert b"Rain" not in answer.body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
@pytest.mark.parametrize(
    "path", ["/", "/static/style.css", "/__preview/", "/__preview/state", "/livereload", "/nowhere"]
)
def test_a_request_for_another_host_is_refused(preview: Running, path: str, host: str) -> None:
    assert preview.get(path, Host=host).status in ({403, 400} if host == "" else {403})


@pytest.mark.parametrize("path", ["/", "/__preview/state", "/__preview/client.js"])
def test_a_request_from_another_origin_is_refused(preview: Running, path: str) -> None:
    assert preview.get(path, Origin="http://evil.example").status == 403
    assert preview.get(path, Origin=preview.address).status == 200


def test_only_the_head_has_the_same_headers_and_no_body(preview: Running) -> None:
    for path in ("/", "/static/style.css", "/nowhere", "/__preview/"):
        whole, head = preview.get(path), preview.get(path, "HEAD")

        assert (head.status, head.body) == (whole.status, b"")
        assert head.headers["Content-Length"] == str(len(whole.body))
        assert head.headers["Content-Type"] == whole.headers["Content-Type"]


def test_addresses_may_be_written_in_any_script(preview: Running) -> None:
    assert preview.get("/musicians/%C5%BDofia%20%C4%88e.html").status == 200


def test_a_large_file_arrives_whole_or_in_the_part_that_is_asked_for(preview: Running) -> None:
    assert preview.get("/media/rain.wav").body == MEGABYTES
    part = preview.get("/media/rain.wav", Range="bytes=16-19")
    assert (part.status, part.body) == (206, b"0123")


def test_writing_to_the_server_is_not_possible(preview: Running) -> None:
    assert {preview.get("/", method).status for method in ("POST", "PUT", "DELETE")} == {405}


def test_the_list_of_rebuilds_runs_no_script_but_our_own(preview: Running) -> None:
    answer = preview.get("/__preview/")

    assert b"the whole site" in answer.body
    assert answer.headers["Content-Security-Policy"] == "default-src 'self'"


def test_a_taken_port_gives_way_to_the_next(preview: Running) -> None:
    with bind(HOST, preview.port) as listening:
        port = port_of(listening)

    assert port > preview.port


Talk = Callable[[WebSocketClientConnection], Awaitable[object]]


def connected(preview: Running, talk: Talk, **headers: str) -> object:
    """What came of talking to the server over a WebSocket."""

    async def run() -> object:
        request = HTTPRequest(f"ws://{HOST}:{preview.port}/livereload", headers=headers)
        connection = await websocket_connect(request)
        try:
            return await asyncio.wait_for(talk(connection), 10)
        finally:
            connection.close()
            while await connection.read_message() is not None:
                pass

    return asyncio.run(run())


async def shake_hands(connection: WebSocketClientConnection) -> dict[str, object]:
    protocols = ["http://livereload.com/protocols/official-7"]
    await connection.write_message(json.dumps({"command": "hello", "protocols": protocols}))
    answer = json.loads(str(await connection.read_message()))
    await connection.write_message(json.dumps({"command": "info", "url": "http://x/", "plugins": {}}))
    assert isinstance(answer, dict)
    return answer


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Host": "evil.example"}, {"Origin": "http://localhost:1"}, {"Origin": "null"}],
)
def test_a_socket_of_another_origin_or_host_is_refused(preview: Running, headers: dict[str, str]) -> None:
    with pytest.raises(HTTPClientError) as refusal:
        connected(preview, shake_hands, **headers)

    assert refusal.value.code == 403


@pytest.mark.parametrize("message", ["", "{", "[]", "5", "null", '{"command": 7}', "\x00"])
def test_a_message_that_is_none_does_no_harm(preview: Running, message: str) -> None:
    async def talk(connection: WebSocketClientConnection) -> None:
        await connection.write_message(message)

    connected(preview, talk)

    assert connected(preview, shake_hands, Origin=preview.address)


def test_two_saves_shortly_after_one_another_both_arrive(tmp_path: Path) -> None:
    builder = PagesOf(tmp_path, lambda number: {"index.html": PAGE + str(number).encode()})
    with running(builder, tmp_path) as preview:

        async def talk(connection: WebSocketClientConnection) -> list[object]:
            await shake_hands(connection)
            await asyncio.sleep(RECENT_SECONDS)
            told = []
            for _ in range(2):
                loop = asyncio.get_running_loop()
                preview.changes.put(Changed(frozenset(["content/a.md"]), loop.time()))
                await asyncio.sleep(0.1)
            for _ in range(2):
                message = json.loads(str(await connection.read_message()))
                told.append((message["command"], message["path"], PAGE.decode()[:9]))
            return told

        assert connected(preview, talk, Origin=preview.address) == [("reload", "*", "<!doctype")] * 2
        assert preview.get("/").body.endswith(b"3")


def test_the_word_comes_only_after_the_page_is_published(tmp_path: Path) -> None:
    builder = PagesOf(tmp_path, lambda number: {"index.html": PAGE + b"%d" % number})
    with running(builder, tmp_path) as preview:

        async def talk(connection: WebSocketClientConnection) -> list[bytes]:
            await shake_hands(connection)
            await asyncio.sleep(0.1)
            seen = []
            for _ in range(5):
                preview.changes.put(Changed(frozenset(["a", "b"]), asyncio.get_running_loop().time()))
                await connection.read_message()
                seen.append((await asyncio.to_thread(preview.get, "/")).body[-1:])
            return seen

        assert connected(preview, talk) == [b"2", b"3", b"4", b"5", b"6"]


def test_requests_are_answered_while_a_build_runs(tmp_path: Path) -> None:
    going, goon = threading.Event(), threading.Event()

    def pages(number: int) -> dict[str, bytes]:
        if number > 1:
            going.set()
            goon.wait(10)
        return {"index.html": PAGE}

    with running(PagesOf(tmp_path, pages), tmp_path) as preview:
        preview.changes.put(Changed(frozenset(["a"]), 0.0))
        until(going.is_set)
        answers = [preview.get("/").status for _ in range(5)]
        unfinished = preview.builds == 1
        goon.set()

        assert (answers, unfinished) == ([200] * 5, True)


class _Failing:
    """A builder that fails in every way there is."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self.builds = 0

    def build(self, changed: frozenset[str] | None = None, shown: frozenset[OutputPath] = frozenset()) -> Built:
        self.builds += 1
        if self.builds == 1:
            (self._site / "index.html").write_bytes(PAGE)
            return Built((), published=True, changed=())
        raise [SystemExit(1), ValueError("no"), RecursionError, MemoryError(), OSError(28, "full"), AssertionError][
            self.builds % 6
        ]

    def settle(self) -> None:
        pass

    def close(self) -> None:
        pass


def test_five_hundred_failing_builds_are_survived(tmp_path: Path) -> None:
    failing = _Failing(tmp_path)
    with running(failing, tmp_path) as preview:
        for number in range(2, 502):
            preview.changes.put(Changed(frozenset(["a"]), 0.0))
            until(lambda number=number: failing.builds >= number)
        settled(preview)

        assert preview.get("/").status == 200
        assert b"the build failed" in preview.get("/__preview/state").body


def test_until_the_first_build_is_done_a_page_says_so(tmp_path: Path) -> None:
    goon = threading.Event()

    def pages(_: int) -> dict[str, bytes]:
        goon.wait(10)
        return {"index.html": PAGE}

    listening = bind(HOST, 0)
    board, changes = Board("s"), SimpleQueue()
    with serving(tmp_path, listening, HOST, board) as announce:
        builder = PagesOf(tmp_path, pages)
        arguments = (builder, changes, board, announce, lambda *_: None, lambda: False)
        threading.Thread(target=keep_building, args=arguments, daemon=True).start()
        preview = Running(port_of(listening), board, changes, announce)
        with contextlib.suppress(OSError):
            first = preview.get("/musicians/a.html")
        goon.set()
        until(lambda: board.now().version)
        changes.put(None)

        assert first.status == 503
        assert b"Building the site" in first.body
        assert preview.get("/").status == 200
