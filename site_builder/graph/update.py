"""The other half of an update: everything that follows from a revision, table by table."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from site_builder.graph.collation import sort_key
from site_builder.graph.directory import Directory
from site_builder.graph.encyclopedia import Encyclopedia, Entity, Kinship
from site_builder.graph.entry_links import EntryLinks, Stated, entry_links
from site_builder.graph.findings import in_order
from site_builder.graph.gathering import (
    Gathering,
    backlinks_after,
    members_after,
    relations_after,
    venues_after,
    wanted_after,
)
from site_builder.graph.mentions import Recognised
from site_builder.graph.misspellings import Suspect, judged, suspect
from site_builder.graph.names import NameTable
from site_builder.graph.related import Circles, concerned, related_to
from site_builder.graph.revision import Revision
from site_builder.graph.sort_names import sort_name
from site_builder.graph.tables import Delta, delta, patched
from site_builder.graph.terms import TermValue, values_of
from site_builder.graph.world import Changes, World
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts
from site_builder.model.identity import MUSICIANS, EntityId, kind_of

_NOTHING = Stated()


def update(world: World, revision: Revision, recognised: Mapping[EntityId, Recognised]) -> tuple[World, Changes]:
    """The world after the revision, equal in every field to one that is linked from nothing, and what differs.

    `recognised` has the names in the prose of every entry that is new or changed, of every one whose text did, and of
    every one that the renaming concerns.
    """
    old, names = world.site, revision.names
    entries = patched(world.entries, revision.entries)
    entities = _entities(world, revision)
    all_entities = patched(old.entities, entities)
    directory = Directory(names, entries, old.config)
    links = _linked_anew(world, revision, recognised, directory, all_entities)
    stated = delta(world.stated, {entity: _worth_keeping(said) for entity, said in links.items()})
    gathering = Gathering(old, world.stated, links, entries, all_entities, patched(world.stated, stated))

    memberships = delta(
        old.memberships, {key: (said.memberships or None) if said else None for key, said in links.items()}
    )
    venue_countries = delta(old.venue_countries, {key: said.country if said else None for key, said in links.items()})
    targets = delta(old.targets, {key: said.targets if said else None for key, said in links.items()})
    mentions = delta(old.mentions, {key: (said.mentions or None) if said else None for key, said in links.items()})
    members = delta(old.members, members_after(gathering))
    venues_in = delta(old.venues_in, venues_after(gathering))
    relations = delta(old.relations, relations_after(gathering))
    backlinks = delta(old.backlinks, backlinks_after(gathering))
    wanted = wanted_after(gathering)
    all_memberships = patched(old.memberships, memberships)
    all_members = patched(old.members, members)
    all_relations = patched(old.relations, relations)
    related = delta(
        old.related,
        _related(
            {**memberships, **relations},
            Circles(old.memberships, old.members, old.relations),
            Circles(all_memberships, all_members, all_relations),
        ),
    )
    site = Encyclopedia(
        config=old.config,
        entities=all_entities,
        memberships=all_memberships,
        members=all_members,
        venues_in=patched(old.venues_in, venues_in),
        venue_countries=patched(old.venue_countries, venue_countries),
        relations=all_relations,
        targets=patched(old.targets, targets),
        mentions=patched(old.mentions, mentions),
        backlinks=patched(old.backlinks, backlinks),
        related=patched(old.related, related),
        ambiguities=names.ambiguities,
        wanted=wanted,
        redirects=names.redirects,
    )
    used = {each.term for said in links.values() if said for each in said.memberships}
    used.update(said.country for said in links.values() if said and said.country)
    terms = {*members, *venues_in, *revision.renaming.entities, *revision.entries, *(used & world.suspects.keys())}
    suspects = judged(world.suspects, world.names, names, _suspects(sorted(terms), site, entries, names))
    updated = World(
        addresses=patched(world.addresses, revision.addresses),
        entries=entries,
        late=patched(world.late, revision.late),
        names=names,
        stated=gathering.stated,
        suspects=patched(world.suspects, suspects),
        findings=world.findings,
        site=site,
    )
    findings = delta(world.findings, _findings(world, updated, revision, links, suspects))
    return replace(updated, findings=patched(world.findings, findings)), Changes(
        addresses=revision.addresses,
        entries=revision.entries,
        late=revision.late,
        names=names is not world.names,
        stated=stated,
        suspects=suspects,
        findings=findings,
        entities=entities,
        memberships=memberships,
        members=members,
        venues_in=venues_in,
        venue_countries=venue_countries,
        relations=relations,
        targets=targets,
        mentions=mentions,
        backlinks=backlinks,
        related=related,
        ambiguities=names.ambiguities != old.ambiguities,
        wanted=wanted != old.wanted,
        redirects=names.redirects != old.redirects,
    )


def _entities(world: World, revision: Revision) -> Delta[EntityId, Entity]:
    """The entities that differ: by their entry, or by what they are called."""
    names = revision.names.names
    values: dict[EntityId, Entity | None] = {}
    for entity in {**revision.renaming.entities, **revision.entries}:
        entry = revision.entries[entity][1] if entity in revision.entries else world.entries.get(entity)
        values[entity] = _entity(entity, names[entity][0], entry) if entity in names else None
    return delta(world.site.entities, values)


def _entity(entity: EntityId, name: str, entry: Facts | None) -> Entity:
    stated = entry.sort_name if entry else ""
    listed = stated or (sort_name(name) if kind_of(entity) == MUSICIANS else name)
    return Entity(
        id=entity,
        name=name,
        sort_name=listed,
        sort_key=f"{sort_key(listed)}\x01{entity}",
        summary=entry.summary if entry else "",
        facts=entry,
    )


def _linked_anew(
    world: World,
    revision: Revision,
    recognised: Mapping[EntityId, Recognised],
    directory: Directory,
    entities: Mapping[EntityId, Entity],
) -> Mapping[EntityId, EntryLinks | None]:
    """What those entries say now that may say something else than before, by sort key; None for those that are gone."""
    entries = directory.entries
    concerned_ones = {entity for entity in recognised if entity in entries}
    concerned_ones.update(entity for entity, (_, entry) in revision.entries.items() if entry)
    concerned_ones.update(_with_links_into(world, revision, entries))
    if not revision.renaming.none:
        # What is wrong with an entry is said in words that any name can change.
        owners = (entity for path in world.findings if (entity := world.addresses[path]) in entries)
        concerned_ones.update(owners)
    links: dict[EntityId, EntryLinks | None] = {
        entity: None for entity, (_, entry) in revision.entries.items() if entry is None
    }
    for entity in sorted(concerned_ones, key=lambda entity: entities[entity].sort_key):
        prose = recognised.get(entity)
        if prose is None:
            prose = Recognised() if entity in revision.entries else _recognised_before(entity, world)
        links[entity] = entry_links(entries[entity], prose, directory)
    return links


def _with_links_into(world: World, revision: Revision, entries: Mapping[EntityId, Facts]) -> Iterator[EntityId]:
    """The entries with links to headings of pages that have other headings now."""
    for entity, (old, new) in revision.entries.items():
        if (old.anchors if old else ()) != (new.anchors if new else ()):
            for link in world.site.backlinks.get(entity, ()):
                if link.source in entries and any(each.anchor for each in entries[link.source].references):
                    yield link.source


def _recognised_before(entity: EntityId, world: World) -> Recognised:
    return Recognised(world.site.mentions.get(entity, ()), world.stated.get(entity, _NOTHING).ambiguous)


def _worth_keeping(said: EntryLinks | None) -> Stated | None:
    return said.stated if said and said.stated != _NOTHING else None


def _related(changed: Iterable[EntityId], old: Circles, new: Circles) -> Mapping[EntityId, tuple[Kinship, ...] | None]:
    return {musician: related_to(musician, new) or None for musician in sorted(concerned(changed, old, new))}


def _suspects(
    terms: Iterable[EntityId], site: Encyclopedia, entries: Mapping[EntityId, Facts], names: NameTable
) -> Mapping[EntityId, Suspect | None]:
    suspects = {}
    for term in terms:
        members, venues = site.members.get(term, ()), site.venues_in.get(term, ())
        users = [*(each.musician for each in members[:2]), *venues[:2]]
        value = next(_values_for(term, entries[users[0]], site, names), None) if users else None
        suspects[term] = suspect(term, names, len(users), value)
    return suspects


def _values_for(term: EntityId, entry: Facts, site: Encyclopedia, names: NameTable) -> Iterator[TermValue]:
    return (value for value in values_of(entry, site.config) if names.resolve(value.name, value.kind) == (term,))


def _findings(
    world: World,
    updated: World,
    revision: Revision,
    linked_anew: Iterable[EntityId],
    suspects: Delta[EntityId, Suspect],
) -> Mapping[str, tuple[Finding, ...] | None]:
    """The findings of every file that may have others now."""
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for found in updated.names.findings:
        by_path[found.path].append(found)
    for term, each in updated.suspects.items():
        for found in each.findings(term):
            by_path[found.path].append(found)
    paths = {facts.path for pair in revision.entries.values() for facts in pair if facts}
    paths.update(updated.entries[entity].path for entity in linked_anew if entity in updated.entries)
    paths.update(each.path for pair in suspects.values() for each in pair if each and each.path)
    if updated.names is not world.names:
        paths.update(found.path for found in (*world.names.findings, *updated.names.findings))
    values: dict[str, tuple[Finding, ...] | None] = {}
    for path in paths:
        entity = updated.addresses.get(path)
        own = updated.stated.get(entity, _NOTHING).findings if entity and updated.entries[entity].path == path else ()
        values[path] = in_order((*own, *by_path[path])) if own or path in by_path else None
    return values
