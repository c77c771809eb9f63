"""Mistakes of typing inside lists: commas, hyphens and quotes that do something else than was meant."""

import pytest

from site_builder.content.body import CPU_SECONDS
from site_builder.content.dates import read_date
from site_builder.content.deadline import cpu_deadline
from site_builder.model.facts import (
    FacetValue,
)

PATH = "content/musicians/taro.md"


@pytest.mark.parametrize(
    ("item", "message", "hint"),
    [
        (
            "name: Small Hall, Almaty, year: 2012",
            'the comma before "Almaty" ends the value of "name"',
            'write name: "Small Hall, Almaty"',
        ),
        (
            "name: „Small Hall, Almaty“, year: 2012",
            'the comma before "Almaty“" ends the value of "name"; „ “ do not hold it together, only straight quotes do',
            'write name: "Small Hall, Almaty"',
        ),
        (
            "name: «Small Hall, Almaty», year: 2012",
            'the comma before "Almaty»" ends the value of "name"; « » do not hold it together, only straight quotes do',
            'write name: "Small Hall, Almaty"',
        ),
        (
            "year: 2012, name: A, B, C",
            'the comma before "B" ends the value of "name"',
            'write name: "A, B, C"',
        ),
        (
            "name: Small Hall, year: 2012, live",
            '"live" is no field: it has no colon',
            'write a field name before it, such as note: "live"',
        ),
    ],
)
def test_a_comma_that_splits_a_value_is_named_with_the_whole_value(read, item, message, hint):
    (fault,) = read(f"venues: [{{{item}}}]").diagnostics

    assert (fault.code, fault.message, fault.hint) == ("F023", message, hint)


@pytest.mark.parametrize(
    "fields",
    [
        f"venues: [{{name: A, {'b, ' * 15_000}}}]",
        f"venues: [{'„a, ' * 8_000}]",
        "venues:" + "\n  - {name: a, b}" * 3_000,
    ],
    ids=["pieces", "quotes", "groups"],
)
def test_no_number_of_commas_takes_longer_than_a_page_may(read, fields):
    with cpu_deadline(CPU_SECONDS):
        read(fields)


def test_a_value_that_a_comma_split_is_read_whole(read):
    outcome = read("venues: [{name: „Small Hall, Almaty“, year: 2012}]")

    (venue,) = outcome.value.facts.about.facets
    assert venue == FacetValue("venues", "Small Hall, Almaty", (read_date("2012"),))


@pytest.mark.parametrize("item", ["{name: A, year}", "{name: A, year: }", "{name: A, foo: }", "{x, name: A}"])
def test_a_field_without_value_is_not_a_split(read, codes, item):
    assert "F023" not in codes(read(f"venues: [{item}]"))


@pytest.mark.parametrize("text", ["-{name: Small Hall}", '-{name: "Small Hall, Almaty", year: 2012}', '-"x": y'])
def test_a_hyphen_without_blank_is_told(read, text):
    fault = read(f"venues:\n  {text}").diagnostics[0]

    assert (fault.span.line, fault.span.column) == (4, 3)
    assert fault.hint.startswith(f"write a blank after the hyphen: - {text[1:6]}")


def test_a_list_whose_hyphens_have_no_blanks_is_not_one_long_item(read):
    outcome = read("instruments:\n  -violin\n  -piano")
    (fault,) = outcome.diagnostics

    assert (fault.code, fault.span.line, fault.span.column) == ("F010", 4, 3)
    assert fault.message == '"instruments" is the one text "-violin -piano": there is no blank after the hyphen'
    assert fault.hint == "write a blank after each hyphen: - violin"
    assert outcome.value.facts.about.facets == ()


@pytest.mark.parametrize(
    ("items", "names", "hint"),
    [
        ("„Small Hall, Almaty“, B", ["Small Hall, Almaty", "B"], 'write "Small Hall, Almaty"'),
        ("A, «B, C, D»", ["A", "B, C, D"], 'write "B, C, D"'),
    ],
)
def test_typographic_quotes_round_an_item_with_a_comma_are_named(read, items, names, hint):
    outcome = read(f"venues: [{items}]")
    (fault,) = outcome.diagnostics

    assert (fault.code, fault.hint) == ("F023", hint)
    assert "do not hold it together, only straight quotes do" in fault.message
    assert [value.name for value in outcome.value.facts.about.facets] == names


@pytest.mark.parametrize("items", ["„A“, B", "„A, B", "A, B“", "„A, {name: B}", '"„A", "B“"'])
def test_other_quotes_hold_nothing_together(read, items):
    outcome = read(f"venues: [{items}]")

    assert outcome.diagnostics == ()
    assert len(outcome.value.facts.about.facets) == items.count(",") + 1
