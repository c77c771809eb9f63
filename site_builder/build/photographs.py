"""The photographs that entries name, made once: what was made of a file is kept by the file's digest."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from site_builder.build.reading import MapperFor, Reading
from site_builder.build.records import SourceRecord
from site_builder.build.scan import CONTENT
from site_builder.build.store import Store, StoreFault
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.digest import digest_of, digest_of_bytes
from site_builder.model.source import Span
from site_builder.pages.photographs import Photograph

_WORK = 100
"""A photograph is about as much work as so many texts."""


class Negative(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is known of a photograph, its bytes apart."""

    source: str
    """The digest of the original."""
    photograph: Photograph | None = None
    """None where it cannot be used."""
    fault: str = ""
    hint: str = ""
    files: tuple[tuple[str, str], ...] = ()
    """The names, below media/, and the digests of what was made of it; empty where it goes there as it is."""


def photographs_of(
    root: Path,
    reading: Reading,
    there: Mapping[str, SourceRecord],
    before: Mapping[str, Negative],
    store: Store,
    mapper: MapperFor,
) -> Mapping[str, Negative]:
    """All photographs that front matter names and content/ has, by their paths below content/, sorted. Those that are
    new were made, and their bytes are in the store."""
    wanted = {name: record.digest for name in _named(reading) if (record := there.get(f"{CONTENT}/{name}"))}
    found = {name: old for name in wanted if (old := before.get(name)) and old.source == wanted[name]}
    unknown = []
    for name in wanted.keys() - found.keys():
        kept = store.get(_row(name, wanted[name]))
        if kept is None:
            unknown.append(name)
        else:
            found[name] = _decoded(kept)
    unknown.sort()
    with mapper(_WORK * len(unknown)) as mapped:
        for name, (negative, files) in zip(unknown, mapped(partial(_made, root), unknown), strict=True):
            found[name] = negative
            store.put(_row(name, negative.source), msgspec.msgpack.encode(negative))
            for digest, content in files:
                store.put(f"=photograph/{digest}", content)
    for name in before.keys() - wanted.keys():
        _forget(name, before[name], found.values(), store)
    for name in before.keys() & wanted.keys():
        if before[name].source != found[name].source:
            _forget(name, before[name], found.values(), store)
    return {name: found[name] for name in sorted(found)}


def content_of(root: Path, name: str, file: str, digest: str, store: Store) -> bytes:
    """The bytes of one version. Where the store has lost them they are made again."""
    kept = store.get(f"=photograph/{digest}")
    if kept is not None:
        return kept
    from site_builder.build.darkroom import develop

    made = develop(name, (root / CONTENT / name).read_bytes())
    return dict(made.files)[file]


def unusable(reading: Reading, photographs: Mapping[str, Negative]) -> Iterator[Diagnostic]:
    """S012 for every photograph that an entry names and that cannot be shown."""
    for path, entry in reading.entries.items():
        negative = photographs.get(entry.image)
        if negative is None or negative.photograph is not None:
            continue
        place = reading.library.places(path).get(f"media[{entry.media.index(entry.image)}]")
        yield Diagnostic(
            "S012",
            Severity.WARNING,
            place.span(path) if place else Span(path),
            f"the picture {CONTENT}/{entry.image} cannot be used: {negative.fault}",
            f"{negative.hint}. Until then the entry shows its emblem",
            place.excerpt if place else "",
        )


def _named(reading: Reading) -> Iterable[str]:
    return dict.fromkeys(entry.image for entry in reading.entries.values() if entry.image)


def _made(root: Path, name: str) -> tuple[Negative, tuple[tuple[str, bytes], ...]]:
    from site_builder.build.darkroom import develop

    data = (root / CONTENT / name).read_bytes()
    made = develop(name, data)
    files = tuple((file, digest_of_bytes(content), content) for file, content in made.files)
    known = tuple((file, digest) for file, digest, _ in files)
    negative = Negative(digest_of_bytes(data), made.photograph, made.fault, made.hint, known)
    return negative, tuple((digest, content) for _, digest, content in files)


def _row(name: str, source: str) -> str:
    return f"=negative/{digest_of((name, source))}"


def _forget(name: str, negative: Negative, others: Iterable[Negative], store: Store) -> None:
    store.drop(_row(name, negative.source))
    still = {digest for other in others for _, digest in other.files}
    for _, digest in negative.files:
        if digest not in still:
            store.drop(f"=photograph/{digest}")


def _decoded(blob: bytes) -> Negative:
    try:
        return msgspec.msgpack.decode(blob, type=Negative)
    except msgspec.MsgspecError as error:
        raise StoreFault(str(error)) from error
