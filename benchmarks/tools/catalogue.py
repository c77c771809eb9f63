"""Everything that can be measured, ours first."""

from pathlib import Path

from benchmarks.tools import Tool
from benchmarks.tools.eleventy import eleventy
from benchmarks.tools.hugo import hugo
from benchmarks.tools.mkdocs import mkdocs
from benchmarks.tools.pelican import pelican
from benchmarks.tools.site_builder import site_builder
from benchmarks.tools.zola import zola


def catalogue(python: Path, checkout: Path) -> tuple[Tool, ...]:
    """All tools; ours run from `checkout` with `python`."""
    return (
        site_builder(python, checkout),
        site_builder(python, checkout, everything=True),
        hugo(),
        zola(),
        eleventy(),
        pelican(),
        mkdocs(),
    )
