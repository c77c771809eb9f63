"""The project's own encyclopedia, built once."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import build
from tests.tools import ROOT


@pytest.fixture(scope="session")
def demo_build() -> Iterator[BuildResult]:
    # Not in pytest's folder, which only its owner may read: LinkChecker turns itself into another user.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield build(ROOT, BuildOptions(output=Path(folder) / "site"))


@pytest.fixture(scope="session")
def demo(demo_build: BuildResult) -> Path:
    """The folder of the finished site."""
    assert demo_build.published, demo_build.diagnostics
    return demo_build.output
