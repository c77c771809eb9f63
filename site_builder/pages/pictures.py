"""Pictures of entries: a photograph where there is one, and an emblem of every other musician."""

from site_builder.model.facts import Document
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, MUSICIANS, EntityId, kind_of
from site_builder.pages.edition import Edition
from site_builder.pages.emblems.blazon import Blazon, blazon_named, blazon_of, blazon_of_terms
from site_builder.pages.emblems.drawing import drawn_file, emblem
from site_builder.pages.photographs import Photograph, media_path, version_of
from site_builder.pages.request import FilePage
from site_builder.pages.routes import emblem_file
from site_builder.pages.tables import Tables
from site_builder.pages.views_pictures import Picture


def picture_of(tables: Tables, entity: EntityId) -> str:
    """The address of a small picture from the top of the site: every musician has one; "" where there is none."""
    document = tables.documents.get(entity)
    if document is not None and document.image is not None:
        photograph = tables.photographs.get(document.image.file)
        if photograph is not None:
            return media_path(_smallest(document.image.file, photograph))
    return emblem_file(_blazon(tables, entity).name) if kind_of(entity) == MUSICIANS else ""


def photograph_of(edition: Edition, document: Document | None) -> Picture | None:
    """The photograph that the document names, as a page in a folder shows it; None where it cannot be shown."""
    if document is None or document.image is None:
        return None
    image, root = document.image, edition.below.root
    photograph = edition.tables.photographs.get(image.file)
    if photograph is None:
        return None
    versions = [f"{root}{media_path(version_of(image.file, width))} {width}w" for width in photograph.widths]
    return Picture(
        src=root + media_path(image.file),
        alt=image.alt,
        credit=image.credit,
        width=photograph.width,
        height=photograph.height,
        srcset=", ".join(versions),
    )


def _smallest(file: str, photograph: Photograph) -> str:
    return version_of(file, photograph.widths[0]) if photograph.widths else file


def emblem_of(tables: Tables, musician: EntityId) -> str:
    """The musician's emblem as markup, to be put into an SVG of 96 by 96 units."""
    return emblem(_blazon(tables, musician))


def emblem_of_term(tables: Tables, term: EntityId) -> str:
    """The figure of an instrument, or the colours of a country, as markup; "" for other terms."""
    if kind_of(term) not in (INSTRUMENTS, COUNTRIES):
        return ""
    return emblem(blazon_of_terms((term,), tables.family_of))


def page_of_emblem(edition: Edition, name: str) -> FilePage:
    """The emblem as a file, for cards and lists; `name` is that of its blazon."""
    return FilePage(emblem_file(name), drawn_file(blazon_named(name)))


def _blazon(tables: Tables, musician: EntityId) -> Blazon:
    return blazon_of(tables.outlines[musician], tables.terms_of.get(musician, ()), tables.family_of)
