"""Reading entries, and what is kept of it: a parse is a function of the file's path and bytes, and of the facets."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeVar

import msgspec

from site_builder.build.records import EntryRecord
from site_builder.build.store import Store, StoreFault
from site_builder.graph.encyclopedia import Entity
from site_builder.model.config import Facet, SiteConfig
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.digest import digest_of
from site_builder.model.facts import Document, Facts
from site_builder.model.identity import EntityId
from site_builder.model.source import Place, Source

Value = TypeVar("Value")

_ENCODE = msgspec.msgpack.Encoder().encode
_NOTHING = b""
_UNREADABLE = "B003"


class Parsed(msgspec.Struct, frozen=True, array_like=True):
    """What was read in one file, each piece still encoded: most builds need few of them."""

    facts: bytes
    """Empty where no front matter could be read."""
    body: bytes
    """The document, without its facts and places."""
    diagnostics: bytes
    """Empty where there are none."""
    media: tuple[str, ...] = ()
    places: bytes = b""
    """Of the document. They hold whole lines of the file, and nobody asks where nothing is wrong."""
    image: str = ""
    """The one of `media` that the front matter names."""


def parsed_name(path: str, digest: str, facets: tuple[Facet, ...]) -> str:
    """What the parse of a file with these bytes is called in the store."""
    return f"=parsed/{digest_of((path, digest, facets))}"


def unread_name(name: str) -> str:
    """What a parse is called instead that perhaps only lacked time."""
    return f"=unread/{name}"


def read_entry(source: Source, facets: tuple[Facet, ...]) -> bytes:
    """The file, parsed and encoded."""
    from site_builder.content.parse import parse

    # Of the settings a parse sees nothing else, so nothing else has to be in its name.
    outcome = parse(source, SiteConfig(facets=facets))
    document = outcome.value
    diagnostics = _ENCODE(outcome.diagnostics) if outcome.diagnostics else _NOTHING
    if document is None:
        return _ENCODE(Parsed(_NOTHING, _NOTHING, diagnostics))
    body = _ENCODE(msgspec.structs.replace(document, facts=_NO_FACTS, places={}))
    places = _ENCODE(document.places)
    image = document.image.file if document.image else ""
    return _ENCODE(Parsed(_ENCODE(document.facts), body, diagnostics, document.media, places, image))


def is_unread(parsed: bytes) -> bool:
    """Whether an encoded parse says that its text could not be read: if for lack of time, it may be the next time."""
    if _UNREADABLE.encode() not in parsed:
        return False
    diagnostics = _decoded(_PARSED, parsed).diagnostics
    return bool(diagnostics) and any(each.code == _UNREADABLE for each in _decoded(_DIAGNOSTICS, diagnostics))


def reader(facets: tuple[Facet, ...]) -> Callable[[Source], bytes]:
    return partial(read_entry, facets=facets)


class Library:
    """The parsed files of a site, by path, as far as somebody asks for them."""

    def __init__(self, store: Store, names: Mapping[str, str], known: Mapping[str, EntryRecord] | None = None) -> None:
        """`names` says what each file's parse is called in the store, of those that are not as they are `known`."""
        self._store = store
        self._names = names
        self._known = known or {}
        self._last: tuple[str, Document | None] = ("", None)

    def earlier(self, names: Mapping[str, str]) -> "Library":
        """The files as other parses in the same store have them."""
        return Library(self._store, names)

    def knows(self, path: str) -> bool:
        """Whether the file's parse is in the store."""
        return (path in self._names or path in self._known) and self._store.get(self._name(path)) is not None

    def record(self, path: str, facts: Facts | None) -> EntryRecord:
        """What is asked most often of the file; `facts` are None if it has no entity."""
        parsed = self._parsed(path)
        id, media, image = (facts.id, parsed.media, parsed.image) if facts else ("", (), "")  # noqa: A001
        return EntryRecord(self._name(path), id, media, faulty=bool(parsed.diagnostics), image=image)

    def facts(self, path: str) -> Facts | None:
        """None where no front matter could be read."""
        facts = self._parsed(path).facts
        return _decoded(_FACTS, facts) if facts else None

    def document(self, path: str) -> Document | None:
        """The document without its `places`; None where no front matter could be read.

        Whoever asks twice in a row gets the same.
        """
        if path != self._last[0]:
            self._last = path, self._document(path)
        return self._last[1]

    def places(self, path: str) -> Mapping[str, Place]:
        """Where things stand in the file: nothing where no front matter could be read."""
        places = self._parsed(path).places
        return _decoded(_PLACES, places) if places else {}

    def diagnostics(self, path: str) -> tuple[Diagnostic, ...]:
        diagnostics = self._parsed(path).diagnostics
        return _decoded(_DIAGNOSTICS, diagnostics) if diagnostics else ()

    def _document(self, path: str) -> Document | None:
        parsed = self._parsed(path)
        if not parsed.facts:
            return None
        return msgspec.structs.replace(_decoded(_DOCUMENT, parsed.body), facts=_decoded(_FACTS, parsed.facts))

    def _parsed(self, path: str) -> Parsed:
        return _decoded(_PARSED, self._store[self._name(path)])

    def _name(self, path: str) -> str:
        return self._names[path] if path in self._names else self._known[path].parsed


class Documents(Mapping[EntityId, Document]):
    """The documents of the entities that have one, each read when it is asked for."""

    def __init__(self, library: Library, entities: Mapping[EntityId, Entity]) -> None:
        self._library = library
        self._entities = entities

    def __getitem__(self, id: EntityId) -> Document:  # noqa: A002 - the term of the world
        facts = self._entities[id].facts
        document = self._library.document(facts.path) if facts else None
        if document is None:
            raise KeyError(id)
        return document

    def __iter__(self) -> Iterator[EntityId]:
        return (entity.id for entity in self._entities.values() if entity.facts)

    def __len__(self) -> int:
        return sum(1 for _ in self)


_NO_FACTS = Facts(id=EntityId(""), path="", name="")
_FACTS = msgspec.msgpack.Decoder(Facts)
_DOCUMENT = msgspec.msgpack.Decoder(Document)
_DIAGNOSTICS = msgspec.msgpack.Decoder(tuple[Diagnostic, ...])
_PLACES: msgspec.msgpack.Decoder[Mapping[str, Place]] = msgspec.msgpack.Decoder(dict[str, Place])
_PARSED = msgspec.msgpack.Decoder(Parsed)


def _decoded(decoder: msgspec.msgpack.Decoder[Value], blob: bytes) -> Value:
    try:
        return decoder.decode(blob)
    except msgspec.MsgspecError as error:
        raise StoreFault(str(error)) from error
