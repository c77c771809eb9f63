"""`add` on a real terminal."""

import contextlib
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from site_builder.authoring.known import Known
from site_builder.cli.questions import names_in
from tests.sites import write_site

TAB = "\t"
PATIENCE_SECONDS = 5
QUESTIONS = ("Which instrument? ", "Which country? ", "Which venue? ", "Born (1985", "Summary, ")
"""About a musician, in their order."""


class Terminal:
    """A program that runs in a terminal of its own."""

    def __init__(self, arguments: list[str], cwd: Path) -> None:
        self._ours, theirs = pty.openpty()
        self.program = subprocess.Popen(
            [sys.executable, "-m", "site_builder", *arguments],
            cwd=cwd,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "200", "INPUTRC": os.devnull},
        )
        os.close(theirs)
        self.screen = ""

    def type(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def wait_for(self, text: str) -> str:
        """What the program wrote up to `text`; it is not looked at again."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while text not in self.screen:
            assert self._read(deadline), f"{text!r} never came after: {self.screen!r}"
        before, _, self.screen = self.screen.partition(text)
        return before

    def end(self) -> int:
        """The exit code, once the program has ended; `screen` has all it wrote."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self._read(deadline):
            pass
        assert time.monotonic() < deadline, f"it does not end, and waits after: {self.screen!r}"
        return self.program.wait(PATIENCE_SECONDS)

    def interrupt(self) -> int:
        """The exit code after Ctrl-C, as often as it takes: one that falls between prompt and reading can get lost."""
        for _ in range(20):
            self.program.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.program.wait(0.5)
                break
        return self.end()

    def close(self) -> None:
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        os.close(self._ours)

    def _read(self, deadline: float) -> bool:
        """Adds to `screen` what the program writes next; whether there was anything before the deadline."""
        ready, _, _ = select.select([self._ours], [], [], max(0, deadline - time.monotonic()))
        try:
            more = os.read(self._ours, 65536) if ready else b""
        except OSError:
            # So says Linux when the other side of the terminal is closed.
            more = b""
        self.screen += more.decode(errors="replace").replace("\r\n", "\n")
        return bool(more)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(
        tmp_path,
        """
        -- content/musicians/bakhyt-taro.md --
        name: Bakhyt Taro
        instruments: [violin, viola]
        countries: [Kazakhstan]
        venues: ["Small Hall, Almaty"]
        -- content/musicians/amalia-askarova.md --
        name: Amalia Askarova
        instruments: [violin]
        -- content/venues/small-hall-almaty.md --
        name: Small Hall, Almaty
        city: Almaty
        country: Kazakhstan
        """,
    )


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def terminal(site: Path, opened: list[Terminal]) -> Terminal:
    """`add "Aset Dala"`, waiting for the first answer."""
    opened.append(Terminal(["add", "Aset Dala"], site))
    return opened[-1]


def entry(site: Path, path: str = "content/musicians/aset-dala.md") -> str:
    # A day may end while the questions are asked.
    return re.sub(r"^updated: \d{4}-\d\d-\d\d$", "updated: TODAY", (site / path).read_text(), flags=re.MULTILINE)


def test_enter_skips_every_question(site: Path, terminal: Terminal) -> None:
    for question in QUESTIONS:
        terminal.wait_for(question)
        terminal.type("\n")

    assert terminal.end() == 0
    assert entry(site) == "---\nname: Aset Dala\nupdated: TODAY\n---\n\n"


def test_what_exists_is_offered_with_counts(terminal: Terminal) -> None:
    assert "Instrument: there are violin (2), viola (1)" in terminal.wait_for("Which instrument? ")


def test_tab_completes_what_exists(site: Path, terminal: Terminal) -> None:
    terminal.wait_for("Which instrument? ")
    terminal.type(f"violi{TAB}\n")
    terminal.wait_for("Another instrument? ")
    terminal.type("\n")
    terminal.wait_for("Which country? ")
    terminal.type(f"kazakhs{TAB}\n")
    terminal.wait_for("Another country? ")
    terminal.type("\n")
    terminal.wait_for("Which venue? ")
    terminal.type(f"Sm{TAB}\n")
    terminal.wait_for("Another venue? ")
    terminal.type("\n")
    terminal.wait_for("Born (1985")
    terminal.type("c. 1985\n")
    terminal.wait_for("Summary, ")
    terminal.type("A life.\n")

    assert terminal.end() == 0
    assert entry(site) == (
        "---\n"
        "name: Aset Dala\n"
        "summary: A life.\n"
        "instruments: [violin]\n"
        "countries: [Kazakhstan]\n"
        "venues:\n"
        "  - Small Hall, Almaty\n"
        "born: c. 1985\n"
        "updated: TODAY\n"
        "---\n"
        "\n"
    )


def test_tab_shows_what_there_is_to_choose_from(terminal: Terminal) -> None:
    terminal.wait_for("Which instrument? ")
    terminal.type(f"vi{TAB}")

    terminal.wait_for("violin (2)  viola (1)\nWhich instrument? viol")


def test_a_name_much_like_a_known_one_is_asked_about(site: Path, terminal: Terminal) -> None:
    terminal.wait_for("Which instrument? ")
    terminal.type("violine\n")
    terminal.wait_for('"violine" would be new. Did you mean violin? [Y/n] ')
    terminal.type("\n")
    terminal.wait_for("Another instrument? ")
    terminal.type("violine\n")
    terminal.wait_for("Did you mean violin? [Y/n] ")
    terminal.type("n\n")
    for question in ("Another instrument? ", *QUESTIONS[1:]):
        terminal.wait_for(question)
        terminal.type("\n")

    assert terminal.end() == 0
    assert "instruments: [violin, violine]\n" in entry(site)


def test_what_is_no_date_is_asked_again(site: Path, terminal: Terminal) -> None:
    for question in QUESTIONS[:3]:
        terminal.wait_for(question)
        terminal.type("\n")
    terminal.wait_for("Born (1985")
    terminal.type("yesterday\n")
    terminal.wait_for('"yesterday" is not a date.')
    terminal.wait_for("Born (1985")
    terminal.type("1980s\n")
    terminal.wait_for("Summary, ")
    terminal.type("\n")

    assert terminal.end() == 0
    assert "born: 1980s\n" in entry(site)


def test_a_venue_is_asked_for_its_place(site: Path, opened: list[Terminal]) -> None:
    terminal = Terminal(["add", "Great Hall", "--kind", "venue"], site)
    opened.append(terminal)

    terminal.wait_for("Which city? ")
    terminal.type(f"Al{TAB}\n")
    terminal.wait_for("Which country? ")
    terminal.type("kazakhstan\n")
    terminal.wait_for("Opened (1985")
    terminal.type("\n")
    terminal.wait_for("Summary, ")
    terminal.type("\n")

    assert terminal.end() == 0
    assert entry(site, "content/venues/great-hall.md") == (
        "---\nname: Great Hall\ncity: Almaty\ncountry: Kazakhstan\nupdated: TODAY\n---\n\n"
    )


def test_options_leave_only_the_rest_to_ask(site: Path, opened: list[Terminal]) -> None:
    opened.append(Terminal(["add", "Aset Dala", "--instrument", "violine", "--born", "1985"], site))
    terminal = opened[-1]

    terminal.wait_for('"violine" would be new. Did you mean violin? [Y/n] ')
    terminal.type("\n")
    before = terminal.wait_for("Which country? ")
    for question in ("Which venue? ", "Summary, "):
        terminal.type("\n")
        before += terminal.wait_for(question)
    terminal.type("\n")

    assert terminal.end() == 0
    assert "instrument" not in before
    assert "Born" not in before
    assert "is new here" not in terminal.screen
    assert entry(site) == "---\nname: Aset Dala\ninstruments: [violin]\nborn: 1985\nupdated: TODAY\n---\n\n"


@pytest.mark.parametrize("kind", ["country", "page"])
def test_of_a_kind_without_fields_only_the_summary_is_asked(site: Path, opened: list[Terminal], kind: str) -> None:
    opened.append(Terminal(["add", "Estonia", "--kind", kind], site))
    opened[-1].wait_for("Summary, ")
    opened[-1].type("\n")

    assert opened[-1].end() == 0


@pytest.mark.parametrize("option", ["--no-input", "--edit"])
def test_nothing_is_asked_where_nobody_wants_questions(
    site: Path, opened: list[Terminal], monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    opened.append(Terminal(["add", "Aset Dala", "--born", "1985", option], site))

    assert opened[-1].end() == 0
    assert "?" not in opened[-1].screen
    assert "born: 1985\n" in entry(site)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Bakhyt Taro"], 'has the address "bakhyt-taro" already'),
        (["Broken"], "content/musicians/broken.md exists already"),
        (["Aset Dala", "--born", "yesterday"], '"yesterday"'),
    ],
)
def test_an_entry_that_cannot_be_is_refused_before_any_question(
    site: Path, opened: list[Terminal], arguments: list[str], told: str
) -> None:
    (site / "content/musicians/broken.md").write_text("no front matter")
    opened.append(Terminal(["add", *arguments], site))

    assert opened[-1].end() == 2
    assert told in opened[-1].screen
    assert "Enter skips" not in opened[-1].screen


