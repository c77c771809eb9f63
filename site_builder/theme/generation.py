"""The Python that a template becomes: Jinja's own generator, with shorter ways for what a page is full of.

It makes what Jinja's makes, or code that raises where Jinja's would not: a field is taken straight off its owner, which
is an AttributeError where Jinja would look for an item of that name. Whoever runs the code has to be ready to run
Jinja's own instead (`render.Renderer` is).
"""
# ruff: noqa: N802, FBT001, FBT002 - the names and parameters are Jinja's

from keyword import iskeyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from markupsafe import escape

_ASKING = frozenset({"defined", "undefined", "default", "d"})
"""Tests and filters for what may not be there."""
_PAGE = "page_text"
"""The list that a template, or a block of it, writes to."""


class Generator(CodeGenerator):
    """Each function of the code yields its text in one piece, and calls of macros are calls of functions."""

    _asking = False
    _printed: nodes.Expr | None = None
    """The expression that is printed next, and makes a text of itself if it can."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self.writeline("from site_builder.theme.engine import DirectMacro")
        self.writeline("from site_builder.theme.printing import text_of")
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        if frame.parent is None:
            frame.buffer = _PAGE
            self.writeline(f"{_PAGE} = []")
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        super().leave_frame(frame, with_python_scope)
        if frame.parent is None:
            self.writeline(f"yield concat({_PAGE})")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        if node.ignore_missing:
            self.writeline("try:")
            self.indent()
        self.writeline("template = ", node)
        self._find(node.template, frame)
        if node.ignore_missing:
            self.outdent()
            self.writeline("except TemplateNotFound:")
            self.indent()
            self.writeline("pass")
            self.outdent()
            self.writeline("else:")
            self.indent()
        shown = "template._get_default_module()._body_stream"
        if node.with_context:
            shown = f"template.root_render_func(context.including(template, {self.dump_local_context(frame)}))"
        self.writeline(f"{frame.buffer}.extend({shown})")
        if node.ignore_missing:
            self.outdent()

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:
        if node.required or (frame.toplevel and self.extends_so_far):
            super().visit_Block(node, frame)
            return
        context = self.derive_context(frame) if node.scoped else self.get_context_ref()
        self.writeline(f"{frame.buffer}.extend(context.blocks[{node.name!r}][0]({context}))", node)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context or not _is_written_out(node.template):
            super()._import_common(node, frame)
            return
        self.write("environment.module_of(")
        self._find(node.template, frame)
        self.write(")")

    def _find(self, name: nodes.Expr, frame: Frame) -> None:
        """What looks up the template that is called by this name."""
        self.write("environment.found[" if _is_written_out(name) else "environment.get_or_select_template(")
        self.visit(name, frame)
        self.write(f", {self.name!r}{']' if _is_written_out(name) else ')'}")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if self._asking or not _is_direct_field(node):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        if isinstance(node.node, nodes.Name):
            # What is missing has no field, so that need not be asked first.
            self.write(frame.symbols.ref(node.node.name))
        else:
            self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        with_asking = self._asking
        self._asking = with_asking or node.name in _ASKING
        super().visit_Test(node, frame)
        self._asking = with_asking

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        with_asking = self._asking
        self._asking = with_asking or node.name in _ASKING
        super().visit_Filter(node, frame)
        self._asking = with_asking

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        printed = node is self._printed
        if forward_caller or not _is_direct(node):
            self.write("text_of(" if printed else "")
            super().visit_Call(node, frame, forward_caller=forward_caller)
            self.write(")" if printed else "")
            return
        callee = self.temporary_identifier()
        self.write(f"({'' if printed else 'Markup('}{callee}.direct(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(f"{')' if printed else '))'} if type({callee} := ")
        self.visit(node.node, frame)
        self.write(f") is DirectMacro else {'text_of(' if printed else ''}context.call({callee}")
        self.signature(node, frame, _names_around(frame))
        self.write("))" if printed else ")")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("Direct")
        super().macro_def(macro_ref, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if isinstance(node, nodes.Call):
            self._printed = node
        elif not _is_plain(node):
            self.write("text_of(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if not isinstance(node, nodes.Call) and not _is_plain(node):
            self.write(")")
        self._printed = None

    def visit_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier, frame: Frame) -> None:
        # All of the above counts on it that escaping is on everywhere.
        self.fail("{% autoescape %} is for Jinja's own generator", node.lineno)


def _is_written_out(name: nodes.Expr) -> bool:
    return isinstance(name, nodes.Const) and isinstance(name.value, str)


def _is_plain(node: nodes.Expr) -> bool:
    """Whether it can only be one of the texts that are written here, with nothing to escape."""
    if isinstance(node, nodes.CondExpr):
        return node.expr2 is not None and _is_plain(node.expr1) and _is_plain(node.expr2)
    return isinstance(node, nodes.Const) and isinstance(node.value, str) and escape(node.value) == node.value


def _is_direct(node: nodes.Call) -> bool:
    """Whether the call can be one of a function, if a macro is called. With a call among its arguments it is not: both
    ways of calling are written out, and would double at every level."""
    return (
        not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        and isinstance(node.node, nodes.Name | nodes.Getattr)
        and all(argument.find(nodes.Call) is None and not isinstance(argument, nodes.Call) for argument in node.args)
    )


def _names_around(frame: Frame) -> dict[str, str]:
    """What Jinja hands to functions that ask for the context."""
    names = ("_loop_vars" if frame.loop_frame else "", "_block_vars" if frame.block_frame else "")
    return {name: name for name in names if name}


def _is_direct_field(node: nodes.Getattr) -> bool:
    """Whether Python can write it so. The blocks of the template itself are its items."""
    of_self = isinstance(node.node, nodes.Name) and node.node.name == "self"
    return node.attr.isidentifier() and not iskeyword(node.attr) and node.attr[0] != "_" and not of_self
