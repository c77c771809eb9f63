"""One page, from its request to its bytes."""

import traceback

from jinja2 import TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.facts import Document
from site_builder.model.source import Span
from site_builder.pages.request import TemplatePage
from site_builder.theme.body import render_body
from site_builder.theme.layers import TemplateFile, Theme
from site_builder.theme.templates import ThemeEnvironment

_NO_TEXT = (Markup(), Markup())


class TemplateFailure(Exception):  # noqa: N818 - a failure of somebody's template, told by a diagnostic
    """A template failed on a page. `diagnostic` (T008) names the page, the template's file and the line."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class Renderer:
    """Makes pages with one theme. Templates are compiled when they are first used, once for each renderer."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._environment = ThemeEnvironment(theme)
        self._files = {template.path: template for template in theme.templates()}

    def render(self, page: TemplatePage, document: Document | None) -> bytes:
        """The bytes of the page; `document` is the one that `page.body` names. Depends on nothing else.

        Raises `TemplateFailure` if the template cannot show this page.
        """
        lead, body = render_body(document, page.body) if document is not None and page.body is not None else _NO_TEXT
        try:
            template = self._environment.get_template(self._key(page.template))
            text = template.render(site=page.site, page=page.page, view=page.view, lead=lead, body=body)
        except Exception as error:
            raise TemplateFailure(self._failure(page, error)) from error
        return text.encode()

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
