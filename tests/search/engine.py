"""The search as readers have it: the scripts of the theme over the files of a finished site, run by node."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import msgspec

from tests.tools import missing

_ENGINE = Path(__file__).with_name("engine.js")
_QUERIES = Path(__file__).with_name("queries.txt")


class Answer(msgspec.Struct, frozen=True):
    paths: tuple[str, ...]
    """The first few."""
    count: int
    words: tuple[str, ...]
    meant: str
    complete: bool
    suggestions: tuple[str, ...]
    files: tuple[str, ...]
    """What had to be loaded for it, beside what was there."""
    cold_ms: float
    warm_ms: float


class _Told(msgspec.Struct, frozen=True):
    answers: tuple[Answer, ...]
    values: tuple[object, ...]


class Query(msgspec.Struct, frozen=True):
    text: str
    wanted: frozenset[str]


def answers(site: Path, queries: Sequence[str]) -> list[Answer]:
    """What a reader of the finished site is answered, query by query."""
    return list(_told(site, queries=queries).answers)


def values(site: Path, *expressions: str) -> list[object]:
    """What expressions of JavaScript are worth, in which `search` and `known`, the catalogue of the site, are known."""
    return list(_told(site, expressions=expressions).values)


def _told(site: Path, *, queries: Sequence[str] = (), expressions: Sequence[str] = ()) -> _Told:
    node = shutil.which("node")
    if node is None:
        missing("this test runs the theme's scripts, which takes Node.js")
    asked = json.dumps({"site": str(site), "queries": queries, "expressions": expressions})
    told = subprocess.run([node, str(_ENGINE)], input=asked, capture_output=True, text=True, check=False, timeout=120)
    assert told.returncode == 0, told.stderr
    return msgspec.json.decode(told.stdout, type=_Told)


def committed_queries() -> list[Query]:
    lines = (line.strip() for line in _QUERIES.read_text(encoding="utf-8").splitlines())
    pieces = [[piece.strip() for piece in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [Query(text, frozenset(wanted)) for text, *wanted in pieces]
