"""What a condition tells about the paths in it."""

from collections.abc import Callable, Mapping

from jinja2 import nodes

from site_builder.theme.scope import path_of
from site_builder.theme.shapes import MISSING, NOTHING, Shape, given

Look = Callable[[nodes.Node], Shape]
"""The shape of a node, without a complaint; MISSING for what does not exist."""


def narrowing(node: nodes.Node, look: Look, *, holds: bool) -> Mapping[str, Shape]:
    """What is known of paths where the condition holds, or where it does not."""
    match node:
        case nodes.Not():
            return narrowing(node.node, look, holds=not holds)
        case nodes.And() if holds:
            return {**narrowing(node.left, look, holds=True), **narrowing(node.right, look, holds=True)}
        case nodes.Or() if not holds:
            return {**narrowing(node.left, look, holds=False), **narrowing(node.right, look, holds=False)}
        case nodes.Test(name="defined") if holds:
            return _there(node.node, look)
        case nodes.Test(name="undefined") if not holds:
            return _there(node.node, look)
        case nodes.Test(name="none"):
            return _nothing(node.node) if holds else _there(node.node, look)
        case nodes.Compare(ops=[nodes.Operand(op="ne" | "eq" as sign, expr=nodes.Const(value=None))]):
            return _there(node.expr, look) if (sign == "ne") is holds else _nothing(node.expr)
        case _ if holds:
            return _there(node, look)
        case _:
            return {}


def verdict(node: nodes.Node, look: Look) -> bool | None:
    """Whether the condition holds on every page of this template; None where it depends on the page.

    Only `is defined` can be judged: a block for all pages may ask whether this page's view has a field at all.
    """
    match node:
        case nodes.Not():
            inner = verdict(node.node, look)
            return None if inner is None else not inner
        case nodes.And():
            sides = (verdict(node.left, look), verdict(node.right, look))
            return False if False in sides else None
        case nodes.Test(name="defined" | "undefined" as test):
            return test == "undefined" if look(node.node) == MISSING else None
        case _:
            return None


def _there(node: nodes.Node, look: Look) -> Mapping[str, Shape]:
    path = path_of(node)
    return {path: given(look(node))} if path else {}


def _nothing(node: nodes.Node) -> Mapping[str, Shape]:
    path = path_of(node)
    return {path: NOTHING} if path else {}
