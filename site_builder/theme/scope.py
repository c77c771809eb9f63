"""What the names of a template stand for, at one point of it.

A *path* is a name with fields behind it, as written: `view.picture`. Conditions say more of a path than its shape
does: inside `{% if view.picture %}` there is a picture.
"""

from collections.abc import Iterable, Mapping, Sequence

from jinja2 import nodes

from site_builder.theme.layers import TemplateFile
from site_builder.theme.shapes import Shape, union

Blocks = Mapping[str, Sequence[tuple[TemplateFile, nodes.Block]]]
"""Every definition of each block, that of the page's own template first."""


class Scope:
    """The names in reach. A macro keeps the scope it is defined in, and sees what is set there later."""

    def __init__(
        self,
        template: TemplateFile,
        names: dict[str, Shape],
        top: dict[str, Shape],
        blocks: Blocks,
        narrowed: Mapping[str, Shape],
        block: tuple[str, int] | None = None,
    ) -> None:
        self.template = template
        self.names = names
        self.top = top
        """The names at the top of the page's template, which is all that a block sees of what is around it."""
        self.blocks = blocks
        self.narrowed = dict(narrowed)
        self.block = block
        """The block that is being shown, and which of its definitions."""

    def inner(self, narrowed: Mapping[str, Shape] | None = None) -> "Scope":
        """A scope inside this one: what is set there is forgotten at its end."""
        known = {**self.narrowed, **(narrowed or {})}
        return Scope(self.template, dict(self.names), self.top, self.blocks, known, self.block)

    def of_block(self, name: str, index: int, *, scoped: bool) -> "Scope":
        """The scope of a definition of a block that stands here."""
        names = dict(self.names if scoped else self.top)
        narrowed = {path: shape for path, shape in self.narrowed.items() if path.partition(".")[0] in names}
        return Scope(self.blocks[name][index][0], names, self.top, self.blocks, narrowed, (name, index))

    def set(self, name: str, shape: Shape) -> None:
        self.names[name] = shape
        for path in [path for path in self.narrowed if path == name or path.startswith(f"{name}.")]:
            del self.narrowed[path]

    def join(self, ends: Iterable["Scope"]) -> None:
        """Takes over what inner scopes have set, of which one is gone through."""
        found: dict[str, list[Shape]] = {}
        for end in ends:
            for name, shape in end.names.items():
                found.setdefault(name, []).append(shape)
        for name, shapes in found.items():
            if any(shape is not self.names.get(name) for shape in shapes):
                self.set(name, union(shapes))


def path_of(node: nodes.Node) -> str:
    """The path that a node writes; "" if it is none."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            before = path_of(node.node)
            return f"{before}.{node.attr}" if before else ""
        case nodes.Getitem(arg=nodes.Const(value=str(name))):
            before = path_of(node.node)
            return f"{before}.{name}" if before else ""
        case _:
            return ""
