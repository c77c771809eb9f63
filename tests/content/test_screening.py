import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.body import CPU_SECONDS
from site_builder.content.deadline import cpu_deadline
from site_builder.content.screening import find_bomb

KB = 1024


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 4 * KB, "B003"),
        ("a [" * 60, "B003"),
        ("[[ " * 40, "B003"),
        ("<!-- " * 300, "B003"),
        ('<x b="' * 300, "B003"),
        ("<x y " * 300, "B003"),
        ("<b>" * 60, "B004"),
        ("<i><p>" * 60, "B004"),
        ("* " * 500, "B004"),
        ("* " * 30 + "x", "B004"),
        ("1. " * 30 + "x", "B004"),
        (">" * 30, "B004"),
        ("> > " * 20, "B004"),
        ("text\n" + "> * " * 20, "B004"),
        (" " * 120 + "- x", "B004"),
        ("\t" * 30 + "- x", "B004"),
    ],
    ids=lambda value: value[:8],
)
def test_a_bomb_is_known_by_its_signs(text, code):
    bomb = find_bomb(text)

    assert bomb is not None
    assert bomb.code == code
    assert 0 <= bomb.start < bomb.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "[a] [b](c) [[d]] " * 500,
        "an [open bracket\n\n" * 500,
        "\\[" * 500,
        "* * * * * * * * * * * * * * * * * * * * * * * * * * * * * * *",
        "- " * 60,
        "-" * 300,
        "a < b and c <3\n" * 300,
        "<b>x</b> <br> <i>y</i> " * 300,
        "<https://example.org> " * 300,
        "> quoted\n" * 100,
        "- item\n    - item\n        - item\n" * 50,
    ],
    ids=lambda text: text[:12],
)
def test_prose_is_no_bomb(text):
    assert find_bomb(text) is None


@given(st.text(alphabet="[]<>*-1. \n\\ab", max_size=100))
@settings(deadline=None, derandomize=True)
def test_a_short_text_is_only_a_bomb_by_many_signs(text):
    bomb = find_bomb(text)

    assert bomb is None or max(map(text.count, "[<*->1 ")) >= 20


@pytest.mark.parametrize(
    "sign", [*"[]<>*-_`|!&\\ \t\n1.#'\"", "* ", "- ", "1. ", "<a ", "](", "[[", "<!--", "a\n", "    "]
)
def test_looking_for_bombs_is_none_itself(sign):
    text = sign * (64 * KB // len(sign))

    with cpu_deadline(CPU_SECONDS):
        find_bomb(text)
