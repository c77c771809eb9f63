"""Templates that cannot work, told before a page is made; and templates that can, left in peace."""

import re
from collections.abc import Mapping

import pytest

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.theme.layers import Theme
from site_builder.theme.lint import lint
from tests.theme.making import builtin, overridden, stack

BASE = builtin("base").layers[0].templates
FIELD = re.compile(
    r"(?<![\w/])(?:view|site|page|item|group|fact|work|row|link|letter|related|mention|place)\.\w+\b(?!\()"
)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
RELATED = "there are entry, reason"


def told(theme: Theme) -> list[tuple[str, str, str]]:
    """Place, message and hint of each fault."""
    return [
        (f"{f.span.path.removeprefix('overrides/templates/')}:{f.span.line}", f.message, f.hint) for f in lint(theme)
    ]


def entry(template: str, **others: str) -> list[tuple[str, str, str]]:
    """What is told of a template for musicians; in other templates' names `__` stands for a slash."""
    files = {f"{name.replace('__', '/')}.html": text for name, text in others.items()}
    return told(overridden({"entry.html": template, **files}))


def without_comments(source: str) -> str:
    """With spaces in their place."""
    return COMMENT.sub(lambda found: " " * len(found[0]), source)


def messages(template: str, **others: str) -> list[str]:
    return [message for _, message, _ in entry(template, **others)]


@pytest.mark.parametrize("name", ["base", "encyclopedia"])
def test_there_is_nothing_to_say_of_the_themes_of_the_program(name: str) -> None:
    assert lint(builtin(name)) == ()


@pytest.mark.parametrize("name", [name for name, file in BASE.items() if FIELD.search(without_comments(file.source))])
def test_a_misspelt_field_is_found_in_every_template_of_the_program(name: str) -> None:
    source = BASE[name].source
    *_, last = FIELD.finditer(without_comments(source))

    faults = lint(overridden({name: f"{source[: last.end()]}q{source[last.end() :]}"}))

    assert {fault.code for fault in faults} == {"T004"}
    assert {fault.span.line for fault in faults} == {source.count("\n", 0, last.start()) + 1}


def test_a_field_that_does_not_exist_is_told_with_place_and_nearest() -> None:
    (fault,) = lint(overridden({"disambiguation.html": "<p>\n  {{ view.nam }}</p>"}))

    assert fault == Diagnostic(
        "T004",
        Severity.ERROR,
        Span("overrides/templates/disambiguation.html", 2, 6, 8),
        'view has no field "nam" (a DisambiguationView)',
        'did you mean "name"?\nthere are items, name',
        "  {{ view.nam }}</p>",
    )


def test_a_field_like_no_other_draws_all_there_are() -> None:
    assert told(overridden({"disambiguation.html": "{{ view.xyz }}"})) == [
        ("disambiguation.html:1", 'view has no field "xyz" (a DisambiguationView)', "there are items, name")
    ]


def test_a_loop_variable_has_the_fields_of_an_item() -> None:
    assert entry("{% for r in view.related %}\n{{ r.reson }} {{ r.entry.txt }}\n{% endfor %}") == [
        ("entry.html:2", 'r has no field "reson" (a RelatedEntry)', f'did you mean "reason"?\n{RELATED}'),
        ("entry.html:2", 'r.entry has no field "txt" (a Link)', 'did you mean "text"?\nthere are href, text, title'),
    ]


def test_a_macro_is_checked_with_the_arguments_of_its_calls() -> None:
    template = (
        "{% macro show(item) %}{{ item.reason }}{% endmacro %}\n{% for r in view.related %}{{ show(r) }}{% endfor %}"
    )

    assert entry(template) == []
    assert entry(f"{template}{{{{ show(view.picture) if view.picture else '' }}}}") == [
        ("entry.html:1", 'item has no field "reason" (a Picture)', "there are alt, credit, height, src, srcset, width")
    ]


def test_a_macro_of_another_template_is_checked_where_it_is_written() -> None:
    told_of = entry(
        "{% import 'm.html' as m %}{% from 'm.html' import b as c %}{{ m.a(view.works) }}{{ c(view.toc) }}",
        m="{% macro a(list) %}{% for x in list %}\n{{ x.yeer }}{% endfor %}{% endmacro %}\n"
        "{% macro b(list) %}{{ list[0].txt }}{% endmacro %}",
    )

    assert [(place, message) for place, message, _ in told_of] == [
        ("m.html:2", 'x has no field "yeer" (a WorkRow)'),
        ("m.html:3", 'this has no field "txt" (a TocItem)'),
    ]


