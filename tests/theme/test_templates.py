"""What a page depends on, and what templates may do."""

import pytest
from jinja2 import TemplateRuntimeError, UndefinedError

from site_builder.theme.engine import QuickEnvironment, ThemeEnvironment
from site_builder.theme.layers import Theme
from site_builder.theme.templates import closure, closure_digests
from tests.theme.making import builtin, stack


def render(theme: Theme, name: str, **variables: object) -> str:
    found = theme.find(name)
    assert found is not None
    return ThemeEnvironment(theme).get_template(found.key).render(**variables)


def keys(theme: Theme, name: str) -> list[str]:
    return [template.key for template in closure(theme, name)]


def test_a_template_extends_the_one_of_its_name_through_all_layers() -> None:
    extended = '{% extends "!parent/entry.html" %}{% block b %}{{ super() }}N{% endblock %}'
    theme = stack(
        overrides={"entry.html": extended.replace("N", "3")},
        mine={"entry.html": extended.replace("N", "2")},
        base={"entry.html": "<{% block b %}1{% endblock %}>"},
    )

    assert render(theme, "entry.html") == "<123>"


def test_what_a_lower_layer_includes_is_taken_from_the_top() -> None:
    theme = stack(
        overrides={"part.html": "top and {% include '!parent/part.html' %}"},
        base={"entry.html": "{% include 'part.html' %}", "part.html": "bottom"},
    )

    assert render(theme, "entry.html") == "top and bottom"


def test_macros_are_imported_after_inheritance() -> None:
    theme = stack(
        overrides={"m.html": "{% import '!parent/m.html' as below %}{% macro x() %}[{{ below.x() }}]{% endmacro %}"},
        base={"entry.html": "{% from 'm.html' import x %}{{ x() }}", "m.html": "{% macro x() %}x{% endmacro %}"},
    )

    assert render(theme, "entry.html") == "[x]"


def test_what_may_be_missing_is_left_out() -> None:
    theme = stack(base={"entry.html": "a{% include 'none.html' ignore missing %}b"})

    assert render(theme, "entry.html") == "ab"


def test_text_is_escaped_whatever_the_template_is_called() -> None:
    assert render(stack(base={"feed.xml": "{{ x }}"}), "feed.xml", x="<&'\">") == "&lt;&amp;&#39;&#34;&gt;"


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render(stack(base={"entry.html": "{{ x }}"}), "entry.html")


def test_nothing_in_a_template_differs_between_two_runs() -> None:
    environment = ThemeEnvironment(stack(base={}))

    assert "random" not in environment.filters
    assert "sameas" not in environment.tests
    assert set(environment.globals) == {"cycler", "dict", "joiner", "namespace", "range"}


@pytest.mark.parametrize(
    "printed",
    [
        "text.upper",
        "dict(a=1).keys",
        "cycler('a').next",
        "joiner()",
        "[1]|map('string')",
        "[joiner]",
        "{'a': range}",
        "range",
        "self.a",
    ],
)
@pytest.mark.parametrize("engine", [QuickEnvironment, ThemeEnvironment])
def test_what_python_would_show_by_its_place_in_memory_is_not_printed(
    engine: type[ThemeEnvironment], printed: str
) -> None:
    theme = stack(base={"entry.html": f"{{% block a %}}{{% endblock %}}{{{{ {printed} }}}}"})

    with pytest.raises(TemplateRuntimeError, match="cannot be printed"):
        engine(theme).make("entry.html", {"text": "x"})


@pytest.mark.parametrize(
    "printed", ["cycler('a')", "[cycler('a')]|join", "cycler('a')|string", "'%s'|format(joiner())", "'' ~ joiner()"]
)
def test_what_counts_shows_no_place_in_memory_either(printed: str) -> None:
    theme = stack(base={"entry.html": f"{{{{ {printed} }}}}"})

    made = {engine(theme).make("entry.html", {}) for engine in (QuickEnvironment, ThemeEnvironment)}

    assert made in [{"&lt;cycler&gt;"}, {"&lt;joiner&gt;"}]


def test_the_closure_is_what_the_page_is_made_of_after_inheritance() -> None:
    theme = stack(
        overrides={"part.html": "{% include '!parent/part.html' %}", "unused.html": ""},
        mine={"part.html": "{% import 'm.html' as m %}"},
        base={"entry.html": "{% extends 'layout.html' %}", "layout.html": "{% include 'part.html' %}", "m.html": ""},
    )

    assert keys(theme, "entry.html") == [
        "base:entry.html",
        "base:layout.html",
        "overrides:part.html",
        "mine:part.html",
        "base:m.html",
    ]


def test_the_closure_reaches_into_blocks_loops_and_branches() -> None:
    theme = stack(
        base={
            "entry.html": "{% if x %}{% for y in x %}{% include 'a.html' %}{% endfor %}{% else %}"
            "{% block b %}{% from 'b.html' import c %}{% endblock %}{% endif %}",
            "a.html": "",
            "b.html": "{% macro c() %}{% include 'c.html' %}{% endmacro %}",
            "c.html": "",
        }
    )

    assert keys(theme, "entry.html") == ["base:entry.html", "base:a.html", "base:b.html", "base:c.html"]


def test_the_closure_of_a_circle_comes_to_an_end() -> None:
    theme = stack(base={"entry.html": "{% include 'a.html' %}", "a.html": "{% include 'entry.html' %}"})

    assert keys(theme, "entry.html") == ["base:entry.html", "base:a.html"]


def test_the_closure_leaves_out_what_is_not_there_or_not_jinja() -> None:
    theme = stack(
        base={"entry.html": "{% include 'none.html' %}{% include 'broken.html' %}", "broken.html": "{% if %}"}
    )

    assert keys(theme, "entry.html") == ["base:entry.html", "base:broken.html"]
    assert keys(theme, "none.html") == []


def test_the_digest_changes_with_every_template_of_the_closure_and_no_other() -> None:
    files = {"entry.html": "{% include 'part.html' %}", "part.html": "1", "other.html": "1"}

    def digest(**layers: dict[str, str]) -> str:
        return closure_digests(stack(**layers), ("entry.html",))["entry.html"]

    before = digest(base=files)
    assert digest(base={**files, "other.html": "2"}) == before
    assert digest(base={**files, "part.html": "2"}) != before
    assert digest(overrides={"part.html": "1"}, base=files) != before


def test_every_page_of_the_built_in_theme_depends_on_the_layout() -> None:
    theme = builtin("encyclopedia")

    assert "themes/base:layout.html" in keys(theme, "entry.html")
    assert "themes/base:partials/works.html" in keys(theme, "entry.html")
    assert "themes/base:partials/works.html" not in keys(theme, "home.html")
