"""The pages of instruments, countries, venues, genres …: what each is, and the musicians who have it."""

from collections.abc import Mapping

from site_builder.graph.encyclopedia import Entity, Membership
from site_builder.model.facts import Document
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, VENUES, EntityId, kind_of, page_of, slug_of
from site_builder.pages.body import body_of, contents_of
from site_builder.pages.citations import citation
from site_builder.pages.connections import mentions_of, more_mentions_of, pair_categories, related_terms
from site_builder.pages.disambiguation import hatnotes_of
from site_builder.pages.edition import Edition
from site_builder.pages.eras import Eras, eras_of
from site_builder.pages.feeds import feeds_of_term
from site_builder.pages.frame import description_of, edit_address, frame, image_address, json_link, request
from site_builder.pages.grouping import Heading, by_letter, by_term, by_year, in_one_group, rest, with_detail
from site_builder.pages.infobox import term_facts
from site_builder.pages.locating import locator_of
from site_builder.pages.pictures import emblem_of_term, photograph_of
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import family_page, index_page
from site_builder.pages.subjects import term as subject_of
from site_builder.pages.views import Group, Link, ListItem, Page, TermView
from site_builder.pages.wording import capitalised, counted, remarks, term_noun

_TOO_FEW_TO_GROUP = 12
"""A genre or an ensemble with fewer musicians is one list."""
_TOO_MANY_FOR_ONE_LIST = 60
"""Where nothing is known to group so many by, they stand under their letters."""


def term_page(edition: Edition, term: EntityId) -> TemplatePage:
    entity, document = edition.tables.entities[term], edition.tables.documents.get(term)
    view, page = _view(edition, entity, document), _page(edition, entity, document)
    return request(edition, "term.html", page, view, body_of(edition, term, document))


def term_heading(edition: Edition, term: EntityId, href: str) -> Heading:
    """A part of a list that is about a term."""
    outline = edition.outline(term)
    return Heading((0, outline.sort_key), outline.title, f"by-{slug_of(term)}", href)


def _view(edition: Edition, entity: Entity, document: Document | None) -> TermView:
    members_title, members = _members(edition, entity.id)
    eras = _eras(edition, entity.id)
    return TermView(
        name=edition.title(entity.id),
        kind=capitalised(term_noun(edition.facets[kind_of(entity.id)])),
        summary=entity.summary,
        aliases=entity.facts.aliases if entity.facts else (),
        hatnotes=hatnotes_of(edition, entity.id),
        picture=(photograph := photograph_of(edition, document)),
        facts=term_facts(edition, entity),
        toc=contents_of(document),
        count=edition.tables.counts.get(entity.id, 0),
        members_title=members_title,
        members=members,
        pairs=pair_categories(edition.below, edition.tables.pairs_of.get(entity.id, ())),
        places=tuple(map(edition.below.item, edition.tables.venues_in.get(entity.id, ()))),
        related=related_terms(edition, entity.id),
        mentioned_in=mentions_of(edition, entity.id),
        sources=tuple(map(citation, document.sources)) if document else (),
        more_mentions=more_mentions_of(edition, entity.id),
        edit=edit_address(edition, entity),
        emblem="" if photograph else emblem_of_term(edition.tables, entity.id),
        locator=locator_of(edition, entity),
        timeline=eras.timeline,
        histogram=eras.histogram,
        decades=eras.decades,
    )


def _page(edition: Edition, entity: Entity, document: Document | None) -> Page:
    name, musicians = edition.title(entity.id), counted(edition.tables.counts.get(entity.id, 0), "musician")
    description = description_of(entity, document) or f"{name}: {musicians} in {edition.config.title}"
    image = image_address(edition, document)
    return frame(
        edition,
        page_of(entity.id),
        title=name,
        description=description,
        type="term",
        trail=_trail(edition, entity.id),
        about=subject_of(edition, entity, description, image),
        alternate_json=json_link(edition, entity.id),
        image=image,
        feeds=feeds_of_term(edition, entity.id),
    )


def _trail(edition: Edition, term: EntityId) -> tuple[Link, ...]:
    root, kind = edition.below.root, kind_of(term)
    index = Link(edition.facets[kind].title, root + index_page(kind))
    slug = edition.tables.family_of.get(term)
    return (index, Link(edition.tables.families[slug].name, root + family_page(slug))) if slug else (index,)


def _members(edition: Edition, term: EntityId) -> tuple[str, tuple[Group, ...]]:
    """The musicians of a term by what tells most about them, and what that is."""
    members = edition.tables.members.get(term, ())
    items = {member.musician: _item(edition, member) for member in members}
    title, groups = _grouped(edition, term, items)
    if any(group.title for group in groups):
        return title, groups
    if len(members) < _TOO_MANY_FOR_ONE_LIST:
        return "Musicians", groups
    return "Musicians from A to Z", by_letter((edition.outline(m).sort_name, item) for m, item in items.items())


def _eras(edition: Edition, term: EntityId) -> Eras:
    if kind_of(term) != INSTRUMENTS:
        return Eras()
    return eras_of(edition, [member.musician for member in edition.tables.members.get(term, ())])


def _grouped(edition: Edition, term: EntityId, items: Mapping[EntityId, ListItem]) -> tuple[str, tuple[Group, ...]]:
    members, kind = edition.tables.members.get(term, ()), kind_of(term)
    if kind == VENUES:
        # Under its year a performance is told with what is said of that one, not of the others in the same hall.
        return "Musicians by year", by_year(members, edition.below.item)
    if kind not in (INSTRUMENTS, COUNTRIES) and len(members) < _TOO_FEW_TO_GROUP:
        return "Musicians", in_one_group(items.values())
    by_kind = COUNTRIES if kind == INSTRUMENTS else INSTRUMENTS
    word = "country" if by_kind == COUNTRIES else "instrument"
    links = _links_to_pairs(edition, term)
    groups = by_term(
        items,
        lambda musician: edition.terms(musician, by_kind),
        lambda other: term_heading(edition, other, links.get(other) or edition.below.link(other).href),
        rest(f"{word.capitalize()} not known"),
    )
    return f"Musicians by {word}", groups


def _item(edition: Edition, member: Membership) -> ListItem:
    """The musician in a list, with what is said of the membership."""
    item = edition.below.item(member.musician)
    return with_detail(item, remarks(member.occasions)) if member.occasions else item


def _links_to_pairs(edition: Edition, term: EntityId) -> Mapping[EntityId, str]:
    """Where the pages of the term's pairs are, by the other term."""
    links: dict[EntityId, str] = {}
    for path in edition.tables.pairs_of.get(term, ()):
        first, second = edition.tables.pairs[path].terms
        # Where both orders have a page, the one that begins with this term is the nearer.
        if first == term:
            links[second] = edition.below.root + path
        else:
            links.setdefault(first, edition.below.root + path)
    return links
