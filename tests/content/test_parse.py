"""The door as a whole: pure, never at a loss, the same for the same file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.parse import parse
from site_builder.model.config import SiteConfig
from site_builder.model.digest import digest_of
from site_builder.model.facts import Document, Facts, Html, MusicianFacts, Prose
from site_builder.model.source import Source

CONFIG = SiteConfig()
PATH = "content/musicians/taro.md"


def test_a_small_entry_is_one_value(read):
    outcome = read("name: Bakhyt Taro", body="Born.")

    assert outcome.diagnostics == ()
    assert outcome.value == Document(
        facts=Facts(id="musicians/taro", path=PATH, name="Bakhyt Taro", about=MusicianFacts(), has_text=True),
        parts=(Html("<p>"), Prose("Born.", 0, 0), Html("</p>")),
        lead_parts=3,
        excerpt="Born.",
        places=outcome.value.places,
    )


@pytest.mark.parametrize(("body", "has_text"), [("", False), (" \n\n", False), ("Born.", True), ("[[Taro]]", True)])
def test_facts_tell_whether_there_is_any_text(read, body, has_text):
    assert read(body=body).value.facts.has_text is has_text


def test_faults_come_from_the_top_of_the_file_to_its_end(read):
    outcome = read("foo: x\nborn: soon\nbar: y\nupdated: never", body="# H\n\n[[ ]]\n\n<font>x</font> ![](a.jpg)")

    spans = [fault.span for fault in outcome.diagnostics]
    assert spans == sorted(spans)
    assert len(spans) == 8


def test_facts_hold_no_lines_so_that_moving_a_paragraph_changes_them_not(read):
    one = read(body="He met [[Amalia Askarova]].\n\nHe left.")
    other = read(body="\n\n\nHe met [[Amalia Askarova]].\n\nHe  left, at last.")

    assert one.value.facts == other.value.facts
    assert one.value.places != other.value.places


def test_equal_files_have_equal_digests(read):
    outcomes = [read("instruments: [violin]\nborn: c. 1985", body="*a* [[b]] `c`") for _ in range(2)]

    assert outcomes[0] == outcomes[1]
    assert digest_of(outcomes[0]) == digest_of(outcomes[1])


@pytest.mark.parametrize("path", ["content/planets/mars.md", "taro.md", "content/musicians/deeper/taro.md", "x"])
def test_a_path_without_a_kind_is_read_as_a_term(path):
    outcome = parse(Source(path, b"---\nname: x\n---\n"), CONFIG)

    assert outcome.value is not None


@given(st.binary(max_size=200))
@settings(deadline=None, derandomize=True)
def test_no_bytes_break_the_door(data):
    parse(Source(PATH, data), CONFIG)


_fields = st.sampled_from(
    ["name", "born", "aliases", "venues", "instrument", "works", "image", "slug", "draft", "x", "1"]
)
_values = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(
        ["[a, b]", "{name: a, year: 1985}", "[{title: x}]", "'it''s'", '"q"', "|\n  x", "- a", "", "&a", "#"]
    ),
)
_bodies = st.lists(
    st.sampled_from(
        ["[[", "]]", "|", "#", "## ", "\n", "\n\n", "*", "`", "a", "é", "![", "](", ")", "<b>", "</b>", "<", ">"]
    )
    | st.text(max_size=5),
    max_size=25,
).map("".join)


@given(st.lists(st.tuples(_fields, _values), max_size=5), _bodies)
@settings(deadline=None, derandomize=True, max_examples=300)
def test_every_entry_is_read_and_every_fault_lies_in_the_file(fields, body):
    text = "---\n" + "".join(f"{key}: {value}\n" for key, value in fields) + "---\n" + body

    outcome = parse(Source(PATH, text.encode()), CONFIG)

    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in outcome.diagnostics:
        assert 0 <= fault.span.line <= len(lines)
        assert fault.span.column <= len(lines[fault.span.line - 1]) + 1


@given(_bodies)
@settings(deadline=None, derandomize=True, max_examples=300)
def test_every_reference_has_its_hole_and_its_place(body):
    document = parse(Source(PATH, f"---\nname: Taro\n---\n{body}".encode()), CONFIG).value

    assert document is not None
    holes = [part.reference for part in document.parts if hasattr(part, "reference")]
    assert holes == list(range(len(document.facts.references)))
    assert all(f"link[{number}]" in document.places for number in holes)
    assert "\x0e" not in repr(document)
