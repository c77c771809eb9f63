import pytest

from site_builder.content.plain_text import plain_text
from site_builder.model.facts import Hole, Html, Prose


def test_every_block_has_a_line_of_its_own() -> None:
    parts = (
        Html("<p>"),
        Prose("He learned\nthe ", 0, 0),
        Hole(0, 0, 0),
        Html(" <em>early</em>.</p>\n<h2>Career</h2>\n<ul>\n<li>one</li>\n<li>two<br>and half</li>\n</ul>"),
    )

    assert plain_text(parts, ["dombra"]) == "He learned the dombra early.\nCareer\none\ntwo and half"


def test_signs_that_markup_has_to_write_otherwise_are_themselves() -> None:
    assert plain_text((Html("<p>a &lt; b &amp; c</p>"), Prose("d < e & f", 0, 1)), []) == "a < b & c\nd < e & f"


@pytest.mark.parametrize("length", [1, 500])
def test_notes_and_their_marks_are_left_out(length: int) -> None:
    parts = (
        Html(f'<p>{"He left. " * length}<sup id="s-fnref:1"><a class="footnote-ref" href="#s-fn:1">1</a></sup></p>'),
        Html('<p>More.</p><div class="footnote"><ol><li id="s-fn:1"><p>A letter to '),
        Prose("his sister", 0, 2),
        Html(".</p></li></ol></div>"),
    )

    assert plain_text(parts, []) == f"{('He left. ' * length).strip()}\nMore."


def test_a_page_without_text_has_none() -> None:
    assert plain_text((), []) == ""