def test_commas_part_names_and_each_is_looked_at(site: Path, terminal: Terminal) -> None:
    terminal.wait_for("Which instrument? ")
    terminal.type("Violin, violaa, dombra\n")
    terminal.wait_for('"violaa" would be new. Did you mean viola? [Y/n] ')
    for question in ("Another instrument? ", *QUESTIONS[1:3]):
        terminal.type("\n")
        terminal.wait_for(question)
    terminal.type("Small Hall, Almaty\n")
    for question in ("Another venue? ", *QUESTIONS[3:]):
        terminal.wait_for(question)
        terminal.type("\n")

    assert terminal.end() == 0
    assert "instruments: [violin, viola, dombra]\nvenues:\n  - Small Hall, Almaty\nupdated" in entry(site)


def test_a_summary_that_is_too_long_is_asked_again(site: Path, opened: list[Terminal]) -> None:
    opened.append(Terminal(["add", "Estonia", "--kind", "country"], site))
    terminal = opened[-1]
    terminal.wait_for("Summary, ")
    terminal.type(f"{'x' * 121}\n")
    terminal.wait_for("That has 121 characters. Say it shorter.")
    terminal.wait_for("Summary, ")
    terminal.type(f"{'y' * 120}\n")

    assert terminal.end() == 0
    assert f"summary: {'y' * 120}\n" in entry(site, "content/countries/estonia.md")


