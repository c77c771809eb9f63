"""One page, from its request to its bytes. Jinja is loaded with the first renderer, not with this module."""

import traceback
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.facts import Document
from site_builder.model.source import Span
from site_builder.pages.request import TemplatePage
from site_builder.theme.layers import TemplateFile, Theme

if TYPE_CHECKING:
    from site_builder.theme.engine import ThemeEnvironment


class TemplateFailure(Exception):  # noqa: N818 - a failure of somebody's template, told by a diagnostic
    """A template failed on a page. `diagnostic` (T008) names the page, the template's file and the line."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class Renderer:
    """Makes pages with one theme, in one thread. Templates are compiled when they are first used."""

    def __init__(self, theme: Theme) -> None:
        from site_builder.theme.body import variables_of
        from site_builder.theme.engine import QuickEnvironment

        self._theme = theme
        self._files = {template.path: template for template in theme.templates()}
        self._quick = QuickEnvironment(theme)
        self._variables_of = variables_of

    def compile_all(self) -> None:
        """Compiles the templates now, so that processes forked afterwards need not do it each for itself."""
        self._quick.compile_all()

    def render(self, page: TemplatePage, document: Document | None) -> bytes:
        """The bytes of the page; `document` is the one that `page.body` names. Depends on nothing else: not on the
        pages that were made before, either.

        Raises `TemplateFailure` if the template cannot show this page.
        """
        variables = self._variables_of(page, document)
        try:
            return self._quick.make(page.template, variables).encode()
        except Exception:
            # Whatever it is, the reference tells whether the template is to blame.
            return self._by_reference(page, variables)

    def _by_reference(self, page: TemplatePage, variables: Mapping[str, object]) -> bytes:
        """The page by the engine that knows file and line of a failure."""
        try:
            return self._reference.make(page.template, variables).encode()
        except Exception as error:
            raise TemplateFailure(self._failure(page, error)) from error

    @cached_property
    def _reference(self) -> "ThemeEnvironment":
        from site_builder.theme.engine import ThemeEnvironment

        return ThemeEnvironment(self._theme)

    def _failure(self, page: TemplatePage, error: Exception) -> Diagnostic:
        template, line = self._place(error)
        reason = f"{error}" if str(error) else type(error).__name__
        lines = template.source.splitlines() if template else []
        return Diagnostic(
            "T008",
            Severity.ERROR,
            Span(template.path if template else page.template, line),
            f"{page.path} could not be made: {reason}",
            excerpt=lines[line - 1] if 0 < line <= len(lines) else "",
        )

    def _place(self, error: Exception) -> tuple[TemplateFile | None, int]:
        """Where in which template it went wrong: the innermost frame that lies in one."""
        from jinja2 import TemplateSyntaxError

        if isinstance(error, TemplateSyntaxError):
            return self._files.get(error.filename or ""), error.lineno
        frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
        inside = [(self._files[name], line) for name, line in frames if name in self._files]
        return inside[-1] if inside else (None, 0)
