"""Names that several entries share: their pages, and the notes above each of the entries. Old addresses and aliases."""

from collections.abc import Iterator, Mapping, Sequence

from site_builder.graph.encyclopedia import Ambiguity, Entity, Redirect
from site_builder.model.identity import INSTRUMENTS, MUSICIANS, EntityId, kind_of, page_of
from site_builder.pages.edition import Edition
from site_builder.pages.english import player_of
from site_builder.pages.frame import frame, request
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import disambiguation_page
from site_builder.pages.vantage import detail_of
from site_builder.pages.views import DisambiguationView, Hatnote, Link, ListItem, RedirectView
from site_builder.pages.wording import counted, term_noun

_NAMED_IN_HATNOTE = 3
"""Beyond this number of others, the note leads to the page that lists them alone."""

Hatnotes = Mapping[EntityId, tuple[Hatnote, ...]]


def hatnotes_of(edition: Edition) -> Hatnotes:
    """The notes above each entry that shares a name with others, its own name first."""
    shared: dict[EntityId, list[Ambiguity]] = {}
    for ambiguity in edition.site.ambiguities:
        for candidate in ambiguity.candidates:
            shared.setdefault(candidate, []).append(ambiguity)
    return {entity: tuple(_hatnotes(edition, edition.entity(entity), names)) for entity, names in shared.items()}


def disambiguation_pages(edition: Edition) -> Iterator[TemplatePage]:
    for ambiguity in edition.site.ambiguities:
        path = disambiguation_page(ambiguity.slug)
        sharers = sorted(map(edition.entity, ambiguity.candidates), key=lambda entity: entity.sort_key)
        items = tuple(_item(edition, entity) for entity in sharers)
        page = frame(
            edition,
            path,
            title=ambiguity.name,
            description=f"{counted(len(items), 'entry', 'entries')} called “{ambiguity.name}”",
            type="disambiguation",
        )
        yield request(edition, "disambiguation.html", page, DisambiguationView(ambiguity.name, items))


def redirect_pages(edition: Edition) -> Iterator[TemplatePage]:
    """Pages that lead on: from aliases and former addresses to the entry."""
    return (_redirect(edition, redirect) for redirect in edition.site.redirects)


def _hatnotes(edition: Edition, entity: Entity, shared: Sequence[Ambiguity]) -> Iterator[Hatnote]:
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
                *(_told_apart(edition, root, edition.entity(other)) for other in named),
                Link(_list_title(ambiguity), root + disambiguation_page(ambiguity.slug)),
            ),
        )


def _list_title(ambiguity: Ambiguity) -> str:
    return f"{ambiguity.name} ({counted(len(ambiguity.candidates), 'entry', 'entries')})"


def _told_apart(edition: Edition, root: str, entity: Entity) -> Link:
    return Link(f"{entity.name} ({_distinction(edition, entity)})", root + page_of(entity.id), entity.summary)


def _distinction(edition: Edition, entity: Entity) -> str:
    """What tells an entity from its namesakes: the years of a life, else what somebody plays or what it is."""
    kind = kind_of(entity.id)
    if kind == MUSICIANS:
        instruments = edition.census.terms_of.get(INSTRUMENTS, {}).get(entity.id, ())
        calling = player_of(edition.census.words[instruments[0]]) if instruments else "musician"
        return detail_of(entity) or calling
    facet = edition.facets.get(kind)
    return ", ".join(filter(None, (term_noun(facet) if facet else "page", detail_of(entity))))


def _item(edition: Edition, entity: Entity) -> ListItem:
    return ListItem(entity.name, edition.below.root + page_of(entity.id), _distinction(edition, entity), entity.summary)


def _redirect(edition: Edition, redirect: Redirect) -> TemplatePage:
    entity, path = edition.entity(redirect.entity), page_of(redirect.old)
    name = redirect.name or entity.name
    page = frame(
        edition,
        path,
        title=name,
        description=f"This page is at another address: {entity.name}" if not redirect.name else f"See {entity.name}",
        type="redirect",
        index=False,
        stands_for=page_of(entity.id),
    )
    target = edition.vantage(path).links[entity.id]
    return request(edition, "redirect.html", page, RedirectView(name, target))
