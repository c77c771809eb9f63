"""The files that come as they are: the theme's assets, and the pictures that pages show."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from site_builder.build.records import EntryRecord, SourceRecord
from site_builder.build.scan import CONTENT
from site_builder.model.digest import digest_of_bytes
from site_builder.model.identity import OutputPath
from site_builder.theme.layers import Theme

MEDIA = "media"
STATIC = "static"


class Copy(NamedTuple):
    path: OutputPath
    digest: str
    content: Callable[[], bytes]


def assets_of(theme: Theme) -> Iterable[Copy]:
    for asset in theme.assets():
        path = OutputPath(f"{STATIC}/{asset.name}")
        yield Copy(path, digest_of_bytes(asset.content), partial(bytes, asset.content))


def pictures_of(root: Path, entries: Mapping[str, EntryRecord], there: Mapping[str, SourceRecord]) -> Iterable[Copy]:
    """The pictures that entries show, as far as they are there."""
    for name in shown(entries):
        source = f"{CONTENT}/{name}"
        if source in there:
            place = root / source
            yield Copy(OutputPath(f"{MEDIA}/{name}"), there[source].digest, place.read_bytes)


def shown(entries: Mapping[str, EntryRecord]) -> Iterable[str]:
    """The pictures that entries show, by their paths below content/, sorted; missing ones (F019) too."""
    return sorted({name for entry in entries.values() for name in entry.media})
