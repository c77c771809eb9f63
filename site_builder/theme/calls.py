"""Calls of macros: which parameter gets what."""

from collections.abc import Callable, Mapping, Sequence

from jinja2 import nodes

from site_builder.theme.scope import Scope
from site_builder.theme.shapes import ANYTHING, MISSING, Many, Shape

_ASKING = frozenset({"defined", "undefined", "default", "d"})
"""Tests and filters for what may have no value."""


class Definition:
    """A macro, or the body of a `{% call %}`, and where it is defined."""

    def __init__(self, name: str, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> None:
        self.name = name
        self.body: Sequence[nodes.Node] = node.body
        self.scope = scope
        self.parameters = [argument.name for argument in node.args]
        first_default = len(node.args) - len(node.defaults)
        self.defaults: Mapping[str, nodes.Expr] = dict(zip(self.parameters[first_default:], node.defaults, strict=True))
        used = {name.name for name in node.find_all(nodes.Name)}
        self.extras: Mapping[str, Shape] = {
            name: shape for name, shape in (("varargs", Many(ANYTHING)), ("kwargs", ANYTHING)) if name in used
        }
        """What the macro does with arguments that no parameter is for."""
        read = {name.name for name in node.find_all(nodes.Name) if name.ctx == "load"}
        asks = any(test.name in _ASKING for test in node.find_all((nodes.Test, nodes.Filter)))
        self.required = [name for name in self.parameters if name in read and name not in self.defaults and not asks]
        """The parameters that every call must give. A macro that asks what it was given may do without."""

    @property
    def signature(self) -> str:
        return f"it is called as {self.name}({', '.join(self.parameters)})"


def bind(
    definition: Definition, call: nodes.Call, shape_of: Callable[[nodes.Node], Shape]
) -> tuple[dict[str, Shape], list[str]]:
    """The shape of each parameter in this call, MISSING if it needs nothing and gets nothing; and what does not fit."""
    faults: list[str] = []
    arguments: dict[str, Shape] = dict.fromkeys(definition.parameters, MISSING)
    if call.dyn_args is not None or call.dyn_kwargs is not None:
        return dict.fromkeys(definition.parameters, ANYTHING), faults
    positional = [shape_of(argument) for argument in call.args]
    arguments.update(zip(definition.parameters, positional, strict=False))
    if len(positional) > len(definition.parameters) and "varargs" not in definition.extras:
        faults.append(f"{definition.name}() takes {len(definition.parameters)} arguments and gets {len(positional)}")
    for pair in call.kwargs:
        shape = shape_of(pair.value)
        if pair.key in arguments:
            arguments[pair.key] = shape
        elif "kwargs" not in definition.extras and pair.key != "caller":
            faults.append(f'{definition.name}() has no parameter "{pair.key}"')
    for name in definition.required:
        if arguments[name] == MISSING:
            faults.append(f"{definition.name}() takes {name}, which is not given here")
            arguments[name] = ANYTHING
    return arguments, faults
