"""Headless Firefox with pages that a program looks at, over WebDriver BiDi (w3.org/TR/webdriver-bidi)."""

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tools.connection import CommandError, Connection, connected, part
from tools.tab import Happenings, Tab

PROGRAMS = ("firefox-esr", "firefox")
PREFERENCES = {
    # Under automation Firefox lets pages from disk do what it keeps from readers' pages: not here.
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "data:,",
}
_KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    " ": " ",
    "ArrowUp": "\ue013",
    "ArrowDown": "\ue015",
}
"""By the signs that WebDriver has for them (w3.org/TR/webdriver2)."""
_SHIFT = "\ue008"
_REQUEST = "network.beforeRequestSent"
_WATCHED = ("log.entryAdded", "network.fetchError", _REQUEST)
_ABORTED = ("2152398850", "NS_BINDING_ABORTED")
"""What Firefox says of what a page no longer needs, such as one that leads on at once."""


class FirefoxPage(Tab):
    def __init__(self, connection: Connection, context: object) -> None:
        self._connection = connection
        self._context = context

    def open(self, address: str) -> None:
        where = {"context": self._context, "url": address, "wait": "complete"}
        self._connection.call("browsingContext.navigate", where)

    def value(self, expression: str) -> object:
        script = {
            "expression": f"Promise.resolve({expression}).then((found) => JSON.stringify(found ?? null))",
            "target": {"context": self._context},
            "awaitPromise": True,
            "userActivation": True,
        }
        answer = self._connection.call("script.evaluate", script)
        if answer["type"] == "exception":
            raise CommandError(str(part(answer, "exceptionDetails").get("text")))
        return json.loads(str(part(answer, "result")["value"]))

    def press(self, key: str, *, shift: bool = False) -> None:
        pressed = [*([_SHIFT] if shift else []), _KEYS[key]]
        strokes = [("keyDown", each) for each in pressed] + [("keyUp", each) for each in reversed(pressed)]
        self._act("key", [{"type": kind, "value": value} for kind, value in strokes])

    def write(self, text: str) -> None:
        self._act("key", [{"type": kind, "value": sign} for sign in text for kind in ("keyDown", "keyUp")])

    def point_at(self, x: float, y: float) -> None:
        self._act("pointer", [_moved(x, y)])

    def click_at(self, x: float, y: float) -> None:
        self._act("pointer", [_moved(x, y), *({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))])

    def resize(self, width: int, height: int = 900) -> None:
        size = {"width": width, "height": height}
        self._connection.call("browsingContext.setViewport", {"context": self._context, "viewport": size})

    def happenings(self) -> Happenings:
        taken, self._connection.events = self._connection.events, []
        requests, complaints = [], []
        for event in taken:
            told = part(event, "params")
            if event["method"] == _REQUEST:
                requests.append(str(part(told, "request")["url"]))
            elif any(sign in str(told) for sign in _ABORTED):
                continue
            elif event["method"] == "network.fetchError":
                complaints.append(f"not loaded: {part(told, 'request')['url']}")
            elif told["level"] in ("error", "warn"):
                complaints.append(f"{told['level']}: {told['text']}")
        return Happenings(tuple(each for each in requests if not each.startswith("data:")), tuple(complaints))

    def _act(self, kind: str, actions: list[Mapping[str, object]]) -> None:
        source = {"type": kind, "id": kind, "actions": actions}
        self._connection.call("input.performActions", {"context": self._context, "actions": [source]})


class Firefox:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        connection.call("session.subscribe", {"events": _WATCHED})

    @contextmanager
    def page(self, width: int = 1280, height: int = 900) -> Iterator[FirefoxPage]:
        """A tab with nothing stored and nothing cached, until the end of the block."""
        user = self._connection.call("browser.createUserContext", {})["userContext"]
        # The tab that the browser starts with never gets the focus; one that is opened does.
        tab = self._connection.call("browsingContext.create", {"type": "tab", "userContext": user})
        page = FirefoxPage(self._connection, tab["context"])
        page.resize(width, height)
        try:
            yield page
        finally:
            self._connection.call("browser.removeUserContext", {"userContext": user})
            self._connection.events.clear()


def _moved(x: float, y: float) -> Mapping[str, object]:
    return {"type": "pointerMove", "x": round(x), "y": round(y)}


def program() -> str | None:
    """Where Firefox is, if it is."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


@contextmanager
def firefox(command: str) -> Iterator[Firefox]:
    """A browser with a new profile, until the end of the block."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        (profile / "user.js").write_text(
            "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
        )
        options = ("--headless", "--no-remote", "--profile", folder, "--remote-debugging-port", "0", "about:blank")
        with subprocess.Popen([command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                with connected(_address(profile)) as connection:
                    connection.call("session.new", {"capabilities": {}})
                    yield Firefox(connection)
            finally:
                process.terminate()


def _address(profile: Path) -> str:
    """Where the browser is spoken to, once it is there."""
    deadline = time.monotonic() + 90
    told = profile / "WebDriverBiDiServer.json"
    while time.monotonic() < deadline:
        if told.is_file() and (text := told.read_text()):
            place = json.loads(text)
            return f"ws://{place['ws_host']}:{place['ws_port']}/session"
        time.sleep(0.05)
    raise TimeoutError("Firefox did not start")
