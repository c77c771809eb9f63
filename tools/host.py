"""A web server for finished sites, which can be made slow with fonts."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SUB_PATH = "some/sub/path"
LATE = "late"
"""Below this, fonts come half a second after everything else."""


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith(f"/{LATE}/") and self.path.endswith(".woff2"):
            time.sleep(0.5)
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that is overridden
        pass

    def copyfile(self, source: object, outputfile: object) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # the browser went elsewhere
            super().copyfile(source, outputfile)  # type: ignore[arg-type]


@contextmanager
def host(top: Path) -> Iterator[str]:
    """Serves a folder; the address of its top, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(top)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
