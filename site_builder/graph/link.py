"""The facts of all files, resolved against each other: the only stage that sees the whole."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from site_builder.content.names import name_key
from site_builder.graph.addresses import entries_of, redirects_of
from site_builder.graph.backlinks import backlinks_of
from site_builder.graph.collation import sort_key
from site_builder.graph.encyclopedia import Encyclopedia, Entity, Wanted
from site_builder.graph.findings import finding, in_order
from site_builder.graph.memberships import resolve_memberships
from site_builder.graph.mentions import Recognised
from site_builder.graph.misspellings import misspelt_terms
from site_builder.graph.names import NameTable
from site_builder.graph.nearest import NearestNames
from site_builder.graph.references import Wish, resolve_references
from site_builder.graph.related import related_musicians
from site_builder.graph.relations import resolve_relations
from site_builder.graph.sort_names import sort_name
from site_builder.graph.writing import any_of, wiki_link
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts
from site_builder.model.identity import MUSICIANS, EntityId, kind_of


class Linked(msgspec.Struct, frozen=True):
    encyclopedia: Encyclopedia
    findings: tuple[Finding, ...]
    """Those of the names, too; by path and place."""


def link(
    facts: Sequence[Facts], recognised: Mapping[EntityId, Recognised], names: NameTable, config: SiteConfig
) -> Linked:
    """The encyclopedia of these facts, and all that is wrong with them, in whatever order they come."""
    entries = entries_of(facts)
    entities = _entities(entries, names)
    nearest = NearestNames(names)
    references = resolve_references(entries, names, nearest, config)
    memberships = resolve_memberships(entries, entities, names, config)
    relations = resolve_relations(entries, entities, names, nearest)
    found = {entity: recognised[entity] for entity in sorted(entries) if config.mentions and entity in recognised}
    mentions = {entity: prose.mentions for entity, prose in found.items() if prose.mentions}
    encyclopedia = Encyclopedia(
        config=config,
        entities=entities,
        memberships=memberships.by_musician,
        members=memberships.by_term,
        venues_in=memberships.venues_in,
        venue_countries=memberships.venue_countries,
        relations=relations.by_musician,
        targets=references.targets,
        mentions=mentions,
        backlinks=backlinks_of(entries, entities, references.targets, mentions),
        related=related_musicians(entities, memberships.by_musician, relations.by_musician),
        ambiguities=names.ambiguities,
        wanted=_wanted((*references.wishes, *relations.wishes), entities),
        redirects=redirects_of(entries, names.names),
    )
    findings = (
        *names.findings,
        *references.findings,
        *memberships.findings,
        *misspelt_terms(names.names, entries, memberships.uses),
        *relations.findings,
        *_ambiguous_names(entries, found, names, config),
    )
    return Linked(encyclopedia, in_order(findings))


def _entities(entries: Mapping[EntityId, Facts], names: NameTable) -> Mapping[EntityId, Entity]:
    return {entity: _entity(entity, spellings[0], entries.get(entity)) for entity, spellings in names.names.items()}


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


def _wanted(wishes: Sequence[Wish], entities: Mapping[EntityId, Entity]) -> tuple[Wanted, ...]:
    """The wishes by name, in the order of the alphabet; the first entry by path decides how a name is spelt."""
    spellings: dict[str, str] = {}
    sources: defaultdict[str, set[EntityId]] = defaultdict(set)
    for wish in wishes:
        key = name_key(wish.name)
        spellings.setdefault(key, wish.name)
        sources[key].add(wish.source)
    return tuple(
        Wanted(spellings[key], tuple(sorted(sources[key], key=lambda source: entities[source].sort_key)))
        for key in sorted(sources, key=lambda key: (sort_key(key), key))
    )


def _ambiguous_names(
    entries: Mapping[EntityId, Facts],
    recognised: Mapping[EntityId, Recognised],
    names: NameTable,
    config: SiteConfig,
) -> Iterator[Finding]:
    """L005 for every name in prose that could mean several entities."""
    for entity, prose in recognised.items():
        for name in prose.ambiguous:
            sentence = f"{name.sentence.before}{name.sentence.link}{name.sentence.after}"
            links = [wiki_link(candidate, names, config, label=name.text) for candidate in name.candidates]
            yield finding(
                "L005",
                entries[entity].path,
                "",
                f'"{name.text}" in "{sentence}" could be {any_of(name.candidates)}',
                f"if it matters which one, write {any_of(links)}",
            )
