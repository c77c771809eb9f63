"""The quick engine makes the pages that Jinja makes; and neither carries anything from one page to the next."""

import gc
import tracemalloc
from types import CodeType

import pytest
from jinja2 import TemplateAssertionError

from site_builder.model.digest import digest_of
from site_builder.pages.views import Link
from site_builder.theme.body import variables_of
from site_builder.theme.engine import QuickEnvironment, ThemeEnvironment
from site_builder.theme.render import Renderer
from site_builder.theme.templates import closure
from tests.theme.examples import MARKUP, examples
from tests.theme.making import builtin, overridden, stack

EXAMPLES = examples()
LIST = [Link("a", "x.html"), Link(MARKUP)]

WRITTEN = {
    "fields and escaping": "{{ text }}{{ text|safe }}{{ number }}{{ none }}{{ list }}{{ markup }}",
    "items by their name": "{% for item in list %}{{ item['text'] }}{% endfor %}",
    "names of Python": "{{ loop is defined }}{{ list is defined }}{{ list|length }}{{ text.title() }}",
    "what is not there": "{{ none.nothing is defined }}{{ none.nothing|default(text) }}{{ nothing|d('x') }}",
    "nothing of nothing": "{{ (none.a|default(none)) is none }}{{ none.x is undefined and 1 }}",
    "a macro with defaults": "{% macro m(a, b='<', c=a) %}{{ a }}{{ b }}{{ c }}{% endmacro %}"
    "{{ m(1) }}{{ m(1, 2) }}{{ m(1, c=3) }}{{ m(text, text) }}{{ m(m(text)) }}{{ m(m(m(1)), m(2))|upper }}",
    "a macro that asks": "{% macro m(a) %}{{ a is defined }}{{ a|d('-') }}{% endmacro %}{{ m() }}{{ m(text) }}",
    "more than parameters": "{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=3) }}",
    "one more than parameters": "{% macro m(a) %}{{ a }}{{ varargs }}{% endmacro %}{{ m(1, 2) }}{{ m(1) }}",
    "a caller": "{% macro m(a) %}<{{ caller(a) }}>{% endmacro %}{% call(x) m(text) %}{{ x }}{% endcall %}",
    "macro as value": "{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{% set x = m(text) %}{{ x ~ text }}{{ [m(1)] }}",
    "macro in itself": "{% macro m(n) %}{{ n }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
    "macro in a loop": "{% macro m(a) %}[{{ a }}]{% endmacro %}{% for i in list if m(i.text) %}{{ m(loop.index) }}"
    "{{ loop.cycle('x', text) }}{{ loop.changed(i) }}{% else %}none{% endfor %}",
    "a loop in itself": "{% for i in [[1, [2, 3]], [4]] recursive %}{% if i is iterable %}({{ loop(i) }})"
    "{% else %}{{ i }}{% endif %}{% endfor %}",
    "set and filter": "{% set x %}<i>{{ text }}</i>{% endset %}{{ x }}{% filter upper %}{{ text }}{% endfilter %}",
    "namespaces": "{% set n = namespace(i=0) %}{% for x in list %}{% set n.i = n.i + 1 %}{% endfor %}{{ n.i }}",
    "with": "{% with a = text, b = 2 %}{{ a }}{{ b }}{% include 'shows-a.html' %}{% endwith %}",
    "an include sees": "{% set a = 1 %}{% for i in [2] %}{% set a = i %}{% include 'shows-a.html' %}{% endfor %}"
    "{% include 'shows-a.html' %}{% include 'apart.html' without context %}{% include 'none.html' ignore missing %}"
    "{% include 'apart.html' ignore missing without context %}",
    "imports": "{% import 'macros.html' as m %}{{ m.one(text) }}{{ m.word }}{% from 'macros.html' import one as o with "
    "context %}{{ o(2) }}{{ o(a=m.one(1)) }}",
    "inheritance": "{% extends 'below.html' %}{% set a = 1 %}{% block x %}{{ super() }}{{ a }}{{ self.y() }}"
    "{% endblock %}{% block y %}{% for i in [1] %}{{ super() }}{% endfor %}{% endblock %}",
    "two ways": "{% if truth %}{% extends 'below.html' %}{% endif %}text{% block x %}{{ text }}{% endblock %}",
    "blocks in loops": "{% for i in list %}{% block b scoped %}{{ i.text }}{{ loop.index }}{% endblock %}{% endfor %}",
    "an include sees the top": "{% extends 'below.html' %}{% set a = 1 %}{% block x %}{% include 'shows-a.html' %}"
    "{% endblock %}",
    "a keyword": "{{ namespace({'class': 1}).class }}"
    "{{ list[0]['text'] }}{{ {'class': 1}['class'] }}{{ 1 if not truth else text }}{{ text[1:3] }}",
}
OTHERS = {
    "shows-a.html": "{{ a|d('no a') }}{{ text }}",
    "apart.html": "{{ text|d('no text') }}{% for i in [1] %}{{ i }}{% endfor %}",
    "macros.html": "{% set word = '<w>' %}{% macro one(a) %}{{ a }}{{ word }}{% endmacro %}",
    "below.html": "<{% block x %}x{{ number }}{% endblock %}|{% block y %}y{{ i|d('') }}{% endblock %}>",
}
COUNTER = (
    "{% from 'counter.html' import m %}{{ m() }}{{ m() }}{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}"
)
VARIABLES = {"text": MARKUP, "number": 3, "none": None, "truth": True, "list": LIST, "markup": "<>"}


