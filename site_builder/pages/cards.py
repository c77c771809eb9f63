"""cards/*.js: what a preview of a link says, and the texts that a search quotes from.

`KB("cards/<n>.js", {"musicians/bakhyt-taro.html": {name, dates, summary, kind, image, text}})`. The number of the file
is the checksum of the path (`shelving`) modulo the number of files, which is what cards/count.js holds.
"""

import msgspec

from site_builder.content.plain_text import plain_text
from site_builder.model.facts import Document, Reference
from site_builder.model.identity import MUSICIANS, PAGES, EntityId, is_slug, kind_of, page_of
from site_builder.pages.body import text_of_link
from site_builder.pages.data_files import data_file
from site_builder.pages.edition import Edition
from site_builder.pages.pictures import picture_of
from site_builder.pages.request import FilePage
from site_builder.pages.routes import COUNT_OF_CARDS, cards_file
from site_builder.pages.wording import capitalised, term_noun


class Card(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A field that has nothing to say is left out."""

    name: str
    dates: str = ""
    """Of a life, or a hall's city and years."""
    summary: str = ""
    kind: str = ""
    """"Instrument", "Country" …; "" for musicians and free pages."""
    image: str = ""
    """The way to its picture from the top of the site."""
    text: str = ""
    """All of the entry's own text, a line for each paragraph; the first one stands first."""


def cards(edition: Edition, number: str) -> FilePage:
    found = {page_of(entity): _card(edition, entity) for entity in edition.tables.cards[number]}
    return data_file(cards_file(number), found)


def count_of_cards(edition: Edition) -> FilePage:
    return data_file(COUNT_OF_CARDS, len(edition.tables.cards))


def _card(edition: Edition, entity: EntityId) -> Card:
    outline, document = edition.outline(entity), edition.tables.documents.get(entity)
    kind = kind_of(entity)
    return Card(
        name=outline.title,
        dates=outline.detail,
        summary=outline.summary,
        kind="" if kind in (MUSICIANS, PAGES) else capitalised(term_noun(edition.facets[kind])),
        image=picture_of(edition.tables, entity),
        text=_text(edition, entity, document) if document else "",
    )


def _text(edition: Edition, entity: EntityId, document: Document) -> str:
    links = [_link(edition, entity, number, link) for number, link in enumerate(document.facts.references)]
    return plain_text(document.parts, links)


def _link(edition: Edition, entity: EntityId, number: int, link: Reference) -> str:
    if link.label or not is_slug(link.target):
        # A name stands for itself, so the card need not know what it leads to.
        return link.label or link.target
    target = edition.tables.targets[entity][number]
    return text_of_link(edition, link, target.entity) if target.entity else link.target
