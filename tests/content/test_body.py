"""What can be wrong in a text beyond its HTML, and texts that try to stop the build."""

from time import process_time

import pytest
from markdown import Markdown

from site_builder.content import body as body_module
from site_builder.model.facts import Document
from site_builder.model.source import Span

KB = 1024
PATH = "content/musicians/taro.md"


@pytest.mark.parametrize(
    ("body", "code", "span", "message"),
    [
        ("a [[ ]]", "B005", Span(PATH, 4, 3, 5), "there is no name in [[ ]]"),
        ("a\n\nb [[#Career]]", "B005", Span(PATH, 6, 3, 11), "there is no name in [[#Career]]"),
        ("a [[Amalia in\n\nb]]", "B006", Span(PATH, 4, 3, 2), "the link that begins here has no ]] in its paragraph"),
        ("# Career", "B007", Span(PATH, 4, 1, 8), 'the heading "Career" has the rank of the page\'s title'),
        ("a\n\nCareer\n===", "B007", Span(PATH, 6, 1, 6), 'the heading "Career" has the rank of the page\'s title'),
        ("```\n# Code\n```\n\n# Career", "B007", Span(PATH, 8, 1, 8), None),
        ("# *`x`*", "B007", Span(PATH, 4, 1, 7), None),
        ("<h1>&amp;</h1>", "B007", Span(PATH, 4, 1, 1), None),
        (
            "![x](https://a.org/b.jpg)",
            "B008",
            Span(PATH, 4, 6, 19),
            'the picture "https://a.org/b.jpg" lies on another host',
        ),
        ("![x](//a.org/b.jpg)", "B008", Span(PATH, 4, 6, 13), None),
        ("![](b.jpg)", "B009", Span(PATH, 4, 5, 5), 'the picture "b.jpg" has no description'),
        ("![ ](b.jpg)", "B009", Span(PATH, 4, 6, 5), None),
        ("![x](../../b.jpg)", "F019", Span(PATH, 4, 6, 11), '"../../b.jpg" is no path inside content/'),
        ("![x](%2e%2e/%2e%2e/b.jpg)", "F019", Span(PATH, 4, 6, 19), '"%2e%2e/%2e%2e/b.jpg" is no path inside content/'),
        ("![x](b.txt)", "F019", Span(PATH, 4, 6, 5), '"b.txt" is no picture'),
    ],
)
def test_a_fault_in_the_text_stands_at_its_place(read, body, code, span, message):
    (fault,) = read(body=body).diagnostics

    assert (fault.code, fault.span) == (code, span)
    assert message in (None, fault.message)


def test_places_in_the_text_are_right_after_a_byte_order_mark_and_carriage_returns(read_bytes):
    (fault,) = read_bytes("\ufeff---\r\nname: x\r\n---\r\n\r\n🎻\tб [[ ]]\r\n".encode()).diagnostics

    assert (fault.span, fault.excerpt) == (Span(PATH, 5, 5, 5), "🎻\tб [[ ]]")


def test_each_picture_is_shown_from_the_finished_place_and_listed_once(read, html_of):
    outcome = read("image: {file: c.png, alt: x}", body='![A & b](a.jpg "t") ![c](sub/my%20b.jpg) ![d](a.jpg)')

    assert html_of(outcome.value) == (
        '<p><img src="../media/musicians/a.jpg" alt="A &amp; b" title="t" loading="lazy"> '
        '<img src="../media/musicians/sub/my%20b.jpg" alt="c" loading="lazy"> '
        '<img src="../media/musicians/a.jpg" alt="d" loading="lazy"></p>'
    )
    assert outcome.value.media == ("musicians/a.jpg", "musicians/sub/my b.jpg", "musicians/c.png")
    assert [outcome.value.places[f"media[{n}]"].line for n in range(3)] == [5, 5, 3]


def test_a_picture_in_both_places_is_listed_once(read):
    outcome = read("image: {file: a.jpg, alt: x}", body="![x](a.jpg)")

    assert outcome.value.media == ("musicians/a.jpg",)


def test_a_free_page_lies_at_the_top(read, html_of):
    outcome = read(body="![x](a.jpg)", path="content/pages/about.md")

    assert html_of(outcome.value) == '<p><img src="media/pages/a.jpg" alt="x" loading="lazy"></p>'


