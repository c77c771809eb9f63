"""The page of a musician."""

from site_builder.graph.encyclopedia import Entity
from site_builder.model.facts import Document, Work
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, EntityId, page_of, slug_of
from site_builder.pages.body import body_of, contents_of
from site_builder.pages.circle import circle_of
from site_builder.pages.citations import citation
from site_builder.pages.connections import (
    categories_of,
    mentions_of,
    more_mentions_of,
    neighbours_of,
    related_musicians,
    relations_of,
)
from site_builder.pages.disambiguation import hatnotes_of
from site_builder.pages.edition import Edition
from site_builder.pages.english import country_in_prose, player_of
from site_builder.pages.frame import description_of, edit_address, frame, image_address, json_link, request
from site_builder.pages.infobox import musician_facts
from site_builder.pages.pictures import emblem_of, photograph_of
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import ALPHABET, CONNECTIONS
from site_builder.pages.structured import Thing
from site_builder.pages.subjects import person
from site_builder.pages.views import Link, MusicianView, Page, WorkRow
from site_builder.pages.wording import listed

_INSTRUMENTS_IN_DESCRIPTION = 2
_UNDATED = (10_000, 0, 0, 0)


def musician_page(edition: Edition, musician: EntityId) -> TemplatePage:
    entity, document = edition.tables.entities[musician], edition.tables.documents.get(musician)
    view, page = _view(edition, entity, document), _page(edition, entity, document)
    return request(edition, "entry.html", page, view, body_of(edition, musician, document))


def _view(edition: Edition, entity: Entity, document: Document | None) -> MusicianView:
    return MusicianView(
        name=entity.name,
        dates=edition.outline(entity.id).detail,
        summary=entity.summary,
        draft=entity.facts.draft if entity.facts else False,
        aliases=entity.facts.aliases if entity.facts else (),
        hatnotes=hatnotes_of(edition, entity.id),
        picture=(photograph := photograph_of(edition, document)),
        facts=musician_facts(edition, entity),
        toc=contents_of(document),
        relations=relations_of(edition, entity.id),
        works=_works(document),
        sources=tuple(map(citation, document.sources)) if document else (),
        related=related_musicians(edition, entity.id),
        mentioned_in=mentions_of(edition, entity.id),
        categories=categories_of(edition, entity.id),
        neighbours=neighbours_of(edition, entity.id),
        more_mentions=more_mentions_of(edition, entity.id),
        circle=circle_of(edition, entity.id),
        connect=f"{edition.below.root}{CONNECTIONS}?from={slug_of(entity.id)}",
        edit=edit_address(edition, entity),
        emblem="" if photograph else emblem_of(edition.tables, entity.id),
    )


def _page(edition: Edition, entity: Entity, document: Document | None) -> Page:
    description = description_of(entity, document) or _portrait(edition, entity)
    about: Thing = person(edition, entity, description, image_address(edition, document))
    return frame(
        edition,
        page_of(entity.id),
        title=entity.name,
        description=description,
        type="musician",
        trail=(Link("Musicians", edition.below.root + ALPHABET),),
        about=about,
        alternate_json=json_link(edition, entity.id),
        og_type="profile",
        image=about.image,
        index=not (entity.facts and entity.facts.draft),
    )


def _portrait(edition: Edition, entity: Entity) -> str:
    """One line from the front matter alone: "Bakhyt Taro (born 1985), violinist of Kazakhstan"."""
    instruments = edition.terms(entity.id, INSTRUMENTS)[:_INSTRUMENTS_IN_DESCRIPTION]
    countries = edition.terms(entity.id, COUNTRIES)
    dates = edition.outline(entity.id).detail
    calling = listed([player_of(edition.word(instrument)) for instrument in instruments]) or "musician"
    home = listed([country_in_prose(edition.outline(country).name) for country in countries])
    return f"{entity.name}{f' ({dates})' if dates else ''}, {calling}{f' of {home}' if home else ''}"


def _works(document: Document | None) -> tuple[WorkRow, ...]:
    works = sorted(document.works, key=_year) if document else ()
    return tuple(WorkRow(work.year.text if work.year else "", work.title, work.kind, work.note) for work in works)


def _year(work: Work) -> tuple[int, int, int, int]:
    return work.year.sort_key if work.year else _UNDATED
