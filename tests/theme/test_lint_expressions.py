"""What templates may write, and what they may not: two tables."""

import pytest

from site_builder.theme.lint import lint
from tests.theme.making import overridden

PART = "{% set x = 1 %}{{ view.picture.src if view.picture else '' }}"


def told(template: str) -> list[tuple[int, str, str]]:
    """Line, message and hint of each fault in a template for musicians."""
    faults = lint(overridden({"entry.html": template, "part.html": PART}))
    return [(f.span.line, f.message, f.hint) for f in faults if f.span.path == "overrides/templates/entry.html"]


@pytest.mark.parametrize(
    ("template", "message", "hint"),
    [
        (
            "{{ veiw.name }}",
            'there is no variable "veiw"',
            'did you mean "view"?\nthere are body, lead, page, site, view',
        ),
        (
            "{{ view.name|uper }}",
            'there is no filter "uper"',
            None,
        ),
        ("{% if view.name is empti %}{% endif %}", 'there is no test "empti"', None),
        ("{% if view.name is sameas page.title %}{% endif %}", 'there is no test "sameas"', None),
        ("{{ dict().__class__ }}", '"__class__" is a part of Python, not of the page', "leave it out"),
        ("{{ cycler['__init__'] }}", '"__init__" is a part of Python, not of the page', "leave it out"),
        ("{{ rang(3) }}", 'there is no variable "rang"', None),
        ("{{ view.links.href }}", 'view has no field "links" (a MusicianView)', None),
        (
            "{{ view.works.title }}",
            'view.works is a list and has no field "title"',
            "take its items one by one: {% for item in view.works %}",
        ),
        ("{{ view.name.text }}", 'view.name is a text and has no field "text"', ""),
        ("{{ view.draft.x }}", 'view.draft is true or false and has no field "x"', ""),
        (
            "{{ view.picture.src }}",
            'view.picture is empty on some pages, and has no field "src" then',
            "put {% if view.picture %} … {% endif %} around it",
        ),
        ("{{ view.works }}", "view.works is a list, not a text", "print its items: {% for item in … %}"),
        (
            "{% for r in view.related %}{{ r.entry }}{% endfor %}",
            "r.entry is a Link, not a text",
            "there are href, text, title",
        ),
        ("{% for x in view.more_mentions %}{% endfor %}", "view.more_mentions is a number, not a list", ""),
        (
            "{% for x in view.picture %}{% endfor %}",
            "view.picture is a Picture, not a list",
            "",
        ),
        (
            "{% set l = view.works if view.draft else none %}{% for x in l %}{% endfor %}",
            "l is empty on some pages, and cannot be looped over",
            "put {% if l %} … {% endif %} around it",
        ),
        (
            "{% set t = view.name if view.draft else none %}{{ t }}",
            "t is empty on some pages, and would show as None",
            "put {% if t %} … {% endif %} around it",
        ),
        ("{% for x in view.works %}{{ loop.idx }}{% endfor %}", 'loop is the loop and has no field "idx"', None),
        ("{{ view['nam'] }}", 'view has no field "nam" (a MusicianView)', None),
        ("{{ view.works|map(attribute='yaer')|join }}", 'an item has no field "yaer" (a WorkRow)', None),
        ("{{ (view.works|first).titel }}", 'this has no field "titel" (a WorkRow)', None),
        ("{{ (view.works|sort(attribute='year')|list)[1:][0].x }}", 'this has no field "x" (a WorkRow)', None),
        (
            "{% for g in view.works|groupby('kind') %}{{ g.list[0].x }}{% endfor %}",
            'this has no field "x" (a WorkRow)',
            None,
        ),
        (
            "{% for k, l in view.works|groupby('kind') %}{{ l[0].x }}{% endfor %}",
            'this has no field "x" (a WorkRow)',
            None,
        ),
        ("{% for g in view.works|groupby('kinds') %}{% endfor %}", 'an item has no field "kinds" (a WorkRow)', None),
        ("{% set w = view.works[0] %}{{ w.x }}", 'w has no field "x" (a WorkRow)', None),
        ("{% with w = view.works[0] %}{{ w.x }}{% endwith %}", 'w has no field "x" (a WorkRow)', None),
        ("{% with w = 1 %}{% endwith %}{{ w }}", 'there is no variable "w"', None),
        ("{% for w in view.works %}{% set x = w %}{% endfor %}{{ x }}", 'there is no variable "x"', None),
        ("{{ 'a' if view.draft }}", "this has no value where the condition does not hold", None),
        ("{{ 'a' if view.nam else 'b' }}", 'view has no field "nam" (a MusicianView)', None),
        ("{{ view.nam or 'x' }}", 'view has no field "nam" (a MusicianView)', None),
        ("{{ 1 + view.nam }}", 'view has no field "nam" (a MusicianView)', None),
        ("{{ [view.nam]|length }}", 'view has no field "nam" (a MusicianView)', None),
        ("{{ 'a' ~ view.nam }}", 'view has no field "nam" (a MusicianView)', None),
        ("{{ view.works[view.nam].title }}", 'view has no field "nam" (a MusicianView)', None),
        ("{{ view.name|default(view.nam) }}", 'view has no field "nam" (a MusicianView)', None),
        ("{% filter upper %}{{ view.nam }}{% endfilter %}", 'view has no field "nam" (a MusicianView)', None),
        ("{% set x %}{{ view.nam }}{% endset %}", 'view has no field "nam" (a MusicianView)', None),
        ("{% if view.name == view.nam %}{% endif %}", 'view has no field "nam" (a MusicianView)', None),
        ("{% for x in view.works if x.yer %}{% endfor %}", 'x has no field "yer" (a WorkRow)', None),
        (
            "{% for x in view.works %}{% else %}{{ view.nam }}{% endfor %}",
            'view has no field "nam" (a MusicianView)',
            None,
        ),
        ("{{ view.name() }}", "a text cannot be called", None),
        ("{{ view.name.split(view.nam)[0] }}", 'view has no field "nam" (a MusicianView)', None),
        ("{% macro m() %}{{ view.nam }}{% endmacro %}", 'view has no field "nam" (a MusicianView)', None),
        ("{% macro m(a) %}{{ a.x }}{{ b }}{% endmacro %}", 'there is no variable "b"', None),
        ("{% macro m() %}{% endmacro %}{{ m }}", "m is a function, not a text", ""),
        ("{{ range }}", "range is a function, not a text", ""),
        (
            "{% set x = view.picture if view.draft else 1 %}{% for y in x %}{% endfor %}",
            "x is a Picture or a number, not a list",
            "",
        ),
        (
            "{% set p = view.picture %}{% if p %}{% set p = view.picture %}{{ p.src }}{% endif %}",
            'p is empty on some pages, and has no field "src" then',
            None,
        ),
        ("{{ super() }}", "super() stands in no block", None),
        ("{% block x %}{{ super() }}{% endblock %}", 'no template below has a block "x" for super()', None),
        ("{% block x %}{% endblock %}{{ self.y() }}", 'there is no block "y"', None),
    ],
)
def test_what_cannot_work(template: str, message: str, hint: str | None) -> None:
    ((line, said, advice),) = told(template)

    assert (line, said) == (1, message)
    assert hint is None or advice == hint


