"""What a layer adds and nothing ever shows."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.theme.chain import builtin_themes, load_theme
from site_builder.theme.layers import Theme
from site_builder.theme.lint import lint
from tests.theme.making import builtin, layer, overridden


def told(templates: Mapping[str, str], assets: Mapping[str, bytes] | None = None) -> list[tuple[str, str, str]]:
    faults = lint(overridden(templates, assets))
    assert {fault.code for fault in faults} <= {"T007"}
    return [(fault.span.path, fault.message, fault.hint) for fault in faults]


def extended(content: str) -> dict[str, str]:
    return {"entry.html": '{% extends "!parent/entry.html" %}\n' + content}


def test_a_template_of_no_known_name_is_told() -> None:
    assert told({"entri.html": ""}) == [
        (
            "overrides/templates/entri.html",
            'no layer below has a template "entri.html", and no other template includes it',
            'did you mean "entry.html"?',
        )
    ]


def test_a_template_that_another_includes_is_of_use() -> None:
    assert told({**extended("{% block title %}{% include 'mine.html' %}{% endblock %}"), "mine.html": "x"}) == []


def test_a_template_that_only_an_idle_one_includes_is_idle_too() -> None:
    templates = {"one-of-mine.html": '{% include "another.html" %}', "another.html": ""}

    assert [path for path, _, _ in told(templates)] == [
        "overrides/templates/another.html",
        "overrides/templates/one-of-mine.html",
    ]


def test_a_template_of_a_theme_that_the_site_no_longer_includes_is_no_fault_of_the_theme() -> None:
    page = '{% extends "!parent/text.html" %}{% block content %}{% include "mine.html" %}{% endblock %}'
    theme = layer("themes/mine", {"text.html": page, "mine.html": ""})
    overrides = layer("overrides", {"text.html": "plain"})

    assert lint(Theme("mine", (overrides, theme, *builtin("base").layers))) == ()


def test_a_block_that_the_parent_does_not_have_is_told_with_its_line() -> None:
    (fault,) = lint(overridden(extended("{% block titel %}x{% endblock %}")))

    assert fault == Diagnostic(
        "T007",
        Severity.WARNING,
        Span("overrides/templates/entry.html", 2, 10, 5),
        '"!parent/entry.html" has no block "titel"',
        'did you mean "title"?',
        "{% block titel %}x{% endblock %}",
    )


def test_a_block_like_no_other_draws_all_there_are() -> None:
    ((_, _, hint),) = told(extended("{% block x %}{% endblock %}"))

    assert hint.startswith("it has apparatus, before_footer, body_end, breadcrumbs, content, ")


def test_a_new_block_inside_of_one_that_is_overridden_is_of_use() -> None:
    assert told(extended("{% block title %}{% block mine %}{% endblock %}{% endblock %}")) == []


def test_text_outside_of_all_blocks_is_told_where_it_begins() -> None:
    (fault,) = lint(overridden(extended("{% set x = 1 %}\n\n  <p>{{ x }}</p>\n{% block title %}{% endblock %}")))

    assert (fault.code, fault.span, fault.excerpt) == (
        "T007",
        Span("overrides/templates/entry.html", 4),
        "  <p>{{ x }}</p>",
    )
    assert fault.hint == "put it into a block"


def test_an_expression_outside_of_all_blocks_is_told() -> None:
    assert [fault.span.line for fault in lint(overridden(extended("\n{{ view.name }}")))] == [3]


def test_white_space_between_blocks_is_no_text() -> None:
    assert told(extended("\n  {% block title %}{% endblock %}\n\n{# why #}\n{% block text %}{% endblock %}\n\n")) == []


def test_an_asset_that_nothing_names_is_told() -> None:
    assert told({}, {"stile.css": b""}) == [
        (
            "overrides/static/stile.css",
            'no layer below has a file "static/stile.css", and nothing names it',
            'did you mean "style.css"?',
        )
    ]


def test_an_asset_that_replaces_one_or_is_named_is_of_use() -> None:
    block = '{% block title %}<img src="{{ page.root }}static/pictures/logo.svg" alt="">{% endblock %}'
    assets = {"style.css": b"src: url(text.woff2)", "pictures/logo.svg": b"", "text.woff2": b"\xff"}

    assert told(extended(block), assets) == []


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("footer.html", 'did you mean "partials/footer.html"?'),
        ("partials/infobocks.html", 'did you mean "partials/infobox.html"?'),
        ("partials/nix.html", "nothing shows it"),
    ],
)
def test_a_template_is_suggested_by_its_file_name_and_only_when_near(written: str, hint: str) -> None:
    assert [told_hint for _, _, told_hint in told({written: ""})] == [hint]


def test_rules_of_ones_own_need_no_template() -> None:
    assert told({}, {"style.css/user.css": b":root { --rubric: green }"}) == []


@pytest.mark.parametrize(
    ("written", "belongs"),
    [
        ("user.css", "overrides/static/style.css/user.css"),
        ("css/mine.css", "overrides/static/css/mine.css"),
        ("partials/footer.html", "overrides/templates/partials/footer.html"),
        ("footer.html", "overrides/templates/partials/footer.html"),
        ("Templates/entry.html", "overrides/templates/entry.html"),
        ("mine.html", "overrides/templates/mine.html"),
    ],
)
def test_a_file_in_neither_folder_is_told_where_it_belongs(tmp_path: Path, written: str, belongs: str) -> None:
    file = tmp_path / "overrides" / written
    file.parent.mkdir(parents=True)
    file.write_text("")
    for about in ("README.md", "LICENSE", "theme.toml", "screenshot.png", ".hidden"):
        (tmp_path / "overrides" / about).write_text("")

    theme = load_theme("base", folders=[builtin_themes()], overrides=tmp_path / "overrides").value

    assert theme is not None
    assert [(fault.code, fault.span.path, fault.hint) for fault in lint(theme)] == [
        ("T007", f"overrides/{written}", f"it belongs in {belongs}")
    ]
