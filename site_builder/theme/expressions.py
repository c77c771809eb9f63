"""The shape of every expression of a template, and a complaint about each that can have none."""

from collections.abc import Callable, Iterable

from jinja2 import Environment, nodes

from site_builder.theme.complaints import Complain, Complaint, near_and_all
from site_builder.theme.conditions import narrowing
from site_builder.theme.fields import Fields, method_of
from site_builder.theme.filters import ATTRIBUTE_COMES_FIRST, BY_ATTRIBUTE, filtered
from site_builder.theme.nearest import suggestion
from site_builder.theme.scope import Scope, path_of
from site_builder.theme.shapes import (
    ANYTHING,
    MARKUP,
    MISSING,
    NOTHING,
    NUMBER,
    TEXT,
    TRUTH,
    Anything,
    Function,
    Macro,
    Many,
    Missing,
    Module,
    Nothing,
    Number,
    Record,
    Shape,
    Text,
    Truth,
    described,
    falsy,
    given,
    item_of,
    options_of,
    union,
)

SAFE_PATHS = frozenset({"page.json_ld", "view.emblem", "view.circle.markup"})
"""Texts that are safe to print without escaping, because the program makes them so."""
_PRINTABLE = (Text, Number, Truth, Anything)
_Call = Callable[[nodes.Call, Shape, Scope], Shape]