@pytest.mark.parametrize(
    "template",
    [
        "{% if view.picture %}{{ view.picture.src }}{% endif %}",
        "{% if not view.picture %}{% else %}{{ view.picture.src }}{% endif %}",
        "{% if view.picture is none %}{% else %}{{ view.picture.src }}{% endif %}",
        "{% if view.picture is not none %}{{ view.picture.src }}{% endif %}",
        "{% if view.picture != none %}{{ view.picture.src }}{% endif %}",
        "{% if view.picture == none %}{% else %}{{ view.picture.src }}{% endif %}",
        "{% if view.draft and view.picture and view.picture.src %}{{ view.picture.src }}{% endif %}",
        "{% if view.draft or not view.picture %}{% else %}{{ view.picture.src }}{% endif %}",
        "{% if view.draft %}{% elif view.picture %}{{ view.picture.src }}{% endif %}",
        "{% if not view.picture %}{% elif view.draft %}{{ view.picture.src }}{% endif %}",
        "{% if view.nothing is undefined %}{{ 1 }}{% else %}{{ view.nothing }}{% endif %}",
        "{% if view.name is undefined %}{% else %}{{ view.name }}{% endif %}",
        "{% if view.nothing is defined and view.nothing.x %}{{ view.nothing.x }}{% endif %}",
        "{% if not (view.nothing is defined) %}{% else %}{{ view.nothing }}{% endif %}",
        "{% if view.picture.src is defined %}{{ view.picture.src }}{% endif %}",
        "{% for g in view.works|groupby('kind') %}{% for part in g %}{{ part }}{% endfor %}{% endfor %}",
        "{% for letter in view.name %}{{ letter }}{% endfor %}{% for x in anything|default([]) %}{{ x }}{% endfor %}",
        "{{ view.picture.src if view.picture else '' }}",
        "{{ view.picture and view.picture.src or '' }}",
        "{{ not view.picture or view.picture.src }}",
        "{% set p = view.picture %}{% if p %}{{ p.src }}{% endif %}",
        "{% with p = view.picture %}{% if p %}{{ p.src }}{% endif %}{% endwith %}",
        "{% for n in view.neighbours if n.next %}{{ n.next.href }}{% endfor %}",
        "{% for n in view.neighbours %}{% if n['next'] %}{{ n.next.href }}{% endif %}{% endfor %}",
        "{% if view.picture %}{% include 'part.html' %}{% endif %}",
        "{% if view.picture %}{% block b %}{{ view.picture.src }}{% endblock %}{% endif %}",
        "{% if view.draft %}{% set x = 1 %}{% else %}{% set x = view.name %}{% endif %}{{ x }}",
        "{% if view.draft %}{% set x = 1 %}{% endif %}{% if view.draft %}{{ x }}{% endif %}",
        "{% for w in view.works %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{{ loop.previtem.title }}{% endfor %}",
        "{% for w in view.works recursive %}{{ w.title }}{{ loop(view.works) }}{% endfor %}",
        "{% for i in range(3) %}{{ i }}{% endfor %}",
        "{% set n = namespace(a=1) %}{% set n.a = 2 %}{{ n.a }}",
        "{% set c = cycler('a', 'b') %}{{ c.next() }}{% set j = joiner(', ') %}{{ j() }}",
        "{% set d = {'a': 1} %}{{ d.a }}{{ d['b'] }}{% for k, v in d.items() %}{{ k }}{% endfor %}",
        "{{ view.name.upper() }}{{ view.name.split(' ')[0].lower() }}{{ view.works.count(1) }}",
        "{{ view.name[0] }}{{ view.name[:2] }}{{ view.works[:1][0].title }}",
        "{{ view.works|length > 3 }}{{ view.works|map(attribute='title')|join(', ') }}",
        "{{ view.aliases|map('upper')|list|length }}",
        "{{ view.related|map(attribute='entry.text')|join }}{{ view.works|selectattr('year')|list|length }}",
        "{{ (view.works|sort(attribute='year,title')|first).title }}",
        "{% for row in view.works|batch(3) %}{% for w in row %}{{ w.title }}{% endfor %}{% endfor %}",
        "{{ nothing|default('x') }}{{ nothing is defined }}{{ view.nothing|d('x') }}",
        "{% macro m(a, b) %}{% if b is defined %}{{ b.title }}{% endif %}{{ a }}{% endmacro %}{{ m(1) }}",
        "{% macro m(a=1, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m() }}{{ m(*view.works) }}{{ m(2, b=3) }}",
        "{% macro m() %}{{ varargs|length }}{{ kwargs.x }}{% endmacro %}{{ m(1, x=2) }}",
        "{% macro m() %}{% if caller is defined %}{{ caller() }}{% endif %}{% endmacro %}"
        "{{ m() }}{% call m() %}x{% endcall %}",
        "{% macro a(n) %}{{ b(n) }}{% endmacro %}{% macro b(n) %}{{ a(n) if n else '' }}{% endmacro %}{{ a(1) }}",
        "{% macro m() %}{% call m() %}x{% endcall %}{% endmacro %}{{ m() }}",
        "{% macro m(x) %}{{ x.text }}{% endmacro %}{% for c in view.categories %}{{ m(c) }}{% endfor %}"
        "{% for r in view.related %}{{ m(r.entry) }}{% endfor %}",
        "{% block b scoped %}{{ view.name }}{% endblock %}{{ self.b() }}",
        "{% for w in view.works %}{% block c scoped %}{{ w.title }}{% endblock %}{% endfor %}",
        "{% set title = view.name %}{% block d %}{{ title }}{% endblock %}",
        "{% from 'part.html' import x with context %}{{ x }}",
        "{% include 'none.html' ignore missing %}",
        "{{ page.json_ld|safe }}{{ lead|safe }}{{ '<hr>'|safe }}{{ view.works|length|safe }}",
        "{{ 3 * 4 - 1 }}{{ -1 }}{{ 'a' ~ 1 }}{{ 1 in [1] }}{{ view.name + 'x' }}{{ (1, 2)|length }}",
        "{% filter upper %}x{% endfilter %}{% set x %}<b>{{ view.name }}</b>{% endset %}{{ x }}",
    ],
)
def test_what_works_draws_nothing(template: str) -> None:
    assert told(template) == []
