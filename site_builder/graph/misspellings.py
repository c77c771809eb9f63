"""Terms that look like a known one with a typing mistake.

A *suspect* is a term without a file that a single entry names. All other terms are *known*, and so are the countries of
the table.
"""

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from site_builder.content.countries import country_data
from site_builder.content.names import name_key
from site_builder.graph.findings import finding
from site_builder.graph.names import NameTable
from site_builder.graph.nearest import nearest_among, nearest_value
from site_builder.graph.tables import Delta, delta
from site_builder.graph.terms import TermValue
from site_builder.model.diagnostic import Finding
from site_builder.model.identity import COUNTRIES, EntityId, kind_of, slug_of


class Suspect(msgspec.Struct, frozen=True):
    """Where the only value stands that names the term, and the known name that is close to it."""

    name: str = ""
    """As written; "" where no value leads to the term at all."""
    path: str = ""
    place: str = ""
    near: str = ""

    def findings(self, term: EntityId) -> tuple[Finding, ...]:
        """L003 if it is close to a better known term."""
        if not self.near:
            return ()
        message = f'"{self.name}" is named nowhere else, and is close to "{self.near}"'
        hint = f'did you mean "{self.near}"? If not, give it a file: content/{kind_of(term)}/{slug_of(term)}.md'
        return (finding("L003", self.path, self.place, message, hint),)


def suspect(term: EntityId, names: NameTable, uses: int, value: TermValue | None) -> Suspect | None:
    """The term as a suspect, before it is compared; None for a known one. `uses` counts the entries that name it."""
    if term not in names.names or term not in names.writers or uses > 1 or _is_country(term, names.names[term][0]):
        return None
    return Suspect(value.name, value.path, value.place) if value else Suspect()


def judged(
    old: Mapping[EntityId, Suspect],
    old_names: NameTable,
    names: NameTable,
    terms: Mapping[EntityId, Suspect | None],
) -> Delta[EntityId, Suspect]:
    """The suspects that differ, where `terms` are all that may have changed, each as it is now.

    Who is close to none of the names that became known, or ceased to be, is close to the same name as before.
    """
    novel = _novel_names(old, old_names, names, terms)
    now = {**old, **terms}
    nearest = _NearestKnown(names, now)
    values: dict[EntityId, Suspect | None] = dict(terms)
    for term, suspected in now.items():
        if suspected and suspected.name:
            before, kind = old.get(term), kind_of(term)
            known = before is not None and before.name == suspected.name and not _near(suspected.name, novel[kind])
            near = before.near if before and known else nearest.near(suspected.name, kind)
            values[term] = msgspec.structs.replace(suspected, near=near)
    return delta(old, values)


class _NearestKnown:
    """The known names of each kind, collected before the first search."""

    def __init__(self, names: NameTable, suspects: Mapping[EntityId, Suspect | None]) -> None:
        self._names = names
        self._suspects = suspects
        self._known: dict[str, Mapping[str, str]] = {}

    def near(self, name: str, kind: str) -> str:
        if kind not in self._known:
            self._known[kind] = self._collected(kind)
        return nearest_among(name, self._known[kind])

    def _collected(self, kind: str) -> Mapping[str, str]:
        countries = country_data().countries if kind == COUNTRIES else ()
        known = {name: name_key(name) for country in countries for name in (country.name, *country.aliases)}
        for entity, names in self._names.names.items():
            if entity.startswith(f"{kind}/") and self._suspects.get(entity) is None:
                known.update((name, name_key(name)) for name in names)
        return known


def _novel_names(
    old: Mapping[EntityId, Suspect], old_names: NameTable, names: NameTable, terms: Mapping[EntityId, Suspect | None]
) -> Mapping[str, set[str]]:
    """By kind, the names of all terms that became known, or ceased to be, or are called differently."""
    novel: defaultdict[str, set[str]] = defaultdict(set)
    for term, suspected in terms.items():
        before = () if term in old else old_names.names.get(term, ())
        after = () if suspected else names.names.get(term, ())
        if before != after:
            novel[kind_of(term)].update(before, after)
    return novel


def _near(name: str, names: set[str]) -> str:
    return nearest_value(name, sorted(names)) if names else ""


def _is_country(entity: EntityId, name: str) -> bool:
    return kind_of(entity) == COUNTRIES and country_data().named(name) is not None
