"""Every name of every entity, and what a name leads to.

The strongest claim wins: an exact name beats an alias, an alias one that only the table of countries knows, and that
an address. Several claims of the same right are an ambiguity, which is never guessed.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from site_builder.content.countries import country_data
from site_builder.content.names import name_key
from site_builder.graph.addresses import entries_of, former_addresses_in_use, redirects_of, shared_addresses
from site_builder.graph.ambiguities import ambiguities_of, families_of
from site_builder.graph.claims import Claim, ClaimBook, Right, strongest
from site_builder.graph.encyclopedia import Ambiguity, Redirect
from site_builder.graph.findings import in_order
from site_builder.graph.lexicon import Lexicon, build_lexicon
from site_builder.graph.terms import enter_entries, enter_terms, shown_name
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts
from site_builder.model.identity import MUSICIANS, PAGES, EntityId, kind_of


class NameTable(msgspec.Struct, frozen=True):
    """All names of all entities."""

    names: Mapping[EntityId, tuple[str, ...]]
    """Of every entity, sorted by id: the name to show, then other names and spellings as written."""
    claims: Mapping[str, tuple[Claim, ...]]
    """By `name_key`, the strongest first."""
    families: Mapping[str, tuple[EntityId, ...]]
    """The musicians of each family name, by `name_key`."""
    ambiguities: tuple[Ambiguity, ...]
    ambiguity_slugs: Mapping[str, str]
    """Of the disambiguation page for a name, by `name_key`."""
    lexicon: Lexicon
    """What to look for in running prose."""
    redirects: tuple[Redirect, ...] = ()
    writers: Mapping[EntityId, str] = {}
    """Of each term without a file, the path of the entry that decides how it is spelt."""
    unsettled: Mapping[str, tuple[str, ...]] = {}
    """Values of front matter that no name accounts for (A003, L008): by kind, their `name_key`s."""
    findings: tuple[Finding, ...] = ()
    """A001, A002, A003 and L008."""

    def resolve(self, name: str, kind: str = "") -> tuple[EntityId, ...]:
        """Whom a name means among the entities of a kind, or of any kind: nobody, one, or several who share it."""
        key = name_key(name)
        holders = strongest(self.claims.get(key, ()), kind)
        if holders or kind not in ("", MUSICIANS):
            return holders
        relatives = self.families.get(key, ())
        return relatives if len(relatives) > 1 else ()

    def holders(self, name: str, kind: str = "") -> tuple[EntityId, ...]:
        """Those with the strongest right to the name, which it may not be enough to have as a family name."""
        return strongest(self.claims.get(name_key(name), ()), kind)

    def disambiguation(self, name: str) -> str:
        """The slug of the page that lists those who share the name; "" where there is none."""
        return self.ambiguity_slugs.get(name_key(name), "")


def build_names(facts: Sequence[Facts], config: SiteConfig) -> NameTable:
    """The names of all entries, and of all terms that their front matter names, in whatever order `facts` come."""
    entries = entries_of(facts)
    book = ClaimBook()
    enter_entries(entries.values(), book)
    terms = enter_terms(entries, config, book)
    names = _names(entries, terms.names, terms.spellings, config)
    claims = book.closed()
    families = families_of(entries.values())
    ambiguities, ambiguity_slugs = ambiguities_of(claims, names, families)
    findings = (
        *shared_addresses(facts, entries),
        *former_addresses_in_use(entries, names),
        *terms.findings,
    )
    return NameTable(
        names=names,
        claims=claims,
        families=families.members,
        ambiguities=ambiguities,
        ambiguity_slugs=ambiguity_slugs,
        lexicon=build_lexicon(_names_in_prose(names, claims), _kinds_of_ordinary_words(config)),
        redirects=redirects_of(entries, names),
        writers=terms.writers,
        unsettled=terms.unsettled,
        findings=in_order(findings),
    )


def _names(
    entries: Mapping[EntityId, Facts],
    terms: Mapping[EntityId, str],
    spellings: Sequence[tuple[str, EntityId]],
    config: SiteConfig,
) -> Mapping[EntityId, tuple[str, ...]]:
    names = {
        entity: (shown_name(entry.name, kind_of(entity), config), *entry.aliases) for entity, entry in entries.items()
    }
    names.update((term, (name,)) for term, name in terms.items())
    for spelling, entity in sorted(spellings):
        names[entity] = (*names[entity], spelling)
    return {entity: names[entity] for entity in sorted(names)}


def _names_in_prose(
    names: Mapping[EntityId, Sequence[str]], claims: Mapping[str, Sequence[Claim]]
) -> Iterator[tuple[str, EntityId]]:
    # "About" and "Sources" begin many a sentence that does not speak of the page of that name.
    for entity, spellings in names.items():
        if kind_of(entity) != PAGES:
            yield from ((spelling, entity) for spelling in spellings)
    for country in country_data().countries:
        for alias in (country.name, *country.aliases):
            for claim in claims.get(name_key(alias), ()):
                if claim.right is Right.COUNTRY_TABLE:
                    yield alias, claim.entity


def _kinds_of_ordinary_words(config: SiteConfig) -> frozenset[str]:
    return frozenset(facet.kind for facet in config.facets if facet.common_nouns)
