"""One encyclopedia on its way to pages: what is known, the documents, and what many pages need of both."""

from collections.abc import Mapping

import msgspec

from site_builder.graph.encyclopedia import Encyclopedia, Entity
from site_builder.model.config import Facet
from site_builder.model.dates import PartialDate
from site_builder.model.facts import Document
from site_builder.model.identity import EntityId
from site_builder.pages.census import Census, take_census
from site_builder.pages.pairing import Pair, Terms, choose_pairs
from site_builder.pages.vantage import Vantage, vantage_at
from site_builder.pages.views import Site


class Change(msgspec.Struct, frozen=True):
    """That an entry says when it was last changed."""

    entity: Entity
    date: PartialDate
    day: tuple[int, int, int]
    """The first that it can mean, or the last if there is no first."""


class Edition(msgspec.Struct, frozen=True):
    site: Encyclopedia
    documents: Mapping[EntityId, Document]
    view: Site
    """What every page says of the site."""
    census: Census
    facets: Mapping[str, Facet]
    """By kind."""
    latest: tuple[Change, ...]
    """The latest first. No drafts: readers do not hear of them."""
    pairs: tuple[Pair, ...]
    """The fullest first."""
    pairs_by_terms: Mapping[Terms, Pair]
    pairs_of: Mapping[EntityId, tuple[Pair, ...]]
    """By term and by musician, the fullest first."""
    top: Vantage
    """For the pages at the top of the site."""
    below: Vantage
    """For the pages in a folder."""

    @property
    def has_feed(self) -> bool:
        return bool(self.site.config.base_url and self.latest)

    def vantage(self, path: str) -> Vantage:
        return self.below if "/" in path else self.top

    def entity(self, entity: EntityId) -> Entity:
        return self.site.entities[entity]

    def title(self, entity: EntityId) -> str:
        return self.census.titles[entity]


def edition_of(site: Encyclopedia, documents: Mapping[EntityId, Document], *, search: bool = False) -> Edition:
    """`search` says whether some page takes searches."""
    census = take_census(site)
    pairs = choose_pairs(site, census)
    config = site.config
    return Edition(
        site=site,
        documents=documents,
        view=Site(config.title, config.description, config.language, config.licence, config.notice, search),
        census=census,
        facets={facet.kind: facet for facet in config.facets},
        latest=_latest(census),
        pairs=pairs,
        pairs_by_terms={pair.terms: pair for pair in pairs},
        pairs_of=_pairs_of(pairs),
        top=vantage_at("", site, census, pairs),
        below=vantage_at("../", site, census, pairs),
    )


def is_draft(entity: Entity) -> bool:
    return entity.facts is not None and entity.facts.draft


def _latest(census: Census) -> tuple[Change, ...]:
    entries = (*census.musicians, *census.all_terms)
    changes = [change for entity in entries if not is_draft(entity) and (change := _change(entity))]
    # Two sorts, since the alphabet that decides between entries of one day runs the other way.
    changes.sort(key=lambda change: change.entity.sort_key)
    changes.sort(key=lambda change: change.date.sort_key, reverse=True)
    return tuple(changes)


def _change(entity: Entity) -> Change | None:
    date = entity.facts.updated if entity.facts else None
    day = (date.earliest or date.latest) if date else None
    # No format that a feed or a site map may use has years before 1.
    return Change(entity, date, day) if date and day and day[0] > 0 else None


def _pairs_of(pairs: tuple[Pair, ...]) -> dict[EntityId, tuple[Pair, ...]]:
    found: dict[EntityId, list[Pair]] = {}
    for pair in pairs:
        for entity in (*pair.terms, *pair.musicians):
            found.setdefault(entity, []).append(pair)
    return {entity: tuple(held) for entity, held in found.items()}
