"""Who has which term: the cross-links by instrument, country, venue and the site's other facets."""

import msgspec

from site_builder.graph.directory import Directory
from site_builder.graph.encyclopedia import Membership, Occasion
from site_builder.graph.findings import finding
from site_builder.graph.names import NameTable
from site_builder.graph.terms import TermValue, values_of
from site_builder.graph.writing import any_of, written_value
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId


class TermsOfEntry(msgspec.Struct, frozen=True):
    """The terms that an entry's front matter gives it."""

    memberships: tuple[Membership, ...]
    findings: tuple[Finding, ...]
    """L002: values that several terms share."""


def terms_of(entry: Facts, directory: Directory) -> TermsOfEntry:
    """The terms of a musician, or the country of a venue. A term that is given twice counts once."""
    memberships: dict[EntityId, Membership] = {}
    findings: list[Finding] = []
    for value in values_of(entry, directory.config):
        found = directory.resolve(value.name, value.kind)
        if len(found) == 1:
            term = found[0]
            memberships[term] = _joined(memberships.get(term), Membership(entry.id, term, _occasions(value)))
        elif found:
            findings.append(_ambiguous(value, found, directory.names))
    return TermsOfEntry(tuple(memberships.values()), tuple(findings))


def _occasions(value: TermValue) -> tuple[Occasion, ...]:
    return (Occasion(value.years, value.note),) if value.years or value.note else ()


def _joined(earlier: Membership | None, later: Membership) -> Membership:
    if earlier is None:
        return later
    return msgspec.structs.replace(later, occasions=(*earlier.occasions, *later.occasions))


def _ambiguous(value: TermValue, candidates: tuple[EntityId, ...], names: NameTable) -> Finding:
    choices = [written_value(entity, names) for entity in candidates]
    message = f'"{value.name}" could be {any_of(candidates)}'
    return finding("L002", value.path, value.place, message, f"write {any_of(choices)}")
