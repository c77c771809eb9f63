"""Jinja over the layers of a theme: escaping on, unknown names are errors, nothing that differs between two pages.

Inside Jinja a template is called by its key, `themes/base:entry.html`, so that the same name in two layers is two
templates, and an error knows the file it comes from.

There are two engines that make the same pages. `ThemeEnvironment` is Jinja as it comes. `QuickEnvironment` takes half
of the time or less, and can fail where the other finds a way: then the other decides.
"""

from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from typing import cast

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import Cycler, Joiner, missing

from site_builder.theme.generation import Generator
from site_builder.theme.layers import Theme
from site_builder.theme.printing import printable

_NOT_PURE_FILTERS = ("random",)
_NOT_CHECKED_FILTERS = ("attr",)
_NOT_PURE_TESTS = ("sameas",)
"""Whether two equal texts are one object is different in every run."""
_NOT_PURE_GLOBALS = ("lipsum",)


class PageTemplate(Template):
    """A template whose macros remember nothing of the pages they were used on."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return cast("ThemeEnvironment", self.environment).module_of(self)


class ThemeEnvironment(Environment):
    """Makes one page after the other, in one thread. Templates are compiled when they are first needed."""

    template_class = PageTemplate

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            loader=_LayerLoader(theme),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            finalize=printable,
        )
        self._theme = theme
        self._keys = {template.key: template for template in theme.templates()}
        self._joined: dict[tuple[str, str], str] = {}
        self.found = _Found(super().get_template)
        """Templates by the name they are called by and the key of the template that calls them."""
        self._stateless: set[str] = set()
        self._modules: dict[Template, TemplateModule] = {}
        self._modules_of_page: dict[Template, TemplateModule] = {}
        for name in (*_NOT_PURE_FILTERS, *_NOT_CHECKED_FILTERS):
            del self.filters[name]
        for name in _NOT_PURE_TESTS:
            del self.tests[name]
        for name in _NOT_PURE_GLOBALS:
            del self.globals[name]
        self.globals.update(cycler=_Cycler, joiner=_Joiner)

    def make(self, name: str, variables: Mapping[str, object]) -> str:
        """The text of a page, which depends on the templates and these variables alone."""
        return self._begin(name).render(variables)

    def compile_all(self) -> None:
        """Compiles every template that can be: processes that are forked afterwards have them, and need not do so."""
        for key in self._keys:
            with suppress(TemplateSyntaxError):
                self.get_template(key)

    def _begin(self, name: str) -> Template:
        """The template of that name in the topmost layer, with nothing left of the page before."""
        self._modules_of_page.clear()
        found = self._theme.find(name)
        if found is None:
            raise TemplateNotFound(name)
        return self.get_template(found.key)

    def join_path(self, template: str, parent: str) -> str:
        """The key of the template that this name stands for in `parent`; the name itself if there is none."""
        joined = self._joined.get((template, parent))
        if joined is None:
            found = self._theme.find(template, self._keys[parent])
            joined = found.key if found else template
            self._joined[template, parent] = joined
        return joined

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002 - Jinja calls it so
    ) -> Template:
        """As Jinja does, which works out at every include anew what the name stands for."""
        if isinstance(name, Template) or globals:
            return super().get_template(name, parent, globals)
        return self.found[name, parent]

    def module_of(self, template: Template) -> TemplateModule:
        """What others import from the template: made once where it is nothing but macros, and once for each page where
        it is more, since a namespace or a cycler that a macro counts with must begin anew."""
        modules = self._modules if template.name in self._stateless else self._modules_of_page
        module = modules.get(template)
        if module is None:
            module = modules[template] = template.make_module()
        return module

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """Every template's globals are those of the environment."""
        return super().make_globals(d) if d else self.globals

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as Jinja calls it
    ) -> str:
        if name is not None and all(isinstance(node, nodes.Macro) or _is_text(node) for node in source.body):
            self._stateless.add(name)
        return super()._generate(source, name, filename, defer_init)


class QuickContext(Context):
    """The names in reach of a template."""

    def including(self, template: Template, names: Mapping[str, object]) -> "QuickContext":
        """Those in reach of a template that is included where these names are set."""
        around = self.get_all()
        if names:
            around = {**around, **{name: value for name, value in names.items() if value is not missing}}
        within = QuickContext.__new__(QuickContext)
        # All that `Context.__init__` sets, in one step: a page has a dozen of these.
        within.__dict__ = {
            "parent": around,
            "vars": {},
            "environment": self.environment,
            "eval_ctx": self.eval_ctx,
            "exported_vars": set(),
            "name": template.name,
            "globals_keys": set(),
            "blocks": {name: [block] for name, block in template.blocks.items()} if template.blocks else {},
        }
        return within


class DirectMacro(Macro):
    """A macro that can be called as the function it is."""

    def __init__(
        self,
        environment: Environment,
        func: Callable[..., str],
        name: str,
        arguments: list[str],
        catch_kwargs: bool,  # noqa: FBT001 - as Jinja's code calls it
        catch_varargs: bool,  # noqa: FBT001
        caller: bool,  # noqa: FBT001
        default_autoescape: bool | None = None,  # noqa: FBT001
    ) -> None:
        super().__init__(environment, func, name, arguments, catch_kwargs, catch_varargs, caller, default_autoescape)
        self.direct: Callable[..., str] = self
        """Takes arguments by position, and returns the markup as a plain text."""
        if not (catch_kwargs or catch_varargs or caller):
            func.__defaults__ = (missing,) * len(arguments)
            self.direct = func


class QuickEnvironment(ThemeEnvironment):
    """The same pages, or an exception."""

    code_generator_class = Generator
    context_class = QuickContext

    def make(self, name: str, variables: Mapping[str, object]) -> str:
        template = self._begin(name)
        return "".join(template.root_render_func(template.new_context(dict(variables))))


class _Found(dict[tuple[str, str | None], Template]):
    """What was found once by `find` is looked up in a tenth of the time."""

    def __init__(self, find: Callable[[str, str | None], Template]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: tuple[str, str | None]) -> Template:
        found = self[key] = self._find(*key)
        return found


class _Cycler(Cycler):
    def __repr__(self) -> str:
        return "<cycler>"


class _Joiner(Joiner):
    def __repr__(self) -> str:
        return "<joiner>"


class _LayerLoader(BaseLoader):
    def __init__(self, theme: Theme) -> None:
        self._templates = {template.key: template for template in theme.templates()}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        found = self._templates.get(template)
        if found is None:
            raise TemplateNotFound(template)
        return found.source, found.path, lambda: True


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(isinstance(part, nodes.TemplateData) for part in node.nodes)
