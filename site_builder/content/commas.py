"""Values that a comma splits: `{name: Small Hall, Almaty}` is a name "Small Hall", and a field "Almaty" of its own."""

import re
from collections.abc import Sequence

import msgspec

from site_builder.content.front_matter import LINES_BEFORE
from site_builder.content.yaml_tree import Mapping, Node, Scalar
from site_builder.content.yaml_words import quoted, without_typographic_quotes

_OPENING = tuple("„“«»‚‘‹›")
_CLOSING = tuple("“”«»‘’‹›")
_MOST_PIECES = 8
"""Of one item; otherwise a mark that nobody closed would be looked for to the end of the list."""
_COLON = re.compile(r"\s*:")
_NEVER_WITH_COMMA = ("year", "years")


class Split(msgspec.Struct, frozen=True):
    """That a comma begins a new field at `piece`, which has no colon."""

    piece: Scalar
    message: str
    hint: str


def joined_at_commas(group: Mapping, known: tuple[str, ...], lines: Sequence[str]) -> tuple[Mapping, tuple[Split, ...]]:
    """The group with the pieces of its values put together again, and what was split; `lines` are those of the file."""
    runs: list[_Run] = []
    for key, value in group.entries:
        if runs and isinstance(key, Scalar) and key.text not in known and _stands_alone(key, value, lines):
            runs[-1] = _Run(runs[-1].key, runs[-1].value, (*runs[-1].pieces, key))
        else:
            runs.append(_Run(key, value))
    splits = tuple(_split(run) for run in runs if run.pieces)
    if not splits:
        return group, ()
    return msgspec.structs.replace(group, entries=tuple((run.key, _joined(run) or run.value) for run in runs)), splits


def joined_in_quotes(items: tuple[Node, ...]) -> tuple[tuple[Node, ...], tuple[Split, ...]]:
    """The items of a list with those put together again that typographic quotation marks hold, and what was split."""
    if not any(isinstance(item, Scalar) and item.text.startswith(_OPENING) for item in items):
        return items, ()
    whole: list[Node] = []
    splits: list[Split] = []
    start = 0
    while start < len(items):
        count = _held_together(items[start : start + _MOST_PIECES])
        pieces = items[start : start + count]
        start += count
        texts = [piece for piece in pieces if isinstance(piece, Scalar)]
        if count == 1:
            whole += pieces
            continue
        first, second, last = texts[0], texts[1], texts[-1]
        joined = ", ".join(piece.text for piece in texts)
        text = without_typographic_quotes(joined)
        message = f'the comma before "{second.text}" begins a new item; {_no_quotes(joined)}'
        splits.append(Split(second, message, f"write {quoted(text)}"))
        whole.append(Scalar(text, first.line, first.column, last.end_line, last.end_column, plain=True))
    return tuple(whole), tuple(splits)


def _held_together(items: tuple[Node, ...]) -> int:
    """How many of the items, from the first, stand between one pair of typographic quotation marks; 1 if none do."""
    for count, item in enumerate(items, 1):
        first = items[0]
        if not (isinstance(first, Scalar) and isinstance(item, Scalar) and first.plain and item.plain):
            return 1
        if not first.text.startswith(_OPENING):
            return 1
        if item.text.endswith(_CLOSING):
            return count
    return 1


def _no_quotes(text: str) -> str:
    return f"{text[0]} {text[-1]} do not hold it together, only straight quotes do"


class _Run(msgspec.Struct, frozen=True):
    """A field, and the pieces behind it that have no colon."""

    key: Node
    value: Node
    pieces: tuple[Scalar, ...] = ()


def _stands_alone(key: Scalar, value: Node, lines: Sequence[str]) -> bool:
    """Whether no colon follows, which only a comma between braces can bring about."""
    if not (key.plain and key.text and isinstance(value, Scalar) and value.plain and not value.text):
        return False
    return not _COLON.match(lines[key.end_line - 1 + LINES_BEFORE], key.end_column - 1)


def _joined(run: _Run) -> Scalar | None:
    """The whole value; None where it cannot be one text with commas in it."""
    key, value = run.key, run.value
    if not (isinstance(key, Scalar) and isinstance(value, Scalar) and value.plain and value.text):
        return None
    if not run.pieces or key.text in _NEVER_WITH_COMMA:
        return None
    text = without_typographic_quotes(", ".join((value.text, *(piece.text for piece in run.pieces))))
    last = run.pieces[-1]
    return Scalar(text, value.line, value.column, last.end_line, last.end_column, plain=True)


def _split(run: _Run) -> Split:
    piece, joined = run.pieces[0], _joined(run)
    if joined is None or not isinstance(run.key, Scalar) or not isinstance(run.value, Scalar):
        message = f'"{piece.text}" is no field: it has no colon'
        return Split(piece, message, f"write a field name before it, such as note: {quoted(piece.text)}")
    message = f'the comma before "{piece.text}" ends the value of "{run.key.text}"'
    written = f"{run.value.text}, {run.pieces[-1].text}"
    if without_typographic_quotes(written) != written:
        message += f"; {_no_quotes(written)}"
    return Split(piece, message, f"write {run.key.text}: {quoted(joined.text)}")
