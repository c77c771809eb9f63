"""What others say of each entity, gathered: its members, its venues, its relations, its backlinks, and who wants it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

import msgspec

from site_builder.content.names import name_key
from site_builder.graph.collation import sort_key
from site_builder.graph.encyclopedia import Backlink, Encyclopedia, Entity, Membership, Relation, Wanted
from site_builder.graph.entry_links import EntryLinks, Stated, sentences_of
from site_builder.graph.relations import completed
from site_builder.graph.tables import Row, regrouped
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId

_NOTHING = Stated()


class Gathering(msgspec.Struct, frozen=True):
    """What some entries say now, and what was gathered before they did."""

    before: Encyclopedia
    stated_before: Mapping[EntityId, Stated]
    links: Mapping[EntityId, EntryLinks | None]
    """Of the entries that are linked anew, by sort key; None for those that are gone."""
    entries: Mapping[EntityId, Facts]
    entities: Mapping[EntityId, Entity]
    stated: Mapping[EntityId, Stated]

    def place(self, entity: EntityId) -> str:
        return self.entities[entity].sort_key


def members_after(gathering: Gathering) -> Mapping[EntityId, tuple[Membership, ...] | None]:
    """The members of every term that somebody joins or leaves."""
    before = gathering.before.memberships
    left = (each.term for owner in gathering.links for each in before.get(owner, ()))
    rows = ((each.term, each) for _, said in _present(gathering) for each in said.memberships)
    return _regathered(gathering, gathering.before.members, left, rows, lambda membership: membership.musician)


def venues_after(gathering: Gathering) -> Mapping[EntityId, tuple[EntityId, ...] | None]:
    """The venues of every country that gains or loses one."""
    before = gathering.before.venue_countries
    left = (before[owner] for owner in gathering.links if owner in before)
    rows = ((said.country, owner) for owner, said in _present(gathering) if said.country)
    return _regathered(gathering, gathering.before.venues_in, left, rows, lambda venue: venue)


def backlinks_after(gathering: Gathering) -> Mapping[EntityId, tuple[Backlink, ...] | None]:
    """The backlinks of every entity that an entry speaks of, or spoke of before."""
    rows = (
        (target, Backlink(owner, sentence))
        for owner, said in _present(gathering)
        for target, sentence in sentences_of(gathering.entries[owner], said.targets, said.mentions).items()
    )
    return _regathered(gathering, gathering.before.backlinks, _left(gathering), rows, lambda link: link.source)


def relations_after(gathering: Gathering) -> Mapping[EntityId, tuple[Relation, ...] | None]:
    """The relations of every musician who changed, and of all whom these name, or named before."""
    links, before, stated = gathering.links, gathering.before.relations, gathering.stated
    namers: defaultdict[EntityId, set[EntityId]] = defaultdict(set)
    for owner, said in _present(gathering):
        for relation in said.stated.relations:
            if relation.other:
                namers[relation.other].add(owner)
    earlier = {relation.other for owner in links for relation in before.get(owner, ()) if relation.other}
    values: dict[EntityId, tuple[Relation, ...] | None] = {}
    for musician in {**links, **namers, **dict.fromkeys(earlier)}:
        if musician not in gathering.entries:
            values[musician] = None
            continue
        namers[musician].update(relation.other for relation in before.get(musician, ()) if relation.other)
        others = sorted((other for other in namers[musician] if other in gathering.entries), key=gathering.place)
        mirrored = (
            (
                gathering.entities[other],
                [each for each in stated.get(other, _NOTHING).relations if each.other == musician],
            )
            for other in others
        )
        values[musician] = completed(stated.get(musician, _NOTHING).relations, mirrored) or None
    return values


def wanted_after(gathering: Gathering) -> tuple[Wanted, ...]:
    """The names of pages that nobody has written, in the order of the alphabet.

    How a name is spelt the first entry by path decides; what links say comes before what front matter says.
    """
    wanted = {name_key(each.name): each for each in gathering.before.wanted}
    sources: defaultdict[str, set[EntityId]] = defaultdict(set)
    for owner, said in gathering.links.items():
        for key in _wishes(gathering.stated_before.get(owner, _NOTHING)):
            sources[key].update(wanted[key].wanted_by)
        for key in _wishes(said.stated if said else _NOTHING):
            sources[key].update((owner, *(wanted[key].wanted_by if key in wanted else ())))
    if not sources:
        return gathering.before.wanted
    for key, candidates in sources.items():
        spellings = {
            owner: wishes[key]
            for owner in candidates
            if key in (wishes := _wishes(gathering.stated.get(owner, _NOTHING)))
        }
        wanted.pop(key, None)
        if spellings:
            _, _, name = min(
                (by_link, gathering.entries[owner].path, name) for owner, (by_link, name) in spellings.items()
            )
            wanted[key] = Wanted(name, tuple(sorted(spellings, key=gathering.place)))
    return tuple(wanted[key] for key in sorted(wanted, key=lambda key: (sort_key(key), key)))


def _present(gathering: Gathering) -> Iterator[tuple[EntityId, EntryLinks]]:
    return ((owner, said) for owner, said in gathering.links.items() if said)


def _left(gathering: Gathering) -> Iterator[EntityId]:
    before = gathering.before
    for owner in gathering.links:
        yield from (target.entity for target in before.targets.get(owner, ()) if target.entity)
        yield from (mention.target for mention in before.mentions.get(owner, ()))


def _wishes(stated: Stated) -> Mapping[str, tuple[bool, str]]:
    """By `name_key`: whether only front matter has the name, and how it is spelt first."""
    wishes: dict[str, tuple[bool, str]] = {}
    for name in stated.wishes:
        wishes.setdefault(name_key(name), (False, name))
    for name in stated.unknown:
        wishes.setdefault(name_key(name), (True, name))
    return wishes


def _regathered(
    gathering: Gathering,
    table: Mapping[EntityId, tuple[Row, ...]],
    left: Iterator[EntityId],
    rows: Iterator[tuple[EntityId, Row]],
    owner_of: Callable[[Row], EntityId],
) -> Mapping[EntityId, tuple[Row, ...] | None]:
    return regrouped(table, left, rows, gathering.links, owner_of, gathering.place)
