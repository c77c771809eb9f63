"""Claims to names: which entities answer to a name, and by what right."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import IntEnum

import msgspec

from site_builder.content.names import name_key
from site_builder.model.identity import EntityId


class Right(IntEnum):
    """By what right an entity has a name; the strongest comes first."""

    NAME = 0
    ALIAS = 1
    COUNTRY_TABLE = 2
    """An alias that no author wrote: the table of countries knows it."""
    ADDRESS = 3


class Claim(msgspec.Struct, frozen=True, gc=False):
    entity: EntityId
    right: Right


class ClaimBook:
    """Claims while they are being collected, by `name_key`."""

    def __init__(self) -> None:
        self._rights: dict[str, dict[EntityId, Right]] = defaultdict(dict)

    def enter(self, name: str, entity: EntityId, right: Right) -> None:
        """Remembers the claim, unless the entity has a stronger one already."""
        rights = self._rights[name_key(name)]
        rights[entity] = min(right, rights.get(entity, right))

    def holders(self, name: str, kind: str) -> tuple[EntityId, ...]:
        return strongest(_claims(self._rights.get(name_key(name), {})), kind)

    def closed(self) -> Mapping[str, tuple[Claim, ...]]:
        """All claims by name, the strongest first, in an order that the claims alone decide."""
        return {key: _claims(self._rights[key]) for key in sorted(self._rights)}


def strongest(claims: Sequence[Claim], kind: str = "") -> tuple[EntityId, ...]:
    """The entities with the strongest right among those of a kind, or of any kind; several are an ambiguity."""
    if len(claims) == 1:
        entity = claims[0].entity
        return (entity,) if not kind or entity.startswith(f"{kind}/") else ()
    eligible = claims if not kind else [claim for claim in claims if claim.entity.startswith(f"{kind}/")]
    if len(eligible) < 2:
        return tuple(claim.entity for claim in eligible)
    best = min(claim.right for claim in eligible)
    return tuple(claim.entity for claim in eligible if claim.right == best)


def _claims(rights: Mapping[EntityId, Right]) -> tuple[Claim, ...]:
    if len(rights) == 1:
        return tuple(Claim(entity, right) for entity, right in rights.items())
    return tuple(Claim(entity, right) for right, entity in sorted((right, entity) for entity, right in rights.items()))
