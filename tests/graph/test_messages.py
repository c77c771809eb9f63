"""Each fault of names, addresses and the world, as its author reads it: a small site, and the exact text it draws."""

from pathlib import Path

import pytest

from site_builder.model.rules import RULES
from site_builder.report.text import render_text
from tests.graph.examples import diagnostics

MESSAGES = Path(__file__).parents[1] / "messages"
CODES = [rule.code for rule in RULES if rule.code[0] in "LAW" or rule.code in ("K003", "K004")]


@pytest.mark.parametrize("code", CODES)
def test_the_message_reads_as_documented(code: str) -> None:
    told = [fault for fault in diagnostics(MESSAGES / code) if fault.code == code]

    assert render_text(told, colour=False) == (MESSAGES / code / "expected.txt").read_text()
