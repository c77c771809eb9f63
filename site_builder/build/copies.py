"""The files that come as they are: the theme's assets, and the pictures that pages show."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from site_builder.build.photographs import Negative, content_of
from site_builder.build.records import EntryRecord, SourceRecord
from site_builder.build.scan import CONTENT
from site_builder.build.store import Store
from site_builder.model.digest import digest_of, digest_of_bytes
from site_builder.model.identity import OutputPath
from site_builder.theme.layers import Asset, Theme, made_of

MEDIA = "media"
STATIC = "static"


class Copy(NamedTuple):
    path: OutputPath
    digest: str
    content: Callable[[], bytes]


def assets_of(theme: Theme, memory: Store | None = None) -> Iterable[Copy]:
    """What the theme gives to static/. `memory` knows the bundles that were joined before: to minify takes a while."""
    for name, parts in theme.sources().items():
        yield Copy(OutputPath(f"{STATIC}/{name}"), _digest(name, parts, memory), partial(_content, name, parts))


def _digest(name: str, parts: tuple[Asset, ...], memory: Store | None) -> str:
    """The digest of what is made of the parts."""
    if memory is None or (len(parts) == 1 and parts[0].name == name):
        return digest_of_bytes(_content(name, parts))
    kept = f"=bundle/{digest_of((name, [(part.name, part.content) for part in parts]))}"
    digest = memory.get(kept)
    if digest is None:
        digest = digest_of_bytes(_content(name, parts)).encode()
        memory.put(kept, digest)
    return digest.decode()


def _content(name: str, parts: tuple[Asset, ...]) -> bytes:
    return made_of(name, parts).content


def pictures_of(
    root: Path,
    entries: Mapping[str, EntryRecord],
    there: Mapping[str, SourceRecord],
    photographs: Mapping[str, Negative],
    store: Store,
) -> Iterable[Copy]:
    """The pictures that entries show, as far as they are there: photographs in all versions, others as they are."""
    for name in shown(entries):
        source = f"{CONTENT}/{name}"
        if name in photographs and photographs[name].files:
            for file, digest in photographs[name].files:
                content = partial(content_of, root, name, file, digest, store)
                yield Copy(OutputPath(f"{MEDIA}/{file}"), digest, content)
        elif source in there:
            place = root / source
            yield Copy(OutputPath(f"{MEDIA}/{name}"), there[source].digest, place.read_bytes)


def pictures_expected(entries: Mapping[str, EntryRecord], photographs: Mapping[str, Negative]) -> frozenset[OutputPath]:
    """Where pages may find a picture, whether it could be had or not: missing ones are told by their entries (F019)."""
    names = [*shown(entries), *(file for negative in photographs.values() for file, _ in negative.files)]
    return frozenset(OutputPath(f"{MEDIA}/{name}") for name in names)


def shown(entries: Mapping[str, EntryRecord]) -> Iterable[str]:
    """The pictures that entries show, by their paths below content/, sorted; missing ones (F019) too."""
    return sorted({name for entry in entries.values() for name in entry.media})
