import pytest


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("He left.[^1]", (4, 9)),
        ("`[^2]` He left.[^1]", (4, 16)),
        ("## Exile[^1]\n\nHe left.", (4, 9)),
        ("- He left[^O'Brien]", (4, 10)),
    ],
)
def test_a_reference_without_a_note_is_reported_where_it_stands(read, body, place):
    (fault,) = read(body=body).diagnostics

    assert fault.code == "B011"
    assert fault.message.endswith("has no note, and readers see the brackets")
    assert (fault.span.line, fault.span.column) == place


@pytest.mark.parametrize(
    ("body", "place"),
    [("He left.\n\n[^1]: Letter.", (6, 1)), ("He left.[^1]\n\n[^1]: Letter.\n[^ä & b]: Diary.", (7, 1))],
)
def test_a_note_without_a_reference_is_reported_where_it_stands(read, body, place):
    (fault,) = read(body=body).diagnostics

    assert fault.code == "B011"
    assert fault.message.startswith("nothing refers to the note [^")
    assert (fault.span.line, fault.span.column) == place


@pytest.mark.parametrize(
    "body",
    [
        "He left.[^1] He came back.[^1]\n\n[^1]: Letter.",
        "He left.[^1]\n\n[^1]: Letter.[^2]\n\n[^2]: Diary.",
        r"A footnote begins with \[^1].",
        "A footnote is `[^1]`.\n\n    [^2]\n\n```\n[^3]\n```",
        "See [^here](https://example.org).",
    ],
)
def test_whole_footnotes_and_what_is_none_draw_nothing(read, codes, body):
    assert codes(read(body=body)) == []


def test_the_same_reference_is_reported_once(read, codes):
    assert codes(read(body="He left.[^1] He came back.[^1]")) == ["B011"]
