"""What the shell is told after Tab."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import write_site


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
        """,
    )


def completions(words: str, cwd: Path) -> list[str]:
    """What bash would offer for the last word."""
    count = len(words.split(" ")) - 1
    result = subprocess.run(
        [sys.executable, "-m", "site_builder"],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            "_SITE_BUILDER_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(count),
        },
    )
    assert result.stderr == ""
    return [line.partition(",")[2] for line in result.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("site-builder ex", ["explain"]),
        ("site-builder explain l00", [f"L00{n}" for n in range(1, 9)]),
        ("site-builder list ve", ["venues"]),
        ("site-builder add X --kind ve", ["venue"]),
        ("site-builder add X --instrument vi", ["violin", "viola"]),
        ("site-builder add X --venue sm", ["Small Hall, Almaty"]),
        ("site-builder add X --country Kaz", ["Kazakhstan"]),
        ("site-builder add X --born 19", []),
    ],
)
def test_the_shell_is_offered_what_fits(site: Path, words: str, offered: list[str]) -> None:
    assert sorted(completions(words, site)) == sorted(offered)


def test_outside_of_a_site_there_is_nothing_to_offer(tmp_path: Path) -> None:
    assert completions("site-builder add X --instrument vi", tmp_path) == []
    assert completions("site-builder list ve", tmp_path) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_its_script(shell: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "site_builder"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "_SITE_BUILDER_COMPLETE": f"{shell}_source"},
    )

    assert "site-builder" in result.stdout
