"""The wire to a browser: a web socket that takes commands and brings answers and events, all of them JSON.

DevTools (chromedevtools.github.io) and WebDriver BiDi (w3.org/TR/webdriver-bidi) speak alike: a command has a number,
its answer has the same, and what has none is an event.
"""

import asyncio
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tornado.websocket import WebSocketClientConnection, websocket_connect

LARGEST_MESSAGE = 200_000_000
"""Bytes: a picture of a long page is one message."""


class CommandError(Exception):
    """The browser could not do what it was asked for."""


class Connection:
    """Commands are answered in turn; events that came meanwhile are in `events`, oldest first."""

    def __init__(self, runner: asyncio.Runner, socket: WebSocketClientConnection) -> None:
        self._runner = runner
        self._socket = socket
        self._sent = 0
        self.events: list[Mapping[str, object]] = []

    def call(
        self, method: str, parameters: Mapping[str, object], session: str = "", seconds: float = 60
    ) -> Mapping[str, object]:
        """The result of a command."""
        self._sent += 1
        command: dict[str, object] = {"id": self._sent, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        return self._runner.run(self._answer(command, seconds))

    def wait(self, method: str, session: str = "", seconds: float = 60) -> Mapping[str, object]:
        """The first event of this name that has not been taken yet, which is taken."""
        deadline = time.monotonic() + seconds
        looked_at = 0
        while True:
            for place in range(looked_at, len(self.events)):
                event = self.events[place]
                if event["method"] == method and event.get("sessionId", "") == session:
                    del self.events[place]
                    return part(event, "params")
            looked_at = len(self.events)
            self._runner.run(self._event(deadline, method))

    async def _answer(self, command: Mapping[str, object], seconds: float) -> Mapping[str, object]:
        deadline = time.monotonic() + seconds
        await self._socket.write_message(json.dumps(command))
        while True:
            message = await self._message(deadline, str(command["method"]))
            if message.get("id") != command["id"]:
                self.events.append(message)
            elif "error" in message:
                raise CommandError(f"{command['method']}: {message['error']} {message.get('message', '')}")
            else:
                return part(message, "result")

    async def _event(self, deadline: float, method: str) -> None:
        self.events.append(await self._message(deadline, method))

    async def _message(self, deadline: float, waited_for: str) -> Mapping[str, object]:
        left = max(deadline - time.monotonic(), 0)
        try:
            text = await asyncio.wait_for(asyncio.ensure_future(self._socket.read_message()), left)
        except TimeoutError:
            raise CommandError(f"{waited_for}: no answer in time") from None
        if text is None:
            raise CommandError(f"{waited_for}: the browser is gone")
        message = json.loads(text)
        assert isinstance(message, dict)
        return message

    async def drained(self) -> None:
        """Closes, and waits until the other side has as well."""
        self._socket.close()
        while await self._socket.read_message() is not None:
            pass


@contextmanager
def connected(address: str) -> Iterator[Connection]:
    with asyncio.Runner() as runner:
        socket = runner.run(_opened(address))
        connection = Connection(runner, socket)
        try:
            yield connection
        finally:
            runner.run(connection.drained())


async def _opened(address: str) -> WebSocketClientConnection:
    return await websocket_connect(address, max_message_size=LARGEST_MESSAGE)


def part(values: Mapping[str, object], name: str) -> Mapping[str, object]:
    """The object under a name; an empty one where there is none."""
    found = values.get(name, {})
    assert isinstance(found, dict), f"{name} is {found!r}"
    return found