@pytest.mark.parametrize("theme", ["base", "encyclopedia"])
def test_every_page_of_the_built_in_themes_is_made_quickly_and_as_jinja_makes_it(theme: str) -> None:
    quick, reference = QuickEnvironment(builtin(theme)), ThemeEnvironment(builtin(theme))

    for page, document in EXAMPLES.values():
        given = variables_of(page, document)
        assert quick.make(page.template, given) == reference.make(page.template, given)


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_all_of_jinja_means_the_same(written: str) -> None:
    theme = stack(base={**OTHERS, "entry.html": written})

    expected = ThemeEnvironment(theme).make("entry.html", VARIABLES)

    assert QuickEnvironment(theme).make("entry.html", VARIABLES) == expected


def test_calls_inside_of_calls_do_not_swell() -> None:
    nested = "m(" * 20 + "1" + ")" * 20
    theme = stack(base={"entry.html": "{% macro m(a) %}{{ a }}{% endmacro %}{{ " + nested + " }}"})

    code = QuickEnvironment(theme).compile(theme.layers[0].templates["entry.html"].source, raw=True)

    assert len(code) < 5_000


def test_what_the_quick_way_cannot_do_is_left_to_jinja() -> None:
    templates = {"layout.html": "{% set d = {'a': 1} %}{{ d.a }}{% autoescape true %}{{ d.a }}{% endautoescape %}"}
    theme = overridden(templates)

    with pytest.raises(TemplateAssertionError):
        QuickEnvironment(theme).get_template("overrides:layout.html")
    assert Renderer(theme).render(*EXAMPLES["entry"]) == b"11"


class Counting(QuickEnvironment):
    compiled = 0

    def _compile(self, source: str, filename: str) -> CodeType:
        self.compiled += 1
        return super()._compile(source, filename)


def test_a_page_compiles_what_it_is_made_of_and_no_more() -> None:
    engine = Counting(builtin("base"))
    page, document = EXAMPLES["redirect"]

    for _ in range(2):
        engine.make(page.template, variables_of(page, document))

    assert engine.compiled == len(closure(builtin("base"), "redirect.html"))


def test_all_templates_can_be_compiled_before_any_page_is_made() -> None:
    theme = overridden({"broken.html": "{% if %}"})
    engine = Counting(theme)

    engine.compile_all()

    compiled = engine.compiled
    for page, document in EXAMPLES.values():
        engine.make(page.template, variables_of(page, document))
    assert engine.compiled == compiled == len(list(theme.templates())) - 1


COUNTERS = {
    "a namespace": "{% set n = namespace(i=0) %}{% macro m() %}{% set n.i = n.i + 1 %}{{ n.i }}{% endmacro %}",
    "a cycler": "{% set c = cycler('1', '2', '3') %}{% macro m() %}{{ c.next() }}{% endmacro %}",
    "a joiner": "{% set j = joiner(2) %}{% macro m() %}{{ j() or 1 }}{% endmacro %}",
    "a dictionary": "{% set d = dict(i=1) %}{% macro m() %}{{ d.setdefault(d|length, d|length) }}{% endmacro %}",
}


@pytest.mark.parametrize("engine", [QuickEnvironment, ThemeEnvironment])
@pytest.mark.parametrize("counter", COUNTERS.values(), ids=COUNTERS)
def test_what_a_macro_counts_ends_with_the_page(counter: str, engine: type[ThemeEnvironment]) -> None:
    files = {"m.html": counter, "part.html": "{% from 'm.html' import m %}{{ m() }}"}
    theme = stack(base={**files, "entry.html": "{% import 'm.html' as n %}{{ n.m() }}{% include 'part.html' %}"})
    environment = engine(theme)

    first, second = environment.make("entry.html", {}), environment.make("entry.html", {})

    assert first == second
    assert len(first) == 2, "within a page there is one module"


def test_making_pages_leaves_no_circles_for_the_garbage_collector() -> None:
    renderer = Renderer(builtin("encyclopedia"))
    for example in EXAMPLES.values():
        renderer.render(*example)
    gc.disable()
    circles = []
    # What else goes on in the process may leave some in one round or the other, but not in each.
    for _ in range(4):
        gc.collect()
        for example in EXAMPLES.values():
            renderer.render(*example)
        circles.append(gc.collect())
    gc.enable()
    assert min(circles) == 0


@pytest.mark.parametrize("seed", range(3))
def test_a_page_is_the_same_whatever_was_made_before(seed: int) -> None:
    theme = overridden({"partials/footer.html": COUNTER, "counter.html": COUNTERS["a cycler"]})
    alone = {name: Renderer(theme).render(*example) for name, example in EXAMPLES.items()}
    shuffled = sorted(EXAMPLES, key=lambda name: digest_of((seed, name)))
    renderer = Renderer(theme)

    made = {name: renderer.render(*EXAMPLES[name]) for name in (*shuffled, *reversed(shuffled))}

    assert made == alone


def test_making_pages_keeps_nothing_of_them() -> None:
    renderer = Renderer(builtin("encyclopedia"))
    for example in EXAMPLES.values():
        renderer.render(*example)
    tracemalloc.start()
    for example in EXAMPLES.values():
        renderer.render(*example)
    before, _ = tracemalloc.get_traced_memory()

    for _ in range(10):
        for example in EXAMPLES.values():
            renderer.render(*example)

    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 5_000, "of about a million bytes"
