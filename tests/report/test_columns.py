import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.report.columns import beginning, encodable, ending, padded, visible, width_of


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("violin", 6),
        ("Құрманғазы", 10),
        ("日本", 4),
        ("ＡＢ", 4),
        ("ｶﾞ", 2),
        ("e\u0301", 1),
        ("\u1112\u1161\u11ab", 2),
        ("می\u200cخواهم", 7),
        ("🎻", 2),
    ],
)
def test_a_width_counts_the_columns_of_a_terminal(text: str, width: int) -> None:
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\nb\r\x00\x7f", "a\\x0ab\\x0d\\x00\\x7f"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb\u2066", "a\\u202eb\\u2066"),
        ("\u2028\ufeff", "\\u2028\\ufeff"),
        ("\U000e0041", "\\U000e0041"),
        ("\udcff", "\\udcff"),
        ("a\tb", "a    b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_is_no_sign_of_writing_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
@settings(deadline=None, derandomize=True)
def test_visible_text_never_drives_the_terminal_and_can_always_be_written(text: str) -> None:
    shown = visible(text)

    assert not {c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")}
    assert visible(shown) == shown
    assert shown.encode("utf-8").decode("utf-8") == shown


@given(st.text(), st.integers(min_value=1, max_value=30))
@settings(deadline=None, derandomize=True)
def test_a_text_that_is_cut_fits_and_says_so(text: str, width: int) -> None:
    shown = visible(text)

    for cut in (beginning(shown, width), ending(shown, width)):
        assert width_of(cut) <= width
        assert cut == shown or "…" in cut


def test_the_beginning_and_the_end_are_kept_on_the_right_side() -> None:
    assert (beginning("violinist", 5), ending("violinist", 5)) == ("viol…", "…nist")


def test_no_mark_is_parted_from_its_letter() -> None:
    assert ending("abcde\u0301", 2) == "…e\u0301"
    assert ending("abce\u0301d", 2) == "…d"


def test_padding_counts_columns() -> None:
    assert padded("日本", 6) + "|" == "日本  |"


def test_bytes_of_a_file_name_that_are_no_text_can_be_written() -> None:
    assert encodable("caf\udce9.md") == "caf\\udce9.md"
