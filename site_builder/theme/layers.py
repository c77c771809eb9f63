"""A theme as a value: layers of templates and assets, and which file a name stands for.

A template is asked for by name (`partials/infobox.html`) and found in the topmost layer that has it. The name
`!parent/partials/infobox.html` stands for the same, looked for below the layer that the asking template is in.
"""

from collections.abc import Iterator, Mapping

import msgspec

from site_builder.model.digest import digest_of
from site_builder.theme.bundles import bundle_of, joined

PARENT_PREFIX = "!parent/"


class TemplateFile(msgspec.Struct, frozen=True):
    layer: str
    name: str
    """`partials/infobox.html`"""
    path: str
    """For messages: `themes/base/templates/partials/infobox.html`."""
    source: str

    @property
    def key(self) -> str:
        """Its name among all layers."""
        return f"{self.layer}:{self.name}"


class Asset(msgspec.Struct, frozen=True):
    """A file that the site gets below static/, or a part of one."""

    name: str
    """`fonts/text.woff2`, `style.css/50-lists.css`"""
    path: str
    """For messages."""
    content: bytes


class Layer(msgspec.Struct, frozen=True):
    """A folder with templates/ and static/, read. Both mappings are sorted by name."""

    name: str
    """`overrides`, `themes/encyclopedia`"""
    templates: Mapping[str, TemplateFile] = {}
    assets: Mapping[str, Asset] = {}
    strays: tuple[str, ...] = ()
    """Files in neither of the two folders, by their paths in the layer."""


class Theme(msgspec.Struct, frozen=True):
    """The layers, from top to bottom."""

    name: str
    layers: tuple[Layer, ...]

    def find(self, name: str, asker: TemplateFile | None = None) -> TemplateFile | None:
        """The template that `name` stands for in `asker`, or for the program; None if no layer has it."""
        layers = self.layers
        if name.startswith(PARENT_PREFIX) and asker is not None:
            name = name.removeprefix(PARENT_PREFIX)
            layers = layers[self._depth(asker) + 1 :]
        return next((layer.templates[name] for layer in layers if name in layer.templates), None)

    def templates(self) -> Iterator[TemplateFile]:
        """Every template of every layer, hidden ones too."""
        return (template for layer in self.layers for template in layer.templates.values())

    def assets(self) -> tuple[Asset, ...]:
        """What goes to static/ in the site, sorted by name: of each name the topmost, bundles joined."""
        return tuple(made_of(name, parts) for name, parts in self.sources().items())

    def sources(self) -> Mapping[str, tuple[Asset, ...]]:
        """Of each file in the site's static/ what it is made of: one asset, or the parts of a bundle. Sorted by name.

        A whole file hides the parts of layers below, and those of layers above are added to it.
        """
        found: dict[str, dict[str, Asset]] = {}
        for layer in reversed(self.layers):
            for name, asset in layer.assets.items():
                bundle = bundle_of(name)
                parts = found.setdefault(bundle or name, {})
                if not bundle:
                    parts.clear()
                parts[name] = asset
        return {name: tuple(parts[part] for part in sorted(parts)) for name, parts in sorted(found.items())}

    def digest_of_templates(self) -> str:
        """Of the templates, and of the layers in which they lie."""
        return digest_of((self.name, [(layer.name, layer.templates) for layer in self.layers]))

    def digest(self) -> str:
        """Of all that its layers hold, assets too: whatever is worked out from the theme alone may be kept by it."""
        return digest_of(self)

    def _depth(self, template: TemplateFile) -> int:
        return next(depth for depth, layer in enumerate(self.layers) if layer.name == template.layer)


def made_of(name: str, parts: tuple[Asset, ...]) -> Asset:
    """What goes to static/ in the site under this name (see `Theme.sources`)."""
    *_, last = parts
    if last.name == name:
        return last
    return Asset(name, last.path, joined(name, [part.content for part in parts]))
