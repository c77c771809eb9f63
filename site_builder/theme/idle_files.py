"""Files of a layer that no page will ever show: assets that nothing names, and whatever lies in the wrong folder."""

from collections.abc import Iterator

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.theme.bundles import bundle_of
from site_builder.theme.layers import Asset, Layer, Theme
from site_builder.theme.nearest import file_suggestion


def idle_files(theme: Theme) -> tuple[Diagnostic, ...]:
    """T007 for each, sorted by place. No template is parsed, so that a new style sheet costs a few milliseconds.

    Each layer is judged together with those below it only: that a layer above leaves something out is no fault of it.
    """
    faults: list[Diagnostic] = []
    for depth, layer in enumerate(theme.layers[:-1]):
        stack = Theme(theme.name, theme.layers[depth:])
        faults += _idle_assets(stack, layer)
        faults += _strays(stack, layer)
    return tuple(sorted(faults, key=lambda fault: (fault.span, fault.message)))


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


def _warning(span: Span, message: str, hint: str) -> Diagnostic:
    return Diagnostic("T007", Severity.WARNING, span, message, hint)
