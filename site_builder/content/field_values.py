"""Readers: from what stands at a field to a value, with a fault for what it cannot be.

A reader gets the node, the name of the place ("venues[0].year"), and the `Reading`; it returns a value whatever the
author wrote, an empty one at worst.
"""

import re
import unicodedata
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

import msgspec

from site_builder.content.commas import Split, joined_at_commas, joined_in_quotes
from site_builder.content.dates import read_date
from site_builder.content.faults import Faults
from site_builder.content.front_matter import LINES_BEFORE
from site_builder.content.names import name_key
from site_builder.content.source_text import SourceText
from site_builder.content.unknown_fields import field_meant
from site_builder.content.yaml_tree import Mapping, Node, Scalar, Sequence
from site_builder.model.dates import PartialDate
from site_builder.model.source import Place

Value = TypeVar("Value")

_COMMENT = re.compile(r"[ \t]*(?<=[ \t])#(?P<comment>[^ \t].*)")
_NUMBER = re.compile(r"[-+]?\d{1,3}(?:\.\d+)?")


class Reading:
    """The state of reading one file: its text, the faults met, and the places found."""

    def __init__(self, text: SourceText, faults: Faults) -> None:
        self.text = text
        self.faults = faults
        self.places: dict[str, Place] = {}

    def place(self, node: Node) -> Place:
        """Where the node stands: what it has on its first line."""
        line = node.line + LINES_BEFORE
        return self.text.place_on(line, node.column, self._length(node, line))

    def _length(self, node: Node, line: int) -> int:
        if node.end_line == node.line:
            return node.end_column - node.column
        return len(self.text.lines[line - 1].rstrip()) - node.column + 1


Reader = Callable[[Node, str, Reading], Value]


class Field(msgspec.Struct, Generic[Value], frozen=True):
    """A front matter field: its name, how its value is read, and what it is where it is not given."""

    key: str
    read: Reader[Value]
    empty: Value


class Item(msgspec.Struct, frozen=True):
    """An item of a facet or a relation, with what is said of it."""

    name: str
    years: tuple[PartialDate, ...] = ()
    note: str = ""


def is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def read_text(node: Node, key: str, reading: Reading) -> str:
    """One text, in NFC, with single blanks; "" for anything else."""
    if not isinstance(node, Scalar):
        reading.faults.add("F010", reading.place(node), f'"{key}" is {_shape(node)}, and takes one text', _ONE_TEXT)
        return ""
    _report_comment(node, key, reading)
    text = node.text if node.text.isprintable() else _CONTROLS.sub("", node.text)
    if text != node.text:
        message = f'"{key}" holds a character that text cannot have'
        reading.faults.add("F002", reading.place(node), message, "delete the sign after the backslash, and the backslash")
    return " ".join(unicodedata.normalize("NFC", text).split())


def read_phrase(node: Node, key: str, reading: Reading) -> str:
    """The same for words that readers see: an apostrophe inside a word is a typographic one, as it is in the prose."""
    text = read_text(node, key, reading)
    if "<" in text and _MARKUP.search(text):
        message = f'"{key}" holds markup, which is shown as it is written'
        reading.faults.add("F024", reading.place(node), message, "delete the tags: a field is plain text")
    return _APOSTROPHE.sub("’", text) if "'" in text else text


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?=[\s/>])[^<>]*>|<!--")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_ONE_TEXT = "write one text; a text with commas or brackets in it needs quotes"


def read_flag(node: Node, key: str, reading: Reading) -> bool | None:
    """True or false, by these two words; None for anything else."""
    text = read_text(node, key, reading)
    if text in ("true", "false"):
        return text == "true"
    if isinstance(node, Scalar):
        reading.faults.add("F010", reading.place(node), f'"{key}" is "{text}"', "write true or false")
    return None


def read_one_date(node: Node, key: str, reading: Reading) -> PartialDate | None:
    """A date, vague or not; None where nobody could read it."""
    text = read_text(node, key, reading)
    if not text:
        return None
    date = read_date(text)
    if date is None:
        from site_builder.content.date_words import explain_date

        fault = explain_date(text)
        reading.faults.add("F012", reading.place(node), fault.message, fault.hint)
    return date