class Expressions:
    """Works out shapes. Complaints go to `complain`; `call` says what a call gives."""

    def __init__(self, environment: Environment, fields: Fields, complain: Complain, call: _Call) -> None:
        self._environment = environment
        self._fields = fields
        self._complain = complain
        self._call = call

    def shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """What the expression can be. ANYTHING where it is wrong, so that one fault is told once."""
        match node:
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                return scope.narrowed.get(path_of(node)) or self._reached(node, scope)
            case nodes.Literal():
                return self._literal(node, scope)
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Call():
                return self._called(node, scope)
            case nodes.CondExpr():
                return self._conditional(node, scope)
            case nodes.And() | nodes.Or():
                return self._either(node, scope)
            case nodes.Test():
                self._test(node, scope)
                return TRUTH
            case _:
                return self._operation(node, scope)

    def look(self, node: nodes.Node, scope: Scope) -> Shape:
        """The shape without a complaint, and MISSING where there is nothing of that name."""
        complaints: list[Complaint] = []
        silent = Expressions(self._environment, self._fields, complaints.append, lambda *_: ANYTHING)
        shape = silent.shape(node, scope)
        return MISSING if any(complaint.absent for complaint in complaints) else shape

    def check_printed(self, node: nodes.Node, scope: Scope) -> None:
        """Complains if the expression is nothing that can be printed."""
        for option in options_of(self.shape(node, scope)):
            if isinstance(option, Nothing):
                self._empty(node, scope, "would show as None")
            elif not isinstance(option, _PRINTABLE):
                hint = "print its items: {% for item in … %}" if isinstance(option, Many) else ""
                hint = hint or near_and_all("", self._fields.of(option))
                self._wrong(node, scope, f"{path_of(node) or 'this'} is {described(option)}, not a text", hint=hint)

    def check_looped(self, node: nodes.Node, scope: Scope) -> Shape:
        """The shape of the items, with a complaint if there can be none."""
        shape = self.shape(node, scope)
        item = item_of(given(shape))
        if item is None:
            self._wrong(node, scope, f"{path_of(node) or 'this'} is {described(given(shape))}, not a list")
        elif NOTHING in options_of(shape):
            self._empty(node, scope, "cannot be looped over")
        return item or ANYTHING

    def check_field(
        self, owner: Shape, name: str, node: nodes.Node, path: str, scope: Scope, *, written: str = ""
    ) -> Shape:
        """The shape of a field of whatever the owner can be, with a complaint if it can be something without it."""
        return union([self._field(option, name, node, path or "this", scope, written) for option in options_of(owner)])

    def _reached(self, node: nodes.Name | nodes.Getattr | nodes.Getitem, scope: Scope) -> Shape:
        if isinstance(node, nodes.Name):
            return self._variable(node, node.name, scope)
        owner = self.shape(node.node, scope)
        match node:
            case nodes.Getattr(attr=str(name)) | nodes.Getitem(arg=nodes.Const(value=str(name))):
                return self.check_field(owner, name, node, path_of(node.node), scope)
            case nodes.Getitem(arg=nodes.Slice() as part):
                self._operation(part, scope)
                return owner
            case _:
                self._operation(node, scope, but=node.node)
                return item_of(given(owner)) or ANYTHING

    def _variable(self, node: nodes.Node, name: str, scope: Scope) -> Shape:
        shape = scope.names.get(name)
        if shape is None:
            known = [other for other, kind in scope.names.items() if not isinstance(kind, Function)]
            self._wrong(node, scope, f'there is no variable "{name}"', absent=True, name=name, known=known)
        elif shape == MISSING:
            message = f'"{name}" has no value in some calls of the macro'
            hint = f"give it in every call, or give it a default: {name}=…"
            self._wrong(node, scope, message, absent=True, hint=hint)
        return ANYTHING if shape is None or shape == MISSING else shape

    def _field(self, option: Shape, name: str, node: nodes.Node, path: str, scope: Scope, written: str) -> Shape:
        fields = self._fields.of(option)
        if name in fields:
            return fields[name]
        message, hint, owner = f'{path} is {described(option)} and has no field "{name}"', "", ""
        match option:
            case Anything() | Function() | Macro():
                if not name.startswith("_"):
                    return ANYTHING
                message, hint = f'"{name}" is a part of Python, not of the page', "leave it out"
            case Nothing() | Missing():
                message = f'{path} is empty on some pages, and has no field "{name}" then'
                hint = f"put {{% if {path} %}} … {{% endif %}} around it"
            case Many():
                hint = f"take its items one by one: {{% for item in {path} %}}"
            case Module(template):
                message = f'{template} has no macro "{name}"'
            case Record():
                message, owner = f'{path} has no field "{name}"', described(option)
        absent = not isinstance(option, Nothing)
        self._wrong(
            node, scope, message, absent=absent, owner=owner, name=name, known=fields, hint=hint, written=written
        )
        return ANYTHING

    def _literal(self, node: nodes.Literal, scope: Scope) -> Shape:
        match node:
            case nodes.Const(value=value):
                return next((shape for kind, shape in _CONSTANTS if isinstance(value, kind)), NOTHING)
            case nodes.List() | nodes.Tuple():
                return Many(union([self.shape(item, scope) for item in node.items]))
            case nodes.TemplateData():
                return MARKUP
            case _:
                return self._operation(node, scope)

    def _filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        known = node.name in self._environment.filters
        if not known:
            self._unknown("filter", node.name, self._environment.filters, node, scope)
        others = [self.shape(other, scope) for other in (*node.args, *(pair.value for pair in node.kwargs))]
        if node.node is None:
            return MARKUP
        if node.name in ("default", "d"):
            shape = self.look(node.node, scope)
            return union(others) if shape == MISSING else union((given(shape), *(others or [TEXT])))
        shape = self.shape(node.node, scope)
        if node.name == "safe":
            self._check_safe(node, node.node, shape, scope)
        field = self._chosen_field(node, item_of(given(shape)) or ANYTHING, scope)
        if node.name == "map":
            return Many(field)
        return filtered(node.name, shape) if known else ANYTHING

    def _chosen_field(self, node: nodes.Filter, item: Shape, scope: Scope) -> Shape:
        """What a filter makes of each item: the field of `attribute="…"`, or the result of another filter."""
        if node.name not in BY_ATTRIBUTE:
            return ANYTHING
        named = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        first = node.args[:1]
        match named or first:
            case [nodes.Const(value=str(names))] if named or node.name in ATTRIBUTE_COMES_FIRST:
                return union([self._along(name, item, node, scope) for name in names.split(",")])
            case [nodes.Const(value=str(name))] if node.name == "map":
                return filtered(name, item)
            case _:
                return ANYTHING

    def _along(self, path: str, shape: Shape, node: nodes.Node, scope: Scope) -> Shape:
        for name in path.split("."):
            shape = ANYTHING if name.isdigit() else self.check_field(shape, name, node, "an item", scope)
        return shape

    def _check_safe(self, node: nodes.Filter, inner: nodes.Node, shape: Shape, scope: Scope) -> None:
        path = path_of(inner)
        harmless = all(option in (MARKUP, NUMBER, TRUTH, ANYTHING) for option in options_of(shape))
        if harmless or path in SAFE_PATHS or isinstance(inner, nodes.Const):
            return
        message = f"{path or 'a text'} is printed as it is: what looks like markup in it becomes markup"
        hint = "leave out the filter `safe`, and it is escaped"
        self._wrong(node, scope, message, code="T010", written=f"{path}|safe", hint=hint)

    def _test(self, node: nodes.Test, scope: Scope) -> None:
        if node.name not in self._environment.tests:
            self._unknown("test", node.name, self._environment.tests, node, scope)
        for part in (*([] if node.name in ("defined", "undefined") else [node.node]), *node.args):
            self.shape(part, scope)

    def _called(self, node: nodes.Call, scope: Scope) -> Shape:
        match node.node:
            case nodes.Name(name="super") | nodes.Getattr(node=nodes.Name(name="self")):
                return self._call(node, ANYTHING, scope)
            case nodes.Getattr(attr=str(name)) as reached:
                method = method_of(given(self.shape(reached.node, scope)), name)
                if method is not None:
                    self._operation(node, scope, but=reached)
                    return method
        return self._call(node, self.shape(node.node, scope), scope)

    def _conditional(self, node: nodes.CondExpr, scope: Scope) -> Shape:
        self.shape(node.test, scope)
        then = self.shape(node.expr1, self.where(node.test, scope, holds=True))
        if node.expr2 is None:
            message = "this has no value where the condition does not hold"
            self._wrong(node, scope, message, hint='say what then: {{ … if … else "" }}')
            return then
        return union((then, self.shape(node.expr2, self.where(node.test, scope, holds=False))))

    def where(self, condition: nodes.Node, scope: Scope, *, holds: bool) -> Scope:
        """The scope in which the condition holds, or does not."""
        return scope.inner(narrowing(condition, lambda part: self.look(part, scope), holds=holds))

    def _either(self, node: nodes.And | nodes.Or, scope: Scope) -> Shape:
        first = self.shape(node.left, scope)
        second = self.shape(node.right, self.where(node.left, scope, holds=isinstance(node, nodes.And)))
        return union((given(first) if isinstance(node, nodes.Or) else falsy(first), second))

    def _operation(self, node: nodes.Node, scope: Scope, but: nodes.Node | None = None) -> Shape:
        parts = [self.shape(part, scope) for part in node.iter_child_nodes() if part is not but]
        match node:
            case nodes.Compare() | nodes.Not():
                return TRUTH
            case nodes.Concat():
                return TEXT
            case nodes.Add() | nodes.Mul() if any(isinstance(part, Text | Many) for part in parts):
                return next(part for part in parts if isinstance(part, Text | Many))
            case nodes.BinExpr() | nodes.UnaryExpr():
                return NUMBER if all(isinstance(part, Number | Truth) for part in parts) else ANYTHING
            case _:
                return ANYTHING

    def _empty(self, node: nodes.Node, scope: Scope, consequence: str) -> None:
        path = path_of(node) or "this"
        hint = f"put {{% if {path} %}} … {{% endif %}} around it"
        self._wrong(node, scope, f"{path} is empty on some pages, and {consequence}", hint=hint)

    def _unknown(self, what: str, name: str, known: Iterable[str], node: nodes.Node, scope: Scope) -> None:
        words = sorted(word for word in known if word.isidentifier())
        hint = suggestion(name, words, f"there are {', '.join(words)}")
        self._wrong(node, scope, f'there is no {what} "{name}"', written=name, hint=hint)

    def _wrong(
        self,
        node: nodes.Node,
        scope: Scope,
        message: str,
        *,
        code: str = "T004",
        absent: bool = False,
        owner: str = "",
        name: str = "",
        known: Iterable[str] = (),
        hint: str = "",
        written: str = "",
    ) -> None:
        self._complain(
            Complaint(
                code=code,
                template=scope.template,
                line=node.lineno,
                written=written or path_of(node),
                message=message,
                absent=absent,
                owner=owner,
                wrong=name,
                known=tuple(known),
                hint=hint,
            )
        )


_CONSTANTS: tuple[tuple[type, Shape], ...] = ((bool, TRUTH), (str, TEXT), (int, NUMBER), (float, NUMBER))
