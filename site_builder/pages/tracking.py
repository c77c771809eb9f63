"""A record of what was read, kept by the tables themselves.

A *read* is a key of a table that somebody looked at, whether it was there or not, or "*", the table as a whole. It is
kept as a number of 32 bits, its *code*, so that a record needs neither names nor the tables. Where two reads have one
code, a page is planned that needed no planning, and found to be what it was.
"""

from collections.abc import Callable, Hashable, ItemsView, Iterator, Mapping, ValuesView
from hashlib import blake2b
from typing import Generic, TypeVar, overload

Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")
Other = TypeVar("Other")
Asked = TypeVar("Asked", bound=Hashable)

WHOLE = "*"
"""The key of a table as a whole: it changes with every value and every key of the table."""
ONLY = ""
"""The key of a table that is one value."""


def code(table: str, key: str) -> int:
    """The number of a read, the same in every process: signed, as a record keeps it."""
    return _number(table) ^ _number(key)


class Readings:
    """All reads so far, in their order. Whoever wants to know what a computation read looks at what it added."""

    __slots__ = ("codes_of_keys", "noted")

    def __init__(self) -> None:
        self.noted: list[int] = []
        self.codes_of_keys: dict[str, int] = _Numbers()


class Tracked(Mapping[Key, Value]):
    """A table that notes what is read of it. It may be lazy: only the keys that are asked for are looked up."""

    __slots__ = ("_codes", "_note", "_number", "_table")

    def __init__(self, name: str, table: Mapping[Key, Value], readings: Readings) -> None:
        self._number = _number(name)
        self._table = table
        self._note = readings.noted.append
        self._codes = readings.codes_of_keys

    def __getitem__(self, key: Key) -> Value:
        self._note(self._number ^ self._codes[key])
        return self._table[key]

    @overload
    def get(self, key: Key, /) -> Value | None: ...
    @overload
    def get(self, key: Key, /, default: Value | Other) -> Value | Other: ...
    def get(self, key: Key, /, default: Value | Other | None = None) -> Value | Other | None:
        self._note(self._number ^ self._codes[key])
        return self._table.get(key, default)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str):
            self._note(self._number ^ self._codes[key])
        return key in self._table

    def items(self) -> ItemsView[Key, Value]:
        self._note(self._number ^ self._codes[WHOLE])
        return self._table.items()

    def values(self) -> ValuesView[Value]:
        self._note(self._number ^ self._codes[WHOLE])
        return self._table.values()

    def __iter__(self) -> Iterator[Key]:
        self._note(self._number ^ self._codes[WHOLE])
        return iter(self._table)

    def __len__(self) -> int:
        self._note(self._number ^ self._codes[WHOLE])
        return len(self._table)


class TrackedValue(Generic[Value]):
    """A value that notes when it is read."""

    __slots__ = ("_code", "_note", "_value")

    def __init__(self, name: str, value: Value, readings: Readings) -> None:
        self._code = code(name, ONLY)
        self._value = value
        self._note = readings.noted.append

    def __call__(self) -> Value:
        self._note(self._code)
        return self._value


def remembered(function: Callable[[Asked], Value], readings: Readings) -> Callable[[Asked], Value]:
    """A function of tracked tables, worked out once for each key. Its reads are noted every time.

    A closure, since calling one takes half as long as calling an object with `__call__` (Python 3.11), and a page
    does so a hundred times.
    """
    known: dict[Asked, tuple[Value, tuple[int, ...]]] = {}
    noted = readings.noted
    note = noted.extend

    def recall(key: Asked) -> Value:
        try:
            value, reads = known[key]
        except KeyError:
            before = len(noted)
            value = function(key)
            known[key] = value, tuple(set(noted[before:]))
            return value
        note(reads)
        return value

    return recall


class _Numbers(dict[str, int]):
    """The number of each text that was asked for."""

    def __missing__(self, text: str) -> int:
        number = self[text] = _number(text)
        return number


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big", signed=True)
