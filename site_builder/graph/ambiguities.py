"""Names that several entities share, and family names that several musicians have: each gets a page that lists them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from site_builder.content.names import name_key
from site_builder.content.slugs import slugify
from site_builder.graph.claims import Claim, Right
from site_builder.graph.encyclopedia import Ambiguity
from site_builder.graph.sort_names import family_name
from site_builder.model.facts import Facts
from site_builder.model.identity import MUSICIANS, EntityId, kind_of


class Families(msgspec.Struct, frozen=True):
    """Who has which family name."""

    spellings: Mapping[str, str]
    """By `name_key`, as the first entry by id spells it."""
    members: Mapping[str, tuple[EntityId, ...]]
    """By `name_key`: musicians, sorted by id."""


def families_of(entries: Iterable[Facts]) -> Families:
    spellings: dict[str, str] = {}
    members: dict[str, list[EntityId]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        family = family_name(entry.name, entry.sort_name) if kind_of(entry.id) == MUSICIANS else ""
        if key := name_key(family):
            spellings.setdefault(key, family)
            members.setdefault(key, []).append(entry.id)
    return Families(spellings, {key: tuple(members[key]) for key in sorted(members)})


def ambiguities_of(
    claims: Mapping[str, Sequence[Claim]], names: Mapping[EntityId, Sequence[str]], families: Families
) -> tuple[tuple[Ambiguity, ...], Mapping[str, str]]:
    """The pages for shared names, sorted by slug; and the slug of each shared name, by `name_key`.

    Names that differ only in what an address cannot show ("Müller", "Muller") share a page.
    """
    titles: dict[str, str] = {}
    candidates: dict[str, set[EntityId]] = {}
    slugs: dict[str, str] = {}
    for key, name, sharers in _shared_names(claims, names, families):
        if slug := slugify(name):
            slugs[key] = slug
            titles.setdefault(slug, name)
            candidates.setdefault(slug, set()).update(sharers)
    pages = tuple(Ambiguity(titles[slug], slug, tuple(sorted(candidates[slug]))) for slug in sorted(titles))
    return pages, slugs


def _shared_names(
    claims: Mapping[str, Sequence[Claim]], names: Mapping[EntityId, Sequence[str]], families: Families
) -> Iterator[tuple[str, str, tuple[EntityId, ...]]]:
    """Key, spelling and holders of each name that several have, by key."""
    several = {key for key, relatives in families.members.items() if len(relatives) > 1}
    several.update(key for key, holders in claims.items() if len(holders) > 1)
    for key in sorted(several):
        holders = tuple(claim.entity for claim in claims.get(key, ()) if claim.right is not Right.ADDRESS)
        relatives = families.members.get(key, ())
        if len(relatives) > 1:
            yield key, families.spellings[key], (*holders, *relatives)
        elif len(holders) > 1:
            yield key, _spelling(key, (name for holder in holders for name in names[holder])), holders


def _spelling(key: str, names: Iterable[str]) -> str:
    """The first of the names that has this key; the table of countries may know one that no author wrote."""
    return next((name for name in names if name_key(name) == key), key)
