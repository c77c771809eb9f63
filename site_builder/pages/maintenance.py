"""What the encyclopedia still lacks, for those who write it."""

from collections.abc import Iterable

from site_builder.model.identity import EntityId
from site_builder.pages.edition import Edition
from site_builder.pages.frame import frame, request
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import MAINTENANCE
from site_builder.pages.survey import GAPS
from site_builder.pages.views import Link
from site_builder.pages.views_maintenance import Gap, MaintenanceView, WantedPage

_NAME = "Maintenance"
_DESCRIPTION = "Pages that are wanted, entries that nobody mentions, and what entries do not say yet"


def maintenance_page(edition: Edition) -> TemplatePage:
    page = frame(edition, MAINTENANCE, title=_NAME, description=_DESCRIPTION, type="maintenance", index=False)
    tables = edition.tables
    view = MaintenanceView(
        name=_NAME,
        wanted=tuple(WantedPage(wanted.name, _links(edition, wanted.wanted_by)) for wanted in tables.wanted()),
        orphans=_links(edition, tables.orphans()),
        gaps=tuple(Gap(gap, _links(edition, lacking)) for gap in GAPS if (lacking := tables.gaps.get(gap))),
    )
    return request(edition, "maintenance.html", page, view)


def _links(edition: Edition, entities: Iterable[EntityId]) -> tuple[Link, ...]:
    return tuple(map(edition.top.link, entities))
