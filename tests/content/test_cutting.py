"""The page in parts: where names may become links, what counts as a section and a block, headings, pictures."""

from itertools import pairwise

import pytest

from site_builder.model.facts import Heading, Hole, Html, Prose, Reference


def parts_of(read, body, **words):
    return read(body=body, **words).value.parts


def test_prose_stands_between_markup_and_is_plain(read):
    assert parts_of(read, 'AT&T *and* `1 < 2` "x"') == (
        *(Html("<p>"), Prose("AT&T ", 0, 0), Html("<em>and</em> <code>1 &lt; 2</code>")),
        *(Prose(" “x”", 0, 0), Html("</p>")),
    )


def test_sections_count_headings_and_blocks_count_paragraphs(read):
    prose = [
        part
        for part in parts_of(read, "a\n\nb\n\n## H\n\nc\n\n- d\n- e\n    - f\n\n### I\n\n> g")
        if isinstance(part, Prose)
    ]

    assert [(part.text, part.section, part.block) for part in prose] == [
        *(("a", 0, 0), ("b", 0, 1), ("c", 1, 2), ("d", 1, 3), ("e", 1, 4), ("f", 1, 5), ("g", 2, 6)),
    ]


@pytest.mark.parametrize(
    "body",
    ["## Heading", "[link](x.html)", "`code`", "    code", "<kbd>x</kbd>", "[^1]\n\n[^1]: ", "<https://x.org>"],
)
def test_no_name_becomes_a_link_in_there(read, body):
    assert not any(isinstance(part, Prose) for part in parts_of(read, body))


def test_links_are_holes_in_the_order_of_the_page(read):
    outcome = read(body="[[A|a]]. Note[^1], [[C]]\n\n[^1]: [[B]]\n")

    document = outcome.value
    assert [part for part in document.parts if isinstance(part, Hole)] == [Hole(0, 0, 0), Hole(1, 0, 0), Hole(2, 0, 1)]
    assert [reference.target for reference in document.facts.references] == ["A", "C", "B"]
    assert [document.places[f"link[{n}]"].line for n in range(3)] == [4, 4, 6]


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("`[[a|b]]`", "<p><code>[[a|b]]</code></p>"),
        ("    [[a]] & [[ ]] [[b", "<pre><code>[[a]] &amp; [[ ]] [[b\n</code></pre>"),
        ("```\n[[a]]\n\n[[b]] [[c\n```", "<pre><code>[[a]]\n\n[[b]] [[c\n</code></pre>"),
        ("<pre>[[a]]</pre>", "<pre>[[a]]</pre>"),
        (r"\[[a]] \\", "<p>[[a]] \\</p>"),
        ("[see [[a|b & c]]](x.html)", '<p><a href="x.html">see b &amp; c</a></p>'),
        ('![[[a|"b"]]](x.jpg)', None),
        ("*[[a]]* **[[b]]** _[[c]]_", "<p><em>{0}</em> <strong>{1}</strong> <em>{2}</em></p>"),
        ("| x | y |\n|---|---|\n| [[a|b]] | `[[c|d]]` |", None),
        ("> [[a\n> b]]", "<blockquote>\n<p>{0}</p>\n</blockquote>"),
        ('"[[a]]", ([[b]])\'s', "<p>“{0}”, ({1})’s</p>"),
        ("<div>[[a]]</div>", "<div>{0}</div>"),
        ("<!-- [[a]] --> b", None),
    ],
)
def test_a_link_is_one_in_text_and_stays_text_in_code(read, html_of, body, html):
    outcome = read(body=body)

    assert html is None or html_of(outcome.value) == html
    assert "\x0e" not in html_of(outcome.value)
    assert outcome.diagnostics == ()


def test_a_link_in_a_table_does_not_split_its_cell(read, html_of):
    html = html_of(read(body="| x | y |\n|---|---|\n| [[a|b]] | c |").value)

    assert html.count("<td>") == 2
    assert "<td>{0}</td>" in html


def test_a_link_in_the_text_for_those_who_cannot_see_a_picture_is_its_label(read, html_of):
    html = html_of(read(body='![With [[a|the "b"]]](x.jpg)').value)

    assert html == '<p><img src="../media/musicians/x.jpg" alt="With the &quot;b&quot;" loading="lazy"></p>'


