"""Every attack on a body in its text, and that prose draws no false report."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.markup import to_html
from site_builder.content.sanitising import MAX_REPORTS, SCHEMES, sanitise

ALERT = "alert(1)"


@pytest.mark.parametrize(
    ("body", "shown", "faults"),
    [
        ("<script>alert(1)</script>", "", [("B001", 1, 1, 8, "<script> was removed, with all that stands inside it")]),
        ("a <script>alert(1)</script> b", "<p>a  b</p>", [("B001", 1, 3, 8, None)]),
        ("<SCRIPT\nsrc=//x.org>\n</SCRIPT>", "<p>\n</p>", [("B001", 1, 1, 7, None)]),
        (
            '<p onclick="alert(1)">x</p>',
            "<p>x</p>",
            [("B001", 1, 1, 22, 'the attribute "onclick" of <p> was removed')],
        ),
        ("<img src=x.jpg onerror=alert(1) alt=x>", None, [("B001", 1, 1, 38, None)]),
        ('<b style="position:fixed">x</b>', "<p><b>x</b></p>", [("B001", 1, 1, 26, None)]),
        ("<style>p{}</style>x", "<p>x</p>", [("B001", 1, 1, 7, None)]),
        ("<svg onload=alert(1)><text>y</text></svg>", None, [("B001", 1, 1, 21, None)]),
        ('<iframe src="https://x.org">z</iframe>', "", [("B001", 1, 1, 28, None)]),
        ('<form action="/x"><input name=a></form>', None, [("B001", 1, 1, 18, None), ("B001", 1, 19, 14, None)]),
        ("<font>x</font>", "<p>x</p>", [("B001", 1, 1, 6, "<font> was removed, and what stands inside it was kept")]),
        ('<div class="search-overlay">x</div>', "<div>x</div>", [("B001", 1, 1, 28, None)]),
        ("<object data=x></object><embed src=x>", None, [("B001", 1, 1, 15, None), ("B001", 1, 25, 13, None)]),
        ("<math><mi>x</mi></math>", None, [("B001", 1, 1, 6, None)]),
        ("<meta http-equiv=refresh content=0>", None, [("B001", 1, 1, 35, None)]),
        ("<base href=https://x.org/>", None, [("B001", 1, 1, 26, None)]),
        ("[x](javascript:alert(1))", "<p><a>x</a></p>", [("B002", 1, 5, 19, None)]),
        ("[x](JaVaScRiPt:alert(1))", "<p><a>x</a></p>", [("B002", 1, 5, 19, None)]),
        ("[x](vbscript:x)", "<p><a>x</a></p>", [("B002", 1, 5, 10, 'the address "vbscript:x" was removed')]),
        ("[x](data:text/html,x)", "<p><a>x</a></p>", [("B002", 1, 5, 16, None)]),
        ("[x][1]\n\n[1]: javascript:x", "<p><a>x</a></p>", [("B002", 3, 6, 12, None)]),
        ("<javascript://x>", None, [("B002", 1, 2, 14, None)]),
        ('<a href="java&#9;script:alert(1)">x</a>', None, [("B002", 1, 1, 2, None)]),
        ('<a href="&#106;avascript:x">y</a>', "<p><a>y</a></p>", [("B002", 1, 1, 2, None)]),
        ("![x](data:image/png;base64,AA)", "<p></p>", [("B002", 1, 6, 24, None)]),
    ],
)
def test_an_attack_is_gone_and_reported_where_it_stood(read, html_of, body, shown, faults):
    outcome = read(body=body)

    html = html_of(outcome.value)
    assert shown is None or html.strip() == shown
    assert not re.search(r"<script|=.javascript:| on\w+=|<svg|<iframe|<style|style=|<form|<input", html, re.IGNORECASE)
    found = outcome.diagnostics
    assert [(f.code, f.span.line - 3, f.span.column, f.span.length) for f in found] == [fault[:4] for fault in faults]
    assert all(message in (None, f.message) for f, (*_, message) in zip(found, faults, strict=True))


@pytest.mark.parametrize(
    "body",
    [
        "a < b, b > c, <3, -> and <- and a<b",
        "<https://example.org/?a=b&c=d> and <me@example.org>",
        '[x](https://example.org "title") [y](page.html#x) [z](mailto:me@example.org) [r][1]\n\n[1]: http://x.org',
        "`<script>` and\n\n    <script>alert(1)</script>\n\n```\n<iframe onload=x>\n```",
        "AT&T &amp; &copy; &lt;script&gt;",
        "<!-- a comment with <script> in it -->",
        "Note[^1]\n\n[^1]: *x* <b>y</b>",
        "| a | b |\n|--:|:-:|\n| <sup>1</sup> | <br> |",
        '<figure><img src="a.jpg" alt="x"><figcaption>c</figcaption></figure>',
        '<abbr title="x">y</abbr> H<sub>2</sub>O <cite>z</cite> <span lang="kk" dir="ltr">q</span>',
        '<table><tr><td colspan="2">x</td></tr></table>',
        "<details><summary>s</summary>t</details><dl><dt>a</dt><dd>b</dd></dl>",
        "<p id=x>unclosed\n\n<P TITLE='y'>x</P>",
        '"[[Taro]]" <q cite="https://x.org">y</q>',
        '<a href="page.html" title="[[Taro]]">x</a>',
    ],
)
def test_what_may_stand_in_an_entry_draws_nothing(read, body):
    assert read(body=body).diagnostics == ()


def test_what_is_removed_after_the_same_in_code_is_reported_in_its_own_place(read):
    (fault,) = read(body="`<script>` `<script>`\n\n<script>x</script>\n\n`<script>`").diagnostics

    assert (fault.span.line, fault.span.column) == (6, 1)


def test_each_of_many_equal_attacks_is_reported_in_its_own_place(read):
    found = read(
        body="<font>a</font> `<font>` <font>b</font>\n\n`<font>`\n\n<font>c</font> [x](y:z) `y:z` [x](y:z)"
    ).diagnostics

    assert [(fault.code, fault.span.line, fault.span.column) for fault in found] == [
        *(("B001", 4, 1), ("B001", 4, 25), ("B001", 8, 1), ("B002", 8, 20), ("B002", 8, 35)),
    ]


@pytest.mark.parametrize(
    ("body", "place"),
    [('a <p\tonclick="x">', (4, 3)), (r"[x](java\-script:y)", (4, 0)), (r"a<!-- -->[x](java\-script:y)", (4, 0))],
)
def test_what_markdown_changed_is_reported_as_near_as_can_be(read, body, place):
    fault = read(body=body).diagnostics[0]

    assert (fault.span.line, fault.span.column) == place


def test_a_page_of_attacks_is_reported_in_part_and_counted(read):
    found = read(body="<center>\n\n" * 80).diagnostics

    assert len(found) == MAX_REPORTS + 1
    assert found[0].message == "30 more tags and addresses were removed"


def test_content_is_never_a_template(read, html_of):
    outcome = read(body="{{ 7*7 }} {% include 'x' %} {# c #}")

    assert html_of(outcome.value) == "<p>{{ 7*7 }} {% include ‘x’ %} {# c #}</p>"


def test_a_link_to_elsewhere_tells_it_nothing_of_the_page_that_opened_it(read, html_of):
    outcome = read(body="[x](https://a.org) [y](//b.org) [z](c.html)")

    assert html_of(outcome.value) == (
        '<p><a href="https://a.org" rel="noopener">x</a> '
        '<a href="//b.org" rel="noopener">y</a> <a href="c.html">z</a></p>'
    )


_pieces = st.sampled_from(
    [
        *(
            "<",
            ">",
            "/",
            "script",
            "svg",
            " onload=x",
            "img src=x onerror=y",
            "a href='javascript:z'",
            '"',
            "'",
            "`",
            "x",
        ),
        *(" ", "\n", "\n\n", "<!--", "-->", "<![CDATA[", "<?", "?>", "[a](", ")", "&#106;", "&lt;", "\t", "<style>"),
    ]
)


@given(st.lists(_pieces, max_size=30).map("".join))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_no_text_makes_markup_that_can_act(text):
    html = sanitise(to_html(text, ()).html)

    for tag in re.findall(r"<[^>]*>", html):
        assert not re.match(r"</?(?:script|style|svg|iframe|object|embed|form|input|math|link|meta|base)", tag)
        assert not re.search(r"\son\w+=|\sstyle=", re.sub(r'"[^"]*"', '""', tag))
        address = re.search(r'\s(?:href|src)="\s*([a-zA-Z][\w+.-]*):', tag)
        assert address is None or address.group(1).lower() in SCHEMES
