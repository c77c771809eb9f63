"""A preview that runs for a test, and what a test asks it."""

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

import msgspec

from site_builder.model.identity import OutputPath
from site_builder.serve.builder import Builder, Built
from site_builder.serve.changes import Changes, git_at_work
from site_builder.serve.preview import keep_building
from site_builder.serve.server import Announce, bind, port_of, serving
from site_builder.serve.state import Board
from site_builder.serve.watching import watched

HOST = "127.0.0.1"
PAGE = b"<!doctype html><html><head><title>Rain</title></head><body><h1>Rain</h1></body></html>"


class Answer(msgspec.Struct, frozen=True):
    status: int
    headers: dict[str, str]
    body: bytes


class Running(msgspec.Struct, frozen=True):
    port: int
    board: Board
    changes: Changes
    announce: Announce

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def builds(self) -> int:
        return len(self.board.now().rebuilds)

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=10)
        try:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()


class PagesOf:
    """A builder that publishes what a function says, whatever it is asked to build."""

    def __init__(self, output: Path, pages: Callable[[int], dict[str, bytes]], top: str = "/") -> None:
        self._output = output
        self._pages = pages
        self._top = top
        self.builds = 0

    def build(self, changed: frozenset[str] | None = None, shown: frozenset[OutputPath] = frozenset()) -> Built:
        self.builds += 1
        changed = []
        for name, content in self._pages(self.builds).items():
            file = self._output / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.is_file() or file.read_bytes() != content:
                file.write_bytes(content)
                changed.append(OutputPath(name))
        return Built((), published=True, changed=tuple(sorted(changed)), top=self._top)

    def settle(self) -> None:
        pass

    def close(self) -> None:
        pass


@contextmanager
def running(builder: Builder, output: Path, *, root: Path | None = None, port: int = 0) -> Iterator[Running]:
    """A preview of `output`, once its first build is done. Changes in `root` are watched, where one is given."""
    listening = bind(HOST, port)
    bound = port_of(listening)
    board, changes = Board(f"s{time.monotonic_ns()}"), SimpleQueue()
    with serving(output, listening, HOST, board) as announce:
        arguments = (builder, changes, board, announce, lambda *_: None, git_at_work(root) if root else lambda: False)
        thread = threading.Thread(target=keep_building, args=arguments, daemon=True)
        thread.start()
        until(lambda: board.now().version)
        try:
            if root:
                with watched(root, changes):
                    yield Running(bound, board, changes, announce)
            else:
                yield Running(bound, board, changes, announce)
        finally:
            changes.put(None)
            thread.join(10)


def until(question: Callable[[], object], seconds: float = 10) -> None:
    """Waits until the answer is yes."""
    deadline = time.monotonic() + seconds
    while not question():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.005)


def settled(preview: Running, seconds: float = 0.6) -> int:
    """How many builds there were, once there was none for a while."""
    count, since = preview.builds, time.monotonic()
    while time.monotonic() - since < seconds:
        time.sleep(0.01)
        if preview.builds != count:
            count, since = preview.builds, time.monotonic()
    return count