def test_a_link_of_several_lines_is_one_name(read):
    outcome = read(body="He met [[Amalia\nAskarova]]")

    assert outcome.value.facts.references[0].target == "Amalia Askarova"
    assert outcome.value.places["link[0]"].length == len("[[Amalia")


def test_a_reference_has_its_sentence(read):
    outcome = read(
        body="He left. In 1959 he hired *the* [[Scott LaFaro|bassist]][^1], and [[Paul Motian]]. Then\n\n[^1]: x"
    )

    first, second = outcome.value.facts.references
    assert (first.sentence.before, first.sentence.link) == ("In 1959 he hired the ", "bassist")
    assert first.sentence.after == ", and Paul Motian."
    assert second.sentence.before == "In 1959 he hired the bassist, and "


def test_headings_have_ids_in_their_own_script_and_never_twice(read, html_of):
    outcome = read(body="## Өмірі\n\n## Career\n\n### *Career*\n\n## [[Taro|Mr]] & co.\n\n## ?")

    assert outcome.value.headings == (
        *(Heading(2, "s-өмірі", "Өмірі"), Heading(2, "s-career", "Career"), Heading(3, "s-career-2", "Career")),
        *(Heading(2, "s-mr-co", "Mr & co."), Heading(2, "s-section", "?")),
    )
    assert outcome.value.facts.anchors[1] == ("Career", "s-career")
    assert '<h3 id="s-career-2"><em>Career</em></h3>' in html_of(outcome.value)
    assert '<h2 id="s-mr-co">{0} &amp; co.</h2>' in html_of(outcome.value)


def test_ids_of_an_author_are_prefixed_and_so_are_the_links_to_them(read, html_of):
    body = (
        '<h2 id="life" lang="en">Life</h2>\n\n<p id="career">x</p>\n\n'
        "## Career\n\n[up](#life) [note](#fn:1)[^1]\n\n[^1]: x"
    )
    html = html_of(read(body=body).value)

    assert '<h2 id="s-life" lang="en">Life</h2>' in html
    assert '<p id="s-career">' in html
    assert '<h2 id="s-career-2">Career</h2>' in html
    assert '<a href="#s-life">up</a> <a href="#s-fn:1">note</a>' in html
    assert '<sup id="s-fnref:1"><a class="footnote-ref" href="#s-fn:1">1</a></sup>' in html
    assert '<li id="s-fn:1">' in html


def test_the_lead_is_what_comes_before_the_first_heading(read):
    document = read(body="a [[b]] c\n\n## H\n\nd").value

    lead, rest = document.parts[: document.lead_parts], document.parts[document.lead_parts :]
    assert lead == (Html("<p>"), Prose("a ", 0, 0), Hole(0, 0, 0), Prose(" c", 0, 0), Html("</p>\n"))
    assert rest[0] == Html('<h2 id="s-h">H</h2>\n<p>')


@pytest.mark.parametrize(("body", "lead"), [("a", 3), ("## H\n\na", 0), ("> ## H\n\na", None), ("", 0)])
def test_a_text_without_a_heading_is_all_lead(read, body, lead):
    document = read(body=body).value

    assert document.lead_parts == (len(document.parts) if lead is None else lead)


def test_markup_is_joined_and_nothing_is_empty(read):
    parts = parts_of(read, "- **a**\n- `b` `c`\n\n---\n\n[[d]][[e]]")

    assert not any(isinstance(one, Html) and isinstance(following, Html) for one, following in pairwise(parts))
    assert all(part.html for part in parts if isinstance(part, Html))
    assert all(part.text.strip() for part in parts if isinstance(part, Prose))


def test_the_beginning_of_the_text_stands_for_a_missing_summary(read):
    outcome = read(body='## H\n\nHe met [[Amalia Askarova|Amalia]] at "home".\n\nThen')

    assert outcome.value.excerpt == "He met Amalia at “home”."


def test_references_are_those_that_a_reader_sees(read):
    outcome = read(body="`[[code]]` <!-- [[comment]] --> [[seen]] <script>[[gone]]</script>")

    assert outcome.value.facts.references == (Reference("seen", sentence=outcome.value.facts.references[0].sentence),)


def test_a_title_in_italics_is_no_prose(read):
    document = read(body="The *Piano Toccata* and the **piano**.").value

    assert [part.text for part in document.parts if isinstance(part, Prose)] == ["The ", " and the ", "piano", "."]
