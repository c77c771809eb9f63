"""YAML as a tree of what is written, every node with its place. Nothing is interpreted: `NO` and 0800 stay text.

Made from libyaml's *events*, which know no types, and stop at the first sign of an attack: an anchor, an alias, a
tag, or nesting beyond `MAX_DEPTH`. Lines and columns count from 1, in characters, within the text given.
"""

import re
from collections.abc import Iterator
from typing import Protocol

import msgspec
import yaml

MAX_DEPTH = 20
MAX_BYTES = 64 * 1024

# libyaml is ten times quicker; PyYAML can do without it, and so can we.
_LOADER: type[yaml.CLoader] | type[yaml.Loader] = getattr(yaml, "CLoader", yaml.Loader)
# Each opening bracket on a line costs libyaml time in proportion to those before it.
_BOMB = re.compile(rf"(?:[\[{{]\s*){{{MAX_DEPTH + 1}}}")


class Scalar(msgspec.Struct, frozen=True):
    text: str
    """Without its quotes; folded, but otherwise as written."""
    line: int
    column: int
    end_line: int
    end_column: int
    """Of the character after the last."""
    plain: bool
    """Whether it stands without quotes."""


class Sequence(msgspec.Struct, frozen=True):
    items: tuple["Node", ...]
    line: int
    column: int
    end_line: int
    end_column: int


class Mapping(msgspec.Struct, frozen=True):
    entries: tuple[tuple["Node", "Node"], ...]
    """Keys and values in their order; a key can stand here twice, and need not be a scalar."""
    line: int
    column: int
    end_line: int
    end_column: int


Node = Scalar | Sequence | Mapping


class Forbidden(msgspec.Struct, frozen=True):
    """That the text uses what a trusted reader of YAML would have to obey."""

    what: str
    """"an anchor", "a tag" …"""
    line: int
    column: int


class Malformed(msgspec.Struct, frozen=True):
    """That the text is not YAML, in the words of the scanner, which `yaml_words` turns into ours."""

    problem: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int
    """0 where the scanner names no context."""


class Tree(msgspec.Struct, frozen=True):
    """What was read: all of it, or what stands before a fault."""

    root: Node | None
    """None for an empty text; a mapping with its complete entries where a fault interrupts it."""
    fault: Forbidden | Malformed | None = None


class _Mark(Protocol):
    line: int
    column: int


class _Interrupted(Exception):  # noqa: N818 (it carries a result, not an error)
    def __init__(self, fault: Forbidden) -> None:
        self.fault = fault


def read_tree(text: str) -> Tree:
    """The tree of a YAML text, in time that no text can stretch beyond some milliseconds."""
    bomb = _screen(text)
    if bomb:
        return Tree(None, bomb)
    builder = _Builder()
    try:
        builder.build(iter(_LOADER(text).get_event, None))
    except yaml.MarkedYAMLError as error:
        return Tree(builder.salvaged(), _malformed(error))
    except _Interrupted as interruption:
        return Tree(builder.salvaged(), interruption.fault)
    return Tree(builder.root)


def _screen(text: str) -> Forbidden | None:
    if len(text) > MAX_BYTES // 4 and len(text.encode()) > MAX_BYTES:
        return Forbidden(f"more than {MAX_BYTES // 1024} KB", 1, 1)
    bomb = _BOMB.search(text) if text.count("[") + text.count("{") > MAX_DEPTH else None
    if not bomb:
        return None
    before = text[: bomb.start()]
    return Forbidden(_TOO_DEEP, before.count("\n") + 1, bomb.start() - before.rfind("\n"))


_TOO_DEEP = f"nesting deeper than {MAX_DEPTH}"


class _Builder:
    """Builds the tree from events, and keeps the top mapping's entries as they are completed."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._top: list[tuple[Node, Node]] = []
        self._top_mark: _Mark | None = None

    def salvaged(self) -> Node | None:
        if self._top_mark is None or not self._top:
            return None
        line, column = _position(self._top_mark)
        return Mapping(tuple(self._top), line, column, line, column)

    def build(self, events: Iterator[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Interrupted(Forbidden(_SECOND_DOCUMENT, *_start(event)))
            elif isinstance(event, yaml.NodeEvent):
                self.root = self._node(event, events, 1)

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None:
            return Scalar(event.value, *_bounds(event), plain=not event.style)
        _refuse(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, depth)
        return self._mapping(event, events, depth)

    def _sequence(self, opening: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Sequence(tuple(items), *_start(opening), *_end(event))
            items.append(self._node(event, events, depth + 1))
        raise AssertionError("libyaml closes what it opens")

    def _mapping(self, opening: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Mapping:
        entries: list[tuple[Node, Node]] = []
        if depth == 1:
            self._top, self._top_mark = entries, opening.start_mark
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return Mapping(tuple(entries), *_start(opening), *_end(event))
            key = self._node(event, events, depth + 1)
            entries.append((key, self._node(next(events), events, depth + 1)))
        raise AssertionError("libyaml closes what it opens")


_SECOND_DOCUMENT = "a second document"
_WITH_PROPERTIES = (yaml.ScalarEvent, yaml.CollectionStartEvent)


def _refuse(event: yaml.Event, depth: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _Interrupted(Forbidden("an alias", *_start(event)))
    if not isinstance(event, _WITH_PROPERTIES):
        return
    if event.anchor is not None:
        raise _Interrupted(Forbidden("an anchor", *_start(event)))
    if event.tag is not None:
        raise _Interrupted(Forbidden("a tag", *_start(event)))
    if depth > MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
        raise _Interrupted(Forbidden(_TOO_DEEP, *_start(event)))


def _bounds(event: yaml.Event) -> tuple[int, int, int, int]:
    first, last = event.start_mark, event.end_mark
    if first is None or last is None:
        return 0, 0, 0, 0
    return first.line + 1, first.column + 1, last.line + 1, last.column + 1


def _start(event: yaml.Event) -> tuple[int, int]:
    return _position(event.start_mark)


def _end(event: yaml.Event) -> tuple[int, int]:
    return _position(event.end_mark)


def _position(mark: _Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def _malformed(error: yaml.MarkedYAMLError) -> Malformed:
    return Malformed(
        error.problem or "", error.context or "", *_position(error.problem_mark), *_position(error.context_mark)
    )
