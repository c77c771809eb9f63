"""Templates, checked before any page is made: every name in them exists, on every page that they can be used for."""

from collections.abc import Iterable, Iterator

from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.pages.contract import VIEW_OF_TEMPLATE
from site_builder.pages.views import Page, Site
from site_builder.theme.complaints import Complaint, diagnostics_of, span_of
from site_builder.theme.fields import Fields
from site_builder.theme.idle_files import idle_files
from site_builder.theme.layers import PARENT_PREFIX, TemplateFile, Theme
from site_builder.theme.nearest import file_suggestion
from site_builder.theme.overrides import idle_overrides
from site_builder.theme.shapes import shape_of
from site_builder.theme.statements import PageCheck
from site_builder.theme.syntax_faults import syntax_fault
from site_builder.theme.templates import Reference, Syntax


def lint(theme: Theme) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the templates of a theme, and idle in it, sorted by place. Renders nothing."""
    return in_order((*faults_of(Syntax(theme)), *idle_files(theme)))


def faults_of(syntax: Syntax) -> tuple[Diagnostic, ...]:
    """What is wrong with the templates by themselves, whatever other files the theme has."""
    theme = syntax.theme
    faults = [*_missing_pages(theme), *idle_overrides(syntax)]
    for template in theme.templates():
        tree = syntax.tree(template)
        if isinstance(tree, TemplateSyntaxError):
            faults.append(syntax_fault(template, tree, syntax.environment))
        for reference in syntax.references(template):
            faults.extend(_loading(syntax, template, reference))
    complaints: list[Complaint] = []
    fields = Fields()
    for name, view in VIEW_OF_TEMPLATE.items():
        found = theme.find(name)
        if found is not None:
            hints = {"site": Site, "page": Page, "view": view, "lead": Markup, "body": Markup}
            variables = {variable: shape_of(hint) for variable, hint in hints.items()}
            PageCheck(syntax, fields, complaints.append).check(found, variables)
    return in_order((*faults, *diagnostics_of(complaints)))


def in_order(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The faults, sorted by place."""
    return tuple(sorted(faults, key=lambda fault: (fault.span, fault.message)))


def _missing_pages(theme: Theme) -> Iterator[Diagnostic]:
    for name in VIEW_OF_TEMPLATE:
        if theme.find(name) is None:
            yield Diagnostic(
                "T006",
                Severity.ERROR,
                Span(theme.layers[-1].name),
                f'the theme "{theme.name}" has no template "{name}"',
                'a theme without a `parent` gets it from "base"',
            )


def _loading(syntax: Syntax, template: TemplateFile, reference: Reference) -> Iterator[Diagnostic]:
    """What is wrong with one extends, include or import."""
    span, excerpt = span_of(template, reference.line, reference.name)
    if not reference.name:
        span, _ = span_of(template, reference.line, reference.statement)
        message = f"the name after `{reference.statement}` is not written out"
        hint = "write one name in quotes, and choose between several by {% if %}"
        yield Diagnostic("T005", Severity.ERROR, span, message, hint, excerpt)
        return
    target = syntax.theme.find(reference.name, template)
    if target is None:
        if not reference.optional:
            yield Diagnostic("T006", Severity.ERROR, span, *_no_template(syntax.theme, template, reference), excerpt)
    elif template in syntax.reached_from(target):
        message = f"{template.name} leads back to itself"
        hint = "a template cannot take part in itself"
        if target == template:
            hint = f'for the one in the layers below write "{PARENT_PREFIX}{reference.name}"'
        yield Diagnostic("T009", Severity.ERROR, span, message, hint, excerpt)


def _no_template(theme: Theme, template: TemplateFile, reference: Reference) -> tuple[str, str]:
    """Message and hint."""
    name = reference.name.removeprefix(PARENT_PREFIX)
    known = sorted({other.name for other in theme.templates()})
    if name != reference.name:
        message = f'no layer below {template.layer} has a template "{name}"'
        return message, file_suggestion(name, (other for other in known if other != name))
    return f'there is no template "{name}"', file_suggestion(name, known, f"there are {', '.join(known)}")
