"""What a layer adds to those below it and nothing ever shows: usually a typing mistake in a name."""

from collections.abc import Iterator

from jinja2 import nodes

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.pages.contract import VIEW_OF_TEMPLATE
from site_builder.theme.complaints import span_of
from site_builder.theme.layers import Layer, TemplateFile, Theme
from site_builder.theme.nearest import file_suggestion, suggestion
from site_builder.theme.templates import Syntax, named


def idle_overrides(syntax: Syntax) -> Iterator[Diagnostic]:
    """Templates and blocks that replace nothing and are not used.

    Each layer is judged together with those below it only: that a layer above leaves something out is no fault of it.
    """
    layers = syntax.theme.layers
    for depth, layer in enumerate(layers[:-1]):
        stack = syntax.of(Theme(syntax.theme.name, layers[depth:]))
        yield from _idle_templates(stack, layer)
        for template in layer.templates.values():
            yield from _idle_parts(stack, template)


def _idle_templates(stack: Syntax, layer: Layer) -> Iterator[Diagnostic]:
    reached = {template.key for name in VIEW_OF_TEMPLATE for template in stack.closure(name)}
    below = {name for lower in stack.theme.layers[1:] for name in lower.templates}
    known = below | set(VIEW_OF_TEMPLATE)
    for template in layer.templates.values():
        if template.name not in known and template.key not in reached:
            message = f'no layer below has a template "{template.name}", and no other template includes it'
            yield _warning(Span(template.path), message, file_suggestion(template.name, known, "nothing shows it"))


def _idle_parts(stack: Syntax, template: TemplateFile) -> Iterator[Diagnostic]:
    """Blocks that no template below has, and text that stands in no block."""
    chain = stack.chain(template)
    if len(chain) < 2:
        return
    _, tree = chain[0]
    known = {block.name for _, lower in chain[1:] for block in lower.find_all(nodes.Block)}
    extending = False
    for node in tree.body:
        extending = extending or isinstance(node, nodes.Extends)
        if isinstance(node, nodes.Block) and node.name not in known:
            span, excerpt = span_of(template, node.lineno, node.name)
            message = f'{_parent(tree)} has no block "{node.name}"'
            hint = suggestion(node.name, known, f"it has {', '.join(sorted(known))}")
            yield _warning(span, message, hint, excerpt)
        if extending and isinstance(node, nodes.Output) and (line := _first_line(node)):
            span, excerpt = span_of(template, line, "")
            message = f"this stands in no block, and a template that extends {_parent(tree)} shows nothing else"
            yield _warning(span, message, "put it into a block", excerpt)


def _parent(tree: nodes.Template) -> str:
    extends = tree.find(nodes.Extends)
    return f'"{named(extends)}"' if extends is not None else "the parent"


def _first_line(output: nodes.Output) -> int:
    """The line of the first thing that would show; 0 if there is only white space."""
    for part in output.nodes:
        text = part.data if isinstance(part, nodes.TemplateData) else "x"
        if text.strip():
            return part.lineno + text[: len(text) - len(text.lstrip())].count("\n")
    return 0


def _warning(span: Span, message: str, hint: str, excerpt: str = "") -> Diagnostic:
    return Diagnostic("T007", Severity.WARNING, span, message, hint, excerpt)
