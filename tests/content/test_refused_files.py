"""Files that nobody reads as they are: attacks, and what is no plain text."""

import pytest

from site_builder.model.identity import MUSICIANS
from site_builder.model.source import Span

PATH = "content/musicians/taro.md"


@pytest.mark.parametrize(
    ("fields", "what", "span"),
    [
        ("name: &x Taro", "an anchor", Span(PATH, 2, 7, 2)),
        ("name: *star", "an alias", Span(PATH, 2, 7, 5)),
        ("name: !!str Taro", "a tag", Span(PATH, 2, 7, 5)),
        ("name: " + "[" * 50_000, "nesting deeper than 20", None),
        ("name: Taro\nsummary: " + "x" * 70_000, "more than 64 KB", Span(PATH, 2, 1, 5)),
    ],
    ids=["anchor", "alias", "tag", "brackets", "size"],
)
def test_what_serves_attacks_is_refused(read, fields, what, span):
    outcome = read(fields)

    (fault,) = outcome.diagnostics
    assert (fault.code, fault.message) == ("F009", f"the front matter has {what}")
    assert span is None or fault.span == span


@pytest.mark.parametrize(
    ("data", "code", "span"),
    [
        ("---\nname: Amália\n---\n".encode("latin-1"), "F001", Span(PATH, 2, 9, 1)),
        (b"---\nname: Am\x00lia\n---\n", "F002", Span(PATH, 2, 9, 1)),
        ("---\nname: Am\u2028lia\n---\n".encode(), "F002", Span(PATH, 2, 9, 1)),
        (b"---\rname: Amalia\r---\r", "F002", Span(PATH, 1, 4, 1)),
    ],
    ids=["Latin-1", "NUL", "U+2028", "CR"],
)
def test_a_file_that_is_no_plain_text_is_an_error_and_read_all_the_same(read_bytes, data, code, span):
    outcome = read_bytes(data)
    (fault,) = outcome.diagnostics

    assert (fault.code, fault.severity, fault.span) == (code, "error", span)
    assert outcome.value is not None
    assert outcome.value.facts.name.startswith("Am")
    assert outcome.value.facts.id.startswith(MUSICIANS)
