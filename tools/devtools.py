"""Headless Chromium with pages that a program looks at, over the DevTools protocol."""

import base64
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tools.connection import CommandError, Connection, connected, part
from tools.tab import Happenings, Tab

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
_DRIVEN = ("--remote-debugging-port=0", "about:blank")
_KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowUp": 38, "ArrowDown": 40}
"""By the number that systems give them."""
_WRITES = {"Enter": "\r", " ": " "}
"""What a key that does something writes besides."""
_WATCHED = ("Runtime", "Log", "Network")
_REQUEST = "Network.requestWillBeSent"
_COMPLAINTS = ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded", "Network.loadingFailed")
WORLD = "looker-on"
"""A world of scripts of its own: what runs in there sees the page's elements, and the page does not see it."""


class Page(Tab):
    """A tab of its own, with nothing stored and nothing cached."""

    def __init__(self, connection: Connection, session: str) -> None:
        self._connection = connection
        self._session = session
        self._world: object = None
        for domain in ("Page", *_WATCHED):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: object) -> Mapping[str, object]:
        return self._connection.call(method, parameters, self._session)

    def open(self, address: str) -> None:
        self.events("Page.loadEventFired")
        self._world = None
        answer = self.call("Page.navigate", url=address)
        if error := answer.get("errorText"):
            raise CommandError(f"{address}: {error}")
        if "loaderId" in answer:
            self._connection.wait("Page.loadEventFired", self._session)

    def value(self, expression: str, *, apart: bool = False) -> object:
        """What a JavaScript expression is worth, as in any browser.

        `apart` runs it in the looker-on's world, which the page's own policy and variables do not reach.
        """
        options: dict[str, object] = {"returnByValue": True, "awaitPromise": True, "userGesture": True}
        if apart:
            options["contextId"] = self._apart()
        answer = self.call("Runtime.evaluate", expression=expression, **options)
        if "exceptionDetails" in answer:
            details = part(answer, "exceptionDetails")
            raise CommandError(f"{details.get('text')}: {part(details, 'exception').get('description')}")
        return part(answer, "result").get("value")

    def resize(self, width: int, height: int = 900, *, mobile: bool = False) -> None:
        """The window's size in CSS pixels."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)

    def emulate(self, media: str = "", **features: str) -> None:
        """What style sheets ask for: `media="print"`, `prefers_color_scheme="dark"`; what is not named, as it is."""
        listed = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", media=media, features=listed)

    def slow_down(self, times: float) -> None:
        """As on a machine so many times slower."""
        self.call("Emulation.setCPUThrottlingRate", rate=times)

    def without_scripts(self) -> None:
        """From the next page on none runs. Questions are still answered."""
        self.call("Emulation.setScriptExecutionDisabled", value=True)

    def before_scripts(self, source: str) -> None:
        """Runs this on every page from the next one on, before its own scripts."""
        self.call("Page.addScriptToEvaluateOnNewDocument", source=source)

    def point_at(self, x: float, y: float) -> None:
        self._mouse("mouseMoved", x, y)

    def click_at(self, x: float, y: float) -> None:
        self._mouse("mouseMoved", x, y)
        for kind in ("mousePressed", "mouseReleased"):
            self._mouse(kind, x, y, button="left", clickCount=1)

    def press(self, key: str, *, shift: bool = False) -> None:
        stroke = {"key": key, "code": "Space" if key == " " else key, "windowsVirtualKeyCode": _KEYS[key]}
        down = {"type": "keyDown", "text": _WRITES[key]} if key in _WRITES else {"type": "rawKeyDown"}
        for kind in (down, {"type": "keyUp"}):
            self.call("Input.dispatchKeyEvent", modifiers=8 * shift, **stroke, **kind)

    def write(self, text: str) -> None:
        for sign in text:
            self.call("Input.dispatchKeyEvent", type="keyDown", key=sign, text=sign)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=sign)

    def picture(self, kind: str = "png", quality: int = 80) -> bytes:
        """What is seen in the window, "png", "jpeg" or "webp"; `quality`, of 100, is that of the last two."""
        options = {} if kind == "png" else {"quality": quality}
        answer = self.call("Page.captureScreenshot", format=kind, **options)
        return base64.b64decode(str(answer["data"]))

    def happenings(self) -> Happenings:
        taken = self.events(_REQUEST, *_COMPLAINTS)
        sent = [str(part(event, "request")["url"]) for name, event in taken if name == _REQUEST]
        told = [_complaint(name, event) for name, event in taken if name != _REQUEST]
        return Happenings(tuple(each for each in sent if not each.startswith("data:")), tuple(filter(None, told)))

    def events(self, *methods: str) -> list[tuple[str, Mapping[str, object]]]:
        """The events of these names since they were last asked for, which are forgotten."""
        taken: list[tuple[str, Mapping[str, object]]] = []
        others: list[Mapping[str, object]] = []
        for event in self._connection.events:
            if event["method"] in methods and event.get("sessionId") == self._session:
                taken.append((str(event["method"]), part(event, "params")))
            else:
                others.append(event)
        self._connection.events = others
        return taken

    def _mouse(self, kind: str, x: float, y: float, **options: object) -> None:
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **options)

    def _apart(self) -> object:
        if self._world is None:
            frame = part(part(self.call("Page.getFrameTree"), "frameTree"), "frame")["id"]
            made = self.call("Page.createIsolatedWorld", frameId=frame, worldName=WORLD)
            self._world = made["executionContextId"]
        return self._world


class Browser:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def page(self, width: int = 1280, height: int = 900) -> Iterator[Page]:
        """A tab with nothing stored and nothing cached, until the end of the block."""
        context = self._call("Target.createBrowserContext")["browserContextId"]
        target = str(self._call("Target.createTarget", url="about:blank", browserContextId=context)["targetId"])
        session = str(self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        page = Page(self._connection, session)
        page.resize(width, height)
        try:
            yield page
        finally:
            self._call("Target.disposeBrowserContext", browserContextId=context)
            self._connection.events.clear()

    def _call(self, method: str, **parameters: object) -> Mapping[str, object]:
        return self._connection.call(method, parameters)


def _complaint(name: str, event: Mapping[str, object]) -> str:
    if name == "Runtime.consoleAPICalled":
        return f"console.{event['type']}: {event['args']}" if event["type"] in ("error", "warning", "assert") else ""
    if name == "Log.entryAdded":
        entry = part(event, "entry")
        return f"{entry['level']}: {entry['text']}" if entry["level"] in ("error", "warning") else ""
    if name == "Network.loadingFailed":
        # A page that leads on at once needs nothing more.
        return "" if event.get("canceled") else f"{name}: {event['errorText']}"
    return f"{name}: {part(event, 'exceptionDetails')}"


def program() -> str | None:
    """Where Chromium is, if it is."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


@contextmanager
def chromium(command: str) -> Iterator[Browser]:
    """A browser with a new profile, until the end of the block."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        subprocess.Popen(
            [command, f"--user-data-dir={profile}", *OPTIONS, *_DRIVEN],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process,
    ):
        try:
            with connected(_address(Path(profile))) as connection:
                yield Browser(connection)
        finally:
            process.terminate()


def _address(profile: Path) -> str:
    """Where the browser is spoken to, once it is there."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with_port = profile / "DevToolsActivePort"
        if with_port.is_file() and len(lines := with_port.read_text().split()) == 2:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        time.sleep(0.02)
    raise TimeoutError("Chromium did not start")