KNOWN = (Known("violin", 2), Known("Small Hall, Almaty", 1), Known("Great Hall", 0, ("Hall, the great",)))


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("violin", ("violin",)),
        ("kannel, voic", ("kannel", "voic")),
        ("violin,, viola ,", ("violin", "viola")),
        (",", ()),
        ("small hall, almaty", ("small hall, almaty",)),
        ("Smal Hall, Almaty", ("Smal Hall, Almaty",)),
        ("Hall, the great", ("Hall, the great",)),
        ('"Hall One, Riga"', ("Hall One, Riga",)),
        ('"', ('"',)),
    ],
)
def test_an_answer_is_parted_at_commas_except_where_it_is_one_name(answer: str, names: tuple[str, ...]) -> None:
    assert names_in(answer, KNOWN) == names


def type_end_of_file(terminal: Terminal) -> int:
    terminal.type("\x04")
    return terminal.end()


@pytest.mark.parametrize("stop", [Terminal.interrupt, type_end_of_file])
def test_stopping_writes_nothing(site: Path, terminal: Terminal, stop: Callable[[Terminal], int]) -> None:
    terminal.wait_for("Which instrument? ")

    assert stop(terminal) == 130
    assert terminal.screen.strip() == "Stopped."
    assert not (site / "content/musicians/aset-dala.md").exists()
