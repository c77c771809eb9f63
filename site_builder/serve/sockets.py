"""The word to the browsers that something is new, by the protocol of livereload."""

import asyncio
import contextlib
from collections.abc import Sequence

import msgspec
from livereload.handlers import LiveReloadHandler
from tornado.websocket import WebSocketClosedError

from site_builder.serve.guard import Guarded

_GOING_AWAY = 1001
_GOODBYE_STEPS = 20
_GOODBYE_STEP_SECONDS = 0.01


class Sockets:
    """The browsers that listen. For the thread of the server only."""

    def __init__(self) -> None:
        self._open: set[ReloadSocket] = set()
        self._listening: set[ReloadSocket] = set()

    def open(self, socket: "ReloadSocket") -> None:
        self._open.add(socket)

    def listen(self, socket: "ReloadSocket") -> None:
        """From now on this browser, which has shaken hands, is told."""
        self._listening.add(socket)

    def remove(self, socket: "ReloadSocket") -> None:
        self._open.discard(socket)
        self._listening.discard(socket)

    async def send(self, paths: Sequence[str]) -> None:
        """Tells every browser that what lies at these paths is new; "*" is everything."""
        messages = [
            msgspec.json.encode({"command": "reload", "path": path, "liveCSS": True, "liveImg": True}).decode()
            for path in paths
        ]
        # Each by itself: a tab that is asleep holds up no other.
        await asyncio.gather(*(_send(socket, messages) for socket in tuple(self._listening)))

    async def close(self) -> None:
        """Says goodbye to every browser, and waits for the answers a moment."""
        for socket in tuple(self._open):
            socket.close(_GOING_AWAY)
        for _ in range(_GOODBYE_STEPS):
            if not self._open:
                return
            await asyncio.sleep(_GOODBYE_STEP_SECONDS)


async def _send(socket: "ReloadSocket", messages: Sequence[str]) -> None:
    with contextlib.suppress(WebSocketClosedError):
        for message in messages:
            await socket.write_message(message)


class ReloadSocket(Guarded, LiveReloadHandler):  # type: ignore[misc] # livereload has no types
    """One browser. livereload shakes hands; but its listeners are one set for all servers of the process, so ours are
    kept apart."""

    def initialize(self, sockets: Sockets) -> None:
        self._sockets = sockets

    def check_origin(self, origin: str) -> bool:
        """True: whoever states an origin that is not ours was refused before."""
        return True

    def open(self, *_arguments: str) -> None:
        self._sockets.open(self)

    def on_message(self, message: str | bytes) -> None:
        try:
            super().on_message(message)
        except (ValueError, TypeError, AttributeError):
            # Not of the protocol.
            self.close()
            return
        if self in LiveReloadHandler.waiters:
            LiveReloadHandler.waiters.discard(self)
            self._sockets.listen(self)

    def on_close(self) -> None:
        self._sockets.remove(self)
