import re

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.report.columns import width_of
from site_builder.report.text import EXCERPT_COLUMNS, place_of, render_text

WANTED = Diagnostic(
    code="L001",
    severity=Severity.ERROR,
    span=Span("content/musicians/bill-evans.md", 14, 18, 17),
    message='no entity is called "Scott La Faro"',
    hint="did you mean [[Scott LaFaro]]?",
    excerpt="In 1959 he hired [[Scott La Faro]] on bass",
)


def text_of(excerpt: str, column: int, length: int) -> list[str]:
    """The two lines that show an excerpt and its carets."""
    diagnostic = msgspec.structs.replace(WANTED, span=Span("a.md", 3, column, length), excerpt=excerpt, hint="")
    return render_text([diagnostic], colour=False).splitlines()[1:]


def test_a_diagnostic_shows_its_place_its_line_and_what_to_do() -> None:
    assert render_text([WANTED], colour=False) == (
        'content/musicians/bill-evans.md:14:18: error[L001]: no entity is called "Scott La Faro"\n'
        "   14 | In 1959 he hired [[Scott La Faro]] on bass\n"
        "      |                  ^^^^^^^^^^^^^^^^^\n"
        "   hint: did you mean [[Scott LaFaro]]?\n"
    )


def test_no_diagnostics_are_no_text() -> None:
    assert render_text([], colour=True) == ""


def test_a_fault_of_a_whole_file_names_only_the_file() -> None:
    diagnostic = Diagnostic("F001", Severity.ERROR, Span("content/a.md"), "the file is not UTF-8")

    assert render_text([diagnostic], colour=False) == "content/a.md: error[F001]: the file is not UTF-8\n"


def test_a_fault_of_a_whole_line_has_no_carets() -> None:
    assert text_of("born: 1985", 0, 1) == ["    3 | born: 1985"]


def test_other_places_that_take_part_are_listed() -> None:
    diagnostic = Diagnostic(
        "A001",
        Severity.ERROR,
        Span("content/b.md"),
        "two entries want one address",
        hint="rename one",
        related=(Span("content/a.md"), Span("content/c.md", 2, 7)),
    )

    assert render_text([diagnostic], colour=False) == (
        "content/b.md: error[A001]: two entries want one address\n"
        "   also at content/a.md\n"
        "   also at content/c.md:2:7\n"
        "   hint: rename one\n"
    )


def test_diagnostics_stand_in_the_order_of_their_places_with_a_blank_line_between() -> None:
    def at(path: str, line: int, column: int, code: str) -> Diagnostic:
        return Diagnostic(code, Severity.NOTICE, Span(path, line, column), "x")

    sorted_by_place = [
        at("a.md", 0, 0, "F001"),
        at("a.md", 2, 10, "L001"),
        at("a.md", 10, 1, "F001"),
        at("a.md", 10, 1, "F002"),
        at("b.md", 1, 1, "A001"),
    ]

    text = render_text(sorted_by_place[::-1], colour=False)

    assert [block.split(":", 1)[0] for block in text.split("\n\n")] == ["a.md"] * 4 + ["b.md"]
    assert text == "\n".join(render_text([diagnostic], colour=False) for diagnostic in sorted_by_place)


def test_a_hint_of_several_lines_stays_indented() -> None:
    diagnostic = msgspec.structs.replace(WANTED, hint="write\n[[a]]", excerpt="")

    assert render_text([diagnostic], colour=False).splitlines()[1:] == ["   hint: write", "         [[a]]"]


def test_carets_stand_under_wide_and_combining_characters() -> None:
    assert text_of("名前: e\u0301 [[日本]]", 8, 6) == [
        "    3 | 名前: e\u0301 [[日本]]",
        "      |         ^^^^^^^^",
    ]


def test_a_tab_takes_four_columns_before_and_in_the_place() -> None:
    assert text_of("\ta\tb", 2, 2) == ["    3 |     a    b", "      |     ^^^^^"]


def test_a_place_after_the_end_of_the_line_has_one_caret() -> None:
    assert text_of("born:", 6, 4) == ["    3 | born:", "      |      ^"]


def test_a_line_end_is_no_part_of_the_excerpt() -> None:
    assert text_of("born:\r\n", 1, 4) == ["    3 | born:", "      | ^^^^"]


def test_a_long_line_is_cut_to_a_window_around_the_place() -> None:
    line = "a" * 200 + "[[b]]" + "c" * 200

    shown, carets = text_of(line, 201, 5)

    assert width_of(shown) == len("    3 | ") + EXCERPT_COLUMNS
    assert re.fullmatch(r"    3 \| …a+\[\[b\]\]c+…", shown)
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "[[b]]"


def test_a_window_at_the_beginning_or_the_end_uses_the_whole_width() -> None:
    line = "a" * 300

    assert text_of(line, 1, 1)[0] == "    3 | " + "a" * (EXCERPT_COLUMNS - 1) + "…"
    assert text_of(line, 300, 1)[0] == "    3 | …" + "a" * (EXCERPT_COLUMNS - 1)


def test_a_place_that_is_itself_too_long_is_cut_and_keeps_what_is_around_it() -> None:
    shown, carets = text_of("name: " + "a" * 300 + ", b", 7, 300)

    assert shown == "    3 | name: " + "a" * 69 + "…, b"
    assert carets == "      |       " + "^" * 70


def test_a_long_line_without_a_place_shows_its_beginning() -> None:
    assert text_of("a" * 300, 0, 1) == ["    3 | " + "a" * (EXCERPT_COLUMNS - 1) + "…"]


@given(st.text(), st.integers(min_value=1, max_value=300), st.integers(min_value=1, max_value=300))
@settings(deadline=None, derandomize=True)
def test_no_text_of_an_author_can_widen_the_window_or_add_a_line(excerpt: str, column: int, length: int) -> None:
    lines = text_of(excerpt, column, length)

    assert len(lines) in (0, 2)
    assert all(width_of(line) <= len("    3 | ") + EXCERPT_COLUMNS + 1 for line in lines)


def test_no_text_of_an_author_reaches_the_terminal_as_a_control() -> None:
    hostile = "\x1b]0;owned\x07\r\u202e"
    diagnostic = Diagnostic(
        "L001", Severity.ERROR, Span(f"{hostile}.md", 1, 1, 5), hostile, hostile, hostile, (Span(hostile),)
    )

    text = render_text([diagnostic], colour=False)

    assert not {"\x1b", "\x07", "\r", "\u202e"} & set(text)


def test_colour_adds_nothing_but_colour() -> None:
    coloured = render_text([WANTED], colour=True)

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render_text([WANTED], colour=False)
    assert "\x1b[1;31merror[L001]:\x1b[0m" in coloured


def test_a_place_is_as_exact_as_it_is_known() -> None:
    assert [place_of(span) for span in (Span("a"), Span("a", 3), Span("a", 3, 4), Span("a", 0, 4))] == [
        "a",
        "a:3",
        "a:3:4",
        "a",
    ]
