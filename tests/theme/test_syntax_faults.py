"""Templates that are not Jinja: where, and what to write instead."""

import pytest

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.theme.lint import lint
from tests.theme.making import overridden


def fault_of(template: str) -> Diagnostic:
    (fault,) = (fault for fault in lint(overridden({"text.html": template})) if fault.code == "T003")
    return fault


def test_a_single_brace_is_pointed_at() -> None:
    assert fault_of("<p>\n{{ view.name }} {{ view.name }</p>") == Diagnostic(
        "T003",
        Severity.ERROR,
        Span("overrides/templates/text.html", 2, 30, 1),
        "this is not Jinja: unexpected '}'",
        "write {{ … }} with two braces on both sides",
        "{{ view.name }} {{ view.name }</p>",
    )


@pytest.mark.parametrize(
    ("template", "line", "hint"),
    [
        (
            "{% if view.name %}\n{% set a = 1 %}\n{% if a %}x{% endif %}",
            3,
            "{% endif %} is missing for {% if %} on line 1",
        ),
        ("\n{% for x in view.toc %}\n\n{% endblock %}", 4, "{% endfor %} is missing for {% for %} on line 2"),
        ("{% set b = 1 %}\n{% set a %}x", 2, "{% endset %} is missing for {% set %} on line 2"),
        ("{% set a %}x{{ f(b=1) }}", 1, "{% endset %} is missing for {% set %} on line 1"),
    ],
)
def test_what_is_left_open_is_named_with_its_line(template: str, line: int, hint: str) -> None:
    fault = fault_of(template)

    assert (fault.span.line, fault.hint) == (line, hint)


@pytest.mark.parametrize(
    ("template", "column", "hint"),
    [
        ("{% if view.name }x{% endif %}", 17, "write {% … %}: it ends in %}"),
        ("{% endif %}", 4, "leave it out: there is no open {% if %} for it"),
        ("{% inclde 'a.html' %}", 4, 'did you mean "include"?'),
        ("{{ view name }}", 9, "{{ … }} holds one expression: join two of them by ~, and close it by }}"),
        ("{% if view.name = 'a' %}{% endif %}", 17, "to compare, write =="),
        ("{{ }}", 0, "say between the braces what to print"),
        ("{# note", 0, "a comment ends in #}"),
        ("{{ a ? b }}", 6, ""),
    ],
)
def test_the_common_ones_say_what_to_write(template: str, column: int, hint: str) -> None:
    fault = fault_of(template)

    assert (fault.span.line, fault.span.column, fault.hint) == (1, column, hint)
