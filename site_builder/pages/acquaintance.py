"""connections.html: how any two musicians are connected, and what its script searches in.

connections/data.js calls `KB` with the names of all musicians in the order of the alphabet, their slugs where the name
does not tell them, the terms that two or more share, who has them, and who knew whom:

    {names: [name …], slugs: {number: slug}, kinds: [[folder, verb, joint, rest] …], terms: [[kind, name, slug] …],
     held: [[term …] …], roles: [[verb, inverse] …], relations: [musician, role, musician, …]}
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from zlib import crc32

import msgspec

from site_builder.graph.relations import INVERSE
from site_builder.model.identity import COUNTRIES, MUSICIANS, EntityId, kind_of, page_of, slug_of
from site_builder.pages.chains import ROLES, Step, Ties, acquainted, chain_to, ties_of, ways_from
from site_builder.pages.data_files import data_file
from site_builder.pages.edition import Edition
from site_builder.pages.english import country_in_prose
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.request import FilePage, TemplatePage
from site_builder.pages.routes import CONNECTIONS, CONNECTIONS_DATA
from site_builder.pages.views import Link, ListItem
from site_builder.pages.views_connections import Chain, ChainStep, ConnectionsView
from site_builder.pages.wording import counted

CONNECTIONS_NAME = "How are they connected?"
CONNECTIONS_INTRO = "Any two musicians, and the shortest chain between them of shared stages, lessons and company"

_WORDS = {
    "venues": ("played at", ", where", "also played"),
    "ensembles": ("belonged to", ", as did", ""),
    "labels": ("recorded for", ", as did", ""),
}
"""What connects, and the words around the term and the other musician."""
_VERBS = {
    "teachers": "was taught by",
    "pupils": "taught",
    "family": "was related to",
    "played_with": "played with",
}
_MOST_EXACT = 200
"""Musicians among whom all pairs are compared; among more, those who are far from those who are far."""
_MOST_HUBS = 10
_MOST_CHAINS = 5
_FEWEST_STEPS = 2


class _Data(msgspec.Struct, frozen=True):
    names: tuple[str, ...]
    slugs: dict[int, str]
    kinds: tuple[tuple[str, str, str, str], ...]
    terms: tuple[tuple[int, str, str], ...]
    held: tuple[tuple[int, ...], ...]
    roles: tuple[tuple[str, int], ...]
    relations: tuple[int, ...]


def connections_page(edition: Edition) -> TemplatePage:
    musicians, ties = edition.tables.kinds[MUSICIANS], edition.once(_ties)
    hubs = _hubs(ties)
    starts = list(dict.fromkeys([*hubs[:2], *_by_lot(musicians)[:2]]))
    longest = _longest(ties, starts[0]) if starts else ()
    page = frame(
        edition,
        CONNECTIONS,
        title=CONNECTIONS_NAME,
        description=CONNECTIONS_INTRO,
        type="connections",
        about=collection(edition, CONNECTIONS, CONNECTIONS_NAME, CONNECTIONS_INTRO),
    )
    view = ConnectionsView(
        name=CONNECTIONS_NAME,
        intro=CONNECTIONS_INTRO,
        longest=_chain(edition, musicians, ties, longest) if len(longest) >= _FEWEST_STEPS else None,
        chains=tuple(_chain(edition, musicians, ties, steps) for steps in _between_countries(edition, ties, starts)),
        hubs=tuple(_hub(edition, musicians[hub], acquainted(hub, ties)) for hub in hubs),
    )
    return request(edition, "connections.html", page, view)


def connections_data(edition: Edition) -> FilePage:
    tables = edition.tables
    musicians, names, ties = tables.kinds[MUSICIANS], tables.names(), edition.once(_ties)
    kinds = _kinds(edition)
    value = _Data(
        names=names,
        slugs={
            number: slug_of(musician)
            for number, (musician, name) in enumerate(zip(musicians, names, strict=True))
            if slug_of(musician) != _slug_by_rule(name)
        },
        kinds=tuple((kind, *_WORDS[kind]) for kind in kinds),
        terms=tuple((kinds.index(kind_of(term)), edition.outline(term).name, slug_of(term)) for term in ties.terms),
        held=ties.held,
        roles=tuple((_VERBS[role], ROLES.index(INVERSE[role])) for role in ROLES),
        relations=tuple(_both_once(ties)),
    )
    return data_file(CONNECTIONS_DATA, value)


def _ties(edition: Edition) -> Ties:
    tables = edition.tables
    # As wholes: to note each key would take longer than to read them.
    memberships, relations = dict(tables.memberships.items()), dict(tables.relations.items())
    return ties_of(tables.kinds[MUSICIANS], memberships, relations, _kinds(edition))


def _kinds(edition: Edition) -> tuple[str, ...]:
    return tuple(facet.kind for facet in edition.config.facets if facet.kind in _WORDS)


def _both_once(ties: Ties) -> Iterator[int]:
    """Each relation from one of its sides."""
    for one, known in enumerate(ties.relations):
        for role, other in known:
            if one < other:
                yield from (one, role, other)


_NO_LETTERS = re.compile("[^a-z0-9]+")


def _slug_by_rule(name: str) -> str:
    """The slug that the script makes of a name: it agrees for almost all names in Latin letters."""
    plain = "".join([sign for sign in unicodedata.normalize("NFKD", name) if unicodedata.category(sign) != "Mn"])
    return _NO_LETTERS.sub("-", plain.lower()).strip("-")


def _hubs(ties: Ties) -> list[int]:
    """Who has ties with most others, those with most first."""
    sizes = [len(members) for members in ties.members]
    rough = [
        (-sum([sizes[term] for term in held]) - len(known), number)
        for number, (held, known) in enumerate(zip(ties.held, ties.relations, strict=True))
        if held or known
    ]
    finalists = [number for _, number in sorted(rough)[: 3 * _MOST_HUBS]]
    return sorted(finalists, key=lambda number: (-acquainted(number, ties), number))[:_MOST_HUBS]


def _by_lot(musicians: Sequence[EntityId]) -> list[int]:
    """The musicians in an order that has nothing to do with them, and stays the same when others come and go."""
    lots = [(crc32(musician.encode()), number) for number, musician in enumerate(musicians)]
    return [number for _, number in sorted(lots)]


def _longest(ties: Ties, start: int) -> tuple[Step, ...]:
    """As long a shortest chain as is found: the longest of all in a small encyclopedia."""
    count = len(ties.held)
    if count > _MOST_EXACT:
        return _to_the_farthest(_farthest(start, ties), ties)
    return max((_to_the_farthest(one, ties) for one in range(count)), key=len)


def _farthest(start: int, ties: Ties) -> int:
    *_, last = ways_from(start, ties)
    return last


def _to_the_farthest(start: int, ties: Ties) -> tuple[Step, ...]:
    ways = ways_from(start, ties)
    *_, last = ways
    return chain_to(last, ways)


def _between_countries(edition: Edition, ties: Ties, starts: Sequence[int]) -> Iterator[tuple[Step, ...]]:
    """Chains of some length that end in other countries than they began in, each in another one."""
    musicians = edition.tables.kinds[MUSICIANS]
    order = _by_lot(musicians)[:200]
    seen: set[EntityId] = set()
    given = 0
    for start in starts:
        ways = ways_from(start, ties)
        home = edition.terms(musicians[start], COUNTRIES)
        for end in order:
            abroad = edition.terms(musicians[end], COUNTRIES)
            if end not in ways or not abroad or seen.intersection(abroad) or set(home) & set(abroad):
                continue
            steps = chain_to(end, ways)
            if len(steps) >= _FEWEST_STEPS and given < _MOST_CHAINS:
                seen.update(abroad[:1])
                given += 1
                yield steps
                if given % 2 == 0:
                    break


def _chain(edition: Edition, musicians: Sequence[EntityId], ties: Ties, steps: Sequence[Step]) -> Chain:
    one, other = musicians[steps[0].one], musicians[steps[-1].other]
    ends = (edition.terms(one, COUNTRIES), edition.terms(other, COUNTRIES))
    homes = [country_in_prose(edition.title(held[0])) for held in ends if held]
    return Chain(
        title=f"From {edition.outline(one).name} to {edition.outline(other).name}",
        note=" to ".join(homes) if len(set(homes)) > 1 else "",
        steps=tuple(_step(edition, musicians, ties, step) for step in steps),
    )


def _step(edition: Edition, musicians: Sequence[EntityId], ties: Ties, step: Step) -> ChainStep:
    link = edition.top.link
    one, other = link(musicians[step.one]), link(musicians[step.other])
    if step.term is None:
        return ChainStep(one, _VERBS[ROLES[step.role]], None, "", other, "")
    term = ties.terms[step.term]
    verb, joint, rest = _WORDS[kind_of(term)]
    return ChainStep(one, verb, Link(edition.outline(term).name, edition.top.root + page_of(term)), joint, other, rest)


def _hub(edition: Edition, musician: EntityId, others: int) -> ListItem:
    item = edition.top.item(musician)
    return ListItem(edition.outline(musician).name, item.href, item.detail, counted(others, "other musician"))
