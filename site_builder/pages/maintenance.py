"""What the encyclopedia still lacks, for those who write it."""

from collections.abc import Callable, Iterator

from site_builder.graph.encyclopedia import Entity
from site_builder.model.facts import MusicianFacts
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, VENUES
from site_builder.pages.census import facts_of
from site_builder.pages.edition import Edition
from site_builder.pages.frame import frame, request
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import MAINTENANCE
from site_builder.pages.views import Gap, Link, MaintenanceView, WantedPage

_NAME = "Maintenance"
_DESCRIPTION = "Pages that are wanted, entries that nobody mentions, and what entries do not say yet"


def maintenance_page(edition: Edition) -> Iterator[TemplatePage]:
    page = frame(edition, MAINTENANCE, title=_NAME, description=_DESCRIPTION, type="maintenance", index=False)
    links = edition.top.links
    view = MaintenanceView(
        name=_NAME,
        wanted=tuple(
            WantedPage(wanted.name, tuple(links[entity] for entity in wanted.wanted_by))
            for wanted in edition.site.wanted
        ),
        orphans=_links(edition, lambda entity: _is_orphan(edition, entity)),
        gaps=_gaps(edition),
    )
    yield request(edition, "maintenance.html", page, view)


def _is_orphan(edition: Edition, entity: Entity) -> bool:
    """Whether no other entry leads here: none speaks of it, and it is nobody's teacher, pupil or relative."""
    relations = edition.site.relations.get(entity.id, ())
    return entity.id not in edition.site.backlinks and not any(relation.other for relation in relations)


def _gaps(edition: Edition) -> tuple[Gap, ...]:
    def lacks(kind: str) -> Callable[[Entity], bool]:
        held = edition.census.terms_of.get(kind, {})
        return lambda entity: entity.id not in held

    gaps = (
        ("Without an instrument", lacks(INSTRUMENTS)),
        ("Without a country", lacks(COUNTRIES)),
        ("Without a venue", lacks(VENUES)),
        ("Without dates", _lacks_dates),
        ("Without a summary", lambda entity: not entity.summary),
        ("Without a text", lambda entity: _lacks_text(edition, entity)),
    )
    found = (Gap(title, _links(edition, is_missing)) for title, is_missing in gaps)
    return tuple(gap for gap in found if gap.entries)


def _lacks_dates(entity: Entity) -> bool:
    musician = facts_of(entity, MusicianFacts)
    return musician.born is None and musician.died is None


def _lacks_text(edition: Edition, entity: Entity) -> bool:
    document = edition.documents.get(entity.id)
    return document is None or not document.parts


def _links(edition: Edition, is_wanted: Callable[[Entity], bool]) -> tuple[Link, ...]:
    return tuple(edition.top.links[musician.id] for musician in edition.census.musicians if is_wanted(musician))
