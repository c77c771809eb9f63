"""One encyclopedia on its way to pages: its tables, and what many pages need of them, worked out once."""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.facts import Document
from site_builder.model.identity import MUSICIANS, EntityId, kind_of
from site_builder.pages.overview import Overview
from site_builder.pages.photographs import Photograph
from site_builder.pages.tables import Tables
from site_builder.pages.tracking import remembered
from site_builder.pages.vantage import Vantage
from site_builder.pages.views import Site
from site_builder.search.index import TextIndex

Value = TypeVar("Value")


class Edition:
    """What pages are made from. They have no other way to it, so that all they read is noted."""

    def __init__(
        self,
        site: Encyclopedia,
        documents: Mapping[EntityId, Document],
        overview: Overview,
        index: TextIndex | None = None,
        photographs: Mapping[str, Photograph] | None = None,
        *,
        search: bool,
    ) -> None:
        self.config = config = site.config
        self.facets = {facet.kind: facet for facet in config.facets}
        """By kind."""
        self.view = Site(config.title, config.description, config.language, config.licence, config.notice, search)
        """What every page says of the site."""
        self.tables = Tables(site, documents, overview, index or TextIndex(), photographs or {})
        self.top = Vantage("", self.tables, self.facets)
        """For the pages at the top of the site."""
        self.below = Vantage("../", self.tables, self.facets)
        """For the pages in a folder."""
        self.outline = self.tables.outlines.__getitem__
        self.title = remembered(self._title, self.tables.readings)
        """The name as it stands alone."""
        self.word = remembered(self._word, self.tables.readings)
        """The name as it stands in a sentence."""
        self.in_common = remembered(self._in_common, self.tables.readings)
        """What two musicians have in common who both have the term, or the teacher."""
        self.terms_by_kind = remembered(self._terms_by_kind, self.tables.readings)
        """A musician's terms, in the order of its front matter."""
        self._wholes: Callable[[Callable[[Edition], object]], object] = remembered(
            lambda make: make(self), self.tables.readings
        )

    def once(self, make: Callable[["Edition"], Value]) -> Value:
        """What is made of the edition as a whole, which takes a while: made for whoever asks first."""
        return cast("Value", self._wholes(make))

    def vantage(self, path: str) -> Vantage:
        return self.below if "/" in path else self.top

    def terms(self, musician: EntityId, kind: str) -> tuple[EntityId, ...]:
        return self.terms_by_kind(musician).get(kind, ())

    def _title(self, entity: EntityId) -> str:
        return self.outline(entity).title

    def _word(self, entity: EntityId) -> str:
        return self.outline(entity).word

    def _in_common(self, shared: EntityId) -> str:
        word = self.outline(shared).word
        return f"pupils of {word}" if kind_of(shared) == MUSICIANS else word

    def _terms_by_kind(self, musician: EntityId) -> Mapping[str, tuple[EntityId, ...]]:
        found: dict[str, list[EntityId]] = {}
        for term in self.tables.terms_of.get(musician, ()):
            found.setdefault(kind_of(term), []).append(term)
        return {kind: tuple(held) for kind, held in found.items()}
