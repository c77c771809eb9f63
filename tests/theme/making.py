"""Themes for tests, made of texts."""

from collections.abc import Mapping

from site_builder.theme.chain import builtin_themes, load_theme
from site_builder.theme.layers import Asset, Layer, TemplateFile, Theme


def layer(name: str, templates: Mapping[str, str], assets: Mapping[str, bytes] | None = None) -> Layer:
    return Layer(
        name,
        {short: TemplateFile(name, short, f"{name}/templates/{short}", text) for short, text in templates.items()},
        {short: Asset(short, f"{name}/static/{short}", content) for short, content in (assets or {}).items()},
    )


def stack(**layers: Mapping[str, str]) -> Theme:
    """A theme of these layers, from top to bottom."""
    return Theme("made", tuple(layer(name, templates) for name, templates in layers.items()))


def builtin(name: str) -> Theme:
    theme = load_theme(name, folders=[builtin_themes()], overrides=None).value
    assert theme is not None
    return theme


def overridden(templates: Mapping[str, str], assets: Mapping[str, bytes] | None = None) -> Theme:
    """The theme `base` below a site's overrides."""
    return Theme("base", (layer("overrides", templates, assets), *builtin("base").layers))


def as_written(theme: Theme, name: str) -> str:
    """A style sheet or script of a theme before it is joined and minified: its parts, one after the other."""
    return "\n".join(part.content.decode() for part in theme.sources()[name])
