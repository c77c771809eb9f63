"""Headless Chromium with a page that a test looks at, over the DevTools protocol (chromedevtools.github.io)."""

import asyncio
import json
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.tools import CHROMIUM_NAMES, CHROMIUM_OPTIONS, missing


class Page:
    def __init__(self, connection: WebSocketClientConnection) -> None:
        self._connection = connection
        self._sent = 0

    async def open(self, address: str) -> None:
        await self._call("Page.navigate", url=address)
        await self.until(f"document.readyState === 'complete' && location.href === {json.dumps(address)}")

    async def value(self, expression: str) -> object:
        """What a JavaScript expression is worth; None while there is no page to ask."""
        answer = await self._call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        result = answer.get("result", {})
        return result.get("value") if isinstance(result, dict) else None

    async def until(self, expression: str, seconds: float = 10) -> float:
        """Waits until an expression is true; the seconds it took."""
        began = time.monotonic()
        while await self.value(expression) is not True:
            assert time.monotonic() - began < seconds, f"not true: {expression}"
            await asyncio.sleep(0.005)
        return time.monotonic() - began

    async def rest_on(self, selector: str) -> None:
        """Moves the pointer to the middle of an element."""
        found = f"document.querySelector({json.dumps(selector)})"
        x, y = await self._middle(found)
        await self._call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    async def point_at(self, x: float, y: float) -> None:
        await self._call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    async def press(self, key: str, code: int = 0, text: str = "") -> None:
        """Presses and lets go of a key by its name: "Tab", "Escape"."""
        for kind in ("keyDown", "keyUp"):
            await self._call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, text=text
            )

    async def without_scripts(self) -> None:
        """From the next page on none runs. Questions are still answered."""
        await self._call("Emulation.setScriptExecutionDisabled", value=True)

    async def before_scripts(self, source: str) -> None:
        """Runs this on every page from the next one on, before its own scripts."""
        await self._call("Page.enable")
        await self._call("Page.addScriptToEvaluateOnNewDocument", source=source)

    async def wide(self, width: int, height: int) -> None:
        await self._call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    async def slower(self, times: float) -> None:
        """As on a machine so many times slower."""
        await self._call("Emulation.setCPUThrottlingRate", rate=times)

    async def _middle(self, found: str) -> tuple[float, float]:
        box = await self.value(
            f"(() => {{ {found}.scrollIntoView({{ block: 'center' }}); const box = {found}.getClientRects()[0];"
            "return [box.left + box.width / 2, box.top + box.height / 2]; })()"
        )
        assert isinstance(box, list)
        return float(box[0]), float(box[1])

    async def _call(self, method: str, **parameters: object) -> dict[str, object]:
        self._sent += 1
        await self._connection.write_message(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        while True:
            message = json.loads(str(await self._connection.read_message()))
            if message.get("id") == self._sent:
                result = message.get("result", {})
                assert isinstance(result, dict)
                return result


@asynccontextmanager
async def browser() -> AsyncIterator[Page]:
    """A browser with a new profile, until the end of the block."""
    program = next((found for name in CHROMIUM_NAMES if (found := shutil.which(name))), None)
    if program is None:
        missing("this test opens pages in Chromium, which is not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = (*CHROMIUM_OPTIONS, f"--user-data-dir={profile}", "--remote-debugging-port=0", "about:blank")
        with subprocess.Popen([program, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                connection = await websocket_connect(await asyncio.to_thread(_page_of, Path(profile)))
                try:
                    yield Page(connection)
                finally:
                    connection.close()
                    while await connection.read_message() is not None:
                        pass
            finally:
                process.terminate()


def _page_of(profile: Path) -> str:
    """Where the browser's one page is spoken to, once it is there."""
    deadline = time.monotonic() + 60
    port = profile / "DevToolsActivePort"
    while time.monotonic() < deadline:
        if port.is_file() and (lines := port.read_text().split()):
            with urllib.request.urlopen(f"http://127.0.0.1:{lines[0]}/json/list", timeout=10) as answer:
                pages = [page for page in json.load(answer) if page["type"] == "page"]
            if pages:
                return str(pages[0]["webSocketDebuggerUrl"])
        time.sleep(0.05)
    raise TimeoutError("Chromium did not start")
