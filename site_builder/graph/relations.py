"""What musicians are to each other. One side is enough: the other is made from it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from site_builder.graph.encyclopedia import Entity, Relation
from site_builder.graph.findings import finding
from site_builder.graph.names import NameTable
from site_builder.graph.nearest import NearestNames
from site_builder.graph.references import Wish
from site_builder.graph.writing import any_of, written_value
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts, MusicianFacts, RelationValue
from site_builder.model.identity import MUSICIANS, EntityId

TEACHERS, PUPILS, FAMILY, PLAYED_WITH = "teachers", "pupils", "family", "played_with"
INVERSE = {TEACHERS: PUPILS, PUPILS: TEACHERS, FAMILY: FAMILY, PLAYED_WITH: PLAYED_WITH}
"""What this one is to the other, in the order in which pages show it."""


class ResolvedRelations(msgspec.Struct, frozen=True):
    by_musician: Mapping[EntityId, tuple[Relation, ...]]
    """By role; what the entry itself says comes first, then what others' entries say, by their sort key."""
    wishes: tuple[Wish, ...]
    findings: tuple[Finding, ...]
    """L002, L006 and L007."""


def resolve_relations(
    entries: Mapping[EntityId, Facts], entities: Mapping[EntityId, Entity], names: NameTable, nearest: NearestNames
) -> ResolvedRelations:
    """The relations of every musician who has any, with the other side of what others say."""
    stated: dict[EntityId, dict[tuple[str, EntityId | str], Relation]] = defaultdict(dict)
    wishes: list[Wish] = []
    findings: list[Finding] = []
    for entry in entries.values():
        for value, place in relation_values(entry):
            found = names.resolve(value.name, MUSICIANS)
            if found == (entry.id,):
                findings.append(finding("L006", entry.path, place, f'"{value.name}" is this entry itself', "delete it"))
                continue
            if not found:
                wishes.append(Wish(value.name, entry.id))
                findings.append(_unknown(entry, value, place, names, nearest))
            elif len(found) > 1:
                findings.append(_ambiguous(entry, value, place, found, names))
            other = found[0] if len(found) == 1 else None
            name = names.names[other][0] if other else value.name
            relation = Relation(value.relation, other, name, value.years, value.note)
            stated[entry.id].setdefault((value.relation, other or value.name), relation)
    return ResolvedRelations(_completed(stated, entities), tuple(wishes), tuple(findings))


def relation_values(entry: Facts) -> Iterator[tuple[RelationValue, str]]:
    """The relations that an entry states, each with its place."""
    if isinstance(entry.about, MusicianFacts):
        for role in INVERSE:
            values = (value for value in entry.about.relations if value.relation == role)
            yield from ((value, f"{role}[{index}]") for index, value in enumerate(values))


_Stated = Mapping[EntityId, Mapping[tuple[str, EntityId | str], Relation]]


def _completed(stated: _Stated, entities: Mapping[EntityId, Entity]) -> Mapping[EntityId, tuple[Relation, ...]]:
    """The relations with their other sides. What both sides state is one relation, with the years that either knows."""
    relations = defaultdict(dict, {musician: dict(own) for musician, own in stated.items()})
    for musician in sorted(stated, key=lambda musician: entities[musician].sort_key):
        for relation in stated[musician].values():
            if relation.other is not None:
                mirrored = _mirrored(relation, entities[musician])
                theirs = relations[relation.other]
                key = (mirrored.role, musician)
                theirs[key] = _with_years_of(mirrored, theirs[key]) if key in theirs else mirrored
    order = list(INVERSE)
    return {
        musician: tuple(sorted(relations[musician].values(), key=lambda relation: order.index(relation.role)))
        for musician in sorted(relations)
    }


def _mirrored(relation: Relation, musician: Entity) -> Relation:
    # "his sister" says what the other is to this one, which is not what this one is to the other.
    note = "" if relation.role == FAMILY else relation.note
    return Relation(INVERSE[relation.role], musician.id, musician.name, relation.years, note)


def _with_years_of(mirrored: Relation, own: Relation) -> Relation:
    return msgspec.structs.replace(own, years=own.years or mirrored.years, note=own.note or mirrored.note)


def _unknown(entry: Facts, value: RelationValue, place: str, names: NameTable, nearest: NearestNames) -> Finding:
    near = [written_value(entity, names) for entity in nearest.near(value.name, MUSICIANS)]
    hint = f"did you mean {any_of(near)}?" if near else "write an entry of that name, or mend the name"
    return finding("L007", entry.path, place, f'no musician is called "{value.name}"', hint)


def _ambiguous(
    entry: Facts, value: RelationValue, place: str, candidates: tuple[EntityId, ...], names: NameTable
) -> Finding:
    choices = [written_value(entity, names) for entity in candidates if entity != entry.id]
    message = f'"{value.name}" could be {any_of(candidates)}'
    return finding("L002", entry.path, place, message, f"write {any_of(choices)}")
