"""Jinja over the layers of a theme, and which templates a page depends on.

Inside Jinja a template is called by its key, `themes/base:entry.html`, so that the same name in two layers is two
templates, and an error knows the file it comes from.
"""

from collections.abc import Callable

import msgspec
from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError, nodes

from site_builder.model.digest import digest_of
from site_builder.theme.layers import TemplateFile, Theme

_NOT_PURE = ("random",)
_NOT_CHECKED = ("attr",)
_NOT_PURE_GLOBALS = ("lipsum",)


Loading = nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport
"""The statements that bring in another template."""


class Reference(msgspec.Struct, frozen=True):
    """An extends, include or import."""

    line: int
    name: str
    """"" where it is not written out."""
    statement: str
    """"extends", "include", "import" or "from"."""
    optional: bool = False
    """`ignore missing`"""


class ThemeEnvironment(Environment):
    """Jinja as every theme gets it: escaping on, unknown names are errors, nothing that differs between two runs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            loader=_LayerLoader(theme),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._theme = theme
        self._keys = {template.key: template for template in theme.templates()}
        self._joined: dict[tuple[str, str], str] = {}
        for name in (*_NOT_PURE, *_NOT_CHECKED):
            del self.filters[name]
        for name in _NOT_PURE_GLOBALS:
            del self.globals[name]

    def join_path(self, template: str, parent: str) -> str:
        """The key of the template that this name stands for in `parent`; the name itself if there is none."""
        joined = self._joined.get((template, parent))
        if joined is None:
            found = self._theme.find(template, self._keys[parent])
            joined = found.key if found else template
            self._joined[template, parent] = joined
        return joined


class Syntax:
    """The templates of a theme as trees, each parsed when it is first asked for."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.environment = ThemeEnvironment(theme)
        self._trees: dict[str, nodes.Template | TemplateSyntaxError] = {}
        self._references: dict[str, tuple[Reference, ...]] = {}

    def of(self, theme: Theme) -> "Syntax":
        """The same for a theme of some of these layers."""
        other = Syntax(theme)
        other._trees = self._trees
        other._references = self._references
        return other

    def tree(self, template: TemplateFile) -> nodes.Template | TemplateSyntaxError:
        if template.key not in self._trees:
            self._trees[template.key] = self._parse(template)
        return self._trees[template.key]

    def references(self, template: TemplateFile) -> tuple[Reference, ...]:
        """In the order of the file; none where it cannot be parsed."""
        if template.key not in self._references:
            tree = self.tree(template)
            found = tree.find_all(nodes.Stmt) if isinstance(tree, nodes.Template) else ()
            loading = [_reference(node) for node in found if isinstance(node, Loading)]
            self._references[template.key] = tuple(sorted(loading, key=lambda reference: reference.line))
        return self._references[template.key]

    def chain(self, template: TemplateFile) -> list[tuple[TemplateFile, nodes.Template]]:
        """The template and those it extends, one after the other, as far as they can be found and read."""
        chain: list[tuple[TemplateFile, nodes.Template]] = []
        following: TemplateFile | None = template
        while following is not None and all(following is not file for file, _ in chain):
            tree = self.tree(following)
            if not isinstance(tree, nodes.Template):
                break
            chain.append((following, tree))
            extends = tree.find(nodes.Extends)
            following = self.theme.find(named(extends), following) if extends else None
        return chain

    def closure(self, name: str) -> tuple[TemplateFile, ...]:
        """The template and all that it reaches by extends, include and import, in the order they are reached."""
        found = self.theme.find(name)
        return self.reached_from(found) if found else ()

    def reached_from(self, template: TemplateFile) -> tuple[TemplateFile, ...]:
        """The template and all that it reaches."""
        reached: dict[str, TemplateFile] = {}
        waiting = [template]
        while waiting:
            following = waiting.pop(0)
            if following.key not in reached:
                reached[following.key] = following
                targets = (self.theme.find(reference.name, following) for reference in self.references(following))
                waiting.extend(target for target in targets if target is not None)
        return tuple(reached.values())

    def _parse(self, template: TemplateFile) -> nodes.Template | TemplateSyntaxError:
        try:
            return self.environment.parse(template.source, template.key, template.path)
        except TemplateSyntaxError as error:
            return error


def closure(theme: Theme, template: str) -> tuple[TemplateFile, ...]:
    """Every template that takes part in the pages of this one, after inheritance: what a cache key must name."""
    return Syntax(theme).closure(template)


def closure_digests(theme: Theme, names: tuple[str, ...]) -> dict[str, str]:
    """The digest of each template's closure. Parses every template once, about 1 ms each."""
    syntax = Syntax(theme)
    return {name: digest_of([(file.key, file.source) for file in syntax.closure(name)]) for name in names}


def named(node: Loading) -> str:
    """The name of the template that is brought in; "" where it is not written out."""
    written = node.template
    return written.value if isinstance(written, nodes.Const) and isinstance(written.value, str) else ""


class _LayerLoader(BaseLoader):
    def __init__(self, theme: Theme) -> None:
        self._templates = {template.key: template for template in theme.templates()}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        found = self._templates.get(template)
        if found is None:
            raise TemplateNotFound(template)
        return found.source, found.path, lambda: True


def _reference(node: Loading) -> Reference:
    return Reference(
        line=node.lineno,
        name=named(node),
        statement="from" if isinstance(node, nodes.FromImport) else type(node).__name__.lower(),
        optional=isinstance(node, nodes.Include) and node.ignore_missing,
    )
