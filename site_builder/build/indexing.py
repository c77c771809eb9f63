"""The stage that indexes: brings the index of all texts up to date with the entries whose files changed."""

from collections.abc import Iterator, Mapping

import msgspec

from site_builder.build.linking import Linking
from site_builder.build.memory import Memory
from site_builder.build.reading import MapperFor, Reading
from site_builder.graph.world import World
from site_builder.model.facts import Document
from site_builder.model.identity import MUSICIANS, EntityId
from site_builder.pages.overview import Overview
from site_builder.pages.tables import INDEXED, SHARD_PREFIXES, SHARDS
from site_builder.pages.tracking import ONLY, WHOLE
from site_builder.search.index import Edit, TextIndex, index_of, order_of, updated
from site_builder.search.words import WordLists, indexer, ranked

_MOST_EDITS = 200
"""More than so many are read more quickly by several processes."""


class Indexing(msgspec.Struct, frozen=True):
    index: TextIndex
    changed: frozenset[str]
    """The prefixes of the shards that are new, gone or different; a few too many do no harm."""

    def reads(self, before: TextIndex | None) -> Iterator[tuple[str, str]]:
        """Every read, as table and key, that may give something else than it did."""
        old = before or TextIndex()
        yield from ((SHARDS, prefix) for prefix in self.changed)
        if self.changed:
            yield SHARDS, WHOLE
        if self.index.prefixes != old.prefixes:
            yield SHARD_PREFIXES, ONLY
        if self.index.entries != old.entries:
            yield INDEXED, ONLY


def index_texts(before: Memory, linking: Linking, overview: Overview, reading: Reading, mapper: MapperFor) -> Indexing:
    """The index of these entries. `before` is empty where other settings make everything different."""
    numbered = (*overview.kinds[MUSICIANS], *overview.texts)
    known = before.index
    if known is not None and known.order == order_of(numbered) and len(linking.rewritten) <= _MOST_EDITS:
        edits = _edits(numbered, before, linking, reading)
        if edits is not None:
            return Indexing(*updated(known, edits))
    index = index_of(numbered, linking.words or _words_of_all(linking.world, reading, mapper))
    old = known.shards if known else {}
    return Indexing(index, frozenset([*old, *index.shards]))


def _edits(
    numbered: tuple[EntityId, ...], before: Memory, linking: Linking, reading: Reading
) -> tuple[Edit, ...] | None:
    """What the entries that were written anew say now, and said before; None where that is no longer known."""
    if before.world is None:
        return None
    touched = {*linking.rewritten, *linking.changes.entries}
    records, word_lists = before.summary.entries, indexer()

    def ranks(document: Document | None) -> Mapping[str, int]:
        return ranked(word_lists(document)) if document else {}

    edits: list[Edit] = []
    for number, entity in enumerate(numbered):
        if entity in touched:
            old, new = before.world.entries[entity].path, linking.world.entries[entity].path
            earlier = reading.library.earlier({old: records[old].parsed} if old in records else {})
            if not earlier.knows(old):
                return None
            edits.append((number, ranks(earlier.document(old)), ranks(reading.library.document(new))))
    return tuple(edits)


def _words_of_all(world: World, reading: Reading, mapper: MapperFor) -> Mapping[EntityId, WordLists]:
    word_lists = indexer()

    def words(entity: EntityId) -> WordLists:
        document = reading.library.document(world.entries[entity].path)
        return word_lists(document) if document else ""

    entities = list(world.entries)
    with mapper(len(entities)) as mapped:
        return dict(zip(entities, mapped(words, entities), strict=True))
