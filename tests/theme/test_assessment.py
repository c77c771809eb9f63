"""What is worked out of a theme once: its faults, and what each page is made of."""

import subprocess
import sys

import pytest

from site_builder.theme.assessment import Assessment, assess
from site_builder.theme.engine import QuickEnvironment
from site_builder.theme.layers import Theme
from site_builder.theme.lint import lint
from site_builder.theme.templates import closure, closure_digests
from tests.theme.making import builtin, layer, overridden, stack
from tests.tools import ROOT

BASE = {
    "entry.html": "{% extends 'layout.html' %}{% block b %}{% include 'part.html' %}{% endblock %}",
    "home.html": "{% extends 'layout.html' %}",
    "term.html": "{% from 'macros.html' import m %}{% include 'later.html' ignore missing %}",
    "redirect.html": "",
    "layout.html": "{% block b %}{% endblock %}",
    "part.html": "{% import 'macros.html' as m %}",
    "macros.html": "{% macro m() %}{% endmacro %}",
}
MINE = {"layout.html": "{% extends '!parent/layout.html' %}", "part.html": "p"}
PAGES = ("entry.html", "home.html", "redirect.html", "term.html")


def made(theme: Theme) -> str:
    return QuickEnvironment(theme).make("entry.html", {})


def changed(before: Theme, after: Theme) -> set[str]:
    """The templates of pages that are made of something else."""
    one, other = closure_digests(before, PAGES), closure_digests(after, PAGES)
    return {name for name in PAGES if one[name] != other[name]}


@pytest.mark.parametrize(
    ("overrides", "mine", "base", "expected"),
    [
        ({}, {}, {"redirect.html": "x"}, {"redirect.html"}),
        ({}, {}, {"entry.html": ""}, {"entry.html"}),
        ({}, {}, {"layout.html": "x"}, {"entry.html", "home.html"}),
        ({}, {"layout.html": "x"}, {}, {"entry.html", "home.html"}),
        ({}, {"part.html": "x"}, {}, {"entry.html"}),
        ({}, {}, {"part.html": "hidden by mine"}, set()),
        ({}, {}, {"macros.html": "{# x #}"}, {"term.html"}),
        ({"part.html": "x"}, {}, {}, {"entry.html"}),
        ({"part.html": "p"}, {}, {}, {"entry.html"}),
        ({"part.html": "{% include '!parent/part.html' %}"}, {}, {}, {"entry.html"}),
        ({"layout.html": "{% extends '!parent/layout.html' %}"}, {}, {}, {"entry.html", "home.html"}),
        ({"macros.html": "{# x #}"}, {}, {}, {"term.html"}),
        ({"redirect.html": ""}, {}, {}, {"redirect.html"}),
        ({"later.html": "x"}, {}, {}, {"term.html"}),
        ({"nobody-asks.html": "x"}, {}, {}, set()),
    ],
)
def test_a_change_of_a_template_is_one_of_the_pages_that_are_made_of_it(
    overrides: dict[str, str], mine: dict[str, str], base: dict[str, str], expected: set[str]
) -> None:
    before = stack(overrides={}, mine=MINE, base=BASE)

    after = stack(overrides=overrides, mine={**MINE, **mine}, base={**BASE, **base})

    assert changed(before, after) == expected
    assert changed(after, before) == expected, "what is taken back counts as much"


def test_a_template_that_is_shown_again_counts() -> None:
    hidden = stack(mine=MINE, base=BASE)

    shown = stack(mine={"layout.html": MINE["layout.html"]}, base=BASE)

    assert changed(hidden, shown) == {"entry.html"}
    assert changed(shown, stack(mine=MINE, base={**BASE, "macros.html": "x"})) == {"entry.html", "term.html"}


def test_layers_that_change_places_count() -> None:
    above = layer("above", {"part.html": "{% include '!parent/part.html' ignore missing %}"})
    below = layer("below", {"part.html": "{% include '!parent/part.html' ignore missing %}"})
    base = layer("base", {name: text for name, text in BASE.items() if name != "part.html"})

    assert changed(Theme("t", (above, below, base)), Theme("t", (below, above, base))) == {"entry.html"}


def test_the_same_files_reached_by_other_ways_are_something_else() -> None:
    first, second = layer("first", {"a.html": "1"}), layer("second", {"a.html": "2"})
    part = layer("part", {"part.html": "{% include '!parent/a.html' %}"})
    asker = layer(
        "asker",
        {"entry.html": "{% include 'a.html' %}{% include '!parent/a.html' %}{% include 'part.html' %}"},
    )
    one, other = Theme("t", (part, first, asker, second)), Theme("t", (first, part, asker, second))

    assert closure(one, "entry.html") == closure(other, "entry.html")
    assert made(one) == "121"
    assert made(other) == "122"
    assert closure_digests(one, ("entry.html",)) != closure_digests(other, ("entry.html",))


def test_an_assessment_is_lint_and_the_closures_of_every_name() -> None:
    theme = overridden({"entry.html": "{{ view.nothing }}", "mine.html": ""})
    names = tuple(sorted({template.name for template in theme.templates()}))

    assert assess(theme) == Assessment(lint(theme), closure_digests(theme, names))
    assert not assess(theme).usable
    assert assess(builtin("encyclopedia")).usable


def test_an_assessment_can_be_kept_by_the_digest_of_the_theme() -> None:
    theme = builtin("base")
    others = [
        overridden({}),
        overridden({"x.html": ""}),
        overridden({}, {"x.css": b""}),
        overridden({}, {"x.css": b"x"}),
        Theme("other", theme.layers),
        Theme("base", (layer("overrides", {}), *theme.layers)[:1]),
    ]

    assert builtin("base").digest() == theme.digest()
    assert len({other.digest() for other in (theme, *others)}) == len(others) + 1


def test_a_build_that_makes_no_page_does_not_load_jinja() -> None:
    script = (
        "import sys, site_builder.theme.assessment, site_builder.theme.render\n"
        "from tests.theme.making import builtin\n"
        "builtin('encyclopedia').digest()\n"
        "sys.exit('jinja2' in sys.modules or 'markupsafe' in sys.modules)"
    )

    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, check=True)


def test_a_template_that_no_page_asks_for_is_not_compiled() -> None:
    theme = stack(base={"entry.html": "{% if '' %}{% include 'part.html' %}{% endif %}x", "part.html": "{% if %}"})

    assert made(theme) == "x"
