"""docs/themes.md says what is so."""

import re

from site_builder.pages.contract import VIEW_OF_TEMPLATE
from site_builder.theme.lint import lint
from site_builder.theme.reference import views_reference, with_reference
from tests.theme.making import builtin, overridden
from tests.tools import ROOT

PAGE = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
TEMPLATES = builtin("base").layers[-1].templates


def test_the_reference_is_up_to_date() -> None:
    assert with_reference(PAGE) == PAGE, "make it again: python -m site_builder.theme.reference docs/themes.md"


def test_every_view_and_every_field_is_described() -> None:
    reference = views_reference()

    assert all(f"#### `{template}`" in reference for template in VIEW_OF_TEMPLATE)
    assert "| `picture` | Picture, or none |  |" in reference
    assert "| `works` | list of WorkRow |  |" in reference
    assert "| `og_type` | text |  |" in reference
    assert "| `count` | number | How many musicians belong to it; 0 where counting makes no sense. |" in reference


def test_what_is_no_list_and_no_plain_value_is_shown_as_python() -> None:
    assert "`dict" not in views_reference()


def test_every_block_of_the_layout_is_documented_and_no_other() -> None:
    documented = re.findall(
        r"^\| `(\w+)` \|", PAGE.partition("## Blocks")[2].partition("\nOf the pages")[0], re.MULTILINE
    )

    assert documented == re.findall(r"\{%-? block (\w+)", TEMPLATES["layout.html"].source)


def test_every_partial_is_documented_and_no_other() -> None:
    documented = re.findall(
        r"^\| `(\w+\.html)` \|", PAGE.partition("### All partials")[2].partition("\n### ")[0], re.MULTILINE
    )

    assert sorted(f"partials/{name}" for name in documented) == sorted(
        name for name in TEMPLATES if name.startswith("partials/")
    )


def test_every_macro_is_documented_and_no_other() -> None:
    (names,) = re.findall(r"has the smaller pieces: (.*?)\. Its", PAGE, re.DOTALL)

    assert re.findall(r"`(\w+)`", names) == re.findall(r"\{% macro (\w+)", TEMPLATES["macros.html"].source)


def test_the_examples_work() -> None:
    templates = re.findall(r"```jinja\n(?:\{# overrides/templates/(\S+) #\}\n)?(.*?)```", PAGE, re.DOTALL)

    for name, text in templates:
        assert lint(overridden({name or "entry.html": text}, {"mine.css": b""} if "mine.css" in text else {})) == ()
