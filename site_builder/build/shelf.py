"""Structs of tables in the store: each mapping among the fields is a table, and read when it is looked into."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from site_builder.build.store import Store, StoreFault
from site_builder.build.tables import StoredTable

Value = TypeVar("Value", bound=msgspec.Struct)

Changed = Mapping[str, Iterable[str]]
"""The keys that differ, by field. A field that is no table, and differs, has any key."""

_ENCODER = msgspec.msgpack.Encoder()


class Shelf(Generic[Value]):
    """Where one struct is kept, under a name in the store."""

    def __init__(self, store: Store, name: str, type_: type[Value], keys_a_chunk: int | None = None) -> None:
        """Tables that are always read whole want many keys in a chunk, others few."""
        self._store = store
        self._keys_a_chunk = keys_a_chunk
        self._name = name
        self._type = type_
        hints = get_type_hints(type_)
        fields = type_.__struct_fields__
        self._tables = {field: get_args(hints[field])[1] for field in fields if get_origin(hints[field]) is Mapping}
        self._plain = {field: hints[field] for field in fields if field not in self._tables}

    def load(self) -> Value | None:
        """What is kept, its tables lazy; None if nothing is. Raises `StoreFault` where it is damaged."""
        if self._name not in self._store:
            return None
        try:
            plain = {
                field: msgspec.msgpack.decode(self._store[f"{self._name}/{field}"], type=type_)
                for field, type_ in self._plain.items()
            }
        except msgspec.MsgspecError as error:
            raise StoreFault(f"{self._name}: {error}") from error
        tables = {field: self._table(field) for field in self._tables}
        return self._type(**plain, **tables)

    def keep(self, value: Value, before: Value | None, changed: Changed) -> Value:
        """Puts the struct into the store, and returns it with its tables as they lie there.

        `before` is what is kept (from `load` or `keep`), and `changed` says where `value` differs from it; without it
        all is written.
        """
        tables: dict[str, StoredTable[object]] = {}
        for field in self._tables:
            new: Mapping[str, object] = getattr(value, field)
            kept = getattr(before, field) if before is not None else None
            if isinstance(kept, StoredTable):
                keys = set(changed.get(field, ()))
                tables[field] = kept
                kept.change({key: new[key] for key in keys if key in new}, [key for key in keys if key not in new])
            else:
                tables[field] = self._table(field)
                tables[field].replace(new)
            tables[field].save()
        plain = {field: getattr(value, field) for field in self._plain}
        for field, new in plain.items():
            # What is the very same lies there already, and the names of ten thousand take a while to encode.
            if before is None or new is not getattr(before, field):
                self._store.put(f"{self._name}/{field}", _ENCODER.encode(new))
        if before is None:
            self._store.put(self._name, b"")
        return self._type(**plain, **tables)

    def _table(self, field: str) -> StoredTable[object]:
        return StoredTable(self._store, f"{self._name}/{field}", self._tables[field], self._keys_a_chunk)
