"""What a layer adds to those below it and nothing ever shows: usually a typing mistake in a name."""

from collections.abc import Iterator

from jinja2 import nodes

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.pages.views import VIEW_OF_TEMPLATE
from site_builder.theme.bundles import bundle_of
from site_builder.theme.complaints import span_of
from site_builder.theme.layers import Asset, Layer, TemplateFile, Theme
from site_builder.theme.nearest import file_suggestion, suggestion
from site_builder.theme.templates import Syntax, named


def idle_overrides(syntax: Syntax) -> Iterator[Diagnostic]:
    """Templates, blocks and assets that replace nothing and are not used, and files in the wrong folder.

    Each layer is judged together with those below it only: that a layer above leaves something out is no fault of it.
    """
    layers = syntax.theme.layers
    for depth, layer in enumerate(layers[:-1]):
        stack = syntax.of(Theme(syntax.theme.name, layers[depth:]))
        yield from _idle_templates(stack, layer)
        yield from _idle_assets(stack.theme, layer)
        yield from _strays(stack.theme, layer)
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


def _idle_assets(theme: Theme, layer: Layer) -> Iterator[Diagnostic]:
    below = {name for lower in theme.layers[1:] for name in lower.assets}
    below |= {bundle for name in below if (bundle := bundle_of(name))}
    for asset in layer.assets.values():
        if asset.name not in below and bundle_of(asset.name) not in below and not _is_named(asset, theme):
            message = f'no layer below has a file "static/{asset.name}", and nothing names it'
            yield _warning(Span(asset.path), message, file_suggestion(asset.name, below, "no page uses it"))


def _strays(theme: Theme, layer: Layer) -> Iterator[Diagnostic]:
    templates = {template.name for template in theme.templates()}
    for path in layer.strays:
        # Rules of one's own are a part of the style sheet.
        belongs = f"static/style.css/{path}" if path.endswith(".css") and "/" not in path else f"static/{path}"
        if path.endswith(".html"):
            file = path.rpartition("/")[2]
            meant = [name for name in sorted(templates) if name.rpartition("/")[2] == file]
            belongs = f"templates/{meant[0] if meant else path}"
        message = "this lies in neither templates/ nor static/, so no page is made of it"
        yield _warning(Span(f"{layer.name}/{path}"), message, f"it belongs in {layer.name}/{belongs}")


def _is_named(asset: Asset, theme: Theme) -> bool:
    """Whether a template, style sheet or script speaks of it."""
    file = (bundle_of(asset.name) or asset.name).rpartition("/")[2]
    others = (other.content for layer in theme.layers for other in layer.assets.values() if other is not asset)
    return any(file in template.source for template in theme.templates()) or any(
        file.encode() in text for text in others
    )


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
