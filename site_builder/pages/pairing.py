"""Which pairs of terms get a page, and what the page is called: "Violinists of Kazakhstan"."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from site_builder.model.config import Pairs
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, VENUES, EntityId, OutputPath, kind_of
from site_builder.pages.english import country_in_prose, players_of
from site_builder.pages.routes import long_pair_page, pair_page
from site_builder.pages.wording import capitalised

# Which word stands between the musicians and the term. A kind that is not here stands before them: "Jazz violinists".
_PREPOSITIONS = {COUNTRIES: "of", VENUES: "at", "ensembles": "with", "labels": "on"}

_MOST_LEADING_PAIRS = 12

Terms = tuple[EntityId, EntityId]
TermsOf = Mapping[str, Mapping[EntityId, tuple[EntityId, ...]]]
"""The terms of musicians: by kind, then by musician."""


class Pair(msgspec.Struct, frozen=True):
    """Two terms of different facets, in the order of the configuration, and the musicians who have both."""

    terms: Terms
    path: OutputPath
    musicians: tuple[EntityId, ...]
    """In the order of the alphabet."""


def choose_pairs(rules: Pairs, musicians: Sequence[EntityId], terms_of: TermsOf) -> tuple[Pair, ...]:
    """The pairs that get pages, the fullest first, and by address where they are equally full."""
    found = {
        terms: held for terms, held in _all_pairs(rules, musicians, terms_of).items() if len(held) >= rules.at_least
    }
    taken = Counter(pair_page(*terms) for terms in found)
    paths = {terms: pair_page(*terms) if taken[pair_page(*terms)] == 1 else long_pair_page(*terms) for terms in found}
    ceiling = len(musicians) if rules.at_most is None else rules.at_most
    fullest = sorted(found, key=lambda terms: (-len(found[terms]), paths[terms]))[:ceiling]
    return tuple(Pair(terms, paths[terms], tuple(found[terms])) for terms in fullest)


def pairs_by_entity(pairs: Iterable[Pair]) -> dict[EntityId, tuple[OutputPath, ...]]:
    """The pairs of each term and of each musician, in their order."""
    found: dict[EntityId, list[OutputPath]] = {}
    for pair in pairs:
        for entity in (*pair.terms, *pair.musicians):
            found.setdefault(entity, []).append(pair.path)
    return {entity: tuple(held) for entity, held in found.items()}


def leading_pairs(pairs: Iterable[Pair]) -> dict[str, tuple[OutputPath, ...]]:
    """The first pairs with each kind of term, and under "" the first of all."""
    found: dict[str, list[OutputPath]] = {}
    for pair in pairs:
        for kind in dict.fromkeys(("", *map(kind_of, pair.terms))):
            held = found.setdefault(kind, [])
            if len(held) < _MOST_LEADING_PAIRS:
                held.append(pair.path)
    return {kind: tuple(held) for kind, held in found.items()}


def pair_title(terms: Iterable[tuple[str, str]]) -> str:
    """What musicians of these terms (kind and name) are called.

    >>> pair_title([("genres", "jazz"), ("instruments", "violin")])
    'Jazz violinists'
    """
    musicians = "musicians"
    before, after = [], []
    for kind, name in terms:
        if kind == INSTRUMENTS:
            musicians = players_of(name)
        elif kind in _PREPOSITIONS:
            after.append(f"{_PREPOSITIONS[kind]} {country_in_prose(name) if kind == COUNTRIES else name}")
        else:
            before.append(name)
    return capitalised(" ".join((*before, musicians, *after)))


def _all_pairs(rules: Pairs, musicians: Sequence[EntityId], terms_of: TermsOf) -> Mapping[Terms, list[EntityId]]:
    found: dict[Terms, list[EntityId]] = {}
    for first_kind, second_kind in dict.fromkeys(rules.facets):
        firsts, seconds = terms_of.get(first_kind, {}), terms_of.get(second_kind, {})
        for musician in musicians:
            for first in firsts.get(musician, ()):
                for second in seconds.get(musician, ()):
                    found.setdefault((first, second), []).append(musician)
    return found
