import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.authoring.scalars import is_plain_in_brackets, yaml_list, yaml_scalar
from site_builder.content.yaml_tree import Mapping, Scalar, Sequence, read_tree

ODD = "-?:,[]{}#&*!|>'\"%@`~=<\\ ab1"
LINES = st.one_of(
    st.text(st.sampled_from(ODD), max_size=8),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")),
).filter(lambda text: text == " ".join(text.split()))


def read_value(text: str) -> str | None:
    """What the reader of front matter sees in `key: text`; None if it is anything but one text."""
    tree = read_tree(f"key: {text}\nnext: x\n")
    if tree.fault is None and isinstance(tree.root, Mapping) and len(tree.root.entries) == 2:
        value = tree.root.entries[0][1]
        return value.text if isinstance(value, Scalar) else None
    return None


def read_items(text: str) -> list[str | None]:
    tree = read_tree(text)
    assert tree.fault is None
    assert isinstance(tree.root, Mapping)
    [(_, value)] = tree.root.entries
    assert isinstance(value, Sequence)
    return [item.text if isinstance(item, Scalar) else None for item in value.items]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Bakhyt Taro", "Bakhyt Taro"),
        ("Small Hall, Almaty", "Small Hall, Almaty"),
        ("Бақыт Таро", "Бақыт Таро"),
        ("NO", "NO"),
        ("1985", "1985"),
        ("-33.4", "-33.4"),
        ("O'Brien", "O'Brien"),
        ("C#", "C#"),
        ("C #1 hit", '"C #1 hit"'),
        ("Foo: the bar", '"Foo: the bar"'),
        ("Really:", '"Really:"'),
        ("*star", '"*star"'),
        ("- dash", '"- dash"'),
        ("", '""'),
        ('"Blind" Tom', "'\"Blind\" Tom'"),
        ("'Ukulele' Ike: a \"life\"", "'''Ukulele'' Ike: a \"life\"'"),
        (": \\", "': \\'"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert yaml_scalar(text) == written


@given(LINES)
@example(": '\"\\")
@settings(deadline=None, derandomize=True, max_examples=400)
def test_every_line_of_text_is_read_back_as_it_was(text: str) -> None:
    assert read_value(yaml_scalar(text)) == text


@given(LINES)
@settings(deadline=None, derandomize=True, max_examples=400)
def test_no_quotes_stand_where_the_reader_does_without(text: str) -> None:
    if yaml_scalar(text) != text:
        assert not text or read_value(text) != text


@given(st.lists(LINES, min_size=1, max_size=4).map(tuple))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_every_list_is_read_back_as_it_was(values: tuple[str, ...]) -> None:
    assert read_items(yaml_list("key", values)) == list(values)


def test_a_list_stands_in_brackets_where_it_needs_no_quotes() -> None:
    assert yaml_list("instruments", ("violin", "қобыз")) == "instruments: [violin, қобыз]\n"


def test_a_list_with_commas_or_of_many_values_has_a_line_for_each() -> None:
    assert yaml_list("venues", ("Small Hall, Almaty", "a: b")) == 'venues:\n  - Small Hall, Almaty\n  - "a: b"\n'
    assert yaml_list("venues", ("x" * 60, "y" * 60)).count("\n") == 3


def test_brackets_give_signs_a_meaning_that_they_have_not_elsewhere() -> None:
    assert not any(map(is_plain_in_brackets, ("a, b", "a]", "-", "-a", "{", "a:b", "?")))
