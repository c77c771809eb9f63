"""Markdown to HTML, by Python-Markdown: footnotes, tables, fenced code, typographic quotes, and our wiki links.

The HTML is not safe yet: `sanitising` comes next.
"""

import re
import threading
from functools import lru_cache
from xml.etree.ElementTree import Element

import msgspec
from markdown import Markdown
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

from site_builder.content.wiki_links import WikiLinks, WrittenLink, prefixes_of
from site_builder.model.config import Facet

# What an inline pattern cannot match without. A pattern that is not named here is always tried.
_SIGNS_OF_PATTERN = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("[",),
    "image_reference": ("[",),
    "short_reference": ("[",),
    "short_image_ref": ("[",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "smarty-em-dashes": ("--",),
    "smarty-en-dashes": ("--",),
    "smarty-ellipses": ("...",),
    **{f"smarty-quotes-{number}": ("'", '"') for number in range(15)},
}


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


class _Converter:
    """One instance of Python-Markdown, used again and again: making one costs as much as three pages."""

    def __init__(self, facets: tuple[Facet, ...]) -> None:
        self._wiki_links = WikiLinks(prefixes_of(facets))
        smarty = SmartyExtension()
        self._markdown = Markdown(
            extensions=[
                FootnoteExtension(),
                TableExtension(use_align_attribute=True),
                FencedCodeExtension(),
                SaneListExtension(),
                smarty,
                self._wiki_links,
            ],
            output_format="html",
        )
        stages = self._markdown.treeprocessors
        stages.register(_ScreenedInline(self._markdown, self._markdown.inlinePatterns), "inline", 20)
        stages.register(_ScreenedInline(self._markdown, smarty.inlinePatterns), "smarty", 6)

    def convert(self, body: str) -> Markup:
        html = self._markdown.reset().convert(body)
        return Markup(html, self._wiki_links.links)


@lru_cache(maxsize=8)
def _converter(facets: tuple[Facet, ...], _thread: int) -> _Converter:
    return _Converter(facets)


class _Settled(AtomicString):
    """A text that holds no sign of any pattern: there is nothing to do in it."""


class _ScreenedInline(InlineProcessor):
    """The same as Markdown's own processor, without trying patterns whose signs are not there.

    Half of the time of a page went there: thirty patterns on each piece of text, most of which is plain prose.
    """

    def __init__(self, md: Markdown, patterns: Registry[Pattern]) -> None:
        super().__init__(md)
        signs = {patterns[name]: needed for name, needed in _SIGNS_OF_PATTERN.items() if name in patterns}
        self._patterns = [(pattern, signs.get(pattern, ())) for pattern in patterns]
        self._signs = sorted({sign for needed in signs.values() for sign in needed})
        self._any_sign = re.compile("|".join(map(re.escape, self._signs)))
        self._subsets: dict[tuple[str, ...], Registry[Pattern]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        present = self._settle(tree)
        if present not in self._subsets:
            self._subsets[present] = self._subset(present)
        # The stub takes the patterns for processors of the same name.
        self.inlinePatterns = self._subsets[present]  # type: ignore[assignment]
        result = super().run(tree, ancestors)
        _unsettle(result)
        return result

    def _settle(self, tree: Element) -> tuple[str, ...]:
        """The signs that occur; texts without any are marked as settled."""
        unsettled: list[str] = []
        for element in tree.iter():
            text, tail = element.text, element.tail
            if text and not isinstance(text, AtomicString):
                if self._any_sign.search(text):
                    unsettled.append(text)
                else:
                    element.text = _Settled(text)
            if tail:
                if self._any_sign.search(tail):
                    unsettled.append(tail)
                else:
                    element.tail = _Settled(tail)
        everything = "\0".join(unsettled)
        return tuple(sign for sign in self._signs if sign in everything)

    def _subset(self, present: tuple[str, ...]) -> Registry[Pattern]:
        subset: Registry[Pattern] = Registry()
        for rank, (pattern, needed) in enumerate(self._patterns):
            if not needed or not set(needed).isdisjoint(present):
                subset.register(pattern, str(rank), -rank)
        return subset


def _unsettle(tree: Element) -> None:
    # Markdown makes plain `AtomicString`s of settled tails; its own never stand in a tail.
    for element in tree.iter():
        if isinstance(element.text, _Settled):
            element.text = str(element.text)
        if isinstance(element.tail, AtomicString):
            element.tail = str(element.tail)
