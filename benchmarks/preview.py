"""How long an author waits for the preview: from saving an entry until the browser has the new page.

    python benchmarks/preview.py [--entries 10000] [--edits 30] [--only hugo,site-builder] [--write]

It does what a browser does: it listens on the server's LiveReload socket, and fetches after the message to reload. Each
edit is timed to that message and to the pages being right, the entry's own and those that list it.
"""

import argparse
import asyncio
import json
import math
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[1]
# As a script this file has only its own folder on the path.
sys.path.insert(0, str(ROOT))

from tornado.httpclient import AsyncHTTPClient, HTTPError  # noqa: E402
from tornado.websocket import WebSocketClientConnection, websocket_connect  # noqa: E402

from benchmarks.course import write_site  # noqa: E402
from benchmarks.edits import EDITS, INSTRUMENTS, PROSE, Expectation, apply, edits_of, is_met  # noqa: E402
from benchmarks.install import UnavailableError, install  # noqa: E402
from benchmarks.result import machine  # noqa: E402
from benchmarks.table import between_markers, markdown_table  # noqa: E402
from benchmarks.tools import Command, Place, Tool  # noqa: E402
from benchmarks.tools.hugo import hugo  # noqa: E402
from benchmarks.tools.site_builder import site_builder  # noqa: E402
from benchmarks.world import World, make_world, subject  # noqa: E402

WAIT_S = 10.0
PAUSE_S = 3.0
"""Before each edit: nobody writes a sentence in less."""


class Preview(msgspec.Struct, frozen=True):
    """A tool's server, and the command that starts it on a port."""

    tool: Tool
    command: Callable[[Place, int], Command]


class Wait(msgspec.Struct, frozen=True):
    """One edit: milliseconds until the message, and until the pages were right; what never was."""

    tool: str
    kind: str
    reload_ms: float | None
    right_ms: float | None
    wrong: tuple[str, ...] = ()


def main(arguments: Sequence[str] | None = None) -> None:
    options = _options().parse_args(arguments)
    world = make_world(options.entries)
    folder = options.tools.resolve()
    waits: list[Wait] = []
    for preview in _previews(options.python, options.checkout.resolve()):
        tool = preview.tool
        if options.only and tool.name not in options.only.split(","):
            continue
        place = Place(folder / "preview" / tool.name, folder / "preview" / "output", folder)
        try:
            if tool.requires:
                install(tool.name, tool.requires, folder)
            write_site(tool, world, place.site)
            waits += asyncio.run(_served(preview, place, world, options.edits))
        except (UnavailableError, OSError) as reason:
            print(f"{tool.name}: {reason}", file=sys.stderr)
        finally:
            shutil.rmtree(folder / "preview", ignore_errors=True)
    text = f"{options.entries:,} entries; {machine()}.\n\n{waits_table(waits)}"
    print(text)
    if options.write:
        document = ROOT / "docs/benchmarks.md"
        document.write_text(between_markers(document.read_text(), "preview", text))


def waits_table(waits: Sequence[Wait]) -> str:
    """A row for each tool and kind of edit: the middle and the slow end, and how many never came right."""
    rows = []
    for tool, kind in dict.fromkeys((wait.tool, wait.kind) for wait in waits):
        these = [wait for wait in waits if (wait.tool, wait.kind) == (tool, kind)]
        reload_ms = [wait.reload_ms for wait in these if wait.reload_ms is not None]
        right_ms = [wait.right_ms for wait in these if wait.right_ms is not None]
        wrong = len(these) - len(right_ms)
        rows.append([f"{tool}, {kind}", *_percentiles(reload_ms), *_percentiles(right_ms), f"{wrong} of {len(these)}"])
    return markdown_table(["preview, ms", "reload p50", "p95", "right p50", "p95", "never right"], rows)


def _percentiles(milliseconds: Sequence[float]) -> tuple[str, str]:
    if not milliseconds:
        return "", ""
    ordered = sorted(milliseconds)
    return f"{statistics.median(ordered):.0f}", f"{ordered[math.ceil(0.95 * len(ordered)) - 1]:.0f}"


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=30, help="edits of each kind (30)")
    parser.add_argument("--only", default="", help="the servers to measure, with commas between")
    parser.add_argument("--write", action="store_true", help="write the table into docs/benchmarks.md")
    parser.add_argument("--python", type=Path, default=Path(sys.executable))
    parser.add_argument("--checkout", type=Path, default=ROOT)
    parser.add_argument("--tools", type=Path, default=ROOT / ".cache/benchmarks")
    return parser