def read_full_date(node: Node, key: str, reading: Reading) -> PartialDate | None:
    """A single day; None for anything vaguer."""
    date = read_one_date(node, key, reading)
    if date is None or (date.earliest == date.latest and date.iso()):
        return date
    message = f'"{key}" takes a day, and "{date.text}" is none'
    reading.faults.add("F012", reading.place(node), message, "write year, month and day: 2024-03-12")
    return None


def read_degrees(limit: int) -> Reader[float | None]:
    """The reader of an angle between -`limit` and `limit`."""

    def read(node: Node, key: str, reading: Reading) -> float | None:
        text = read_text(node, key, reading)
        if _NUMBER.fullmatch(text) and abs(float(text)) <= limit:
            return float(text)
        if isinstance(node, Scalar):
            message = f'"{text}" is no {key}'
            hint = f"write degrees from -{limit} to {limit} with a decimal point, such as 40.765"
            reading.faults.add("F013", reading.place(node), message, hint)
        return None

    return read


def read_texts(node: Node, key: str, reading: Reading) -> tuple[str, ...]:
    """A list of texts, each once; a single text is a list of one."""
    return tuple(item.name for item in _read_items(node, key, reading, _read_plain_item))


def read_items(node: Node, key: str, reading: Reading) -> tuple[Item, ...]:
    """A list of names, each a text or `{name, year, note}`, each once; a single one is a list of one."""
    return _read_items(node, key, reading, _read_named_item)


def read_occasions(node: Node, key: str, reading: Reading) -> tuple[Item, ...]:
    """The same, but a name may stand there again with another year or note: played here in 1999, and in 2004."""
    return _read_items(node, key, reading, _read_named_item, _occasion)


def read_dates(node: Node, key: str, reading: Reading) -> tuple[PartialDate, ...]:
    """One date or a list of them."""
    nodes = node.items if isinstance(node, Sequence) else (node,)
    dates = (read_one_date(item, key, reading) for item in nodes)
    return tuple(date for date in dates if date is not None)


def group_of(node: Mapping, key: str, known: tuple[str, ...], reading: Reading) -> dict[str, Node]:
    """The known fields of a group that have a value; the others, and those given twice, become faults."""
    found: dict[str, Node] = {}
    for name, value_key, value in unique_entries(_with_commas(node, known, reading), reading):
        if name not in known:
            report_unknown(name, value_key, known, reading)
        elif is_empty(value):
            report_empty(value_key, name, reading)
        else:
            found[name] = value
            reading.places[f"{key}.{name}"] = reading.place(value)
    return found


def _with_commas(node: Mapping, known: tuple[str, ...], reading: Reading) -> Mapping:
    """The group with the values whole that a comma split; each is reported."""
    joined, splits = joined_at_commas(node, known, reading.text.lines)
    _report_splits(splits, reading)
    return joined


def _report_splits(splits: tuple[Split, ...], reading: Reading) -> None:
    for split in splits:
        reading.faults.add("F023", reading.place(split.piece), split.message, split.hint)


def unique_entries(node: Mapping, reading: Reading) -> list[tuple[str, Scalar, Node]]:
    """The entries by name, the first of those that stand twice."""
    seen: dict[str, Scalar] = {}
    entries: list[tuple[str, Scalar, Node]] = []
    for key, value in node.entries:
        if not isinstance(key, Scalar):
            reading.faults.add("F010", reading.place(key), "a field name is a list or a group", "write one word")
            continue
        name = key.text
        if name in seen:
            first = reading.place(seen[name])
            message = f'"{name}" stands here again; it was given on line {first.line}'
            reading.faults.add("F007", reading.place(key), message, "join the two, or delete one", related=(first,))
            continue
        seen[name] = key
        entries.append((name, key, value))
    return entries


def report_unknown(name: str, key: Scalar, known: tuple[str, ...], reading: Reading, otherwise: str = "") -> None:
    if name.startswith("-"):
        hint = f"write a blank after the hyphen: - {name[1:]}: …"
    else:
        hint = field_meant(name, known) or otherwise or f"use one of {', '.join(known)}, or delete it"
    reading.faults.add("F008", reading.place(key), f'"{name}" is not a field here', hint)


