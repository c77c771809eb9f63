"""One page, from its request to its bytes."""

import traceback
from collections.abc import Mapping
from functools import cached_property

from jinja2 import TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.facts import Document
from site_builder.model.source import Span
from site_builder.pages.request import TemplatePage
from site_builder.theme.body import render_body
from site_builder.theme.engine import QuickEnvironment, ThemeEnvironment
from site_builder.theme.layers import TemplateFile, Theme

_NO_TEXT = (Markup(), Markup())


class TemplateFailure(Exception):  # noqa: N818 - a failure of somebody's template, told by a diagnostic
    """A template failed on a page. `diagnostic` (T008) names the page, the template's file and the line."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class Renderer:
    """Makes pages with one theme, in one thread. Templates are compiled when they are first used."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._quick = QuickEnvironment(theme)
        self._files = {template.path: template for template in theme.templates()}

    def render(self, page: TemplatePage, document: Document | None) -> bytes:
        """The bytes of the page; `document` is the one that `page.body` names. Depends on nothing else: not on the
        pages that were made before, either.

        Raises `TemplateFailure` if the template cannot show this page.
        """
        lead, body = render_body(document, page.body) if document is not None and page.body is not None else _NO_TEXT
        variables = {"site": page.site, "page": page.page, "view": page.view, "lead": lead, "body": body}
        try:
            return self._quick.make(self._key(page.template), variables).encode()
        except Exception:
            # Whatever it is, the reference tells whether the template is to blame.
            return self._by_reference(page, variables)

    def _by_reference(self, page: TemplatePage, variables: Mapping[str, object]) -> bytes:
        """The page by the engine that knows file and line of a failure."""
        try:
            return self._reference.make(self._key(page.template), variables).encode()
        except Exception as error:
            raise TemplateFailure(self._failure(page, error)) from error

    @cached_property
    def _reference(self) -> ThemeEnvironment:
        return ThemeEnvironment(self._theme)

    def _key(self, name: str) -> str:
        found = self._theme.find(name)
        if found is None:
            raise TemplateNotFound(name)
        return found.key

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
        if isinstance(error, TemplateSyntaxError):
            return self._files.get(error.filename or ""), error.lineno
        frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
        inside = [(self._files[name], line) for name, line in frames if name in self._files]
        return inside[-1] if inside else (None, 0)
