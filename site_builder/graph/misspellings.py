"""Terms that look like a known one with a typing mistake."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from site_builder.content.countries import country_data
from site_builder.content.names import name_key
from site_builder.graph.findings import finding
from site_builder.graph.nearest import nearest_among
from site_builder.graph.terms import TermValue
from site_builder.model.diagnostic import Finding
from site_builder.model.identity import COUNTRIES, EntityId, kind_of, slug_of


def misspelt_terms(
    names: Mapping[EntityId, Sequence[str]],
    entries: Container[EntityId],
    uses: Mapping[EntityId, Sequence[TermValue]],
) -> Iterator[Finding]:
    """L003 for every term without a file that a single entry names, if it is close to a better known one."""
    known: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for country in country_data().countries:
        known[COUNTRIES].update((name, name_key(name)) for name in (country.name, *country.aliases))
    suspects: list[tuple[EntityId, TermValue]] = []
    for entity, spellings in names.items():
        users = uses.get(entity, ())
        if entity in entries or len(users) > 1 or _is_country(entity, spellings[0]):
            known[kind_of(entity)].update((name, name_key(name)) for name in spellings)
        else:
            suspects += [(entity, value) for value in users]
    for entity, value in suspects:
        if near := nearest_among(value.name, known[kind_of(entity)]):
            yield finding(
                "L003",
                value.path,
                value.place,
                f'"{value.name}" is named nowhere else, and is close to "{near}"',
                f'did you mean "{near}"? If not, give it a file: content/{value.kind}/{slug_of(entity)}.md',
            )


def _is_country(entity: EntityId, name: str) -> bool:
    return kind_of(entity) == COUNTRIES and country_data().named(name) is not None
