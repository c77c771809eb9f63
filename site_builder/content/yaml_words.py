"""What is wrong with YAML, in the words of an author: where it is, what stands there, and what to write instead."""

import re
from collections.abc import Callable

import msgspec

from site_builder.content.yaml_tree import Malformed


class Explanation(msgspec.Struct, frozen=True):
    line: int
    column: int
    length: int
    message: str
    hint: str


_FIELD = re.compile(r"(?P<before>\s*(?:-\s+)*)(?P<key>[^\s:][^:]*):\s+(?P<value>\S.*?)\s*$")
_TYPOGRAPHIC_QUOTES = tuple("„“”«»‚‘’‹›")
_BEGINNERS = "@`%&*!|>,]}"


_HYPHEN_AND_ITEM = re.compile(r"\s*-(?=[\[{\"'])")
_NO_BLANK = re.compile(r"(?P<key>[A-Za-z_]+):(?=[^\s:/])(?P<value>.*)")


def explain(fault: Malformed, lines: list[str], known: tuple[str, ...] = ()) -> Explanation:
    """The fault in words; `lines` are those of the text that has it, and line and column count from 1 in there.

    `known` are the fields that the text can have.
    """
    if _HYPHEN_AND_ITEM.match(_line(lines, fault.line)):
        return _hyphen(fault.line, lines)
    number = _line_without_colon(fault, lines)
    if number:
        return _no_field(number, lines, known)
    for problem, context, in_words in _CASES:
        if problem in fault.problem and context in fault.context:
            return in_words(fault, lines)
    return _first_character(fault, lines)


def quoted(value: str) -> str:
    """The value as YAML takes it without a second thought. Typographic quotation marks round it become plain ones."""
    value = without_typographic_quotes(value)
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def without_typographic_quotes(text: str) -> str:
    """The text between its typographic quotation marks; the whole text if it has none round it."""
    return text[1:-1].strip() if text.startswith(_TYPOGRAPHIC_QUOTES) and text.endswith(_TYPOGRAPHIC_QUOTES) else text


def _colon(fault: Malformed, lines: list[str]) -> Explanation:
    line = _line(lines, fault.line)
    field = _FIELD.match(line)
    if field and field.end("key") + 1 < fault.column:
        key, value = field.group("key").strip(), field.group("value")
        return Explanation(
            fault.line,
            field.start("value") + 1,
            len(value),
            f'the value of "{key}" has a colon in it, which YAML takes for the end of a field name{_and_quotes(value)}',
            f"put {'straight ' if _and_quotes(value) else ''}quotes round it: {key}: {quoted(value)}",
        )
    key = line[: fault.column - 1].strip()
    return Explanation(
        fault.line,
        len(line) - len(line.lstrip()) + 1,
        max(1, len(key)),
        f'"{key}" is indented further than the field above it',
        "begin all fields at the same column",
    )


def _and_quotes(value: str) -> str:
    if without_typographic_quotes(value) == value:
        return ""
    return f"; {value[0]} {value[-1]} do not hold it together"


def blank_after_colon(text: str) -> str:
    """The hint for "born:1985", which YAML takes for one word; "" for other texts."""
    match = _NO_BLANK.fullmatch(text)
    return f"write a blank after the colon: {match['key']}: {match['value']}" if match else ""


def _line_without_colon(fault: Malformed, lines: list[str]) -> int:
    """The number of the line that should be a field and has no colon; 0 if that is not what is wrong."""
    if "could not find expected ':'" in fault.problem:
        return fault.context_line
    if "mapping values are not allowed" not in fault.problem:
        return 0
    field = _FIELD.match(_line(lines, fault.line))
    if field and field.end("key") + 1 < fault.column:
        return 0
    above = _line(lines, fault.line - 1) if fault.line > 1 else ""
    return fault.line - 1 if above.strip() and not re.search(r":(?:\s|$)", above) else 0


def _no_field(number: int, lines: list[str], known: tuple[str, ...]) -> Explanation:
    line = _line(lines, number)
    text = line.strip()
    column, length = len(line) - len(line.lstrip()) + 1, max(1, len(text))
    hint = blank_after_colon(text)
    if hint:
        message = f'"{_short(text)}" is no field: there is no blank after the colon'
        return Explanation(number, column, length, message, hint)
    word, _, rest = text.partition(" ")
    hint = (
        f"write a colon after the field name: {word}: {rest.strip()}"
        if word in known
        else "write a field name and a colon before it; if the text of the entry begins here, put a line --- above it"
    )
    return Explanation(number, column, length, f'"{_short(text)}" is no field: it has no colon', hint)


def _hyphen(number: int, lines: list[str]) -> Explanation:
    line = _line(lines, number)
    text = line.strip()
    hint = f"write a blank after the hyphen: - {text[1:]}"
    column = len(line) - len(line.lstrip()) + 1
    return Explanation(number, column, len(text), "there is no blank after the hyphen of this item", hint)


def _tab(fault: Malformed, _lines: list[str]) -> Explanation:
    return Explanation(fault.line, fault.column, 1, "the line is indented with a tab", "indent with blanks")


def _item_beside_field(fault: Malformed, _lines: list[str]) -> Explanation:
    message = "the first item of a list stands on the line of its field"
    hint = 'put each "- item" on a line of its own below the field, or write [one, another]'
    return Explanation(fault.line, fault.column, 1, message, hint)


def _text_beside_sign(fault: Malformed, lines: list[str]) -> Explanation:
    sign = _character(lines, fault.context_line, fault.context_column)
    message = f'after "{sign}" the text begins on the next line'
    hint = "move the text to the next line and indent it, or put quotes round the whole value"
    return Explanation(fault.context_line, fault.context_column, 1, message, hint)


