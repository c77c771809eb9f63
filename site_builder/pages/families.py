"""Families of instruments: strings, winds …"""

from site_builder.model.identity import INSTRUMENTS
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.overview import Family
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import family_page, index_page
from site_builder.pages.terms import term_heading
from site_builder.pages.views import FamilyView, Group, Link
from site_builder.pages.wording import counted


def page_of_family(edition: Edition, slug: str) -> TemplatePage:
    family, path, below = edition.tables.families[slug], family_page(slug), edition.below
    instruments = counted(len(family.instruments), "instrument")
    description = f"{family.name}: {instruments}, {counted(family.count, 'musician')}"
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
        instruments=tuple(map(below.item, family.instruments)),
        count=family.count,
        members=_members(edition, family),
    )
    return request(edition, "family.html", page, view)


def _members(edition: Edition, family: Family) -> tuple[Group, ...]:
    below, members = edition.below, edition.tables.members
    return tuple(
        Group(heading.title, heading.id, heading.href, tuple([below.item(member.musician) for member in held]))
        for instrument in family.instruments
        if (held := members.get(instrument))
        for heading in (term_heading(edition, instrument, below.link(instrument).href),)
    )