def test_an_included_template_sees_the_names_in_reach() -> None:
    told_of = entry(
        "{% for fact in view.facts %}{% include 'part.html' %}{% endfor %}", part="{{ fact.lable }}\n{{ fat }}"
    )

    assert [(place, message) for place, message, _ in told_of] == [
        ("part.html:1", 'fact has no field "lable" (a FactRow)'),
        ("part.html:2", 'there is no variable "fat"'),
    ]


def test_a_template_included_without_context_sees_nothing() -> None:
    assert messages("{% include 'part.html' without context %}", part="{{ view.name }}") == [
        'there is no variable "view"'
    ]


def test_an_imported_macro_does_not_see_the_view() -> None:
    macro = "{% macro a() %}{{ view.name }}{% endmacro %}"

    assert messages("{% import 'm.html' as m %}{{ m.a() }}", m=macro) == ['there is no variable "view"']
    assert messages("{% import 'm.html' as m with context %}{{ m.a() }}", m=macro) == []


def test_a_block_is_checked_in_the_page_that_fills_it() -> None:
    told_of = entry('{% extends "!parent/entry.html" %}{% block title %}{{ super() }}\n{{ view.counts }}{% endblock %}')

    assert [(place, message) for place, message, _ in told_of] == [
        ("entry.html:2", 'view has no field "counts" (a MusicianView)')
    ]


def test_a_block_for_all_pages_may_show_what_all_of_them_have() -> None:
    extended = '{% extends "!parent/layout.html" %}{% block body_end %}{{ view.name }}{{ X }}{% endblock %}'

    assert told(overridden({"layout.html": extended.replace("{{ X }}", "")})) == []
    assert told(overridden({"layout.html": extended.replace("X", "view.groups")})) == [
        (
            "layout.html:1",
            'view has no field "groups" (a HomeView, a MusicianView, a TermView and 13 more)',
            "there are name",
        ),
        ("layout.html:1", "view.groups is a list, not a text", "print its items: {% for item in … %}"),
    ]


def test_a_block_for_all_pages_may_ask_what_a_page_has() -> None:
    guarded = (
        '{% extends "!parent/layout.html" %}{% block body_end %}'
        "{% if view.groups is defined %}{% for group in view.groups %}{{ group.title }}{% endfor %}{% endif %}"
        "{% if view.summary is defined and view.summary %}{{ view.summary }}{% endif %}{% endblock %}"
    )

    assert told(overridden({"layout.html": guarded})) == []
    assert [message for _, message, _ in told(overridden({"layout.html": guarded.replace("p.title", "p.titel")}))] == [
        'group has no field "titel" (a Group)'
    ]


def test_the_same_fault_on_many_pages_is_told_once() -> None:
    layout = '{% extends "!parent/layout.html" %}{% block body_end %}{{ site.titel }}{% endblock %}'

    assert told(overridden({"layout.html": layout})) == [
        (
            "layout.html:1",
            'site has no field "titel" (a Site)',
            'did you mean "title"?\nthere are description, language, licence, notice, search, title',
        )
    ]


def test_an_unknown_filter_draws_the_nearest_or_all_there_are() -> None:
    assert [hint for _, _, hint in entry("{{ view.name|uper }}")] == ['did you mean "upper"?']

    ((_, _, hint),) = entry("{{ view.name|xyzzy }}")
    assert hint.startswith("there are abs, batch, capitalize, ")
    assert "random" not in hint


def test_what_an_unknown_filter_is_given_is_looked_at() -> None:
    assert messages("{{ veiw|uper(vew) }}") == [
        'there is no variable "veiw"',
        'there is no filter "uper"',
        'there is no variable "vew"',
    ]


def test_a_call_that_does_not_fit_its_macro_is_told_at_the_call() -> None:
    told_of = entry(
        "{% macro m(a, b='') %}{{ a }}{{ b }}{% endmacro %}\n{{ m(1, 2, 3) }}\n{{ m(a=1, c=2) }}\n{{ m() }}{{ m(1) }}"
    )

    assert told_of == [
        ("entry.html:2", "m() takes 2 arguments and gets 3", "it is called as m(a, b)"),
        ("entry.html:3", 'm() has no parameter "c"', "it is called as m(a, b)"),
        ("entry.html:4", "m() takes a, which is not given here", "it is called as m(a, b)"),
    ]


def test_a_macro_that_is_not_there_is_told_where_it_is_asked_for() -> None:
    told_of = entry(
        "{% from 'm.html' import crad %}\n{% import 'm.html' as m %}{{ m.crad() }}",
        m="{% macro card() %}{% endmacro %}",
    )

    assert told_of == [
        ("entry.html:1", 'm.html has no macro "crad"', 'did you mean "card"?\nthere are card'),
        ("entry.html:2", 'm.html has no macro "crad"', 'did you mean "card"?\nthere are card'),
    ]