def _unclosed_quote(fault: Malformed, lines: list[str]) -> Explanation:
    sign = _character(lines, fault.context_line, fault.context_column)
    return Explanation(
        fault.context_line,
        fault.context_column,
        1,
        f"the quotation mark {sign} that begins here is never closed",
        f"write {sign} at the end of the value as well",
    )


def _escape(fault: Malformed, lines: list[str]) -> Explanation:
    line = _line(lines, fault.line)
    start = max(0, line.rfind("\\", 0, fault.column + 1))
    return Explanation(
        fault.line,
        start + 1,
        2,
        f'"{line[start : start + 2]}" means nothing between double quotes',
        "put the value between single quotes: there a backslash is a backslash",
    )


def _bracket(fault: Malformed, lines: list[str]) -> Explanation:
    opening = _character(lines, fault.context_line, fault.context_column)
    closing = {"[": "]", "{": "}"}.get(opening, "]")
    line = _line(lines, fault.context_line)
    if fault.line == fault.context_line and line[fault.column - 1 :].strip():
        return Explanation(
            fault.line,
            fault.column,
            1,
            f'a comma or "{closing}" is missing before "{_short(line[fault.column - 1 :].strip())}"',
            "put a comma between two items, and quotes round an item with a comma, a colon or a bracket in it",
        )
    comment = line.find(" #", fault.context_column - 1)
    if comment >= 0:
        return Explanation(
            fault.context_line,
            comment + 2,
            len(line) - comment - 1,
            f'everything after " #" is a comment, so the bracket {opening} is never closed',
            "put quotes round the item with the #",
        )
    return Explanation(
        fault.context_line,
        fault.context_column,
        1,
        f"the bracket {opening} that opens here is never closed",
        f"write {closing} after the last item",
    )


def _out_of_place(fault: Malformed, lines: list[str]) -> Explanation:
    line = _line(lines, fault.line)
    character = _character(lines, fault.line, fault.column)
    before = line[: fault.column - 1].rstrip()
    after = line[fault.column - 1 :].rstrip()
    field = _FIELD.match(line)
    if before.endswith(('"', "'")) and field:
        value = field.group("value")
        whole = value[1:-1] if value[0] == value[-1] else value
        return Explanation(
            fault.line,
            fault.column,
            max(1, len(after)),
            f'the value goes on after its closing quotation mark: "{_short(after)}"',
            f"put the quotes round the whole value: {field.group('key').strip()}: {quoted(whole)}",
        )
    if character in (",", "]", "}") and before:
        message = f'"{character}" stands after the end of the value'
        return Explanation(fault.line, fault.column, 1, message, "delete it, or put quotes round the whole value")
    if character == ":":
        return Explanation(fault.line, fault.column, 1, "a line begins with a colon", "write the field name before it")
    if character == "-" and after[1:2] in ("", " "):
        hint = "put the items below the field they belong to, all at the same column"
        return Explanation(fault.line, fault.column, max(1, len(after)), f'"{_short(after)}" belongs to no list', hint)
    return Explanation(
        fault.line,
        fault.column,
        max(1, len(after)),
        f'"{_short(after)}" is indented differently from the lines it belongs to',
        "begin all fields at the same column, and all items of a list as well",
    )


def _instruction(fault: Malformed, lines: list[str]) -> Explanation:
    numbers = range(min(fault.line, len(lines)), 0, -1)
    number = next((n for n in numbers if lines[n - 1].startswith(("...", "%"))), fault.line)
    line = _line(lines, number).rstrip()
    message = f'"{_short(line)}" is an instruction to readers of YAML, and no field'
    return Explanation(number, 1, max(1, len(line)), message, "delete the line")


def _first_character(fault: Malformed, lines: list[str]) -> Explanation:
    number, column = (fault.context_line, fault.context_column) if fault.context_line else (fault.line, fault.column)
    line = _line(lines, number)
    character, field = _character(lines, number, column), _FIELD.match(line)
    if character == "\t":
        return _tab(fault, lines)
    if character and character in _BEGINNERS:
        message = f'a value cannot begin with "{character}"'
        if field and field.start("value") == column - 1:
            value = field.group("value")
            hint = f"put quotes round it: {field.group('key').strip()}: {quoted(value)}"
            return Explanation(number, column, len(value), message, hint)
        return Explanation(number, column, 1, message, "delete it, or put quotes round the value")
    return Explanation(
        number,
        column,
        1,
        f"the fields cannot be read from here on ({fault.problem})",
        "if this is inside a value, put quotes round the whole value",
    )


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _character(lines: list[str], number: int, column: int) -> str:
    return _line(lines, number)[column - 1 : column] if column else ""


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"


_CASES: tuple[tuple[str, str, Callable[[Malformed, list[str]], Explanation]], ...] = (
    ("mapping values are not allowed", "", _colon),
    ("tab character", "", _tab),
    ("unexpected", "quoted scalar", _unclosed_quote),
    ("escape", "quoted scalar", _escape),
    ("escape", "double-quoted scalar", _escape),
    ("", "flow sequence", _bracket),
    ("", "flow mapping", _bracket),
    ("sequence entries are not allowed", "", _item_beside_field),
    ("", "block scalar", _text_beside_sign),
    ("<document start>", "", _instruction),
    ("", "block mapping", _out_of_place),
    ("", "block collection", _out_of_place),
)
"""What the scanner's problem and context contain, in libyaml as in PyYAML, and who has words for it."""
