"""Each fault of a content file, as its author reads it: the files, and the exact text they draw."""

from pathlib import Path

import pytest

from site_builder.content.parse import parse
from site_builder.model.config import SiteConfig
from site_builder.model.rules.body import BODY_RULES
from site_builder.model.rules.front_matter import FRONT_MATTER_RULES
from site_builder.model.source import Source
from site_builder.report.text import render_text

MESSAGES = Path(__file__).parents[1] / "messages"


@pytest.mark.parametrize("code", [rule.code for rule in (*FRONT_MATTER_RULES, *BODY_RULES)])
def test_the_message_reads_as_documented(code: str) -> None:
    folder = MESSAGES / code
    files = sorted(folder.rglob("content/*/*.md"))
    sources = [Source(file.relative_to(folder).as_posix(), file.read_bytes()) for file in files]

    told = [fault for source in sources for fault in parse(source, SiteConfig()).diagnostics]

    assert {fault.code for fault in told} == {code}
    assert render_text(told, colour=False) == (folder / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", [*FRONT_MATTER_RULES, *BODY_RULES], ids=lambda rule: rule.code)
def test_the_documented_example_draws_the_fault_and_its_correction_does_not(rule, read, codes) -> None:
    if rule.code in READABLE:
        path, wrong, right = READABLE[rule.code](rule)

        assert rule.code in codes(parse(Source(path, wrong.encode()), SiteConfig()))
        assert rule.code not in codes(parse(Source(path, right.encode()), SiteConfig()))


def _whole(rule):
    return "content/musicians/x.md", rule.wrong, rule.right


def _field(rule, folder="musicians"):
    path = f"content/{folder}/x.md"
    wrong, right = (text if "name:" in text else f"name: X\n{text}" for text in (rule.wrong, rule.right))
    return path, f"---\n{wrong}\n---\n", f"---\n{right}\n---\n"


def _body(rule):
    return "content/musicians/x.md", f"---\nname: X\n---\n{rule.wrong}", f"---\nname: X\n---\n{rule.right}"


READABLE = {
    **dict.fromkeys(["F003", "F004", "F006", "F011"], _whole),
    **dict.fromkeys(
        [
            "F005",
            "F007",
            "F008",
            "F009",
            "F010",
            "F012",
            "F014",
            "F015",
            "F018",
            "F019",
            "F020",
            "F021",
            "F022",
            "F023",
        ],
        _field,
    ),
    "F013": lambda rule: _field(rule, "venues"),
    "F016": lambda rule: _field(rule, "countries"),
    **dict.fromkeys(["B001", "B002", "B005", "B006", "B007", "B008", "B009", "B010", "B011"], _body),
}
