import io
import subprocess
import sys

import pytest

from site_builder.build.progress import SILENT
from site_builder.report.progress import watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_nobody_is_told_where_nobody_watches() -> None:
    with watched(io.StringIO()) as progress:
        assert progress is SILENT


def test_a_terminal_that_cannot_move_its_cursor_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")

    with watched(Terminal()) as progress:
        assert progress is SILENT


def test_short_work_draws_nothing() -> None:
    terminal, clock = Terminal(), Clock()

    with watched(terminal, clock=clock) as progress:
        progress("reading", 1, 10)
        clock.seconds = 0.9
        progress("reading", 10, 10)

    assert terminal.getvalue() == ""


def test_long_work_shows_its_stage_and_count_and_wipes_the_bar() -> None:
    terminal, clock = Terminal(), Clock()

    with watched(terminal, clock=clock) as progress:
        clock.seconds = 1.5
        progress("reading", 1, 10)
        progress("rendering", 3, 143)

    drawn = terminal.getvalue()
    assert "rendering" in drawn
    assert "3/143" in drawn
    assert drawn.endswith("\x1b[2K")


def test_rich_is_loaded_only_for_a_bar() -> None:
    program = "import sys, site_builder.report.progress; sys.exit('rich' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