def test_a_picture_that_cannot_be_shown_leaves_nothing(read, html_of):
    assert html_of(read(body="a ![x](https://a.org/b.jpg) b").value) == "<p>a  b</p>"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[" * 4 * KB, "B003"),
        ("* " * 500, "B004"),
        ("* " * 500 + "x", "B004"),
        (">" * 64 * KB, "B004"),
        ("\n".join(">" * n + " x" for n in range(200)), "B004"),
        ("\n".join("    " * n + "- x" for n in range(200)), "B004"),
        ("<!--" * 16 * KB, "B003"),
        ("".join(f"<b id={n}><p>" for n in range(4000)), "B004"),
        ("<" * 64 * KB, None),
        ("**" * 32 * KB, None),
        ("`" * 64 * KB, None),
        ("|" * 64 * KB, None),
        ("|a|b|\n|-|-|\n" + "|||||||||\n" * 3 * KB, None),
        ("<div>" * 12 * KB, "B004"),
        ("&amp;" * 12 * KB, None),
        ("\\" * 32 * KB, None),
        ("*a_ " * 16 * KB, None),
        ("[[a]]. " * KB, None),
        ("A. " * 10 * KB + "[[x]]" + " A." * 10 * KB, None),
        ("# x\n\n" * KB, None),
    ],
    ids=lambda value: value[:8] if value else "fine",
)
def test_a_text_that_tries_to_stop_the_build_takes_a_second_at_most(read, body, code):
    start = process_time()
    outcome = read(body=body)
    seconds = process_time() - start

    found = {fault.code for fault in outcome.diagnostics} - {"B007"}
    assert found == ({code} if code else set())
    assert isinstance(outcome.value, Document)
    assert seconds < 1.5


@pytest.mark.parametrize(
    "body",
    ["![](" * 16 * KB, "`a" * 32 * KB, '"' * 64 * KB, "[a](" * 16 * KB, "# `x`\n" * 16 * KB],
    ids=lambda body: body[:4],
)
def test_what_takes_too_long_is_stopped_and_reported(read, monkeypatch, body):
    monkeypatch.setattr(body_module, "CPU_SECONDS", 0.2)

    start = process_time()
    outcome = read(body=f"\n{body}")
    seconds = process_time() - start

    (fault,) = outcome.diagnostics
    assert (fault.code, fault.severity, fault.span.line) == ("B003", "error", 5)
    assert fault.message == "reading this text takes more than 0.2 seconds"
    assert (outcome.value.parts, outcome.value.facts.name) == ((), "Taro")
    assert seconds < 1


@pytest.mark.parametrize("bomb", ["![](" * 16 * KB, "* " * 500 + "x", "- # x\n" * 16 * KB], ids=lambda bomb: bomb[:6])
def test_the_entry_after_a_bomb_is_read_as_ever(read, html_of, monkeypatch, bomb):
    with monkeypatch.context() as hurry:
        hurry.setattr(body_module, "CPU_SECONDS", 0.1)
        hurry.setattr(body_module, "find_bomb", lambda _text: None)
        assert read(body=bomb).value.parts == ()

    assert html_of(read(body="*Fine* [[Taro]]").value) == "<p><em>Fine</em> {0}</p>"


def test_nesting_that_no_look_at_the_signs_finds_is_that_page_s_fault(read, monkeypatch):
    monkeypatch.setattr(body_module, "find_bomb", lambda _text: None)

    outcome = read(body="* " * 500 + "x")

    assert [fault.code for fault in outcome.diagnostics] == ["B004"]
    assert outcome.value.parts == ()


def test_a_failure_of_markdown_is_that_page_s_fault(read, monkeypatch):
    def fail(_markdown, _source):
        raise ZeroDivisionError("no reason")

    monkeypatch.setattr(Markdown, "convert", fail)

    (fault,) = read(body="`x`").diagnostics

    assert (fault.code, fault.span) == ("B003", Span(PATH, 4, 1, 1))
    assert fault.message == "Markdown fails on this text (ZeroDivisionError: no reason)"
