"""What a reader does with a page, in the same words whichever browser shows it."""

import json
import time
from abc import ABC, abstractmethod
from typing import NamedTuple

from tools.connection import CommandError

PATIENCE = 20.0
"""Seconds, of a machine that is busy."""
SETTLED = (
    "document.fonts.ready.then(() => new Promise((settled) => requestIdleCallback(() =>"
    " requestAnimationFrame(() => requestAnimationFrame(() => settled(true))), { timeout: 500 })))"
)


class Happenings(NamedTuple):
    requests: tuple[str, ...]
    """Addresses, in order, without those that hold their data themselves."""
    complaints: tuple[str, ...]
    """Of the page's scripts, and of the browser: what could not be loaded or was not allowed. Each begins with what it
    is: "error: …"."""


class Tab(ABC):
    @abstractmethod
    def open(self, address: str) -> None:
        """Goes there, and returns once everything has been loaded."""

    @abstractmethod
    def value(self, expression: str) -> object:
        """What a JavaScript expression, or what it promises, is worth; what it throws is a `CommandError`."""

    @abstractmethod
    def happenings(self) -> Happenings:
        """What the page asked for and what went wrong, since this was last asked."""

    @abstractmethod
    def press(self, key: str, *, shift: bool = False) -> None:
        """Presses and lets go of a key by its name: "Tab", "Enter", "Escape", "ArrowDown", " "."""

    @abstractmethod
    def write(self, text: str) -> None:
        """As if typed, sign by sign."""

    @abstractmethod
    def point_at(self, x: float, y: float) -> None:
        """Moves the pointer, in CSS pixels from the window's upper left corner."""

    @abstractmethod
    def click_at(self, x: float, y: float) -> None:
        """Moves the pointer there, and presses its main button."""

    @abstractmethod
    def resize(self, width: int, height: int = 900) -> None:
        """The window's size in CSS pixels."""

    def rest_on(self, selector: str) -> None:
        """Moves the pointer to the middle of the first element that fits."""
        self.point_at(*self._middle(selector))

    def click(self, selector: str) -> None:
        """Presses the pointer's button on the first element that fits, or whatever lies on it."""
        self.click_at(*self._middle(selector))

    def until(self, expression: str, seconds: float = PATIENCE) -> float:
        """Returns as soon as an expression is true, with the seconds it took. While there is no page it is not."""
        began = time.monotonic()
        while not (is_true := self._is_true(expression)) and time.monotonic() - began < seconds:
            time.sleep(0.005)
        if not is_true:
            raise CommandError(f"not true after {seconds} seconds: {expression}")
        return time.monotonic() - began

    def settle(self) -> None:
        """Returns when fonts are there, scripts have waited out what they put off, and two frames have been painted.

        Where a page has led on by then, it is the next one that has settled.
        """
        self.until(SETTLED)

    def _is_true(self, expression: str) -> bool:
        try:
            return self.value(expression) is True
        except CommandError:
            return False

    def _middle(self, selector: str) -> tuple[float, float]:
        found = self.value(
            f"(() => {{ const found = document.querySelector({json.dumps(selector)});"
            " found.scrollIntoView({ block: 'center', behavior: 'instant' });"
            " const { left, top, width, height } = found.getClientRects()[0];"
            " return [left + width / 2, top + height / 2]; })()"
        )
        assert isinstance(found, list)
        return float(found[0]), float(found[1])