def test_what_call_hands_to_a_macro_is_checked_with_what_the_macro_gives_it() -> None:
    macro = "{% macro each(list) %}{% for x in list %}{{ caller(x) }}{% endfor %}{% endmacro %}\n"

    assert messages(f"{macro}{{% call(item) each(view.works) %}}{{{{ item.title }}}}{{% endcall %}}") == []
    assert messages(f"{macro}{{% call(item) each(view.works) %}}{{{{ item.titel }}}}{{% endcall %}}") == [
        'item has no field "titel" (a WorkRow)'
    ]
    assert messages(f"{macro}{{{{ each(view.works) }}}}") == ['"caller" has no value in some calls of the macro']


def test_markup_that_could_come_from_an_author_is_refused() -> None:
    assert entry("{{ view.summary|safe }}") == [
        (
            "entry.html:1",
            "view.summary is printed as it is: what looks like markup in it becomes markup",
            "leave out the filter `safe`, and it is escaped",
        )
    ]
    assert messages("{{ (view.summary ~ '<br>')|safe }}") == [
        "a text is printed as it is: what looks like markup in it becomes markup"
    ]


def test_escaping_cannot_be_switched_off() -> None:
    assert messages("{% autoescape false %}{{ view.sumary }}{% endautoescape %}") == [
        "escaping is switched off or on: only the program decides what is markup",
        'view has no field "sumary" (a MusicianView)',
    ]


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("{% if view.name %}\n{{ view.name }}", 2, "this is not Jinja: the template ends inside of {% if %}"),
        ("\n{{ view.name }", 2, "this is not Jinja: unexpected '}'"),
        ("{% end %}", 1, "this is not Jinja: encountered unknown tag 'end'"),
    ],
)
def test_a_template_that_is_not_jinja(template: str, line: int, message: str) -> None:
    (fault,) = lint(overridden({"entry.html": template}))

    assert (fault.code, fault.span.line) == ("T003", line)
    assert fault.message.startswith(message)


@pytest.mark.parametrize(
    "statement",
    ["{% include view.name %}", "{% extends view.name %}", "{% import 'a' ~ 'b' as x %}", "{% include ['a', 'b'] %}"],
)
def test_a_name_that_is_not_written_out_is_refused(statement: str) -> None:
    faults = [fault for fault in lint(overridden({"partials/toc.html": f"\n{statement}"})) if fault.code == "T005"]

    assert [(fault.span.line, fault.span.column) for fault in faults] == [(2, 4)]
    assert faults[0].message == f"the name after `{statement.split()[1]}` is not written out"


def test_a_template_that_is_not_there_draws_the_nearest() -> None:
    theme = overridden({"partials/toc.html": '{% include "partials/infobocks.html" %}'})

    assert told(theme) == [
        (
            "partials/toc.html:1",
            'there is no template "partials/infobocks.html"',
            'did you mean "partials/infobox.html"?',
        )
    ]


def test_a_parent_that_is_not_there_is_told_of_the_layer() -> None:
    theme = overridden({"partials/toc.html": '{% include "!parent/partials/tok.html" %}'})

    assert told(theme) == [
        (
            "partials/toc.html:1",
            'no layer below overrides has a template "partials/tok.html"',
            'did you mean "partials/toc.html"?',
        )
    ]


def test_what_comes_from_a_template_that_is_not_there_is_not_complained_of() -> None:
    theme = overridden(
        {"disambiguation.html": "{% from 'none.html' import x %}{{ x(view) }}{% import 'none.html' as n %}{{ n.y }}"}
    )

    assert [fault.code for fault in lint(theme)] == ["T006", "T006"]


def test_a_theme_lacks_a_page() -> None:
    views: Mapping[str, str] = {name: "" for name in builtin("base").layers[0].templates if name != "text.html"}

    assert [(fault.code, fault.message) for fault in lint(stack(base=views))] == [
        ("T006", 'the theme "made" has no template "text.html"')
    ]


def test_a_template_that_extends_itself_is_told_how_it_was_meant() -> None:
    (fault,) = lint(overridden({"entry.html": '{% extends "entry.html" %}'}))

    assert (fault.code, fault.message) == ("T009", "entry.html leads back to itself")
    assert fault.hint == 'for the one in the layers below write "!parent/entry.html"'


def test_a_circle_is_told_of_every_template_in_it() -> None:
    faults = lint(
        overridden({"partials/toc.html": "{% include 'a.html' %}", "a.html": "{% include 'partials/toc.html' %}"})
    )

    assert [(fault.code, fault.span.path) for fault in faults] == [
        ("T009", "overrides/templates/a.html"),
        ("T009", "overrides/templates/partials/toc.html"),
    ]