def _previews(python: Path, checkout: Path) -> tuple[Preview, ...]:
    def ours(place: Place, port: int) -> Command:
        arguments = (str(python), "-m", "site_builder", "serve", "--site", str(place.site), "--port", str(port))
        return Command(arguments, place.site, {"PYTHONPATH": str(checkout)})

    def hugos(place: Place, port: int) -> Command:
        address = f"http://127.0.0.1:{port}/"
        program = str(place.tools / "hugo/bin/hugo")
        return Command(
            (program, "server", "--bind", "127.0.0.1", "--port", str(port), "--baseURL", address, "--appendPort=false"),
            place.site,
        )

    return Preview(site_builder(python, checkout), ours), Preview(hugo(), hugos)


async def _served(preview: Preview, place: Place, world: World, edits: int) -> list[Wait]:
    """All edits of both kinds, while the server runs; it is ended with SIGINT, as an author does."""
    port = _free_port()
    command = preview.command(place, port)
    server = subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env={**os.environ, **command.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        await _answering(port, server)
        connection = await websocket_connect(f"ws://127.0.0.1:{port}/livereload")
        for greeting in _greetings(f"http://127.0.0.1:{port}/"):
            await connection.write_message(greeting)
        waits = []
        for kind in (PROSE, INSTRUMENTS):
            for number in range(edits):
                await asyncio.sleep(PAUSE_S)
                waits.append(await _one(preview.tool, place, world, kind, number, port, connection))
        return waits
    finally:
        server.terminate()
        server.wait(timeout=WAIT_S)


async def _one(
    tool: Tool, place: Place, world: World, kind: str, number: int, port: int, connection: WebSocketClientConnection
) -> Wait:
    edit = edits_of(tool, world, place.site, number)[EDITS.index(kind)]
    started = time.perf_counter()
    apply(edit.changes, place.site)
    reload_ms = await _reload_ms(connection, started)
    expectations = edit.expectations + _left(tool, place, world, kind, number)
    wrong = await _wrong_pages(expectations, port)
    while wrong and time.perf_counter() - started < WAIT_S:
        await asyncio.sleep(0.005)
        wrong = await _wrong_pages(expectations, port)
    # A browser that is not told to reload goes on showing the old page.
    right_ms = None if wrong or reload_ms is None else 1000 * (time.perf_counter() - started)
    return Wait(tool.name, kind, reload_ms, right_ms, wrong)


def _left(tool: Tool, place: Place, world: World, kind: str, number: int) -> tuple[Expectation, ...]:
    """That the pages which the edit before this one put the entry on do not list it any longer."""
    if kind == PROSE or number == 0:
        return ()
    own = tool.entry_page(subject(world).slug)
    before = edits_of(tool, world, place.site, number - 1)[EDITS.index(kind)]
    return tuple(
        msgspec.structs.replace(one, present=False) for one in before.expectations if one.present and one.path != own
    )


async def _reload_ms(connection: WebSocketClientConnection, started: float) -> float | None:
    """Milliseconds from `started` to the message, or nothing if there is none in time."""
    try:
        async with asyncio.timeout(WAIT_S / 2):
            while (message := await connection.read_message()) is not None:
                if json.loads(message).get("command") == "reload":
                    return 1000 * (time.perf_counter() - started)
    except TimeoutError:
        pass
    return None


async def _wrong_pages(expectations: Sequence[Expectation], port: int) -> tuple[str, ...]:
    return tuple([one.path for one in expectations if not is_met(one, await _fetched(one.path, port))])


async def _fetched(path: str, port: int) -> str:
    address = f"http://127.0.0.1:{port}/{path.removesuffix('index.html')}"
    try:
        response = await AsyncHTTPClient().fetch(address)
    except HTTPError:
        return ""
    return response.body.decode()


async def _answering(port: int, server: subprocess.Popen[bytes]) -> None:
    """Return once the home page is served. Raises OSError if the server ends before that."""
    while server.poll() is None:
        try:
            await AsyncHTTPClient().fetch(f"http://127.0.0.1:{port}/", request_timeout=600)
        except (HTTPError, OSError):
            await asyncio.sleep(0.1)
        else:
            return
    raise OSError(f"the server ended with exit code {server.returncode}")


def _greetings(address: str) -> tuple[str, ...]:
    """What the script of LiveReload says at first; servers tell nothing to those who have not said where they are."""
    protocols = ["http://livereload.com/protocols/official-7"]
    return (
        json.dumps({"command": "hello", "protocols": protocols, "ver": "2.0.8"}),
        json.dumps({"command": "info", "plugins": {}, "url": address}),
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
