"""What a new table of names changes for those who use names."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec

from site_builder.content.names import name_key
from site_builder.graph.lexicon import lower, words_of
from site_builder.graph.mentions import Searchable, searchable
from site_builder.graph.names import NameTable
from site_builder.graph.relations import relation_values
from site_builder.graph.terms import values_of
from site_builder.model.config import SiteConfig
from site_builder.model.facts import Document, Facts
from site_builder.model.identity import EntityId

_BETWEEN = "\0"
_SIGMAS = "σς"
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Renaming(msgspec.Struct, frozen=True):
    """The difference between two tables of names."""

    entities: Mapping[EntityId, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    """Whose names differ: what they were, and what they are. () where there is no such entity."""
    keys: frozenset[str] = frozenset()
    """The `name_key`s that lead elsewhere, or to somebody who is called differently now."""
    spellings: tuple[tuple[str, ...], ...] = ()
    """Of each spelling in prose that means somebody else now, what every text holds that holds the spelling."""
    families: bool = False
    """Whether family names, or pages of names that several share, are others: that changes what is said of faults."""
    everything: bool = False
    """Whether there were no names before."""

    @property
    def none(self) -> bool:
        return not (self.entities or self.keys or self.spellings or self.families or self.everything)

    def concerns(self, trace: str) -> bool:
        """Whether the entry with this `name_trace` is to be linked anew: perhaps one too many, never one too few."""
        if self.everything:
            return True
        if any(all(piece in trace for piece in pieces) for pieces in self.spellings):
            return True
        return not self.keys.isdisjoint(trace.split(_BETWEEN))


def name_trace(document: Document, config: SiteConfig, searched: Searchable | None = None) -> str:
    """All by which names can concern a document: its prose as it is searched, and the names that it uses itself.

    `searched` is the prose, for whoever has that already.
    """
    prose = (searched or searchable(document)).lowered if config.mentions else ""
    return _BETWEEN.join([prose, *sorted(set(_names_used(document.facts, config)))])


def renaming(old: NameTable, new: NameTable) -> Renaming:
    """The difference. Family names are left out: they lead to several or to nobody, which is a fault of the entry.

    Entries with faults are linked anew after every change of names.
    """
    if old is new:
        return Renaming()
    entities = dict(_differing(old.names, new.names, ()))
    if not old.names:
        return Renaming(entities, everything=True)
    titles = {entity for entity, (was, now) in entities.items() if was[:1] != now[:1]}
    keys = {key for key, _ in _differing(old.claims, new.claims, ())}
    keys.update(key for key, claims in new.claims.items() if any(claim.entity in titles for claim in claims))
    spellings = {_pieces(text) for (text, _), _ in _differing(_meanings(old), _meanings(new), ())}
    families = (old.families, old.ambiguity_slugs) != (new.families, new.ambiguity_slugs)
    return Renaming(entities, frozenset(keys), tuple(sorted(spellings)), families)


def _differing(
    old: Mapping[_Key, _Value], new: Mapping[_Key, _Value], missing: _Value
) -> Iterator[tuple[_Key, tuple[_Value, _Value]]]:
    for key, value in new.items():
        if (before := old.get(key, missing)) != value:
            yield key, (before, value)
    yield from ((key, (value, missing)) for key, value in old.items() if key not in new)


def _meanings(names: NameTable) -> Mapping[tuple[str, bool], tuple[EntityId, ...]]:
    """Whom each spelling in prose means, by its text and whether case matters."""
    found = (spelling for spellings in names.lexicon.spellings.values() for spelling in spellings)
    return {(spelling.text, spelling.any_case): spelling.entities for spelling in found}


def _pieces(spelling: str) -> tuple[str, ...]:
    """What every searchable text holds that holds the spelling."""
    # A capital sigma becomes one of two small letters, which depends on the letter after it.
    whole = lower(spelling)
    return tuple(sorted(words_of(whole))) if any(letter in whole for letter in _SIGMAS) else (whole,)


def _names_used(entry: Facts, config: SiteConfig) -> Iterator[str]:
    yield from (name_key(value.name) for value in values_of(entry, config))
    yield from (name_key(value.name) for value, _ in relation_values(entry))
    yield from (name_key(reference.target) for reference in entry.references)
