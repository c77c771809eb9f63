"""A page template, run over shapes in place of values.

Every statement that a page can reach is looked at: blocks as the topmost template defines them, includes with the
names in reach there, the body of a macro once for each kind of arguments it is called with.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from jinja2 import nodes

from site_builder.theme.calls import Definition, bind
from site_builder.theme.complaints import Complain, Complaint
from site_builder.theme.conditions import verdict
from site_builder.theme.expressions import Expressions
from site_builder.theme.fields import Fields
from site_builder.theme.layers import TemplateFile
from site_builder.theme.scope import Scope, path_of
from site_builder.theme.shapes import (
    ANYTHING,
    MARKUP,
    MISSING,
    Anything,
    Function,
    Grouped,
    Loop,
    Macro,
    Many,
    Module,
    Shape,
    described,
    options_of,
)
from site_builder.theme.templates import Loading, Syntax, named

GLOBALS: Mapping[str, Shape] = {
    **{name: Function(ANYTHING) for name in ("cycler", "dict", "joiner", "namespace", "range")},
    "self": Function(ANYTHING),
    "super": Function(MARKUP),
}
"""What every template may use beside the variables it is given."""
_DEEPEST_RECURSION = 3
"""How far a macro is followed into itself. Each `{% call %}` in it is a new argument, so it would never repeat."""


class PageCheck:
    """One page template, checked with the variables that its pages have."""

    def __init__(self, syntax: Syntax, fields: Fields, complain: Complain) -> None:
        self._syntax = syntax
        self._complain = complain
        self._expressions = Expressions(syntax.environment, fields, complain, self._call)
        self._macros: list[Definition] = []
        self._called: set[tuple[object, ...]] = set()
        self._running: list[str] = []
        self._running_macros: list[int] = []

    def check(self, template: TemplateFile, variables: Mapping[str, Shape]) -> None:
        self._run(template, {**GLOBALS, **variables}, {})
        called = {number for number, *_ in self._called}
        for number, definition in enumerate(self._macros):
            if number not in called:
                everything = dict.fromkeys((*definition.parameters, "caller"), ANYTHING)
                self._run_macro(number, definition, everything)

    def _run(self, template: TemplateFile, names: dict[str, Shape], narrowed: Mapping[str, Shape]) -> None:
        """Goes through the template and those it extends; afterwards `names` holds what they have set."""
        if template.key in self._running:
            return
        self._running.append(template.key)
        chain = self._syntax.chain(template)
        blocks: dict[str, list[tuple[TemplateFile, nodes.Block]]] = {}
        for file, tree in chain:
            for block in tree.find_all(nodes.Block):
                blocks.setdefault(block.name, []).append((file, block))
        for depth, (file, tree) in enumerate(chain):
            extends = depth < len(chain) - 1
            body = [node for node in tree.body if not (extends and isinstance(node, nodes.Output | nodes.Block))]
            self._statements(body, Scope(file, names, names, blocks, narrowed))
        self._running.pop()

    def _loaded(self, node: Loading, asker: TemplateFile) -> TemplateFile | None:
        return self._syntax.theme.find(named(node), asker)

    def _statements(self, body: Sequence[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    self._expressions.check_printed(part, scope)
            case nodes.Assign():
                _assign(node.target, self._expressions.shape(node.node, scope), scope)
            case nodes.For():
                self._for(node, scope)
            case nodes.If():
                self._if(node, scope)
            case nodes.With():
                self._with(node, scope)
            case nodes.Block():
                self._block(node.name, 0, scope, scoped=node.scoped)
            case nodes.Macro():
                scope.set(node.name, self._define(node.name, node, scope))
            case nodes.CallBlock():
                self._call(node.call, self._expressions.shape(node.call.node, scope), scope, node)
            case _:
                self._other_statement(node, scope)

    def _other_statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Include() | nodes.Import() | nodes.FromImport():
                self._load(node, scope)
            case nodes.AssignBlock():
                self._inner_body(node, scope)
                _assign(node.target, MARKUP, scope)
            case nodes.ScopedEvalContextModifier():
                message = "escaping is switched off or on: only the program decides what is markup"
                self._wrong(node, scope, message, code="T010", hint="leave out {% autoescape … %}")
                self._inner_body(node, scope)
            case _:
                self._inner_body(node, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        item = self._expressions.check_looped(node.iter, scope)
        inner = scope.inner()
        _assign(node.target, item, inner)
        inner.set("loop", Loop(item))
        if node.test is not None:
            self._expressions.shape(node.test, inner)
            inner = self._expressions.where(node.test, inner, holds=True)
        self._statements(node.body, inner)
        self._statements(node.else_, scope.inner())

    def _if(self, node: nodes.If, scope: Scope) -> None:
        """Every branch that some page can take. What they set holds afterwards, whichever was taken."""
        ends: list[Scope] = []
        falling = scope.inner()
        certain: bool | None = None
        for branch in (node, *node.elif_):
            self._expressions.shape(branch.test, falling)
            certain = verdict(branch.test, partial(self._expressions.look, scope=falling))
            if certain is not False:
                ends.append(self._expressions.where(branch.test, falling, holds=True))
                self._statements(branch.body, ends[-1])
            if certain is True:
                break
            falling = self._expressions.where(branch.test, falling, holds=False)
        if certain is not True:
            self._statements(node.else_, falling)
            ends.append(falling)
        scope.join(ends)

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inner = scope.inner()
        for target, value in zip(node.targets, node.values, strict=True):
            _assign(target, self._expressions.shape(value, scope), inner)
        self._statements(node.body, inner)

    def _block(self, name: str, index: int, scope: Scope, *, scoped: bool) -> None:
        inner = scope.of_block(name, index, scoped=scoped)
        self._statements(scope.blocks[name][index][1].body, inner)

    def _load(self, node: nodes.Include | nodes.Import | nodes.FromImport, scope: Scope) -> None:
        target = self._loaded(node, scope.template)
        names = dict(scope.names if node.with_context else GLOBALS)
        before = dict(names)
        if target is not None:
            self._run(target, names, scope.narrowed if node.with_context else {})
        exports = tuple((name, shape) for name, shape in names.items() if shape is not before.get(name))
        # What is missing, or turns in a circle, is told by the name's own rule, and could export anything.
        module = Module(named(node), exports) if target is not None else ANYTHING
        if isinstance(node, nodes.Import):
            scope.set(node.target, module)
        if isinstance(node, nodes.FromImport):
            for wanted in node.names:
                name, alias = (wanted, wanted) if isinstance(wanted, str) else wanted
                scope.set(alias, self._expressions.check_field(module, name, node, "", scope, written=name))

    def _inner_body(self, node: nodes.Node, scope: Scope) -> None:
        """Statements that only hold others, such as `filter`, and `set` with a body."""
        inner = scope.inner()
        for part in node.iter_child_nodes():
            if isinstance(part, nodes.Stmt):
                self._statement(part, inner)
            elif part is not getattr(node, "target", None):
                self._expressions.shape(part, scope)

    def _define(self, name: str, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> Macro:
        self._macros.append(Definition(name, node, scope))
        return Macro(name, len(self._macros) - 1)

    def _call(self, node: nodes.Call, shape: Shape, scope: Scope, body: nodes.CallBlock | None = None) -> Shape:
        """What a call gives. `body` is what `{% call %}` hands to the macro."""
        match node.node:
            case nodes.Name(name="super"):
                return self._super(node, scope)
            case nodes.Getattr(node=nodes.Name(name="self"), attr=name) if name not in scope.blocks:
                self._wrong(node, scope, f'there is no block "{name}"', hint="a block is shown by {% block %}")
        caller = self._define("caller", body, scope) if body else MISSING
        result: Shape = ANYTHING
        for option in options_of(shape):
            match option:
                case Macro(name, number):
                    definition = self._macros[number]
                    arguments, faults = bind(definition, node, lambda part: self._expressions.shape(part, scope))
                    for fault in faults:
                        self._wrong(node, scope, fault, written=path_of(node.node), hint=definition.signature)
                    self._run_macro(number, definition, {**arguments, "caller": caller})
                    result = MARKUP
                case Function(result=given):
                    self._arguments(node, scope)
                    result = given
                case Anything() | Loop():
                    self._arguments(node, scope)
                case _:
                    self._wrong(node, scope, f"{described(option)} cannot be called")
        return result

    def _arguments(self, node: nodes.Call, scope: Scope) -> None:
        for part in (*node.args, *(pair.value for pair in node.kwargs)):
            self._expressions.shape(part, scope)

    def _run_macro(self, number: int, definition: Definition, arguments: Mapping[str, Shape]) -> None:
        call = (number, *arguments.items())
        if call in self._called or self._running_macros.count(number) == _DEEPEST_RECURSION:
            return
        self._called.add(call)
        self._running_macros.append(number)
        inner = definition.scope.inner()
        for name, shape in definition.extras.items():
            inner.set(name, shape)
        for name, shape in arguments.items():
            inner.set(name, shape)
        for name, default in definition.defaults.items():
            if arguments[name] == MISSING:
                inner.set(name, self._expressions.shape(default, inner))
        self._statements(definition.body, inner)
        self._running_macros.pop()

    def _super(self, node: nodes.Call, scope: Scope) -> Shape:
        if scope.block is None:
            self._wrong(node, scope, "super() stands in no block", hint="it shows what the block below would show")
            return ANYTHING
        name, index = scope.block
        if index + 1 == len(scope.blocks[name]):
            self._wrong(node, scope, f'no template below has a block "{name}" for super()', hint="leave it out")
        else:
            self._block(name, index + 1, scope, scoped=False)
        return MARKUP

    def _wrong(
        self, node: nodes.Node, scope: Scope, message: str, *, code: str = "T004", written: str = "", hint: str = ""
    ) -> None:
        self._complain(Complaint(code, scope.template, node.lineno, written, message, hint=hint))


def _assign(target: nodes.Node, shape: Shape, scope: Scope) -> None:
    match target:
        case nodes.Name():
            scope.set(target.name, shape)
        case nodes.Tuple():
            whole = [ANYTHING for _ in target.items]
            parts: list[Shape] = [ANYTHING, Many(shape.item)] if isinstance(shape, Grouped) else [*whole]
            for item, part in zip(target.items, parts, strict=False):
                _assign(item, part, scope)
        case _:
            pass
