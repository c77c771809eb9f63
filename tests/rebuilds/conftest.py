"""Folders in memory, where there is one, and themes that are checked once."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rebuilds.campaign import workplace_folder
from tests.rebuilds.clean import lint_once


@pytest.fixture
def workplace() -> Iterator[Path]:
    """An empty folder."""
    with tempfile.TemporaryDirectory(dir=workplace_folder()) as folder:
        yield Path(folder)


@pytest.fixture(scope="session", autouse=True)
def _lint_once() -> Iterator[None]:
    with lint_once():
        yield
