"""Encyclopedias made by hand."""

from site_builder.graph.encyclopedia import Encyclopedia, Entity, Membership
from site_builder.model.config import SiteConfig
from site_builder.model.facts import Facts, KindFacts, TermFacts
from site_builder.model.identity import EntityId

_TERM = TermFacts()


def make_encyclopedia(*entities: Entity, members: dict[str, int] | None = None) -> Encyclopedia:
    """An encyclopedia of these entities; `members` says how many musicians a term has."""
    musician = EntityId("musicians/x")
    return Encyclopedia(
        config=SiteConfig(),
        entities={entity.id: entity for entity in sorted(entities, key=lambda entity: entity.id)},
        memberships={},
        members={
            EntityId(term): tuple(Membership(musician, EntityId(term)) for _ in range(count))
            for term, count in (members or {}).items()
        },
        venues_in={},
        venue_countries={},
        relations={},
        targets={},
        mentions={},
        backlinks={},
        related={},
        ambiguities=(),
        wanted=(),
        redirects=(),
    )


def make_entity(id: str, name: str, *, aliases: tuple[str, ...] = (), about: KindFacts = _TERM) -> Entity:  # noqa: A002
    """An entity with a file of its own."""
    facts = Facts(EntityId(id), f"content/{id}.md", name, aliases=aliases, about=about)
    return Entity(EntityId(id), name, name, name.casefold() + id, facts=facts)
