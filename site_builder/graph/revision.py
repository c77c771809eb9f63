"""The first half of an update: which entry lives at which address now, and what everything is called."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from site_builder.content.names import name_key
from site_builder.graph.names import NameTable, build_names
from site_builder.graph.renaming import Renaming, renaming
from site_builder.graph.tables import Delta, delta, patched
from site_builder.graph.terms import TermValue, values_of
from site_builder.graph.world import World
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId


class Revision(msgspec.Struct, frozen=True):
    """What changed in the entries and in the names. The other half of the update is `update.update`."""

    addresses: Delta[str, EntityId]
    entries: Delta[EntityId, Facts]
    """The entries that differ. Those that there are now want their prose recognised anew."""
    late: Delta[EntityId, tuple[Facts, ...]]
    names: NameTable
    renaming: Renaming
    """It tells of every other entry whether the names concern it; then its prose wants to be recognised anew, too."""


def revise(world: World, changes: Mapping[str, Facts | None], names: NameTable | None = None) -> Revision:
    """The revision that files cause, each given by its path with its new facts, or None if it is gone.

    The names are made, unless somebody has them already.
    """
    addresses = {path: (world.addresses.get(path), facts.id if facts else None) for path, facts in changes.items()}
    contested = dict.fromkeys(id_ for pair in addresses.values() for id_ in pair if id_ is not None)
    entries: dict[EntityId, Facts | None] = {}
    late: dict[EntityId, tuple[Facts, ...] | None] = {}
    arrived: dict[EntityId, list[Facts]] = {}
    for facts in changes.values():
        if facts:
            arrived.setdefault(facts.id, []).append(facts)
    for entity in contested:
        owner = world.entries.get(entity)
        standing = (facts for facts in (owner, *world.late.get(entity, ())) if facts and facts.path not in changes)
        first, *rest = sorted((*standing, *arrived.get(entity, ())), key=lambda facts: facts.path) or [None]
        entries[entity] = first
        late[entity] = tuple(facts for facts in rest if facts) or None
    revised = delta(world.entries, entries), delta(world.late, late)
    if names is None:
        names = world.names if _keeps_names(world, *revised) else _names(world, *revised)
    moved = {path: (old, new) for path, (old, new) in addresses.items() if old != new}
    return Revision(moved, *revised, names, renaming(world.names, names))


def _names(world: World, entries: Delta[EntityId, Facts], late: Delta[EntityId, tuple[Facts, ...]]) -> NameTable:
    owners = patched(world.entries, entries).values()
    latecomers = (facts for files in patched(world.late, late).values() for facts in files)
    names = build_names([*owners, *latecomers], world.site.config)
    return world.names if names == world.names else names


def _keeps_names(world: World, entries: Delta[EntityId, Facts], late: Delta[EntityId, tuple[Facts, ...]]) -> bool:
    """Whether the table of names is bound to be what it was.

    It is where every entry keeps all its own names, and those of its values that have a say in the names of terms:
    values that some entry answers to, or a term that an earlier file has spelt already, have none.
    """
    if any(_paths(old) != _paths(new) for old, new in late.values()):
        return False
    return all(
        old is not None
        and new is not None
        and _own_names(old) == _own_names(new)
        and list(_spelling_values(old, world)) == list(_spelling_values(new, world))
        for old, new in entries.values()
    )


def _paths(files: Iterable[Facts] | None) -> list[str]:
    return [facts.path for facts in files or ()]


def _own_names(entry: Facts) -> tuple[str, str, str, tuple[str, ...], tuple[str, ...]]:
    return entry.path, entry.name, entry.sort_name, entry.aliases, entry.former_slugs


def _spelling_values(entry: Facts, world: World) -> Iterator[tuple[str, str, str]]:
    """Kind, name and place of the values that can decide how a term is spelt, or be at fault for it."""
    for value in values_of(entry, world.site.config):
        if not _is_settled(value, world.names):
            yield value.kind, value.name, value.place


def _is_settled(value: TermValue, names: NameTable) -> bool:
    if name_key(value.name) in names.unsettled.get(value.kind, ()):
        return False
    holders = names.holders(value.name, value.kind)
    return bool(holders) and all(names.writers.get(holder, "") < value.path for holder in holders)
