"""Small encyclopedias for tests: documents said in a few words, linked as a build links them."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from site_builder.content.dates import read_date
from site_builder.content.slugs import slugify
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.graph.link import link
from site_builder.graph.mentions import recognise
from site_builder.graph.names import build_names
from site_builder.model.config import SiteConfig
from site_builder.model.dates import PartialDate
from site_builder.model.facts import (
    CountryFacts,
    Document,
    FacetValue,
    Facts,
    Heading,
    Hole,
    Html,
    Image,
    InstrumentFacts,
    KindFacts,
    MusicianFacts,
    Part,
    Prose,
    Reference,
    RelationValue,
    Sentence,
    TermFacts,
    VenueFacts,
    Work,
)
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, MUSICIANS, PAGES, VENUES, EntityId, entity_id
from site_builder.pages.edition import Edition
from site_builder.pages.emitter import Emitter
from site_builder.pages.overview import Overview
from site_builder.pages.photographs import Photograph
from site_builder.pages.plan import Planned, plan
from site_builder.pages.planner import Planner
from site_builder.pages.request import FilePage, TemplatePage
from site_builder.pages.survey import overview_of
from site_builder.pages.views import View
from site_builder.search.index import TextIndex, index_of
from site_builder.search.words import indexer

BASE_URL = "https://example.org/music/"
BASE_PATH = "/music/"
NO_ADDRESS = SiteConfig()
WITH_ADDRESS = SiteConfig(base_url=BASE_URL)
_RELATIONS = ("teachers", "pupils", "family", "played_with")
_WIKI_LINK = re.compile(r"\[\[(?:(\w+):)?([^]|#]*)(?:#([^]|]*))?(?:\|([^]]*))?\]\]")


class World(msgspec.Struct, frozen=True):
    site: Encyclopedia
    documents: dict[EntityId, Document]
    emitters: tuple[Emitter, ...] = ()

    @property
    def photographs(self) -> dict[str, Photograph]:
        """All that documents name: 640 by 480 pixels, with one smaller version."""
        images = (document.image for document in self.documents.values() if document.image)
        return {image.file: Photograph(640, 480, (320, 640)) for image in images}

    @property
    def overview(self) -> Overview:
        return overview_of(self.site)

    @property
    def index(self) -> TextIndex:
        overview, words = self.overview, indexer()
        numbered = (*overview.kinds[MUSICIANS], *overview.texts)
        return index_of(numbered, {entity: words(document) for entity, document in self.documents.items()})

    @property
    def edition(self) -> Edition:
        return Edition(self.site, self.documents, self.overview, self.index, self.photographs, search=False)

    @property
    def planner(self) -> Planner:
        return Planner(self.site, self.overview, self.documents, self.emitters, self.index, self.photographs)

    @property
    def planned(self) -> Planned:
        return plan(self.site, self.documents, self.emitters, self.index, self.photographs)

    def paths(self) -> list[str]:
        return [page.path for page in self.planned.pages]

    def page(self, path: str) -> TemplatePage:
        (found,) = (page for page in self.planned.pages if page.path == path)
        assert isinstance(found, TemplatePage)
        return found

    def view(self, path: str) -> View:
        return self.page(path).view

    def file(self, path: str) -> str:
        (found,) = (page for page in self.planned.pages if page.path == path)
        assert isinstance(found, FilePage)
        return found.content.decode()


def world(*documents: Document, config: SiteConfig = NO_ADDRESS, emitters: tuple[Emitter, ...] = ()) -> World:
    facts = [document.facts for document in documents]
    names = build_names(facts, config)
    recognised = {document.facts.id: recognise(document, names) for document in documents}
    linked = link(facts, recognised, names, config)
    return World(linked.encyclopedia, {document.facts.id: document for document in documents}, emitters)


def musician(
    name: str,
    *,
    born: str = "",
    died: str = "",
    birthplace: str = "",
    facets: dict[str, Sequence[str]] | None = None,
    **fields: object,
) -> Document:
    """Fields are those of the front matter; a value can have years and a note: "Carnegie Hall @ 1999, 2004 @ debut"."""
    relations = {name: fields.pop(name) for name in _RELATIONS if name in fields}
    kinds = ("instruments", "countries", "venues", "genres", "ensembles", "labels")
    held = {kind: fields.pop(kind) for kind in kinds if kind in fields} | (facets or {})
    about = MusicianFacts(
        date(born),
        date(died),
        birthplace,
        tuple(FacetValue(kind, *_value(value)) for kind, values in held.items() for value in values),
        tuple(RelationValue(role, *_value(value)) for role, values in relations.items() for value in values),
    )
    return _document(MUSICIANS, name, about, **fields)


def instrument(name: str, family: str = "", **fields: object) -> Document:
    return _document(INSTRUMENTS, name, InstrumentFacts(family), **fields)


def country(name: str, code: str = "", **fields: object) -> Document:
    return _document(COUNTRIES, name, CountryFacts(code), **fields)


def venue(
    name: str,
    city: str = "",
    country: str = "",
    opened: str = "",
    closed: str = "",
    place: tuple[float, float] | tuple[None, None] = (None, None),
    **fields: object,
) -> Document:
    return _document(VENUES, name, VenueFacts(city, country, date(opened), date(closed), *place), **fields)


def term(kind: str, name: str, **fields: object) -> Document:
    return _document(kind, name, TermFacts(), **fields)


def text(name: str, **fields: object) -> Document:
    return _document(PAGES, name, TermFacts(), **fields)


def date(words: str) -> PartialDate | None:
    return read_date(words) if words else None


def _document(
    kind: str,
    name: str,
    about: KindFacts,
    *,
    slug: str = "",
    body: str = "",
    updated: str = "",
    works: Iterable[tuple[str, str]] = (),
    image: tuple[str, str, str] | None = None,
    sources: tuple[str, ...] = (),
    excerpt: str = "",
    **common: object,
) -> Document:
    entity = entity_id(kind, slug or slugify(name))
    parts, headings, references = _parts(body)
    facts = Facts(
        id=entity,
        path=f"content/{entity}.md",
        name=name,
        updated=date(updated),
        about=about,
        references=tuple(references),
        anchors=tuple((heading.text, heading.id) for heading in headings),
        has_text=bool(parts),
        **common,
    )
    return Document(
        facts=facts,
        parts=tuple(parts),
        headings=tuple(headings),
        works=tuple(Work(title, date(year)) for title, year in works),
        image=Image(*image) if image else None,
        sources=sources,
        media=(image[0],) if image else (),
        excerpt=excerpt,
    )


def _value(written: str) -> tuple[str, tuple[PartialDate, ...], str]:
    name, years, note = (*(piece.strip() for piece in written.split("@")), "", "")[:3]
    return name, tuple(filter(None, (date(year.strip()) for year in years.split(",")))), note


def _parts(body: str) -> tuple[list[Part], list[Heading], list[Reference]]:
    """Every line is a paragraph, or a heading with as many # as its level."""
    parts: list[Part] = []
    headings: list[Heading] = []
    references: list[Reference] = []
    for block, line in enumerate(filter(None, body.splitlines())):
        if line.startswith("#"):
            marks, _, title = line.partition(" ")
            headings.append(Heading(len(marks), slugify(title), title))
            parts.append(Html(f"<h{len(marks)}>{title}</h{len(marks)}>"))
            continue
        pieces = _WIKI_LINK.split(line)
        for index in range(0, len(pieces), 5):
            if index:
                kind, target, anchor, label = (piece or "" for piece in pieces[index - 4 : index])
                parts.append(Hole(len(references), len(headings), block))
                sentence = Sentence(pieces[index - 5], label or target, pieces[index])
                references.append(Reference(target, f"{kind}s" if kind else "", anchor, label, sentence))
            parts.append(Prose(pieces[index], len(headings), block))
    return parts, headings, references
