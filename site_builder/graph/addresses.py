"""Who lives at which address: of two files that want one, the first by path gets it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.content.slugs import slugify
from site_builder.graph.encyclopedia import Redirect
from site_builder.graph.findings import finding
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId, entity_id, kind_of

_Names = Mapping[EntityId, Sequence[str]]
"""All entities, with their names."""


def entries_of(facts: Iterable[Facts]) -> Mapping[EntityId, Facts]:
    """The entry at each address, sorted by path."""
    entries: dict[EntityId, Facts] = {}
    for entry in sorted(facts, key=lambda facts: facts.path):
        entries.setdefault(entry.id, entry)
    return entries


def shared_addresses(facts: Iterable[Facts], entries: Mapping[EntityId, Facts]) -> Iterator[Finding]:
    """A001 for every file that came too late."""
    for late in facts:
        first = entries[late.id]
        if late.path != first.path:
            yield finding(
                "A001",
                late.path,
                "slug",
                f'the address "{late.id}" belongs to {first.path} already',
                "rename one of the two files, or give it another `slug`",
                related=((first.path, "slug"),),
            )


def former_addresses_in_use(entries: Mapping[EntityId, Facts], names: _Names) -> Iterator[Finding]:
    """A002 for every former address that belongs to another page."""
    owners = _former_addresses(entries)
    for entry in entries.values():
        for index, slug in enumerate(entry.former_slugs):
            old = entity_id(kind_of(entry.id), slug)
            resident = old if old in names else owners[old]
            if resident == entry.id:
                continue
            home = entries.get(resident)
            yield finding(
                "A002",
                entry.path,
                f"former_slugs[{index}]",
                f'"{slug}" {"is the" if old in names else "is a former"} address of "{names[resident][0]}"',
                f'delete "{slug}" from `former_slugs`',
                ((home.path, "slug" if old in names else "former_slugs"),) if home else (),
            )


def redirects_of(entries: Mapping[EntityId, Facts], names: _Names) -> tuple[Redirect, ...]:
    """What leads to an entity, by address: its former addresses, and those of its aliases that nobody else wants."""
    redirects = {old: Redirect(old, owner, "") for old, owner in _former_addresses(entries).items() if old not in names}
    for old, (alias, *others) in _alias_addresses(entries).items():
        if not others and old not in names and old not in redirects:
            redirects[old] = alias
    return tuple(redirects[old] for old in sorted(redirects))


def _former_addresses(entries: Mapping[EntityId, Facts]) -> Mapping[EntityId, EntityId]:
    """The first entry that lays claim to each former address."""
    owners: dict[EntityId, EntityId] = {}
    for entry in entries.values():
        for slug in entry.former_slugs:
            owners.setdefault(entity_id(kind_of(entry.id), slug), entry.id)
    return owners


def _alias_addresses(entries: Mapping[EntityId, Facts]) -> Mapping[EntityId, list[Redirect]]:
    """For each address that an alias would have: the entities of that alias."""
    wanted: dict[EntityId, dict[EntityId, Redirect]] = {}
    for entry in entries.values():
        for alias in entry.aliases:
            if slug := slugify(alias):
                old = entity_id(kind_of(entry.id), slug)
                wanted.setdefault(old, {}).setdefault(entry.id, Redirect(old, entry.id, alias))
    return {old: list(redirects.values()) for old, redirects in wanted.items()}
