"""The text of a page."""

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.facts import Document, Facts, Hole, Html, Part, Prose
from site_builder.model.identity import EntityId
from site_builder.pages.request import Body, Filling, LinkedName
from site_builder.theme.body import render_body


def text(
    *parts: Part, fillings: tuple[Filling, ...] = (), names: tuple[LinkedName, ...] = (), lead: int = 0
) -> tuple[str, str]:
    document = Document(Facts(EntityId("musicians/x"), "musicians/x.md", "X"), parts, lead)
    return render_body(document, Body("musicians/x.md", "", fillings, names))


def body(*parts: Part, fillings: tuple[Filling, ...] = (), names: tuple[LinkedName, ...] = ()) -> str:
    return text(*parts, fillings=fillings, names=names)[1]


def test_the_lead_ends_where_the_document_says() -> None:
    assert text(Html("<p>a</p>"), Html("<h2>b</h2>"), Prose("c", 1, 1), lead=1) == ("<p>a</p>", "<h2>b</h2>c")


def test_markup_is_copied_and_prose_is_escaped() -> None:
    assert body(Html("<b>"), Prose('<script> & "', 0, 0), Html("</b>")) == "<b>&lt;script&gt; &amp; &#34;</b>"


def test_a_wide_table_can_be_scrolled_by_keyboard() -> None:
    begun, ended = Html('<p>The table</p><table dir="rtl"><tbody><tr><td>'), Html("</td></tr></tbody></table><p>x</p>")

    assert body(begun, Prose("<table>", 0, 0), ended) == (
        '<p>The table</p><div class="scroll" role="group" aria-label="Table" tabindex="0"><table dir="rtl">'
        "<tbody><tr><td>&lt;table&gt;</td></tr></tbody></table></div><p>x</p>"
    )


def test_a_hole_becomes_a_link() -> None:
    assert body(Hole(0, 0, 0), fillings=(Filling("R&B", "../x.html?a&b"),)) == '<a href="../x.html?a&amp;b">R&amp;B</a>'


def test_a_wanted_page_is_marked_and_leads_nowhere() -> None:
    assert (
        body(Hole(0, 0, 0), fillings=(Filling("<Nobody>", wanted=True),))
        == '<span class="wanted">&lt;Nobody&gt;</span>'
    )


def test_a_hole_without_an_address_is_text() -> None:
    assert body(Hole(0, 0, 0), fillings=(Filling("<self>"),)) == "&lt;self&gt;"


def test_the_same_reference_may_stand_twice() -> None:
    filled = body(Hole(1, 0, 0), Hole(0, 0, 0), Hole(1, 0, 0), fillings=(Filling("a"), Filling("b")))

    assert filled == "bab"


def test_names_become_links_where_they_stand() -> None:
    parts = (Prose("Milo & Amalia & Milo", 0, 0), Html("<br>"), Prose("Roza", 0, 1))
    names = (LinkedName(0, 0, 4, "m.html"), LinkedName(0, 7, 13, "a.html"), LinkedName(2, 0, 4, 'r.html"'))

    assert body(*parts, names=names) == (
        '<a class="mention" href="m.html">Milo</a> &amp; <a class="mention" href="a.html">Amalia</a> &amp; Milo<br>'
        '<a class="mention" href="r.html&#34;">Roza</a>'
    )


def test_names_are_counted_in_characters_and_escaped_afterwards() -> None:
    assert body(Prose("<&> Әсет 𝄞 Ә", 0, 0), names=(LinkedName(0, 4, 8, "a.html"),)) == (
        '&lt;&amp;&gt; <a class="mention" href="a.html">Әсет</a> 𝄞 Ә'
    )


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(), st.text(), st.data())
def test_no_text_and_no_address_can_break_out(prose: str, href: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(prose)))
    end = data.draw(st.integers(start, len(prose)))

    made = body(
        Prose(prose, 0, 0),
        Hole(0, 0, 0),
        fillings=(Filling(prose, f"#{href}"),),
        names=(LinkedName(0, start, end, href),),
    )

    assert made.count("<") == 4
    assert made.count('"') == 6
