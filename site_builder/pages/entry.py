"""The page of a musician."""

from collections.abc import Iterator

from site_builder.graph.encyclopedia import Entity
from site_builder.model.facts import Document, Work
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, page_of
from site_builder.pages.body import body_of, contents_of, picture_of
from site_builder.pages.citations import citation
from site_builder.pages.connections import (
    Positions,
    categories_of,
    mentions_of,
    more_mentions_of,
    neighbours_of,
    positions_in_lists,
    related_musicians,
    relations_of,
)
from site_builder.pages.disambiguation import Hatnotes, hatnotes_of
from site_builder.pages.edition import Edition, is_draft
from site_builder.pages.english import country_in_prose, player_of
from site_builder.pages.frame import description_of, frame, json_link, request
from site_builder.pages.infobox import musician_facts
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import ALPHABET
from site_builder.pages.structured import Thing
from site_builder.pages.subjects import person
from site_builder.pages.views import Link, MusicianView, Page, WorkRow
from site_builder.pages.wording import listed

_INSTRUMENTS_IN_DESCRIPTION = 2
_UNDATED = (10_000, 0, 0, 0)


def musician_pages(edition: Edition) -> Iterator[TemplatePage]:
    hatnotes, positions = hatnotes_of(edition), positions_in_lists(edition)
    for entity in edition.census.musicians:
        view = _view(edition, entity, hatnotes, positions)
        yield request(edition, "entry.html", _page(edition, entity), view, body_of(edition, entity))


def _view(edition: Edition, entity: Entity, hatnotes: Hatnotes, positions: Positions) -> MusicianView:
    document = edition.documents.get(entity.id)
    return MusicianView(
        name=entity.name,
        dates=edition.below.items[entity.id].detail,
        summary=entity.summary,
        draft=is_draft(entity),
        aliases=entity.facts.aliases if entity.facts else (),
        hatnotes=hatnotes.get(entity.id, ()),
        picture=picture_of(document, edition.below.root),
        facts=musician_facts(edition, entity),
        toc=contents_of(document),
        relations=relations_of(edition, entity.id),
        works=_works(document),
        sources=tuple(map(citation, document.sources)) if document else (),
        related=related_musicians(edition, entity.id),
        mentioned_in=mentions_of(edition, entity.id),
        categories=categories_of(edition, entity.id),
        neighbours=neighbours_of(edition, entity.id, positions),
        more_mentions=more_mentions_of(edition, entity.id),
    )


def _page(edition: Edition, entity: Entity) -> Page:
    description = description_of(edition, entity) or _portrait(edition, entity)
    about: Thing = person(edition, entity, description)
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
        index=not is_draft(entity),
    )


def _portrait(edition: Edition, entity: Entity) -> str:
    """One line from the front matter alone: "Bakhyt Taro (born 1985), violinist of Kazakhstan"."""
    terms_of = edition.census.terms_of
    instruments = terms_of.get(INSTRUMENTS, {}).get(entity.id, ())[:_INSTRUMENTS_IN_DESCRIPTION]
    countries = terms_of.get(COUNTRIES, {}).get(entity.id, ())
    dates = edition.below.items[entity.id].detail
    calling = listed([player_of(edition.census.words[instrument]) for instrument in instruments]) or "musician"
    home = listed([country_in_prose(edition.entity(country).name) for country in countries])
    return f"{entity.name}{f' ({dates})' if dates else ''}, {calling}{f' of {home}' if home else ''}"


def _works(document: Document | None) -> tuple[WorkRow, ...]:
    works = sorted(document.works, key=_year) if document else ()
    return tuple(WorkRow(work.year.text if work.year else "", work.title, work.kind, work.note) for work in works)


def _year(work: Work) -> tuple[int, int, int, int]:
    return work.year.sort_key if work.year else _UNDATED
