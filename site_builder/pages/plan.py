"""One frozen encyclopedia in, one closed request for each output file out."""

from collections.abc import Mapping, Sequence

import msgspec

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.facts import Document
from site_builder.model.identity import EntityId
from site_builder.pages.emitter import Emitter
from site_builder.pages.photographs import Photograph
from site_builder.pages.planner import Planner
from site_builder.pages.request import PageRequest
from site_builder.pages.survey import overview_of
from site_builder.search.index import TextIndex


class Planned(msgspec.Struct, frozen=True):
    pages: tuple[PageRequest, ...]
    """Sorted by path. Two may want one path: whoever publishes sees to that."""
    diagnostics: tuple[Diagnostic, ...]


def plan(
    site: Encyclopedia,
    documents: Mapping[EntityId, Document],
    emitters: Sequence[Emitter] = (),
    index: TextIndex | None = None,
    photographs: Mapping[str, Photograph] | None = None,
) -> Planned:
    """Everything the finished site consists of, assets and pictures apart."""
    planner = Planner(site, overview_of(site), documents, emitters, index, photographs)
    return Planned(tuple(planner.page(page).request for page in planner.pages), planner.diagnostics())
