"""The table "Front matter is read strictly": what an author writes, and what it must be."""

import frontmatter
import pytest

from site_builder.content.faults import Faults
from site_builder.content.front_matter import split_front_matter
from site_builder.content.source_text import read_text
from site_builder.model.facts import FacetValue
from site_builder.model.source import Source, Span

PATH = "content/musicians/taro.md"


def split(data):
    faults = Faults(PATH)
    front_matter = split_front_matter(read_text(Source(PATH, data), faults), faults)
    return front_matter, faults.by_place()


@pytest.mark.parametrize(
    "data",
    [
        b"---\nname: Taro\n---\n  body \n\n",
        b"\xef\xbb\xbf---\nname: Taro\n---\n  body \n\n",
        b"---  \r\nname: Taro\r\n--- \t\r\n  body \r\n\r\n",
    ],
    ids=["LF", "BOM", "CRLF"],
)
def test_the_body_keeps_every_blank(data):
    front_matter, faults = split(data)

    assert front_matter is not None
    assert (front_matter.body, front_matter.body_line, faults) == ("  body \n\n", 4, ())


def test_python_frontmatter_is_the_door(monkeypatch):
    texts = []
    door = frontmatter.parse
    monkeypatch.setattr(frontmatter, "parse", lambda text, **words: texts.append(text) or door(text, **words))

    split(b"---\nname: Taro\n---\n")

    assert texts == ["---\nname: Taro\n---\n"]


@pytest.mark.parametrize(
    ("body", "line"),
    [("", 4), ("---\n", 4), ("\n---\n", 4), ("--- \n## Career\n---\n", 4), ("...\n", 4)],
)
def test_only_the_first_closing_line_closes(body, line):
    front_matter, _ = split(f"---\nname: Taro\n---\n{body}".encode())

    assert front_matter is not None
    assert (front_matter.body, front_matter.body_line) == (body, line)


def test_a_closing_line_at_the_very_end_needs_no_line_end():
    front_matter, faults = split(b"---\nname: Taro\n---")

    assert front_matter is not None
    assert (front_matter.body, faults) == ("", ())


def test_hyphens_with_something_after_them_close_nothing():
    front_matter, (fault,) = split(b"---\nname: Taro\n--- x\n---\n")

    assert front_matter is not None
    assert (fault.code, fault.span, fault.message) == (
        *("F009", Span(PATH, 3, 1, 3)),
        "the front matter has a second document",
    )


@pytest.mark.parametrize(
    ("data", "code", "span", "message"),
    [
        (b"", "F003", Span(PATH, 1, 0, 1), "the file is empty"),
        (b"\n\n", "F003", Span(PATH, 1, 0, 1), "the file is empty"),
        (
            b"name: Taro\n",
            *("F003", Span(PATH, 1, 1, 10)),
            "the file does not begin with a line of three hyphens",
        ),
        (
            b"\n\n---\nname: Taro\n---\n",
            *("F003", Span(PATH, 3, 1, 3)),
            "the front matter begins on line 3 and not on line 1",
        ),
        (b"----\nname: Taro\n----\n", "F003", Span(PATH, 1, 1, 4), 'the first line is "----" and not three hyphens'),
        (b" ---\nname: x\n---\n", "F003", Span(PATH, 1, 1, 4), 'the first line is " ---" and not three hyphens'),
        (
            b"---\nname: Taro\n\nHe was",
            "F004",
            Span(PATH, 1, 1, 3),
            "the front matter that begins here is never closed",
        ),
        (b"---", "F004", Span(PATH, 1, 1, 3), "the front matter that begins here is never closed"),
        (b"---\n- Taro\n- Askarova\n---\n", "F006", Span(PATH, 2, 1, 6), "the front matter is a list"),
        (b"---\nTaro\n---\n", "F006", Span(PATH, 2, 1, 4), "the front matter has no field"),
        (b"---\n&a [x]\n---\n", "F009", Span(PATH, 2, 1, 2), "the front matter has an anchor"),
        (b"---\nFoo: the: bar\n---\n", "F005", Span(PATH, 2, 6, 8), None),
    ],
)
def test_where_no_field_can_be_read_the_fault_says_why(data, code, span, message):
    front_matter, (fault,) = split(data)

    assert front_matter is None
    assert (fault.code, fault.span) == (code, span)
    assert message is None or fault.message == message


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (
            b"---\nname: x\n\nHe",
            "put a second line of three hyphens between the fields and the text; perhaps on line 3",
        ),
        (b"---\nname: x", "put a second line of three hyphens after them"),
        (b"---\nname: x\n", "put a second line of three hyphens after them"),
    ],
)
def test_a_missing_closing_line_is_wanted_where_it_belongs(data, hint):
    _, (fault,) = split(data)

    assert fault.hint == hint


