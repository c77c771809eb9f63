"""Steps of Python-Markdown that are left out where a text has nothing for them.

Each gives what the library's own step gives, byte for byte: it knows a sign that the step cannot do without, looks
for it, and else hands the text on. `install_steps` puts them in the place of the library's.
"""

from collections.abc import Sequence
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import ETX, STX

_UNEVEN = ("\n ", "\t", "\r", STX, ETX)
"""What `normalize_whitespace` changes, beyond two line feeds at the end."""
_FENCES = ("```", "~~~")
_MARKUP = ("<", "&")
_OPENING_SIGNS = frozenset("\"'“”‘’«„(")
"""Signs besides letters that a line of a paragraph can begin with, and no line of anything else."""


def install_steps(md: Markdown) -> None:
    """Puts the steps of this module in the place of the library's own."""
    preparation = _Preparation(md)
    for name in _Preparation.NAMES:
        md.preprocessors.deregister(name)
    md.preprocessors.register(preparation, "preparation", 30)
    md.parser.blockprocessors.register(_PlainParagraph(md.parser), "plain_paragraph", 200)
    md.treeprocessors.register(_Unescape(md), "unescape", 0)
    # Only ever asked whether a name is in it, of each element of the page.
    md.block_level_elements = frozenset(md.block_level_elements)  # type: ignore[assignment]


class _Preparation(Preprocessor):
    """The library's own preprocessors and that of fenced code as one, so that the text is searched once."""

    NAMES = ("normalize_whitespace", "html_block")

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._normalise, self._html = (md.preprocessors[name] for name in self.NAMES)

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        lines = self._normalise.run(lines) if _holds(text, _UNEVEN) else [*lines, "", ""]
        if _holds(text, _FENCES):
            lines = self._fences.run(lines)
        return self._html.run(lines) if _holds(text, _MARKUP) else lines

    @cached_property
    def _fences(self) -> Preprocessor:
        # Its module loads what colours code, which takes longer than many a page, and few pages have any code.
        from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension

        return FencedBlockPreprocessor(self.md, FencedCodeExtension().getConfigs())


class _PlainParagraph(BlockProcessor):
    """Takes the blocks that are paragraphs by the first sign of each line, before others search them for theirs."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self._paragraph = parser.blockprocessors["paragraph"]

    def test(self, parent: Element, block: str) -> bool:
        return _begins_plainly(block) and ("\n" not in block or all(map(_begins_plainly, block.split("\n"))))

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        self._paragraph.run(parent, blocks)
        while blocks and self.test(parent, blocks[0]):
            self._paragraph.run(parent, blocks)
        return True


class _Unescape(UnescapeTreeprocessor):
    def run(self, root: Element) -> None:
        values = (value or "" for element in root.iter() for value in element.attrib.values())
        if STX in "".join(root.itertext()) or any(STX in value for value in values):
            super().run(root)


def _holds(text: str, signs: Sequence[str]) -> bool:
    return any(sign in text for sign in signs)


def _begins_plainly(line: str) -> bool:
    first = line[:1]
    return first.isalpha() or first in _OPENING_SIGNS
