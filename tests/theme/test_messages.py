"""Each fault of a theme, as its author reads it: a small site, and the exact text it draws."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from site_builder.model.diagnostic import Diagnostic
from site_builder.report.text import render_text
from site_builder.theme.chain import builtin_themes, load_theme
from site_builder.theme.lint import lint
from site_builder.theme.render import Renderer, TemplateFailure
from tests.theme.examples import examples
from tests.tools import ROOT

MESSAGES = ROOT / "tests/messages"
CODES = sorted(path.name for path in MESSAGES.iterdir() if path.name.startswith("T"))


def faults_of(site: Path) -> Sequence[Diagnostic]:
    """What loading says; if nothing, what lint says; if nothing, what a page for each view says."""
    name = tomllib.loads((site / "site.toml").read_text())["theme"]
    overrides = site / "overrides"
    loaded = load_theme(
        name, folders=[site / "themes", builtin_themes()], overrides=overrides if overrides.is_dir() else None
    )
    if loaded.value is None or loaded.diagnostics:
        return loaded.diagnostics
    return lint(loaded.value) or _failures(Renderer(loaded.value))


def _failures(renderer: Renderer) -> Sequence[Diagnostic]:
    failures = []
    for example in examples().values():
        try:
            renderer.render(*example)
        except TemplateFailure as failure:
            failures.append(failure.diagnostic)
    return failures


@pytest.mark.parametrize("code", CODES)
def test_the_message_reads_as_documented(code: str) -> None:
    expected = (MESSAGES / code / "expected.txt").read_text()

    assert render_text(faults_of(MESSAGES / code), colour=False) == expected