@pytest.mark.parametrize(
    ("text", "span", "message", "hint"),
    [
        (
            "name: Taro\nborn: 1985\n---\nHe",
            Span(PATH, 1, 1, 10),
            "the file does not begin with a line of three hyphens",
            "put a line --- above the first field, as line 1 of the file",
        ),
        (
            "name: Taro\n---\nHe\n\n---\n\nShe",
            Span(PATH, 1, 1, 10),
            "the file does not begin with a line of three hyphens",
            "put a line --- above the first field, as line 1 of the file",
        ),
        (
            "–––\nname: Taro\n---\nHe",
            Span(PATH, 1, 1, 3),
            'the first line is "–––" and not three hyphens',
            'type three hyphens instead, and nothing else: --- (the editor made "–" of hyphens)',
        ),
        (
            "\n—\nname: Taro\n---\nHe",
            Span(PATH, 2, 1, 1),
            'line 2 is "—" and not three hyphens',
            'type three hyphens instead, and nothing else: ---, on line 1 (the editor made "—" of hyphens)',
        ),
        (
            "Draft: no\n---\nname: Taro\n---\nHe",
            Span(PATH, 2, 1, 3),
            "the front matter begins on line 2 and not on line 1",
            "delete what stands above it, blank lines too",
        ),
        (
            "---\nname: Taro\n—\nHe",
            Span(PATH, 1, 1, 3),
            "the front matter that begins here is never closed",
            'line 3 is "—": type three hyphens instead, and nothing else: --- (the editor made "—" of hyphens)',
        ),
    ],
)
def test_following_the_hint_for_missing_hyphens_loses_no_field(text, span, message, hint):
    front_matter, (fault,) = split(text.encode())

    assert front_matter is None
    assert (fault.span, fault.message, fault.hint) == (span, message, hint)


@pytest.mark.parametrize(
    "text", ["name: Taro\nborn 1985", "name: Taro\nborn 1985\ndied: 2001", "born 1985\nname: Taro"]
)
def test_a_known_field_without_colon_is_written_with_it(read_bytes, text):
    (fault,) = read_bytes(f"---\n{text}\n---\n".encode()).diagnostics

    assert (fault.code, fault.message) == ("F005", '"born 1985" is no field: it has no colon')
    assert fault.hint == "write a colon after the field name: born: 1985"


@pytest.mark.parametrize(
    "text", ["name: Taro\nborn:1985", "name: Taro\nborn:1985\ndied: 2001", "born:1985\nname: Taro", "born:1985"]
)
def test_a_colon_without_blank_is_told(read_bytes, text):
    (fault,) = read_bytes(f"---\n{text}\n---\n".encode()).diagnostics

    assert fault.code in ("F005", "F006")
    assert fault.hint == "write a blank after the colon: born: 1985"


def test_front_matter_without_fields_is_read(read_bytes, codes):
    outcome = read_bytes(b"---\n# nothing yet\n---\n")

    assert outcome.value is not None
    assert outcome.value.facts.name == "taro"
    assert codes(outcome) == ["F011"]


@pytest.mark.parametrize("text", ["NO", "yes", "on", "0800", "12:30:45", "1.10", "1_000", "1e3", "Null", "~", "true"])
def test_a_value_is_the_text_as_written(read, text):
    outcome = read(f"name: {text}\ncountry: {text}\naliases: [{text}, other]")

    assert outcome.value is not None
    assert outcome.value.facts.name == text
    assert outcome.value.facts.aliases == (text, "other")
    assert outcome.value.facts.about.facets == (FacetValue("countries", text),)
    assert outcome.diagnostics == ()


@pytest.mark.parametrize(("text", "draft"), [("true", True), ("false", False)])
def test_only_true_and_false_are_booleans(read, text, draft):
    outcome = read(f"draft: {text}")

    assert outcome.value is not None
    assert (outcome.value.facts.draft, outcome.diagnostics) == (draft, ())


@pytest.mark.parametrize("text", ["yes", "on", "True", "1", "no", "[true]"])
def test_other_words_for_true_are_a_fault(read, codes, text):
    outcome = read(f"draft: {text}")

    assert outcome.value is not None
    # What may have been meant as a draft is not published.
    assert outcome.value.facts.draft is True
    assert codes(outcome) == ["F010"]


def test_a_day_that_does_not_exist_is_an_error_at_the_value(read):
    (fault,) = read("born: 1797-02-31").diagnostics

    assert (fault.code, fault.span) == ("F012", Span(PATH, 3, 7, 10))
    assert fault.message == "there is no such day as 1797-02-31"
    assert fault.hint == "February 1797 has 28 days; write 1797-02 if the day is not known"


def test_a_key_given_twice_names_both_lines(read):
    outcome = read("born: 1985\ndied: 2001\nborn: 1986")
    (fault,) = outcome.diagnostics

    assert (fault.code, fault.span, fault.related) == ("F007", Span(PATH, 5, 1, 4), (Span(PATH, 3, 1, 4),))
    assert fault.message == '"born" stands here again; it was given on line 3'
    assert outcome.value.facts.about.born.text == "1985"


