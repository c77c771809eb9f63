"""Who and what there is, counted once: every page that lists or counts something looks here."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from site_builder.content.slugs import slugify
from site_builder.graph.encyclopedia import Encyclopedia, Entity, Membership
from site_builder.model.facts import CountryFacts, InstrumentFacts, KindFacts, MusicianFacts, VenueFacts
from site_builder.model.identity import INSTRUMENTS, MUSICIANS, PAGES, EntityId, kind_of
from site_builder.pages.english import common_noun
from site_builder.pages.wording import capitalised

SomeFacts = TypeVar("SomeFacts", MusicianFacts, InstrumentFacts, CountryFacts, VenueFacts)


class Family(msgspec.Struct, frozen=True):
    """Instruments that belong together: "Strings"."""

    name: str
    slug: str
    instruments: tuple[Entity, ...]
    musicians: tuple[EntityId, ...]


class Census(msgspec.Struct, frozen=True):
    musicians: tuple[Entity, ...]
    """In the order of the alphabet, as all entities here."""
    texts: tuple[Entity, ...]
    """Free pages."""
    terms: Mapping[str, tuple[Entity, ...]]
    """By kind, for each facet that has any, in the order of the configuration."""
    all_terms: tuple[Entity, ...]
    titles: Mapping[EntityId, str]
    """Names as they stand alone: "Double bass"."""
    words: Mapping[EntityId, str]
    """Names as they stand in a sentence: "double bass"."""
    terms_of: Mapping[str, Mapping[EntityId, tuple[EntityId, ...]]]
    """By kind, then by musician, in the order of its front matter."""
    musicians_of: Mapping[EntityId, tuple[EntityId, ...]]
    """A term's musicians, in the order of the alphabet."""
    families: tuple[Family, ...]
    family_of: Mapping[EntityId, Family]
    """By instrument, for those whose family is known."""

    def count(self, term: EntityId) -> int:
        return len(self.musicians_of.get(term, ()))


def take_census(site: Encyclopedia) -> Census:
    kinds: dict[str, list[Entity]] = {kind: [] for kind in (MUSICIANS, PAGES, *(f.kind for f in site.config.facets))}
    for entity in site.entities.values():
        kinds[kind_of(entity.id)].append(entity)
    by_kind = {kind: tuple(sorted(entities, key=lambda e: e.sort_key)) for kind, entities in kinds.items()}
    musicians_of = {term: tuple(m.musician for m in members) for term, members in site.members.items()}
    terms = {facet.kind: by_kind[facet.kind] for facet in site.config.facets if by_kind[facet.kind]}
    families = _families(terms.get(INSTRUMENTS, ()), musicians_of)
    common = {facet.kind for facet in site.config.facets if facet.common_nouns}
    return Census(
        musicians=by_kind[MUSICIANS],
        texts=by_kind[PAGES],
        terms=terms,
        all_terms=tuple(term for of_kind in terms.values() for term in of_kind),
        titles={e.id: capitalised(e.name) if kind_of(e.id) in common else e.name for e in site.entities.values()},
        words={e.id: _word(e) if kind_of(e.id) in common else e.name for e in site.entities.values()},
        terms_of=_terms_of(site.memberships, terms),
        musicians_of=musicians_of,
        families=families,
        family_of={instrument.id: family for family in families for instrument in family.instruments},
    )


def facts_of(entity: Entity, kind: type[SomeFacts]) -> SomeFacts:
    """What the entity's file says that only its kind has; nothing where it has no file."""
    about: KindFacts | None = entity.facts.about if entity.facts else None
    return about if isinstance(about, kind) else kind()


def _word(entity: Entity) -> str:
    # Whoever wrote a file chose the case; a name that stands in others' front matter was given its capital by `link`.
    return entity.facts.name if entity.facts else common_noun(entity.name)


def _terms_of(
    memberships: Mapping[EntityId, tuple[Membership, ...]], kinds: Iterable[str]
) -> dict[str, dict[EntityId, tuple[EntityId, ...]]]:
    found: dict[str, dict[EntityId, list[EntityId]]] = {kind: {} for kind in kinds}
    for musician, held in memberships.items():
        for membership in held:
            found[kind_of(membership.term)].setdefault(musician, []).append(membership.term)
    return {
        kind: {musician: tuple(terms) for musician, terms in by_musician.items()} for kind, by_musician in found.items()
    }


def _families(
    instruments: Iterable[Entity], musicians_of: Mapping[EntityId, tuple[EntityId, ...]]
) -> tuple[Family, ...]:
    """The families that files name, by name. "Strings" and "strings" are one, since they have one address."""
    found: dict[str, list[Entity]] = {}
    names: dict[str, str] = {}
    for instrument in instruments:
        written = facts_of(instrument, InstrumentFacts).family
        slug = slugify(written)
        if slug:
            names.setdefault(slug, capitalised(written))
            found.setdefault(slug, []).append(instrument)
    return tuple(
        Family(
            name=names[slug],
            slug=slug,
            instruments=tuple(found[slug]),
            musicians=tuple(dict.fromkeys(m for i in found[slug] for m in musicians_of.get(i.id, ()))),
        )
        for slug in sorted(found)
    )
