"""Tables that are updated key by key: what the entries say, gathered under what they say it of.

A *delta* holds the keys whose value differs, each with its old and its new value; None stands for no value. A *row* of
a gathered table belongs to the entry that says it, its *owner*: an entry that changed takes its old rows out and puts
its new ones in, at the places where gathering everything from the beginning would put them.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import TypeVar

from site_builder.model.identity import EntityId

Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")
Row = TypeVar("Row")

Delta = Mapping[Key, tuple[Value | None, Value | None]]


class Overlaid(Mapping[Key, Value]):
    """A table with some keys changed, for tables that are better not copied: the one below may be anywhere."""

    def __init__(self, below: Mapping[Key, Value], changed: Mapping[Key, Value | None]) -> None:
        self.below = below
        self.changed = changed

    def __getitem__(self, key: Key) -> Value:
        if key not in self.changed:
            return self.below[key]
        value = self.changed[key]
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        return self.changed[key] is not None if key in self.changed else key in self.below  # type: ignore[index]

    def __iter__(self) -> Iterator[Key]:
        kept = (key for key in self.below if key not in self.changed)
        return iter(sorted((*kept, *(key for key, value in self.changed.items() if value is not None))))

    def __len__(self) -> int:
        gained = ((value is not None) - (key in self.below) for key, value in self.changed.items())
        return len(self.below) + sum(gained)


def delta(table: Mapping[Key, Value], values: Mapping[Key, Value | None]) -> Delta[Key, Value]:
    """Those of the new values that differ from the table's; None takes a key out."""
    if not table:
        return {key: (None, value) for key, value in values.items() if value is not None}
    pairs = ((key, table.get(key), value) for key, value in values.items())
    return {key: (old, new) for key, old, new in pairs if old != new}


def patched(table: Mapping[Key, Value], changes: Delta[Key, Value]) -> Mapping[Key, Value]:
    """The table with the new values, sorted by key."""
    if not changes:
        return table
    changed = {key: new for key, (_, new) in changes.items()}
    if isinstance(table, Overlaid):
        return Overlaid(table.below, {**table.changed, **changed})
    if not isinstance(table, dict):
        return Overlaid(table, changed)
    values = {**table, **changed}
    if len(values) > len(table):
        values = dict(sorted(values.items()))
    return {key: value for key, value in values.items() if value is not None} if None in changed.values() else values


def regrouped(
    table: Mapping[EntityId, tuple[Row, ...]],
    left: Iterable[EntityId],
    rows: Iterable[tuple[EntityId, Row]],
    owners: Container[EntityId],
    owner_of: Callable[[Row], EntityId],
    place: Callable[[EntityId], str],
) -> Mapping[EntityId, tuple[Row, ...] | None]:
    """The values of all keys that the rows of some owners leave or join, with the rows of everybody else.

    `rows` are the new ones, in the order of their places; `left` are the keys at which there are old ones.
    """
    joined: defaultdict[EntityId, list[Row]] = defaultdict(list)
    for key, row in rows:
        joined[key].append(row)
    values: dict[EntityId, tuple[Row, ...] | None] = {}
    for key in {**dict.fromkeys(left), **joined}:
        kept = [row for row in table.get(key, ()) if owner_of(row) not in owners]
        if kept:
            for row in joined.get(key, ()):
                insort(kept, row, key=lambda row: place(owner_of(row)))
        else:
            kept = joined.get(key, [])
        values[key] = tuple(kept) or None
    return values
