"""That the straight way for plain bodies leads where Markdown, sanitising and cutting do, part for part."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.cutting import cut
from site_builder.content.markup import read_plainly, to_html
from site_builder.content.sanitising import sanitise
from site_builder.content.screening import find_bomb
from site_builder.model.config import DEFAULT_FACETS

ROOT = Path(__file__).parents[2]
PLAIN = [
    "Plain prose without a sign.",
    "\n\nTwo lines\nof one paragraph.\n\n(Another.)\n",
    "# First\n## Early life\nHe was born in 1985.\n\n### *Piano* & strings ###\n\nIt's **loud**. *Quiet*, too.",
    "## Same\n\n## Same\n\n## Same 2",
    "\"Quoted\" and 'single' -- with dashes --- and dots... in \"*italics*\"s.\n\n'90s jazz, rock 'n' roll, 5'10.",
    "[[Taro]] met [[venue:Blue Hall|the hall]], *[[Aki]]* and **[[Ume#Life|Ume's]]**.\n\n[[Taro]]'s son",
    "- one\n- [[two]]\n* **three**\nand a half\n+ *four*\n\nAfter.\n\n1. eins\n2. zwei\n\nEnd",
    "1985 was a year.\n\n*Opening* words | with a bar\n\n**Bold** ones\u00a0& *a\u00a0& b*",
    "Алматы қаласында туған.\n\n## Өмірі\n\n\n\n東京で *ライブ* をした。\n\n\n",
]
NOT_PLAIN = [
    *(
        "a <b>b</b>",
        "a `code`",
        "snake_case",
        "\\*",
        "AT&amp;T",
        "[x](y)",
        "[x]",
        "![x](y.png)",
        "note[^1]",
        "<https://x>",
    ),
    *("> quote", "    code", "a\n===", "| a |\n|---|", "* * *", "---", "hard  \nbreak", "trailing ", "\ttab"),
    *(
        "*a **b",
        "2 * 3",
        "***both***",
        "- a\n\n- b",
        "- a\n  - b",
        "3. three",
        "- # a",
        "- - a",
        "# ",
        "#tag",
        "text\n# a",
    ),
    *("[[]]", "[[open", "## [[Link]] in heading", "1985. A year", "text\n- item", "- a\n\n1. b", "- a\n\n    b"),
]
PIECES = [
    *("a", "Word ", "é", "1", "1985 ", "1. ", "2. ", ". ", "It's ", "'", '"', " -- ", "---", "...", "("),
    *(")", ",", " ", "&", " & ", "*", "**", "***", "*piano* ", "**loud** ", "*in*", "*[[A]]*", "[[Taro]]"),
    *("[[Taro|a *b* c]] ", "[[a's b]]'s ", "[[", "]]", "\n", "\n\n", "\n\n\n", "\n\n## Head\n\n"),
    *("\n\n# It's *so* & so #\n", "\n## ", "#", "\n- ", "\n\n- item", "\n* ", "\n\n* ", "\n+ "),
    *("\n\n1. one", "\n1. ", "\n\n2. ", "\n    ", "> ", "| ", "|---|", "\n---", "\n===", "_", "`", "<", ">"),
    *("\\", "  \n", "\u00a0", "\u3000", "“", "”", "«", "、", "東京", "{{Aki Ono}}", "~~~", ":", "!", "[x]"),
    *("\u0301", "Ⅷ", "²", "-", "+", "="),
]


@pytest.mark.parametrize("body", [*PLAIN, "\n\n".join(PLAIN[:5])], ids=lambda body: body[:12])
def test_a_plain_body_is_read_straight_and_as_markdown_reads_it(body):
    assert straight(body) == by_markdown(body)


@pytest.mark.parametrize("body", NOT_PLAIN)
def test_what_may_mean_more_is_left_to_markdown(body):
    assert read_plainly(body, DEFAULT_FACETS) is None


@given(st.lists(st.sampled_from(PIECES)) | st.lists(st.sampled_from(PIECES[:60])))
@settings(deadline=None, derandomize=True, max_examples=1500)
def test_whatever_is_read_straight_is_read_as_markdown_reads_it(pieces):
    body = "".join(pieces)

    if body.strip() and read_plainly(body, DEFAULT_FACETS) is not None:
        assert find_bomb(body) is None
        assert straight(body) == by_markdown(body)


def test_most_of_this_repository_s_entries_are_plain_and_read_as_markdown_reads_them():
    bodies = [path.read_text().partition("\n---\n")[2] for path in sorted((ROOT / "content").rglob("*.md"))]
    plain = [body for body in bodies if body.strip() and read_plainly(body, DEFAULT_FACETS)]

    assert len(plain) > 0.8 * len(bodies)
    assert all(straight(body) == by_markdown(body) for body in plain)


def straight(body):
    plain = read_plainly(body, DEFAULT_FACETS)
    assert plain is not None
    return plain.cut, plain.links


def by_markdown(body):
    markup = to_html(body, DEFAULT_FACETS)
    return cut(sanitise(markup.html), markup.links, lambda _src, _alt, _others: ""), markup.links
