"""`site-builder serve` as a process of its own: what it says, and how it ends."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import write_site

SITE = """
    -- content/musicians/oja.md --
    name: Maret Oja

    Oja tuned by the river.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path, SITE)


class Serving:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.said = ""

    def line(self, part: str) -> str:
        """The next line that holds these words."""
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said += line
            if part in line:
                return line
        raise AssertionError(f'it did not say "{part}", but:\n{self.said}')

    @property
    def address(self) -> str:
        found = re.search(r"http://\S+?/", self.line("The site is at"))
        assert found
        return found[0]

    def ends(self, number: signal.Signals) -> int:
        assert self.process.stderr is not None
        self.process.send_signal(number)
        self.said += self.process.stderr.read()
        return self.process.wait(10)


@contextlib.contextmanager
def serving(root: Path, *options: str) -> Iterator[Serving]:
    command = [sys.executable, "-m", "site_builder", "serve", "--site", str(root), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | {"NO_COLOR": "1"}) as process:
        try:
            yield Serving(process)
        finally:
            process.kill()


def test_it_says_where_the_site_is_and_one_line_for_each_rebuild(root: Path) -> None:
    with serving(root, "--port", "0") as preview:
        address = preview.address
        first = preview.line("the whole site")
        with urllib.request.urlopen(f"{address}musicians/oja.html", timeout=10) as answer:  # noqa: S310
            page = answer.read()
        entry = root / "content/musicians/oja.md"
        entry.write_text(entry.read_text() + "And by the weir.\n")
        second = preview.line("content/musicians/oja.md")

        assert b"tuned by the river" in page
        assert re.search(r"^\d\d:\d\d:\d\d  the whole site: \d+ pages and \d+ other files changed in [\d,]+ ms$", first)
        assert re.search(r"^\d\d:\d\d:\d\d  content/musicians/oja\.md: .* changed in [\d,]+ ms$", second)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("number", "code", "goodbye"), [(signal.SIGINT, 130, "Stopped."), (signal.SIGTERM, 143, "")])
def test_it_ends_at_once_and_cleanly(root: Path, number: signal.Signals, code: int, goodbye: str) -> None:
    with serving(root, "--port", "0") as preview:
        preview.line("the whole site")

        assert preview.ends(number) == code
        assert "Traceback" not in preview.said
        assert goodbye in preview.said


def test_a_taken_port_is_said_and_the_next_one_used(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serving(root, "--port", str(port)) as preview:
            assert f"Port {port} is taken" in preview.line("taken")
            assert f":{port}/" not in preview.address


def test_who_serves_the_network_is_warned(root: Path) -> None:
    with serving(root, "--port", "0", "--host", "0.0.0.0") as preview:  # noqa: S104 - that is what is warned of
        assert "everybody in this network" in preview.line("Warning")
        assert preview.address.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("host", ["no such host", "256.1.1.1", "203.0.113.9"])
def test_an_address_that_is_none_of_this_machine_is_refused_in_one_line(root: Path, host: str) -> None:
    command = [sys.executable, "-m", "site_builder", "serve", "--site", str(root), "--host", host, "--port", "0"]

    ended = subprocess.run(command, capture_output=True, text=True, timeout=30)

    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert ended.stderr.startswith("Error: ")


def test_faults_are_told_on_the_terminal_once_and_their_place_too(root: Path) -> None:
    (root / "content/musicians/lind.md").write_text("---\nname: Hilda Lind\nborn: soon\n---\n\nLind.\n")
    with serving(root, "--port", "0") as preview:
        first = preview.line("1 error")
        entry = root / "content/musicians/oja.md"
        entry.write_text(entry.read_text() + "And by the weir.\n")
        second = preview.line("1 error")

        assert preview.said.count("lind.md:3") == 1
        assert first != second
