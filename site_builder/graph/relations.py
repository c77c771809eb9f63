"""What musicians are to each other. One side is enough: the other is made from it."""

from collections.abc import Iterable, Iterator

import msgspec

from site_builder.graph.directory import Directory
from site_builder.graph.encyclopedia import Entity, Relation
from site_builder.graph.findings import finding
from site_builder.graph.names import NameTable
from site_builder.graph.nearest import NearestNames
from site_builder.graph.writing import any_of, written_value
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts, MusicianFacts, RelationValue
from site_builder.model.identity import MUSICIANS, EntityId

TEACHERS, PUPILS, FAMILY, PLAYED_WITH = "teachers", "pupils", "family", "played_with"
INVERSE = {TEACHERS: PUPILS, PUPILS: TEACHERS, FAMILY: FAMILY, PLAYED_WITH: PLAYED_WITH}
"""What this one is to the other, in the order in which pages show it."""
_ORDER = {role: place for place, role in enumerate(INVERSE)}


class StatedRelations(msgspec.Struct, frozen=True):
    """What an entry says of other musicians."""

    relations: tuple[Relation, ...]
    """Each once, by role."""
    wishes: tuple[str, ...]
    """The names that nobody has."""
    findings: tuple[Finding, ...]
    """L002, L006 and L007."""


def stated_relations(entry: Facts, directory: Directory) -> StatedRelations:
    names = directory.names
    stated: dict[tuple[str, EntityId | str], Relation] = {}
    wishes: list[str] = []
    findings: list[Finding] = []
    for value, place in relation_values(entry):
        found = directory.resolve(value.name, MUSICIANS)
        if found == (entry.id,):
            findings.append(finding("L006", entry.path, place, f'"{value.name}" is this entry itself', "delete it"))
            continue
        if not found:
            wishes.append(value.name)
            findings.append(_unknown(entry, value, place, names, directory.nearest))
        elif len(found) > 1:
            findings.append(_ambiguous(entry, value, place, found, names))
        other = found[0] if len(found) == 1 else None
        name = names.names[other][0] if other else value.name
        relation = Relation(value.relation, other, name, value.years, value.note)
        stated.setdefault((value.relation, other or value.name), relation)
    return StatedRelations(tuple(stated.values()), tuple(wishes), tuple(findings))


def completed(own: Iterable[Relation], others: Iterable[tuple[Entity, Iterable[Relation]]]) -> tuple[Relation, ...]:
    """All relations of a musician, by role: what the own entry states, then the other side of what others state.

    `others` are those who name the musician, by their sort key, each with the relations in which they do. What both
    sides state is one relation, with the years that either knows.
    """
    relations = {(relation.role, relation.other or relation.name): relation for relation in own}
    for other, stated in others:
        for relation in stated:
            mirrored = _mirrored(relation, other)
            key = (mirrored.role, other.id)
            relations[key] = _with_years_of(mirrored, relations[key]) if key in relations else mirrored
    return tuple(sorted(relations.values(), key=lambda relation: _ORDER[relation.role]))


def relation_values(entry: Facts) -> Iterator[tuple[RelationValue, str]]:
    """The relations that an entry states, each with its place."""
    if isinstance(entry.about, MusicianFacts):
        for role in INVERSE:
            values = (value for value in entry.about.relations if value.relation == role)
            yield from ((value, f"{role}[{index}]") for index, value in enumerate(values))


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
