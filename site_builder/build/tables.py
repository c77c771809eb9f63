"""Tables that live in the store: mappings of which only the pieces that somebody asks for are read.

A table is cut into *chunks* by the checksum of the key, so that a look at a few keys decodes a few chunks, and a
change of a few keys writes a few.
"""

import zlib
from collections import defaultdict
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import Generic, TypeVar

import msgspec

from site_builder.build.store import Store, StoreFault

Value = TypeVar("Value")

_KEYS_A_CHUNK = 32
_MOST_CHUNKS = 2048
_ENCODER = msgspec.msgpack.Encoder()
_SIZE = msgspec.msgpack.Decoder(tuple[int, int])
_NOTHING = _ENCODER.encode((0, 0))


def mark(key: str) -> int:
    """The checksum of a key, of 32 bits: another key may have the same."""
    return zlib.crc32(key.encode())


class StoredTable(Mapping[str, Value], Generic[Value]):
    """A table of the store by its name. Iterates in the order of its keys. Raises `StoreFault` where it is damaged."""

    def __init__(self, store: Store, name: str, type_: type[Value], keys_a_chunk: int | None = None) -> None:
        self._store = store
        self._name = name
        self._keys_a_chunk = keys_a_chunk or _KEYS_A_CHUNK
        self._decode: Callable[[bytes], dict[str, Value]] = msgspec.msgpack.Decoder(dict[str, type_]).decode  # type: ignore[valid-type]
        chunks, self._count = _SIZE.decode(store.get(f"{name}/size") or _NOTHING)
        self._chunks: list[dict[str, Value] | None] = [None] * chunks
        self._dirty: set[int] = set()

    def __getitem__(self, key: str) -> Value:
        if not self._chunks:
            raise KeyError(key)
        return self._chunk(self._place(key))[key]

    def __contains__(self, key: object) -> bool:
        return bool(self._chunks) and isinstance(key, str) and key in self._chunk(self._place(key))

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(key for place in range(len(self._chunks)) for key in self._chunk(place)))

    def __len__(self) -> int:
        return self._count

    def get(self, key: str, default: Value | None = None) -> Value | None:  # type: ignore[override]
        return self._chunk(self._place(key)).get(key, default) if self._chunks else default

    def items(self) -> ItemsView[str, Value]:
        return self.whole().items()

    def values(self) -> ValuesView[Value]:
        return self.whole().values()

    def unordered(self) -> dict[str, Value]:
        """All of it, in memory, in whatever order it lies there."""
        everything: dict[str, Value] = {}
        for place in range(len(self._chunks)):
            everything.update(self._chunk(place))
        return everything

    def marked(self, marks: Iterable[int]) -> dict[str, Value]:
        """What has keys of these marks, in no particular order."""
        wanted: defaultdict[int, set[int]] = defaultdict(set)
        for one in marks:
            wanted[one & (len(self._chunks) - 1)].add(one)
        return {
            key: value
            for place, here in wanted.items()
            if self._chunks
            for key, value in self._chunk(place).items()
            if mark(key) in here
        }

    def whole(self) -> dict[str, Value]:
        """All of it, in memory."""
        everything = [item for place in range(len(self._chunks)) for item in self._chunk(place).items()]
        everything.sort(key=lambda item: item[0])
        return dict(everything)

    def replace(self, values: Mapping[str, Value]) -> None:
        """Makes these all there is; the number of chunks follows their number."""
        for place in range(len(self._chunks)):
            self._store.drop(f"{self._name}/{place}")
        count = _chunks_for(len(values), self._keys_a_chunk)
        chunks: list[dict[str, Value]] = [{} for _ in range(count)]
        for key, value in values.items():
            chunks[mark(key) & (count - 1)][key] = value
        self._chunks = [*chunks]
        self._dirty = set(range(count))
        self._count = len(values)

    def change(self, values: Mapping[str, Value], gone: Iterable[str] = ()) -> None:
        """Puts the values in their places, and takes out what is gone."""
        if not self._chunks:
            self.replace(values)
            return
        for key, value in values.items():
            place = self._place(key)
            chunk = self._chunk(place)
            self._count += key not in chunk
            chunk[key] = value
            self._dirty.add(place)
        for key in gone:
            place = self._place(key)
            if key in self._chunk(place):
                del self._chunk(place)[key]
                self._count -= 1
                self._dirty.add(place)

    def save(self) -> None:
        """Hands what was changed to the store, which writes it when it is told to."""
        if self._dirty:
            self._store.put(f"{self._name}/size", _ENCODER.encode((len(self._chunks), self._count)))
        for place in self._dirty:
            self._store.put(f"{self._name}/{place}", _ENCODER.encode(self._chunks[place]))
        self._dirty = set()

    def _place(self, key: str) -> int:
        return mark(key) & (len(self._chunks) - 1)

    def _chunk(self, place: int) -> dict[str, Value]:
        chunk = self._chunks[place]
        if chunk is None:
            try:
                chunk = self._decode(self._store[f"{self._name}/{place}"])
            except msgspec.MsgspecError as error:
                raise StoreFault(str(error)) from error
            self._chunks[place] = chunk
        return chunk


def _chunks_for(keys: int, keys_a_chunk: int) -> int:
    """A power of two."""
    count = 1
    while count < _MOST_CHUNKS and count * keys_a_chunk < keys:
        count *= 2
    return count
