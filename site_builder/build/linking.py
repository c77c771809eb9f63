"""The stage that links: brings the world up to date with the entries that changed, and with those they concern."""

from collections.abc import Iterator, Mapping

import msgspec

from site_builder.build.memory import Memory
from site_builder.build.reading import MapperFor, Reading
from site_builder.graph.mentions import Recognised, Searchable, recognise, searchable
from site_builder.graph.renaming import name_trace
from site_builder.graph.revision import Revision, revise
from site_builder.graph.update import update
from site_builder.graph.world import Changes, World, empty_world
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Diagnostic, locate
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId
from site_builder.search.words import WordLists, indexer

_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder(Recognised).decode


class Linking(msgspec.Struct, frozen=True):
    world: World
    changes: Changes
    rewritten: frozenset[EntityId]
    """The entries whose files say something else than they did, or are gone."""
    located: Mapping[str, tuple[Diagnostic, ...]]
    """What is wrong with what entries say of each other, by path, of the files where that may have changed."""
    traces: Mapping[str, str]
    """By which names can concern an entry, by path, of those that were written anew."""
    words: Mapping[EntityId, WordLists]
    """What a search finds the entries by; empty unless all of them were read for the first time."""


def link_entries(before: Memory, reading: Reading, config: SiteConfig, mapper: MapperFor) -> Linking:
    """The world of these entries. `before` is empty where other settings make everything different."""
    world = before.world or empty_world(config)
    facts = reading.facts if before.world is not None else dict(_all_facts(reading))
    revision = revise(world, {path: entry for path, entry in facts.items() if entry != _facts_at(path, world)})
    owners = {path: reading.entries[path].entity for path in facts if path in reading.entries}
    owners = {path: entity for path, entity in owners.items() if entity}
    waiting = dict.fromkeys([*owners, *_concerned(revision, before, reading)])
    recognised, traces, words = _recognised(list(waiting), world, revision, reading, config, mapper)
    updated, changes = update(world, revision, recognised)
    rewritten = frozenset([*map(EntityId, owners.values()), *revision.entries])
    return Linking(updated, changes, rewritten, dict(_located(updated, changes, reading)), traces, words)


def _all_facts(reading: Reading) -> Iterator[tuple[str, Facts | None]]:
    for path, entry in reading.entries.items():
        if entry.entity:
            yield path, reading.facts.get(path) or reading.library.facts(path)


def _facts_at(path: str, world: World) -> Facts | None:
    entity = world.addresses.get(path)
    if entity is None:
        return None
    candidates = (world.entries.get(entity), *world.late.get(entity, ()))
    return next((facts for facts in candidates if facts is not None and facts.path == path), None)


def _concerned(revision: Revision, before: Memory, reading: Reading) -> Iterator[str]:
    """The paths of entries that have to be linked anew though they are as they were."""
    yield from (facts.path for _, facts in revision.entries.values() if facts is not None)
    if not revision.renaming.none:
        for path, trace in before.details.traces.items():
            if path in reading.entries and reading.entries[path].entity and revision.renaming.concerns(trace):
                yield path


def _recognised(
    paths: list[str], world: World, revision: Revision, reading: Reading, config: SiteConfig, mapper: MapperFor
) -> tuple[Mapping[EntityId, Recognised], Mapping[str, str], Mapping[EntityId, WordLists]]:
    """The names in the prose of these files that are not the late ones of two, and the traces of all. Their words as
    well, if the world is empty: now they are at hand."""
    names, library = revision.names, reading.library
    word_lists = indexer() if config.search == "full" and not world.entries else None

    def read(path: str) -> tuple[EntityId, str, bytes, WordLists]:
        document = library.document(path)
        assert document is not None  # noqa: S101 - only files with an entity are asked for
        searched = searchable(document) if config.mentions else Searchable()
        found = recognise(document, names, searched)
        listed = word_lists(document) if word_lists else ""
        return document.facts.id, name_trace(document, config, searched), _ENCODE(found), listed

    recognised: dict[EntityId, Recognised] = {}
    traces: dict[str, str] = {}
    words: dict[EntityId, WordLists] = {}
    with mapper(len(paths)) as mapped:
        for path, (entity, trace, found, listed) in zip(paths, mapped(read, paths), strict=True):
            traces[path] = trace
            owner = revision.entries[entity][1] if entity in revision.entries else world.entries.get(entity)
            if owner is not None and owner.path == path:
                recognised[entity] = _DECODE(found)
                words[entity] = listed
    return recognised, traces, words if word_lists else {}


def _located(world: World, changes: Changes, reading: Reading) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
    """The findings of each file with line and column, where they or the places in the file may be others."""
    moved = {
        path
        for path, findings in world.findings.items()
        if path in reading.changed or any(other in reading.changed for each in findings for other, _ in each.related)
    }
    for path in sorted({*changes.findings, *moved}):
        findings = world.findings.get(path, ())
        concerned = {path, *(other for finding in findings for other, _ in finding.related)}
        places = reading.places(concerned)
        yield path, tuple(locate(finding, places) for finding in findings)
