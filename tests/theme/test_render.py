"""A page, from request to bytes."""

import pickle
import subprocess
import sys

import msgspec
import pytest

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath
from site_builder.model.source import Span
from site_builder.pages.request import TemplatePage
from site_builder.pages.views import ListItem, Page
from site_builder.pages.views_addresses import DisambiguationView
from site_builder.theme.render import Renderer, TemplateFailure
from tests.theme.examples import BODY, SITE, TEXT, examples
from tests.theme.making import builtin, overridden, stack
from tests.tools import ROOT

PAGE = Page(path="x.html", root="", title="X", description="", type="x", home="index.html", navigation=())
REQUEST = TemplatePage(
    OutputPath("x.html"), "disambiguation.html", SITE, PAGE, DisambiguationView("X", (ListItem("a", "a.html"),))
)


def page(*, with_body: bool = False) -> TemplatePage:
    return msgspec.structs.replace(REQUEST, body=BODY if with_body else None)


def failure(template: str, **others: str) -> Diagnostic:
    theme = stack(overrides={"disambiguation.html": template, **others})
    with pytest.raises(TemplateFailure) as caught:
        Renderer(theme).render(REQUEST, None)
    return caught.value.diagnostic


def test_a_template_is_given_site_page_view_lead_and_body() -> None:
    theme = stack(
        base={"disambiguation.html": "{{ site.title }}|{{ page.path }}|{{ view.name }}|{{ lead }}|{{ body }}"}
    )

    without = Renderer(theme).render(page(), None)
    with_text = Renderer(theme).render(page(with_body=True), TEXT).decode()

    assert without == b"The Encyclopedia of Musicians|x.html|X||"
    assert '|<p><a class="mention" href="../labels/' in with_text
    assert with_text.endswith("a = 1\n</code></pre>")


def test_a_failure_names_page_file_and_line() -> None:
    assert failure("one\n{{ 1 // view.items|length - 1 }}{{ 1 // 0 }}") == Diagnostic(
        "T008",
        Severity.ERROR,
        Span("overrides/templates/disambiguation.html", 2),
        "x.html could not be made: integer division or modulo by zero",
        excerpt="{{ 1 // view.items|length - 1 }}{{ 1 // 0 }}",
    )


def test_a_failure_in_an_included_template_is_told_of_that_one() -> None:
    fault = failure("{% include 'part.html' %}", **{"part.html": "\n\n{{ view.nothing }}"})

    assert fault.span == Span("overrides/templates/part.html", 3)
    assert fault.excerpt == "{{ view.nothing }}"
    assert fault.message.endswith("has no attribute 'nothing'")


def test_a_failure_in_a_macro_is_told_of_the_macro() -> None:
    fault = failure(
        "{% from 'm.html' import m %}\n{{ m() }}", **{"m.html": "{% macro m() %}\n{{ [][1] }}{% endmacro %}"}
    )

    assert fault.span == Span("overrides/templates/m.html", 2)


def test_a_template_that_is_not_jinja_fails_where_it_is_wrong() -> None:
    assert failure("\n{% if %}").span == Span("overrides/templates/disambiguation.html", 2)
    assert failure("{% include 'p.html' %}", **{"p.html": "\n\n{% x %}"}).span == Span("overrides/templates/p.html", 3)


def test_a_template_that_is_not_there_fails() -> None:
    with pytest.raises(TemplateFailure) as caught:
        Renderer(stack(base={})).render(REQUEST, None)

    assert caught.value.diagnostic.span == Span("disambiguation.html")


def test_a_template_that_turns_in_a_circle_fails() -> None:
    fault = failure("{% include 'disambiguation.html' %}")

    assert fault.code == "T008"
    assert "recursion" in fault.message


def test_a_failure_can_be_sent_between_processes() -> None:
    with pytest.raises(TemplateFailure) as caught:
        Renderer(stack(base={})).render(REQUEST, None)

    assert pickle.loads(pickle.dumps(caught.value)).diagnostic == caught.value.diagnostic  # noqa: S301


def test_the_order_of_pages_does_not_matter() -> None:
    every = list(examples().values())
    one, other = Renderer(builtin("encyclopedia")), Renderer(builtin("encyclopedia"))

    forwards = [one.render(*example) for example in every]
    backwards = [other.render(*example) for example in reversed(every)]

    assert forwards == backwards[::-1]


def test_a_page_is_the_same_in_every_process() -> None:
    script = (
        "import hashlib\nfrom tests.theme.examples import examples\nfrom tests.theme.making import builtin\n"
        "from site_builder.theme.render import Renderer\nr = Renderer(builtin('encyclopedia'))\n"
        "print(hashlib.sha256(b''.join(r.render(*e) for e in examples().values())).hexdigest())"
    )

    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, language in (("1", "UTC", "C"), ("2", "Asia/Almaty", "kk_KZ.UTF-8"))
    }

    assert len(printed) == 1


def test_a_site_adds_to_a_page_with_three_lines() -> None:
    theme = overridden(
        {"layout.html": '{% extends "!parent/layout.html" %}\n{% block body_end %}\n<hr>\n{% endblock %}'}
    )

    made = Renderer(theme).render(*examples()["entry"]).decode()

    assert made == Renderer(builtin("base")).render(*examples()["entry"]).decode().replace("</body>", "<hr>\n</body>")