def report_empty(key: Scalar, name: str, reading: Reading) -> None:
    line = reading.text.lines[key.line + LINES_BEFORE - 1][key.end_column - 1 :]
    comment = re.match(r"\s*:[ \t]+(#\S.*)", line)
    if comment:
        place = reading.text.place_on(key.line + LINES_BEFORE, key.end_column + comment.start(1), len(comment.group(1)))
        _add_comment_fault(place, name, comment.group(1), reading)
        return
    reading.faults.add("F021", reading.place(key), f'"{name}" has no value', "fill it in, or delete the line")


def _name(item: Item) -> Hashable:
    return name_key(item.name)


def _occasion(item: Item) -> Hashable:
    return name_key(item.name), item.years, item.note


def _read_items(
    node: Node,
    key: str,
    reading: Reading,
    read: Callable[[Node, str, Reading], Item | None],
    identity: Callable[[Item], Hashable] = _name,
) -> tuple[Item, ...]:
    items: list[Item] = []
    seen: dict[Hashable, Node] = {}
    for child in _children(node, key, reading):
        place_key = f"{key}[{len(items)}]"
        item = read(child, place_key, reading)
        if item is None or not item.name:
            continue
        first = seen.setdefault(identity(item), child)
        if first is not child:
            message = f'"{item.name}" stands in "{key}" twice'
            related = (reading.place(first),)
            hint = "delete one; if both say something, make one of them: {name: …, year: [1999, 2004]}"
            reading.faults.add("F022", reading.place(child), message, hint, related=related)
            continue
        reading.places[place_key] = reading.place(child)
        items.append(item)
    return tuple(items)


def _children(node: Node, key: str, reading: Reading) -> tuple[Node, ...]:
    """The items of a list, whole; a single value is a list of one."""
    if isinstance(node, Sequence):
        items, splits = joined_in_quotes(node.items)
        _report_splits(splits, reading)
        return items
    if isinstance(node, Scalar) and node.plain and _HYPHEN_AND_WORD.match(node.text):
        first = node.text[1:].partition(" -")[0]
        message = f'"{key}" is the one text "{node.text}": there is no blank after the hyphen'
        reading.faults.add("F010", reading.place(node), message, f"write a blank after each hyphen: - {first}")
        return ()
    return (node,)


_HYPHEN_AND_WORD = re.compile(r"-[^\W\d]")


def _read_plain_item(node: Node, key: str, reading: Reading) -> Item | None:
    if is_empty(node):
        reading.faults.add("F021", reading.place(node), f'an item of "{_list_of(key)}" has no value', "fill it in")
        return None
    return Item(read_phrase(node, key, reading))


def _read_named_item(node: Node, key: str, reading: Reading) -> Item | None:
    if not isinstance(node, Mapping):
        return _read_plain_item(node, key, reading)
    group = group_of(node, key, ("name", "year", "years", "note"), reading)
    if "name" not in group:
        message = f'an item of "{_list_of(key)}" has no name'
        reading.faults.add("F011", reading.place(node), message, "write {name: …, year: …}")
        return None
    if "year" in group and "years" in group:
        reading.faults.add("F020", reading.place(group["years"]), '"year" and "years" both stand here', "keep one")
    years = group.get("year") or group.get("years")
    return Item(
        name=read_phrase(group["name"], f"{key}.name", reading),
        years=read_dates(years, f"{key}.year", reading) if years else (),
        note=read_phrase(group["note"], f"{key}.note", reading) if "note" in group else "",
    )


def _report_comment(node: Scalar, key: str, reading: Reading) -> None:
    """Reports text that YAML dropped at ` #`, unless a blank after the # shows that a comment was meant."""
    if not node.plain:
        return
    line = reading.text.lines[node.end_line + LINES_BEFORE - 1]
    match = _COMMENT.match(line, node.end_column - 1) if "#" in line else None
    if match:
        start = match.start("comment") - 1
        place = reading.text.place_on(node.end_line + LINES_BEFORE, start + 1, len(line) - start)
        _add_comment_fault(place, key, line[start:].rstrip(), reading)


def _add_comment_fault(place: Place, key: str, comment: str, reading: Reading) -> None:
    message = f'"{comment}" is not part of "{key}": a # after a blank begins a comment'
    hint = "put quotes round the whole value; if it is a comment, write a blank after the #"
    reading.faults.add("F014", place, message, hint)


def _shape(node: Node) -> str:
    return "a list" if isinstance(node, Sequence) else "a group of fields"


def _list_of(key: str) -> str:
    return key.partition("[")[0]
