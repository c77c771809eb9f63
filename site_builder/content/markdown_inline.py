"""Emphasis, links and typographic signs: Python-Markdown's inline patterns, tried where they can match.

The library tries every pattern on every piece of text, and most pieces are plain prose. Here a pattern is tried where
a *sign* stands that it cannot do without. The result is the same, byte for byte.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import count
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.smarty import SubstituteTextPattern
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER, INLINE_PLACEHOLDER_PREFIX, INLINE_PLACEHOLDER_RE, AtomicString, Registry

# What a pattern cannot match without. One that is not named here is always tried.
_SIGNS_OF_PATTERN: Mapping[str, tuple[str, ...]] = {
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
}
_SIGN_OF_TYPOGRAPHY: Mapping[str, str] = {
    "smarty-em-dashes": "---",
    "smarty-en-dashes": "--",
    "smarty-ellipses": "...",
    **{f"smarty-quotes-{number}": "'" for number in (0, 6, 7, 8, 9, 10)},
    **{f"smarty-quotes-{number}": '"' for number in (1, 11, 12, 13, 14)},
    **{f"smarty-quotes-{number}": "\"'" for number in (2, 5)},
    **{f"smarty-quotes-{number}": "'\"" for number in (3, 4)},
}
_SIMPLE_EMPHASIS = re.compile(r"\*(?<!\*\*)(\*?)(?![\s*])([^*]+)(?<!\s)\*\1(?!\*)")
# Before a digit it opens a quotation.
_NO_APOSTROPHE = re.compile(r"'(?<![\w]')|'(?![^\W\d])")
_RIGHT_QUOTE = "&rsquo;"


class _Settled(AtomicString):
    """A text that holds no sign of any pattern: there is nothing to do in it."""


class ScreenedInline(InlineProcessor):
    """The library's own processor, with only the patterns whose signs are there. Plain emphasis does not need it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        patterns = md.inlinePatterns
        signs = {patterns[name]: needed for name, needed in _SIGNS_OF_PATTERN.items() if name in patterns}
        self._patterns = [(pattern, signs.get(pattern, ())) for pattern in patterns]
        self._always = any(not needed for _, needed in self._patterns)
        self._signs = sorted({sign for needed in signs.values() for sign in needed})
        self._subsets: dict[tuple[str, ...], Registry[Pattern]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        present = _present(tree, self._signs)
        if not self._always and (not present or _emphasise(tree, present)):
            return tree
        if present not in self._subsets:
            self._subsets[present] = self._subset(present)
        # The stub takes the patterns for processors of the same name.
        self.inlinePatterns = self._subsets[present]  # type: ignore[assignment]
        _settle(tree, present)
        result = super().run(tree, ancestors)
        _unsettle(result)
        return result

    def _subset(self, present: tuple[str, ...]) -> Registry[Pattern]:
        subset: Registry[Pattern] = Registry()
        for rank, (pattern, needed) in enumerate(self._patterns):
            if not needed or not set(needed).isdisjoint(present):
                subset.register(pattern, str(rank), -rank)
        return subset


class Typography(InlineProcessor):
    """The processor of typographic signs: all its patterns replace text by text, which takes no tree.

    It writes entities where the library keeps placeholders until the end, which makes the same page.
    """

    def __init__(self, md: Markdown, patterns: Registry[Pattern]) -> None:
        super().__init__(md)
        # The stub takes the patterns for processors of the same name.
        self.inlinePatterns = patterns  # type: ignore[assignment]
        names = {patterns[name]: sign for name, sign in _SIGN_OF_TYPOGRAPHY.items() if name in patterns}
        self._patterns = [
            (pattern, names.get(pattern, "")) for pattern in patterns if isinstance(pattern, SubstituteTextPattern)
        ]
        self._signs = sorted({sign for _, sign in self._patterns})

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        present = _present(tree, (*self._signs, INLINE_PLACEHOLDER_PREFIX))
        if INLINE_PLACEHOLDER_PREFIX in present:
            return super().run(tree, ancestors)
        if present:
            for element in tree.iter():
                text, tail = element.text, element.tail
                if text and _holds(text, present) and not isinstance(text, AtomicString):
                    element.text = self.educated(text)
                if tail and _holds(tail, present):
                    element.tail = self.educated(tail)
        return tree

    def educated(self, text: str) -> str:
        """The text with an entity for each of its signs."""
        signs = [sign for sign in self._signs if sign in text]
        if signs == ["'"] and not _NO_APOSTROPHE.search(text):
            return text.replace("'", _RIGHT_QUOTE)
        # Later patterns see what earlier ones left in place of a sign, and decide by it.
        stash: dict[str, str] = {}
        numbers = count()
        for pattern, sign in self._patterns:
            if sign not in text:
                continue
            position = 0
            expression = pattern.getCompiledRegExp()
            while match := expression.search(text, position):
                number = f"{next(numbers):04d}"
                placeholder = INLINE_PLACEHOLDER % number
                stash[number] = "".join(match[part] if isinstance(part, int) else str(part) for part in pattern.replace)
                text = f"{text[: match.start()]}{placeholder}{text[match.end() :]}"
                position = match.start() + len(placeholder)
        return INLINE_PLACEHOLDER_RE.sub(lambda found: stash[found[1]], text)


def _present(tree: Element, signs: Sequence[str]) -> tuple[str, ...]:
    everything = "\0".join(tree.itertext())
    return tuple(sign for sign in signs if sign in everything)


def _holds(text: str, signs: Sequence[str]) -> bool:
    # Twice as quick as `any` with a generator, and called for each text of each page.
    for sign in signs:  # noqa: SIM110
        if sign in text:
            return True
    return False


def _emphasise(tree: Element, present: tuple[str, ...]) -> bool:
    """Makes elements of plain emphasis, `*so*` and `**so**`; whether nothing else was left to do in the tree."""
    if "*" not in present:
        return False
    others = tuple(sign for sign in present if sign != "*")
    complete = True
    for element in list(tree.iter()):
        text, tail = element.text, element.tail
        if tail and _holds(tail, present):
            complete = False
        if text and _holds(text, present) and not isinstance(text, AtomicString):
            complete &= not _holds(text, others) and _emphasise_text(element, text)
    return complete


def _emphasise_text(element: Element, text: str) -> bool:
    """Makes elements of the emphasis in the text, if that accounts for all its stars; else leaves it."""
    matches = list(_SIMPLE_EMPHASIS.finditer(text))
    if 2 * sum(1 + len(match[1]) for match in matches) != text.count("*"):
        return False
    ends = [*(match.start() for match in matches[1:]), len(text)]
    element.text = text[: matches[0].start()]
    for index, (match, end) in enumerate(zip(matches, ends, strict=True)):
        emphasis = Element("strong" if match[1] else "em")
        emphasis.text, emphasis.tail = match[2], text[match.end() : end]
        element.insert(index, emphasis)
    return True


def _settle(tree: Element, present: tuple[str, ...]) -> None:
    for element in tree.iter():
        text, tail = element.text, element.tail
        if text and not isinstance(text, AtomicString) and not _holds(text, present):
            element.text = _Settled(text)
        if tail and not _holds(tail, present):
            element.tail = _Settled(tail)


def _unsettle(tree: Element) -> None:
    # Markdown makes plain `AtomicString`s of settled tails; its own never stand in a tail.
    for element in tree.iter():
        if isinstance(element.text, _Settled):
            element.text = str(element.text)
        if isinstance(element.tail, AtomicString):
            element.tail = str(element.tail)
