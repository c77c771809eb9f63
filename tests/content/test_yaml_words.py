import pytest
import yaml

from site_builder.content import yaml_tree
from site_builder.content.yaml_tree import Malformed, read_tree
from site_builder.content.yaml_words import explain, quoted

IS_NO_FIELD = "write a field name and a colon before it; if the text of the entry begins here, put a line --- above it"
SAME_COLUMN = "begin all fields at the same column"


def explanation(text):
    fault = read_tree(text).fault
    assert isinstance(fault, Malformed)
    words = explain(fault, text.split("\n"))
    return (words.line, words.column, words.length), words.message, words.hint


@pytest.mark.parametrize("loader", [yaml.CLoader, yaml.Loader], ids=["libyaml", "PyYAML"])
@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (
            "name: x\nsummary: Foo: the bar",
            (2, 10, 12),
            'the value of "summary" has a colon in it, which YAML takes for the end of a field name',
            'put quotes round it: summary: "Foo: the bar"',
        ),
        (
            'a:\n  - say: "so": 🎻',
            (2, 10, 7),
            'the value of "say" has a colon in it, which YAML takes for the end of a field name',
            "put quotes round it: say: '\"so\": 🎻'",
        ),
        (
            "name: x\nsummary: „Foo: the bar“",
            (2, 10, 14),
            'the value of "summary" has a colon in it, which YAML takes for the end of a field name; '
            "„ “ do not hold it together",
            'put straight quotes round it: summary: "Foo: the bar"',
        ),
        ("a:\n\tb: c", (2, 1, 1), "the line is indented with a tab", "indent with blanks"),
        ("a: b\n\tc: d", (2, 1, 1), "the line is indented with a tab", "indent with blanks"),
        (
            'name: "abc\nborn: 1',
            (1, 7, 1),
            'the quotation mark " that begins here is never closed',
            'write " at the end of the value as well',
        ),
        (
            "name: 'O'Brien'\nb: c",
            (1, 10, 6),
            'the value goes on after its closing quotation mark: "Brien\'"',
            'put the quotes round the whole value: name: "O\'Brien"',
        ),
        (
            'name: "A" B',
            (1, 11, 1),
            'the value goes on after its closing quotation mark: "B"',
            "put the quotes round the whole value: name: '\"A\" B'",
        ),
        (
            "a: [b, c\nd: e",
            (1, 4, 1),
            "the bracket [ that opens here is never closed",
            "write ] after the last item",
        ),
        ("a: {b: c\nd: e", (1, 4, 1), "the bracket { that opens here is never closed", "write } after the last item"),
        (
            'a: ["x" "y"]',
            (1, 9, 1),
            'a comma or "]" is missing before ""y"]"',
            "put a comma between two items, and quotes round an item with a comma, a colon or a bracket in it",
        ),
        (
            "a: [C #1, d]\nb: c",
            (1, 7, 6),
            'everything after " #" is a comment, so the bracket [ is never closed',
            "put quotes round the item with the #",
        ),
        ("name: @x", (1, 7, 2), 'a value cannot begin with "@"', 'put quotes round it: name: "@x"'),
        ("name: `x`", (1, 7, 3), 'a value cannot begin with "`"', 'put quotes round it: name: "`x`"'),
        ("name: %x", (1, 7, 2), 'a value cannot begin with "%"', 'put quotes round it: name: "%x"'),
        ("a: & b", (1, 4, 3), 'a value cannot begin with "&"', 'put quotes round it: a: "& b"'),
        ("a: * b", (1, 4, 3), 'a value cannot begin with "*"', 'put quotes round it: a: "* b"'),
        ("a: ]", (1, 4, 1), 'a value cannot begin with "]"', 'put quotes round it: a: "]"'),
        ("- - @x", (1, 5, 1), 'a value cannot begin with "@"', "delete it, or put quotes round the value"),
        ("name: x\n born: 1985", (2, 2, 4), '"born" is indented further than the field above it', SAME_COLUMN),
        (
            "a:\n  - b\n - c",
            (3, 2, 3),
            '"- c" belongs to no list',
            "put the items below the field they belong to, all at the same column",
        ),
        (
            "- a\nb: c",
            (2, 1, 4),
            '"b: c" is indented differently from the lines it belongs to',
            "begin all fields at the same column, and all items of a list as well",
        ),
        ("name: x\nHe was born\nb: c", (2, 1, 11), '"He was born" is no field: it has no colon', IS_NO_FIELD),
        ("He was born\nb: c", (1, 1, 11), '"He was born" is no field: it has no colon', IS_NO_FIELD),
        (
            "name: x\nHe was born in Kyzylorda and moved to Almaty",
            (2, 1, 44),
            '"He was born in Kyzylorda and moved to A…" is no field: it has no colon',
            IS_NO_FIELD,
        ),
        (
            "a: - b",
            (1, 4, 1),
            "the first item of a list stands on the line of its field",
            'put each "- item" on a line of its own below the field, or write [one, another]',
        ),
        (
            'a: "C:\\q"',
            (1, 7, 2),
            '"\\q" means nothing between double quotes',
            "put the value between single quotes: there a backslash is a backslash",
        ),
        (
            "a: [b c], d",
            (1, 9, 1),
            '"," stands after the end of the value',
            "delete it, or put quotes round the whole value",
        ),
        (
            "a: |x\n b",
            (1, 4, 1),
            'after "|" the text begins on the next line',
            "move the text to the next line and indent it, or put quotes round the whole value",
        ),
        (": x", (1, 1, 1), "a line begins with a colon", "write the field name before it"),
        ("a: b\n...\nc: d", (2, 1, 3), '"..." is an instruction to readers of YAML, and no field', "delete the line"),
        (
            "%YAML 1.1\na: b",
            (1, 1, 9),
            '"%YAML 1.1" is an instruction to readers of YAML, and no field',
            "delete the line",
        ),
    ],
)
def test_a_fault_is_told_in_words(monkeypatch, loader, text, place, message, hint):
    monkeypatch.setattr(yaml_tree, "_LOADER", loader)

    assert explanation(text) == (place, message, hint)


def test_what_nobody_thought_of_is_told_as_the_scanner_does():
    fault = Malformed("the moon is full", "", 1, 3, 0, 0)

    assert explain(fault, ["a: b"]).message == "the fields cannot be read from here on (the moon is full)"


@pytest.mark.parametrize("value", ["Foo: the bar", 'say "so"', "C:\\q", "it's", "'\"\\"])
def test_a_quoted_value_is_the_value(value):
    assert yaml.safe_load(quoted(value)) == value
