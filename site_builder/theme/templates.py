"""The templates of a theme as trees, and which of them a page depends on."""

import msgspec
from jinja2 import TemplateSyntaxError, nodes

from site_builder.model.digest import digest_of
from site_builder.theme.engine import ThemeEnvironment
from site_builder.theme.layers import TemplateFile, Theme

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

    def closure_digest(self, name: str) -> str:
        """Of the template and all that it reaches, and of which reaches which: the same names can stand for the same
        files in another order."""
        return digest_of(
            [
                (file.key, file.source, [self._key(reference.name, file) for reference in self.references(file)])
                for file in self.closure(name)
            ]
        )

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

    def _key(self, name: str, asker: TemplateFile) -> str:
        """Of the template that is reached by this name; "" if there is none."""
        found = self.theme.find(name, asker)
        return found.key if found else ""

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
    return {name: syntax.closure_digest(name) for name in names}


def named(node: Loading) -> str:
    """The name of the template that is brought in; "" where it is not written out."""
    written = node.template
    return written.value if isinstance(written, nodes.Const) and isinstance(written.value, str) else ""


def _reference(node: Loading) -> Reference:
    return Reference(
        line=node.lineno,
        name=named(node),
        statement="from" if isinstance(node, nodes.FromImport) else type(node).__name__.lower(),
        optional=isinstance(node, nodes.Include) and node.ignore_missing,
    )
