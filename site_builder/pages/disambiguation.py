"""Names that several entries share: their pages, and the notes above each of the entries. Old addresses and aliases."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from site_builder.graph.encyclopedia import Ambiguity
from site_builder.model.identity import INSTRUMENTS, MUSICIANS, EntityId, kind_of, page_of
from site_builder.pages.edition import Edition
from site_builder.pages.english import player_of
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.outlines import Outline
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import disambiguation_page
from site_builder.pages.views import Hatnote, Link, ListItem
from site_builder.pages.views_addresses import DisambiguationView, RedirectView
from site_builder.pages.wording import counted, term_noun

_NAMED_IN_HATNOTE = 3
"""Beyond this number of others, the note leads to the page that lists them alone."""


def hatnotes_of(edition: Edition, entity: EntityId) -> tuple[Hatnote, ...]:
    """The notes above an entry that shares names with others, its own name first."""
    slugs = edition.tables.namesakes.get(entity)
    if slugs is None:
        return ()
    return tuple(_hatnotes(edition, edition.outline(entity), [edition.tables.ambiguities[slug] for slug in slugs]))


def page_of_name(edition: Edition, slug: str) -> TemplatePage:
    """The page that lists those who share a name."""
    ambiguity = edition.tables.ambiguities[slug]
    sharers = sorted(map(edition.outline, ambiguity.candidates), key=lambda outline: outline.sort_key)
    items = tuple(_item(edition, entity) for entity in sharers)
    path = disambiguation_page(slug)
    description = f"{counted(len(items), 'entry', 'entries')} called “{ambiguity.name}”"
    page = frame(
        edition,
        path,
        title=ambiguity.name,
        description=description,
        type="disambiguation",
        about=collection(edition, path, ambiguity.name, description),
    )
    return request(edition, "disambiguation.html", page, DisambiguationView(ambiguity.name, items))


def redirect_page(edition: Edition, old: EntityId) -> TemplatePage:
    """A page that leads on: from an alias or a former address to the entry."""
    redirect, path = edition.tables.redirects[old], page_of(old)
    entity, target = edition.outline(redirect.entity), edition.vantage(path).link(redirect.entity)
    name = redirect.name or entity.name
    origin = f"#from={quote(redirect.name)}" if redirect.name else ""
    page = frame(
        edition,
        path,
        title=name,
        description=f"This page is at another address: {entity.name}" if not redirect.name else f"See {entity.name}",
        type="redirect",
        index=False,
        stands_for=page_of(entity.id),
    )
    return request(edition, "redirect.html", page, RedirectView(name, target, target.href + origin))


def _hatnotes(edition: Edition, entity: Outline, shared: Sequence[Ambiguity]) -> Iterator[Hatnote]:
    """One note for each shared name. Others are told once: two of one full name share their family name as well."""
    root = edition.vantage(page_of(entity.id)).root
    told: set[EntityId] = set()
    for ambiguity in sorted(shared, key=lambda ambiguity: ambiguity.name != entity.name):
        others = [other for other in ambiguity.candidates if other != entity.id and other not in told]
        named = others if len(others) <= _NAMED_IN_HATNOTE else []
        told.update(others)
        own_name = ambiguity.name == entity.name
        yield Hatnote(
            "For others of that name, see" if own_name else f"For others called “{ambiguity.name}”, see",
            (
                *(_told_apart(edition, root, edition.outline(other)) for other in named),
                Link(_list_title(ambiguity), root + disambiguation_page(ambiguity.slug)),
            ),
        )


def _list_title(ambiguity: Ambiguity) -> str:
    return f"{ambiguity.name} ({counted(len(ambiguity.candidates), 'entry', 'entries')})"


def _told_apart(edition: Edition, root: str, entity: Outline) -> Link:
    return Link(f"{entity.name} ({_distinction(edition, entity)})", root + page_of(entity.id), entity.summary)


def _distinction(edition: Edition, entity: Outline) -> str:
    """What tells an entity from its namesakes: the years of a life, else what somebody plays or what it is."""
    kind = kind_of(entity.id)
    if kind == MUSICIANS:
        if entity.detail:
            return entity.detail
        instruments = edition.terms(entity.id, INSTRUMENTS)
        return player_of(edition.word(instruments[0])) if instruments else "musician"
    facet = edition.facets.get(kind)
    return ", ".join(filter(None, (term_noun(facet) if facet else "page", entity.detail)))


def _item(edition: Edition, entity: Outline) -> ListItem:
    return ListItem(entity.name, edition.below.root + page_of(entity.id), _distinction(edition, entity), entity.summary)
