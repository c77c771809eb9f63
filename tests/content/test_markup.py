"""That the screened instance makes the same HTML as Python-Markdown with the same extensions, byte for byte."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from site_builder.content.markup import to_html
from site_builder.content.wiki_links import WikiLinks
from site_builder.model.config import DEFAULT_FACETS

EXTENSIONS = ["footnotes", "tables", "fenced_code", "sane_lists", "smarty"]
TEXTS = [
    "Plain prose without a sign.",
    "\"Quoted\" and 'single' -- with dashes --- and dots...",
    "*em* **strong** ***both*** _em_ __strong__ snake_case_word `code *x*` ``a`b``",
    'A [link](https://example.org "title"), ![image](a.jpg), [ref][1], [1], <https://x.org>, <me@x.org>\n\n[1]: b.html',
    "# One\n\nTwo\n===\n\n- a\n- b\n\n    c\n\n1. x\n2. y\n\n> quote\n> *more*",
    "| a | b |\n|---|:-:|\n| `x|y` | **z** |",
    'Note[^1] and[^long].\n\n[^1]: The *note*, "quoted".\n[^long]: Two\n\n    paragraphs.',
    "```python\n[[x]] *y*\n```\n\n    indented *code*",
    "Hard  \nbreak, AT&amp;T, AT&T, 1 < 2, &copy;, \\*escaped\\* \\[x\\]",
    "<div>raw *html*</div>\n\n<b>inline *html*</b> <!-- comment -->",
]


def plain(text):
    extension = WikiLinks({})
    markdown = Markdown(
        extensions=[*EXTENSIONS, extension],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )
    return markdown.convert(text)


@pytest.mark.parametrize("text", [*TEXTS, "\n\n".join(TEXTS), "\n\n".join(reversed(TEXTS))], ids=lambda text: text[:12])
def test_screening_changes_no_byte(text):
    assert to_html(text, DEFAULT_FACETS).html == plain(text)


@given(st.lists(st.sampled_from([*"*_`'\"[]()!<>&\\-.#|ab1 ", "\n", "\n\n", "  \n", "    ", "[^1]", "--", "..."])))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_screening_changes_no_byte_of_any_text(pieces):
    text = "".join(pieces)

    assert to_html(text, DEFAULT_FACETS).html == plain(text)


def test_one_page_leaves_nothing_to_the_next():
    to_html("[[Taro]] [^1] *x*\n\n[^1]: note\n\n[ref]: x", DEFAULT_FACETS)

    markup = to_html("a [ref] [^1]", DEFAULT_FACETS)

    assert markup.html == "<p>a [ref] [^1]</p>"
    assert markup.links == ()


def test_the_sources_of_the_project_are_texts_like_any_other():
    text = Path(__file__).read_text(encoding="utf-8")

    assert to_html(text, DEFAULT_FACETS).html == plain(text)
