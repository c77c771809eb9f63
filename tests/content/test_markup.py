"""That the screened instance makes the same HTML as Python-Markdown with the same extensions, byte for byte."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from site_builder.content.markup import to_html
from site_builder.content.screening import find_bomb
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
    *("It's 5'10 tall", "a * x* b", "a *x * b", "2 * 3", "*a* *", "**a*", "*a**", "a*b*c", "*a\nb*", "AT&#38 T"),
    "<div>raw *html*</div>\n\n<b>inline *html*</b> <!-- comment -->",
]


ROOT = Path(__file__).parents[2]
SIGNS = [*"*_`'\"[]()!<>&\\-.#|ab1 ", "\n", "\n\n", "  \n", "    ", "\t", "[^1]", "--", "...", "&nbsp;", "é"]
WORDS = [
    *("It's ", "a word ", "*piano* ", "**loud** ", "(*in*) ", "*a*b* ", "5's ", "the '90s ", "rock 'n' roll", "*'q'*"),
    *("she said ", '"yes"', "[[Taro]]", "[[Taro]]'s ", "s' ", "s's ", "x_y_z ", "a--b ", "*a**b*", "***both***"),
    *("\n", "\n\n", "\n\n## Head\n\n", "\n- ", "\n1. ", "\n\n    ", "\n> ", "| a |", "[^1]", "\n\n[^1]: note\n\n"),
    *("<b>", "</b>", "<div>\n", "</div>\n\n", "&amp;", "&", "\\*", "\\'", '[x](a\\-b "t\\*") ', "```\n", "~~~ py\n"),
]


@pytest.fixture(scope="module")
def plain():
    """Python-Markdown as it is, with the same extensions."""
    markdown = Markdown(
        extensions=[*EXTENSIONS, WikiLinks({})],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )
    return lambda text: markdown.reset().convert(text)


@pytest.mark.parametrize("text", [*TEXTS, "\n\n".join(TEXTS), "\n\n".join(reversed(TEXTS))], ids=lambda text: text[:12])
def test_screening_changes_no_byte(plain, text):
    assert to_html(text, DEFAULT_FACETS).html == plain(text)


@given(st.lists(st.sampled_from(SIGNS)) | st.lists(st.sampled_from(WORDS)) | st.lists(st.sampled_from(SIGNS + WORDS)))
@settings(deadline=None, derandomize=True, max_examples=400)
def test_screening_changes_no_byte_of_any_text(plain, pieces):
    text = "".join(pieces)

    assert to_html(text, DEFAULT_FACETS).html == plain(text)


@pytest.mark.parametrize("folder", ["content", "docs", "tests/messages"])
def test_screening_changes_no_byte_of_what_people_write(plain, folder):
    texts = [file.read_bytes().decode(errors="replace") for file in sorted((ROOT / folder).rglob("*.md"))]

    differing = [text for text in texts if not find_bomb(text) and to_html(text, DEFAULT_FACETS).html != plain(text)]

    assert texts
    assert differing == []


def test_one_page_leaves_nothing_to_the_next():
    to_html("[[Taro]] [^1] *x*\n\n[^1]: note\n\n[ref]: x", DEFAULT_FACETS)

    markup = to_html("a [ref] [^1]", DEFAULT_FACETS)

    assert markup.html == "<p>a [ref] [^1]</p>"
    assert markup.links == ()


def test_the_sources_of_the_project_are_texts_like_any_other(plain):
    text = Path(__file__).read_text(encoding="utf-8")

    assert to_html(text, DEFAULT_FACETS).html == plain(text)


def test_plain_prose_passes_by_the_librarys_own_patterns(monkeypatch):
    monkeypatch.setattr(InlineProcessor, "run", lambda *_: pytest.fail("the library's own processor ran"))

    markup = to_html("## Early life\n\nShe met [[Taro]] in *Toccata*, and it's said he didn't mind.", DEFAULT_FACETS)

    assert "<em>Toccata</em>, and it&rsquo;s said he didn&rsquo;t mind." in markup.html
