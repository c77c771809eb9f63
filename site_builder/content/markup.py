"""Markdown to HTML, by Python-Markdown: footnotes, tables, fenced code, typographic quotes, and our wiki links.

The HTML is not safe yet: `sanitising` comes next.
"""

import threading
from functools import lru_cache

import msgspec
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.extensions.tables import TableExtension

from site_builder.content.markdown_inline import ScreenedInline, Typography
from site_builder.content.markdown_steps import install_steps
from site_builder.content.plain import Plain, read_plain
from site_builder.content.wiki_links import WikiLinks, WrittenLink, prefixes_of
from site_builder.model.config import Facet


class Markup(msgspec.Struct, frozen=True):
    html: str
    """With a marker for each wiki link."""
    links: tuple[WrittenLink, ...]


def to_html(body: str, facets: tuple[Facet, ...]) -> Markup:
    """The body as HTML. Raises whatever Python-Markdown does on texts it cannot cope with."""
    try:
        return _converter(facets, threading.get_ident()).convert(body)
    except BaseException:
        # An instance that was stopped halfway still believes to be inside a list, whatever `reset` says.
        _converter.cache_clear()
        raise


def read_plainly(body: str, facets: tuple[Facet, ...]) -> Plain | None:
    """What `to_html`, sanitising and cutting make of a plain body, straight; None if it is not plain."""
    return _converter(facets, threading.get_ident()).read_plain(body)


class _Converter:
    """One instance of Python-Markdown, used again and again: making one costs as much as three pages."""

    def __init__(self, facets: tuple[Facet, ...]) -> None:
        self._wiki_links = WikiLinks(prefixes_of(facets))
        smarty = SmartyExtension()
        self._markdown = Markdown(
            extensions=[
                FootnoteExtension(),
                TableExtension(use_align_attribute=True),
                SaneListExtension(),
                smarty,
                self._wiki_links,
            ],
            output_format="html",
        )
        stages = self._markdown.treeprocessors
        stages.register(ScreenedInline(self._markdown), "inline", 20)
        self._typography = Typography(self._markdown, smarty.inlinePatterns)
        stages.register(self._typography, "smarty", 6)
        install_steps(self._markdown)

    def convert(self, body: str) -> Markup:
        html = self._markdown.reset().convert(body)
        return Markup(html, self._wiki_links.links)

    def read_plain(self, body: str) -> Plain | None:
        return read_plain(body, self._wiki_links.prefixes, self._typography.educated)


@lru_cache(maxsize=8)
def _converter(facets: tuple[Facet, ...], _thread: int) -> _Converter:
    return _Converter(facets)
