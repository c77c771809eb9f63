"""The stage that parses: each entry whose bytes are new, and none that was read before, by whichever build."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import compress
from operator import is_not
from pathlib import Path

import msgspec

from site_builder.build.parsing import Library, is_unread, parsed_name, reader, unread_name
from site_builder.build.progress import Progress, counted
from site_builder.build.records import EntryRecord, SourceRecord
from site_builder.build.scan import CONTENT, Scan
from site_builder.build.store import Store
from site_builder.build.workers import Mapper
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.digest import digest_of_bytes
from site_builder.model.facts import Facts
from site_builder.model.source import Place, Source, Span

MapperFor = Callable[[int], AbstractContextManager[Mapper]]
"""A mapper for so many items."""


_UNREAD = EntryRecord("", "")


class Reading(msgspec.Struct, frozen=True):
    sources: Mapping[str, SourceRecord]
    """Of the entries, by path, sorted."""
    entries: Mapping[str, EntryRecord]
    """By path, sorted."""
    library: Library
    changed: frozenset[str]
    """Paths of entries that were added, removed or parsed to something else."""
    facts: Mapping[str, Facts | None]
    """Of those that changed, by path; None where there are none any more, or they are those of a draft."""

    def places(self, paths: Iterable[str]) -> Mapping[str, Mapping[str, Place]]:
        """Where things stand in those of the files that are entries, by path."""
        return {path: self.library.places(path) for path in paths if path in self.entries}


class Read(msgspec.Struct, frozen=True):
    """What the last build knew of the entries."""

    sources: Mapping[str, SourceRecord] = {}
    entries: Mapping[str, EntryRecord] = {}


def read_entries(
    root: Path, found: Scan, before: Read, config: SiteConfig, store: Store, mapper: MapperFor, progress: Progress
) -> Reading:
    """All entries, parsed. What was parsed is in the store at once: it stays true whatever becomes of this build.

    `before` must be empty if the facets, or whether drafts are built, have changed since.
    """
    sources = dict(found.entries)
    parsed: dict[str, str] = {}
    unknown: list[Source] = []
    # The very record where the file need not be looked into: that is told ten times as quickly as digests.
    for path in compress(found.entries, map(is_not, found.entries.values(), map(before.sources.get, found.entries))):
        record, source_before = found.entries[path], before.sources.get(path)
        if source_before is not None and source_before.digest == record.digest:
            continue
        name = parsed_name(path, record.digest, config.facets)
        if store.get(name) is None:
            source = found.read.get(path) or Source(path, (root / path).read_bytes())
            digest = digest_of_bytes(source.data)
            if digest != record.digest:
                # Somebody saved it since it was looked at, or its record did not tell the truth.
                sources[path] = SourceRecord(record.stamp, digest, settled=False)
                name = parsed_name(path, digest, config.facets)
            unknown.append(source)
        parsed[path] = name
    with mapper(len(unknown)) as mapped:
        blobs = mapped(reader(config.facets), unknown)
        for source, blob in zip(unknown, counted(blobs, "reading", len(unknown), progress), strict=True):
            if is_unread(blob):
                # On a machine that was busy, it may be read the next time. Until then the file is one that has changed.
                sources[source.path] = SourceRecord(sources[source.path].stamp, digest="", settled=False)
                parsed[source.path] = unread_name(parsed[source.path])
            store.put(parsed[source.path], blob)
    return _reading(sources, parsed, store, before, drafts=config.drafts)


def _reading(
    sources: Mapping[str, SourceRecord], parsed: Mapping[str, str], store: Store, before: Read, *, drafts: bool
) -> Reading:
    """The reading where all entries are as they were `before`, but for those that are gone, and those `parsed`."""
    facts: dict[str, Facts | None] = dict.fromkeys(before.entries.keys() - sources.keys())
    changed = set(facts)
    library = Library(store, parsed, before.entries)
    # A copy where the files are the same ones: that is told ten times as quickly as one is made, file by file.
    if list(before.entries) == list(sources):
        entries = dict(before.entries)
    else:
        entries = {path: before.entries.get(path, _UNREAD) for path in sources}
    for path, name in parsed.items():
        known = before.entries.get(path)
        if known is not None and known.parsed == name:
            continue
        read = library.facts(path)
        wanted = read if read is not None and (drafts or not read.draft) else None
        entries[path] = library.record(path, wanted)
        changed.add(path)
        facts[path] = wanted
    return Reading(sources, entries, library, frozenset(changed), facts)


def told_of_entries(reading: Reading) -> Iterator[Diagnostic]:
    """What is wrong in the files, in the order of their paths."""
    for path, entry in reading.entries.items():
        if not entry.faulty:
            continue
        told = reading.library.diagnostics(path)
        if entry.entity or reading.library.facts(path) is None:
            yield from told
        elif place := reading.library.places(path).get("draft"):
            # Of a draft nothing matters but whether it is meant to be one.
            yield from (fault for fault in told if fault.span.line == place.line)


def missing_pictures(reading: Reading, pictures: Mapping[str, SourceRecord]) -> Iterator[Diagnostic]:
    """F019 for every picture that an entry shows and content/ does not have."""
    for path, entry in reading.entries.items():
        for index, name in enumerate(entry.media):
            if f"{CONTENT}/{name}" in pictures:
                continue
            place = reading.library.places(path).get(f"media[{index}]")
            yield Diagnostic(
                "F019",
                Severity.ERROR,
                place.span(path) if place else Span(path),
                f"there is no picture {CONTENT}/{name}",
                "put the file there, or mend its name; capital letters count",
                place.excerpt if place else "",
            )