def test_a_key_given_twice_inside_a_group_is_found(read, codes):
    assert codes(read("works:\n  - {title: A, year: 1985, year: 1986}")) == ["F007"]


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("instrumnets: [violin]", "did you mean instruments?"),
        ("Born: 1985", "did you mean born?"),
        ("alias: Taro", "did you mean aliases?"),
        ("city: Almaty", 'a venue has "city"; a musician does not'),
        ("code: KZ", 'a country has "code"; a musician does not'),
        ("birth: 1985", "did you mean born?"),
        ("Place of Birth: Almaty", "did you mean birthplace?"),
        ("death: 2001", "did you mean died?"),
        ("bio: Singer", "did you mean summary?"),
        ("title: Taro", "did you mean name?"),
        ("date: 2024-03-12", "did you mean updated?"),
        ("tags: folk", "did you mean genres?"),
        ("inst: violin", "did you mean instruments?"),
        ("alt: a violin", "write it into the image: image: {file: …, alt: …, credit: …}"),
        ("works: [{name: Aral, title: x}]", "did you mean title?"),
        ("venues: [{name: x, when: 1985}]", "did you mean year?"),
        (
            "favourite_colour: blue",
            "a musician has the fields name, sort_name, aliases, summary, slug, former_slugs, draft, mentions, "
            "updated, image, sources, born, died, birthplace, teachers, pupils, family, played_with, works, "
            "instruments, countries, venues, genres, ensembles, labels; what fits none of them belongs in the text",
        ),
    ],
)
def test_an_unknown_key_is_never_dropped_in_silence(read, field, hint):
    (fault,) = read(field).diagnostics

    assert (fault.code, fault.span.line) == ("F008", 3)
    assert fault.hint == hint


def test_a_field_of_a_musician_is_not_one_of_a_venue(read):
    (fault,) = read("born: 1985", path="content/venues/small-hall.md").diagnostics

    assert fault.hint == 'a musician has "born"; a venue does not'


@pytest.mark.parametrize(
    "key", ["content", "handler", "1", "metadata", "text", "encoding", "defaults", "<<", "?", "''"]
)
def test_no_key_crashes(read, codes, key):
    assert codes(read(f"{key}: x")) in (["F008"], ["F005"])


def test_a_key_that_is_no_text_is_a_fault(read, codes):
    assert codes(read("[a, b]: x")) == ["F010"]


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("name: C #1 hit", Span(PATH, 2, 9, 6)),
        ("name: 'x'\nbirthplace: Kyzylorda #2", Span(PATH, 3, 23, 2)),
        ("name: x\naliases:\n  - C #1 hit", Span(PATH, 4, 7, 6)),
        ("name: x\nbirthplace: #1 Street", Span(PATH, 3, 13, 9)),
    ],
)
def test_text_lost_as_a_comment_draws_a_warning(read_bytes, line, span):
    (fault,) = read_bytes(f"---\n{line}\n---\n".encode()).diagnostics

    assert (fault.code, fault.severity, fault.span) == ("F014", "warning", span)


@pytest.mark.parametrize(
    "line",
    [
        "born: 1985  # according to his passport",
        "born: 1985 # according to his passport",
        "# born: 1985",
        "  #born: 1985",
        'aliases: ["C #1 hit"]',
        "aliases: [C#1 hit]",
        "summary: >\n  C #1 hit",
    ],
)
def test_a_comment_that_is_meant_as_one_draws_nothing(read, line):
    assert read(line).diagnostics == ()


def test_text_after_a_colon_is_explained_in_words(read):
    outcome = read("summary: Foo: the bar\nborn: 1985")
    (fault,) = outcome.diagnostics

    assert (fault.code, fault.span) == ("F005", Span(PATH, 3, 10, 12))
    assert fault.hint == 'put quotes round it: summary: "Foo: the bar"'


def test_a_fault_of_yaml_leaves_the_fields_before_it_and_the_body(read, html_of):
    outcome = read("name: Bakhyt Taro\nborn: 1985\nsummary: Foo: the bar\ndied: 2021", body="He left. [[ ]]")

    assert outcome.value is not None
    assert (outcome.value.facts.name, outcome.value.facts.about.born.text) == ("Bakhyt Taro", "1985")
    assert (outcome.value.facts.summary, outcome.value.facts.about.died) == ("", None)
    assert [fault.code for fault in outcome.diagnostics] == ["F005", "B005"]
    assert html_of(outcome.value) == "<p>He left. [[ ]]</p>"


def test_a_name_that_a_fault_hides_is_not_reported_missing(read, codes):
    outcome = read("born: 1985\nname: *star")

    assert outcome.value is not None
    assert outcome.value.facts.name == "taro"
    assert codes(outcome) == ["F009"]
