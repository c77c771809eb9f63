import pytest

from site_builder.content.faults import Faults
from site_builder.content.source_text import _FORBIDDEN, MAX_EXCERPT, read_text, source_text
from site_builder.model.source import Place, Source, Span


def read(data):
    faults = Faults("x.md")
    return read_text(Source("x.md", data), faults).text, faults.by_place()


@pytest.mark.parametrize("data", [b"a\nb\n", b"a\r\nb\r\n", b"\xef\xbb\xbfa\nb\n"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(data):
    assert read(data) == ("a\nb\n", ())


def test_latin_1_is_reported_at_its_first_byte_and_read_all_the_same():
    text, (fault,) = read("ok\r\nname: Amália\n".encode("cp1252"))

    assert text == "ok\nname: Amália\n"
    assert (fault.code, fault.span) == ("F001", Span("x.md", 2, 9, 1))
    assert fault.message == 'the byte E1 here is not UTF-8; in Windows-1252 it would be "á"'


def test_a_byte_that_is_no_letter_anywhere_is_only_named():
    _, (fault,) = read(b"\x81")

    assert fault.message == "the byte 81 here is not UTF-8"


def test_utf_16_is_named():
    text, (fault,) = read("name: Taro".encode("utf-16"))

    assert text == "name: Taro"
    assert (fault.code, fault.span.line, fault.message) == ("F001", 0, "the file is UTF-16, not UTF-8")


@pytest.mark.parametrize(
    ("character", "replacement", "message"),
    [
        ("\x00", "\ufffd", "the text holds NUL (U+0000)"),
        ("\x1b", "\ufffd", "the text holds a control character (U+001B)"),
        ("\x0e", "\ufffd", "the text holds a control character (U+000E)"),
        ("\x9b", "\ufffd", "the text holds a control character (U+009B)"),
        ("\uffff", "\ufffd", "the text holds a control character (U+FFFF)"),
        ("\x85", " ", "the text holds a next-line sign (U+0085)"),
        ("\u2028", " ", "the text holds a line separator (U+2028)"),
        ("\u2029", " ", "the text holds a paragraph separator (U+2029)"),
    ],
)
def test_a_character_that_text_cannot_have_is_reported_and_replaced(character, replacement, message):
    text, (fault,) = read(f"a\n🎻b{character}c".encode())

    assert text == f"a\n🎻b{replacement}c"
    assert (fault.code, fault.span, fault.message) == ("F002", Span("x.md", 2, 3, 1), message)


def test_old_line_ends_are_reported_once_and_read_as_line_ends():
    text, (fault,) = read(b"---\rname: x\r---\r")

    assert text == "---\nname: x\n---\n"
    assert (fault.code, fault.span.line, fault.span.column) == ("F002", 1, 4)
    assert fault.message == "the text holds a carriage return without a line feed, and 2 more such characters"


def test_a_place_is_counted_in_characters():
    text = source_text("🎻é\n🎻é [[x]] y\n")

    assert text.place(6, 11) == Place(2, 4, 5, "🎻é [[x]] y")


def test_a_place_of_several_lines_is_what_stands_on_the_first():
    text = source_text("ab [[c\nd]] e")

    assert text.place(3, 10) == Place(1, 4, 3, "ab [[c")


def test_the_end_of_the_text_has_a_place():
    assert source_text("ab").place(2, 2) == Place(1, 3, 1, "ab")


def test_a_line_that_does_not_exist_has_no_excerpt():
    assert source_text("ab").place_on(7) == Place(7, 0, 1, "")


def test_a_very_long_line_is_cut_and_left_out_where_the_place_is_beyond():
    text = source_text("x" * 5_000)

    assert text.place(10, 12).excerpt == "x" * MAX_EXCERPT
    assert text.place(4_000, 4_002) == Place(1, 4_001, 2, "")


def test_no_forbidden_character_escapes_the_first_look():
    characters = [chr(code) for code in (*range(0x3000), *range(0xFF00, 0x10000))]
    forbidden = [character for character in characters if _FORBIDDEN.match(f"{character}x")]

    def is_reported(character):
        faults = Faults("x.md")
        read_text(Source("x.md", f"Ä{character}x".encode()), faults)
        return faults.by_place() != ()

    assert len(forbidden) == 67
    assert [character for character in characters if is_reported(character)] == forbidden
