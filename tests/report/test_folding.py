from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.report.folding import SHOWN_OF_A_KIND, Folded, folded
from site_builder.report.text import render_text


def alike(count: int, severity: Severity, *, code: str = "F008", message: str = "x") -> list[Diagnostic]:
    return [Diagnostic(code, severity, Span(f"{number:04}.md"), message) for number in range(count)]


def test_the_first_of_a_kind_are_shown_and_the_rest_counted() -> None:
    warnings = alike(1252, Severity.WARNING)

    assert folded(warnings) == (tuple(warnings[:SHOWN_OF_A_KIND]), (Folded("F008", "x", 1242),))


def test_as_many_as_are_shown_leave_nothing_to_count() -> None:
    notices = alike(SHOWN_OF_A_KIND, Severity.NOTICE)

    assert folded(notices) == (tuple(notices), ())


def test_errors_are_all_shown() -> None:
    errors = alike(50, Severity.ERROR)

    assert folded(errors) == (tuple(errors), ())


def test_another_message_or_code_is_another_kind_and_the_order_is_kept() -> None:
    kinds = [
        alike(12, Severity.WARNING),
        alike(8, Severity.WARNING, message="y"),
        alike(11, Severity.NOTICE, code="L001"),
    ]
    mixed = [diagnostic for kind in kinds for diagnostic in kind]

    shown, rest = folded(mixed)

    assert shown == (*kinds[0][:10], *kinds[1], *kinds[2][:10])
    assert rest == (Folded("F008", "x", 2), Folded("L001", "x", 1))


def test_the_text_ends_with_what_was_left_out() -> None:
    text = render_text(alike(1252, Severity.WARNING, message='"born\x1b" is no field'), colour=False)

    assert text.count("warning[F008]") == 10
    assert text.endswith('\n\nand 1,242 more of the kind F008, "born\\x1b" is no field: --format json has them all\n')
