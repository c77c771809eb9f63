"""A content file taken apart: its front matter as a tree, and its body as text.

The front matter is what stands between a first line of three hyphens and the next such line. python-frontmatter is
the door; `_StrictHandler` does what its own YAML handler cannot: keep the body as it is, keep every key (twice, too),
keep values as text, and say where things stand.
"""

import frontmatter
import msgspec
from frontmatter.default_handlers import BaseHandler

from site_builder.content.delimiters import DELIMITER, is_delimiter, where_to_close, why_none_opens
from site_builder.content.faults import Faults
from site_builder.content.source_text import SourceText
from site_builder.content.yaml_tree import MAX_BYTES, Forbidden, Malformed, Mapping, Scalar, Tree, read_tree
from site_builder.content.yaml_words import blank_after_colon, explain
from site_builder.model.source import Place

LINES_BEFORE = 1
"""The opening delimiter: what YAML calls line 1 is line 2 of the file."""


class FrontMatter(msgspec.Struct, frozen=True):
    """A file's fields and its body."""

    fields: Mapping
    """Its lines count from the opening delimiter: line 1 is line 1 + `LINES_BEFORE` of the file."""
    body: str
    body_line: int
    """The line of the file on which the body begins."""
    complete: bool
    """Whether all fields could be read; if not, a missing one is no fault."""


class _StrictHandler(BaseHandler):
    """Splits the text it was made for, and keeps what the door has no room for: the tree and the whole body."""

    def __init__(self, text: str) -> None:
        super().__init__(fm_boundary=DELIMITER, start_delimiter="---", end_delimiter="---")
        self._text = text
        self.tree: Tree | None = None
        self.source = ""
        self.body = ""

    def split(self, _stripped: str) -> tuple[str, str]:
        """The front matter and the body, to the last blank; a ValueError tells the door that there is none."""
        opening = DELIMITER.match(self._text)
        closing = DELIMITER.search(self._text, opening.end()) if opening else None
        if opening is None or closing is None:
            raise ValueError
        # The search begins at the end of line 1, where the opening delimiter itself cannot match again.
        self.source, self.body = self._text[opening.end() + 1 : closing.start()], self._text[closing.end() + 1 :]
        return self.source, self.body

    def load(self, fm: str) -> dict[str, object]:
        self.tree = read_tree(fm)
        return {}


def split_front_matter(text: SourceText, faults: Faults, known: tuple[str, ...] = ()) -> FrontMatter | None:
    """The file taken apart; None, with a fault that says why, where no field can be read at all.

    `known` are the fields it can have, for hints.
    """
    handler = _StrictHandler(text.text)
    frontmatter.parse(text.text, handler=handler)
    tree = handler.tree
    if tree is None:
        _report_missing(text, faults)
        return None
    if tree.fault is not None:
        _report_fault(tree.fault, text, handler.source.split("\n"), known, faults)
    fields = _fields(tree, text, faults)
    if fields is None:
        return None
    body_line = text.text.count("\n", 0, len(text.text) - len(handler.body)) + 1
    return FrontMatter(fields, handler.body, body_line, complete=tree.fault is None)


def _fields(tree: Tree, text: SourceText, faults: Faults) -> Mapping | None:
    match tree.root:
        case Mapping() as root:
            return root if tree.fault is None else _before(tree.fault.line, root)
        case None if tree.fault is None:
            return Mapping((), 1, 1, 1, 1)
        case None:
            return None
        case root if tree.fault is None:
            message = "the front matter is a list" if not isinstance(root, Scalar) else "the front matter has no field"
            place = text.place_on(root.line + LINES_BEFORE, root.column, MAX_BYTES)
            hint = blank_after_colon(text.lines[root.line + LINES_BEFORE - 1].strip())
            faults.add("F006", place, message, hint or "write a field on each line, such as: name: Bakhyt Taro")
    return None


def _before(line: int, root: Mapping) -> Mapping | None:
    # The value next to a fault is part of it: of `summary: Foo: the bar` only "Foo" would be left.
    entries = tuple((key, value) for key, value in root.entries if value.end_line < line)
    return msgspec.structs.replace(root, entries=entries) if entries else None


def _report_fault(
    fault: Forbidden | Malformed, text: SourceText, lines: list[str], known: tuple[str, ...], faults: Faults
) -> None:
    if isinstance(fault, Forbidden):
        line = text.lines[fault.line] if fault.line < len(text.lines) else ""
        length = len(line[fault.column - 1 :].split(" ")[0])
        place = text.place_on(fault.line + LINES_BEFORE, fault.column, length)
        faults.add("F009", place, f"the front matter has {fault.what}", _WRITE_OUT.get(fault.what, _SIMPLER))
        return
    words = explain(fault, lines, known)
    place = text.place_on(words.line + LINES_BEFORE, words.column, words.length)
    faults.add("F005", place, words.message, words.hint)


_QUOTES = "if the sign belongs to the value, put quotes round the value; else write the value out"
_WRITE_OUT = {
    "an anchor": _QUOTES,
    "an alias": _QUOTES,
    "a tag": _QUOTES,
    "a second document": "only a line of nothing but three hyphens ends the fields",
}
_SIMPLER = "write the values one by one, without lists inside lists"


def _report_missing(text: SourceText, faults: Faults) -> None:
    lines = text.lines
    if is_delimiter(lines[0]):
        message = "the front matter that begins here is never closed"
        faults.add("F004", text.place_on(1, 1, 3), message, where_to_close(lines))
        return
    number, message, hint = why_none_opens(lines)
    line = lines[number - 1]
    faults.add("F003", text.place_on(number, 1, len(line)) if line else Place(1), message, hint)
