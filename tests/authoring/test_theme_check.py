"""Themes put to the test: those that come with the program pass, and faults are found."""

import json
import re
from pathlib import Path

import pytest

from site_builder.authoring.theme_check import ThemeReport, check_theme
from site_builder.authoring.theme_report import render_report, render_report_as_json
from site_builder.pages.contract import VIEW_OF_TEMPLATE
from site_builder.theme.chain import builtin_themes, theme_folders

MINE = 'name = "mine"\napi = 1\nparent = "encyclopedia"\n'


def checked(site: Path, manifest: str = MINE, **files: str) -> ThemeReport:
    """The report on a theme `mine` with these files, whose names have `__` for a slash and `_dot_` for a dot."""
    for name, content in {"theme_dot_toml": manifest, **files}.items():
        file = site / "themes/mine" / name.replace("__", "/").replace("_dot_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return check_theme("mine", site / "themes")


@pytest.mark.parametrize("name", theme_folders([builtin_themes()]))
def test_the_themes_of_the_program_pass(tmp_path: Path, name: str) -> None:
    report = check_theme(name, tmp_path / "themes")

    assert report.passed, render_report(report)
    assert {weight.template for weight in report.weights} | {"disambiguation.html"} == set(VIEW_OF_TEMPLATE)
    assert [site.pages > 3 for site in report.sites] == [True] * 5


def test_colours_that_are_too_much_alike_do_not_pass(tmp_path: Path) -> None:
    report = checked(tmp_path, f'{MINE}[tokens]\nsoft = "#888888"\n')

    assert not report.passed
    assert {fault.code for fault in report.diagnostics} == {"T011"}
    assert re.search(r"soft on paper +3\.34 ! ", render_report(report))
    assert "The theme does not pass: 4 messages." in render_report(report)


def test_a_style_sheet_that_is_too_large_does_not_pass(tmp_path: Path) -> None:
    rules = "".join(f".rule-{number**7} {{ margin: {number**5}px }}\n" for number in range(600))

    report = checked(tmp_path, static__style_dot_css__75_dot_css=rules)

    assert report.diagnostics == ()
    assert "the largest style sheet of an entry" in {one.budget.what for one in report.budgets if not one.kept}
    assert not report.passed


def test_a_template_that_leads_nowhere_does_not_pass(tmp_path: Path) -> None:
    report = checked(tmp_path, templates__partials__footer_dot_html='<a href="{{ page.root }}imprint.html">Imprint</a>')

    assert {fault.code for fault in report.diagnostics} == {"K001"}


def test_a_template_that_fails_where_something_is_missing_does_not_pass(tmp_path: Path) -> None:
    report = checked(tmp_path, templates__partials__works_dot_html="{{ view.works[0].title }}")

    assert "T008" in {fault.code for fault in report.diagnostics}


def test_a_theme_that_cannot_be_used_has_no_pages(tmp_path: Path) -> None:
    report = checked(tmp_path, templates__entry_dot_html="{{ view.nmae }}")

    assert {fault.code for fault in report.diagnostics} == {"T004"}
    assert report.missing == tuple(VIEW_OF_TEMPLATE)
    assert "none by home.html" in render_report(report)


def test_overrides_are_checked_with_the_theme_if_they_are_given(tmp_path: Path) -> None:
    (tmp_path / "overrides/templates").mkdir(parents=True)
    (tmp_path / "overrides/templates/entri.html").touch()

    report = check_theme("encyclopedia", tmp_path / "themes", tmp_path / "overrides")

    assert [(fault.code, fault.span.path) for fault in report.diagnostics] == [
        ("T007", "overrides/templates/entri.html")
    ]


def test_the_report_can_be_read_by_programs(tmp_path: Path) -> None:
    report = json.loads(render_report_as_json(checked(tmp_path)))

    assert (report["theme"], report["passed"], report["diagnostics"]) == ("mine", True, [])
    assert report["contrasts"][0] == {
        "ink": "ink",
        "ground": "paper",
        "use": "text",
        "scheme": "light",
        "more_contrast": False,
        "ratio": 15.95,
        "least": 4.5,
        "passed": True,
    }
    assert {budget["passed"] for budget in report["budgets"]} == {True}
    assert report["weights"][0]["template"] == "404.html"
