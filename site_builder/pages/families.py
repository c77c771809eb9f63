"""Families of instruments: strings, winds …"""

from collections.abc import Iterator

from site_builder.model.identity import INSTRUMENTS
from site_builder.pages.census import Family
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import family_page, index_page
from site_builder.pages.terms import term_heading
from site_builder.pages.views import FamilyView, Group, Link
from site_builder.pages.wording import counted


def family_pages(edition: Edition) -> Iterator[TemplatePage]:
    return (_family_page(edition, family) for family in edition.census.families)


def _family_page(edition: Edition, family: Family) -> TemplatePage:
    path, below = family_page(family.slug), edition.below
    instruments = counted(len(family.instruments), "instrument")
    description = f"{family.name}: {instruments}, {counted(len(family.musicians), 'musician')}"
    page = frame(
        edition,
        path,
        title=family.name,
        description=description,
        type="family",
        trail=(Link(edition.facets[INSTRUMENTS].title, below.root + index_page(INSTRUMENTS)),),
        about=collection(edition, path, family.name, description),
    )
    view = FamilyView(
        name=family.name,
        instruments=tuple(below.items[instrument.id] for instrument in family.instruments),
        count=len(family.musicians),
        members=_members(edition, family),
    )
    return request(edition, "family.html", page, view)


def _members(edition: Edition, family: Family) -> tuple[Group, ...]:
    below, musicians_of = edition.below, edition.census.musicians_of
    headings = (
        (instrument.id, term_heading(edition, instrument.id, below.links[instrument.id].href))
        for instrument in family.instruments
        if edition.census.count(instrument.id)
    )
    return tuple(
        Group(heading.title, heading.id, heading.href, tuple(below.items[m] for m in musicians_of[instrument]))
        for instrument, heading in headings
    )
