"""The server: its addresses, the port it gets, and the thread it runs in."""

import asyncio
import errno
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from site_builder.serve.access import audience_of
from site_builder.serve.handlers import ClientFile, Overview, SiteFile, State
from site_builder.serve.sockets import ReloadSocket, Sockets
from site_builder.serve.state import Board

PORTS_TRIED = 100
_SWITCH_SECONDS = 0.0005
"""How long a build computes while the server waits to do so."""


class Announce(Protocol):
    """Tells all browsers what is new. Any thread may call it."""

    def __call__(self, paths: Sequence[str]) -> None: ...


class NoPortError(OSError):
    """Every port that was tried is taken."""


def bind(host: str, port: int) -> socket.socket:
    """Listens on `port`, or on the next that is free. Port 0 is any free one.

    Raises OSError where nobody may listen there, and `NoPortError` where all are taken.
    """
    family, _, _, _, (name, *_) = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    for candidate in range(port, min(port + PORTS_TRIED, 65_536)):
        try:
            listening = socket.create_server((str(name), candidate), family=family)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
        else:
            listening.settimeout(0)
            return listening
    raise NoPortError(errno.EADDRINUSE, f"no port from {port} on is free")


def port_of(listening: socket.socket) -> int:
    """The port that `bind` got."""
    port = listening.getsockname()[1]
    assert isinstance(port, int)  # noqa: S101 - of an internet address it is
    return port


@contextmanager
def serving(site: Path, listening: socket.socket, host: str, board: Board) -> Iterator[Announce]:
    """Serves the published files in `site` from a thread of its own, until the end of the block."""
    site.mkdir(parents=True, exist_ok=True)
    listeners = Sockets()
    application = _application(site, host, board, listeners)
    started: Future[tuple[asyncio.AbstractEventLoop, Callable[[], None]]] = Future()
    thread = threading.Thread(
        target=lambda: asyncio.run(_serve(application, listening, listeners, started)), daemon=True
    )
    thread.start()
    loop, stop = started.result()
    # Builds compute all the time; what a browser asks for shall not wait for its turn ten times.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)

    def announce(paths: Sequence[str]) -> None:
        asyncio.run_coroutine_threadsafe(listeners.send(paths), loop)

    try:
        yield announce
    finally:
        sys.setswitchinterval(interval)
        loop.call_soon_threadsafe(stop)
        thread.join(2)


async def _serve(
    application: Application,
    listening: socket.socket,
    listeners: Sockets,
    started: "Future[tuple[asyncio.AbstractEventLoop, Callable[[], None]]]",
) -> None:
    server = HTTPServer(application)
    server.add_socket(listening)
    stop = asyncio.Event()
    started.set_result((asyncio.get_running_loop(), stop.set))
    await stop.wait()
    server.stop()
    await listeners.close()
    await server.close_all_connections()


def _application(site: Path, host: str, board: Board, listeners: Sockets) -> Application:
    return Application(
        [
            (r"/livereload", ReloadSocket, {"sockets": listeners}),
            (r"/__preview/", Overview, {"now": board.now}),
            (r"/__preview/state", State, {"now": board.now}),
            (r"/__preview/(.+)", ClientFile),
            (r"/(.*)", SiteFile, {"path": str(site), "board": board}),
        ],
        log_function=_say_nothing,
        audience=audience_of(host, socket.gethostname()),
    )


def _say_nothing(_handler: RequestHandler) -> None:
    """A line for each request would hide the lines that matter."""
