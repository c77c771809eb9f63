"""The overview after an edit of the commonest sort, made from the one before: the work grows with the edit.

An edit of prose, or of the terms of some musicians, leaves most of the overview alone: the order of the alphabet, the
dates, the names. The rest is put right table by table, at the keys that the edit touches.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.graph.tables import delta, patched
from site_builder.model.config import SiteConfig
from site_builder.model.identity import COUNTRIES, MUSICIANS, PAGES, EntityId, kind_of
from site_builder.pages.changes import has_feeds_of_terms, news_of
from site_builder.pages.choosing import (
    LACKING,
    MOST_NEIGHBOURS,
    NEIGHBOUR_KINDS,
    WITHOUT_TEXT,
    featured_of,
    fullest,
    is_fit,
)
from site_builder.pages.crossings import crossings_after, has_hubs
from site_builder.pages.emblems.blazon import blazon_of
from site_builder.pages.outlines import Outline, Standing
from site_builder.pages.overview import Beside, Change, Family, Overview
from site_builder.pages.pairing import choose_pairs, leading_pairs, pairs_by_entity
from site_builder.pages.shelving import cards_after

Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")
_Terms = tuple[EntityId, ...]
_Question = Callable[[Standing], bool]
_NOWHERE = Standing()


def same_names(before: Overview, site: Encyclopedia) -> bool:
    """Whether names lead where they led."""
    names = (tuple(before.ambiguities.values()), before.wanted, tuple(before.redirects.values()))
    return names == (site.ambiguities, site.wanted, site.redirects)


def resurveyed(
    before: Overview,
    site: Encyclopedia,
    outlines: Mapping[EntityId, Outline],
    standings: Mapping[EntityId, Standing],
    touched: Iterable[EntityId],
) -> Overview | None:
    """The overview after the edit, equal in every field to one that is made from nothing; None if it has to be.

    `outlines` and `standings` are those of the entities `touched` that there are now.
    """
    edit = _Edit(before, site, outlines, standings, tuple(touched))
    return edit.overview() if same_names(before, site) and edit.is_common() else None


class _Edit:
    """What some entities were, and are now."""

    def __init__(
        self,
        before: Overview,
        site: Encyclopedia,
        outlines: Mapping[EntityId, Outline],
        standings: Mapping[EntityId, Standing],
        touched: Sequence[EntityId],
    ) -> None:
        self._before = before
        self._site = site
        self._outlines = outlines
        self._standings = standings
        self._touched = touched
        self._gained = [entity for entity in touched if entity in outlines and entity not in before.outlines]
        self._lost = [entity for entity in touched if entity not in outlines and entity in before.outlines]
        self._musicians = [entity for entity in touched if kind_of(entity) == MUSICIANS]

    def is_common(self) -> bool:
        """Whether musicians, countries and free pages are the same, and only their terms, links and texts differ."""
        moved = {*self._gained, *self._lost}
        return (
            not any(kind_of(entity) in (MUSICIANS, PAGES, COUNTRIES) for entity in moved)
            and all(
                self._outlines.get(entity) == self._before.outlines.get(entity)
                and _lasting(self._was(entity)) == _lasting(self._is(entity))
                and (kind_of(entity) == MUSICIANS or self._was(entity).has_text is self._is(entity).has_text)
                for entity in self._touched
                if entity not in moved
            )
            and all(
                _NOWHERE == _lasting(self._was(entity)) == _lasting(self._is(entity)) and not self._has_text(entity)
                for entity in moved
            )
        )

    def _has_text(self, entity: EntityId) -> bool:
        return self._was(entity).has_text or self._is(entity).has_text

    def overview(self) -> Overview | None:
        before, site = self._before, self._site
        kinds = self._kinds()
        cards = cards_after(before.cards, self._gained, self._lost, self._entities)
        if cards is None or {kind for kind, held in kinds.items() if bool(held) is not bool(before.kinds[kind])}:
            return None
        outlines = _with(before.outlines, {**dict.fromkeys(self._lost), **self._outlines})
        counts = _with(before.counts, self._counts())
        standings = _with(before.standings, {**dict.fromkeys(self._lost), **self._standings})
        terms_of = _with(before.terms_of, {musician: now or None for musician, (_, now) in self._retermed.items()})
        recounted = {kind_of(term) for term in self._changes} | kinds.keys()
        all_kinds = _with(before.kinds, kinds)
        families, news = self._families(), self._news(standings)
        crossings = _with(before.crossings, crossings_after(before.crossings, self._retermed.values()))
        overview = replace(
            before,
            standings=standings,
            outlines=outlines,
            terms_of=terms_of,
            kinds=all_kinds,
            sizes=_with(before.sizes, {kind: len(held) for kind, held in kinds.items()}),
            holders=_with(before.holders, self._holders()),
            counts=counts,
            fullest=_with(before.fullest, {kind: fullest(all_kinds[kind], outlines, counts) for kind in recounted}),
            neighbours=_with(before.neighbours, self._neighbours(terms_of)),
            families=_with(before.families, families),
            crossings=crossings,
            has_hubs=before.has_hubs if crossings is before.crossings else has_hubs(crossings),
            news=_with(before.news, news),
            has_news=_with(before.has_news, {term: bool(told) or None for term, told in news.items()}),
            featured=self._featured(standings),
            orphans=self._listed(before.orphans, _is_orphan),
            gaps=_with(before.gaps, self._gaps()),
            emblems=self._emblems(terms_of),
            cards=_with(before.cards, cards),
        )
        kinds_in_pairs = {kind for kinds in site.config.pairs.facets for kind in kinds}
        has_pairs = site.config.pairs.at_most != 0 and any(kind_of(term) in kinds_in_pairs for term in self._changes)
        return _with_pairs(overview, site.config) if has_pairs else overview

    def _was(self, entity: EntityId) -> Standing:
        return self._before.standings.get(entity, _NOWHERE)

    def _is(self, entity: EntityId) -> Standing:
        return self._standings.get(entity, _NOWHERE)

    def _outline(self, entity: EntityId) -> Outline:
        return self._outlines[entity] if entity in self._outlines else self._before.outlines[entity]

    def _sort_key(self, entity: EntityId) -> str:
        return self._outline(entity).sort_key

    @property
    def _entities(self) -> int:
        return len(self._before.outlines) + len(self._gained) - len(self._lost)

    @cached_property
    def _retermed(self) -> Mapping[EntityId, tuple[_Terms, _Terms]]:
        """The musicians whose terms differ, with those they had, and those they have."""
        pairs = ((musician, self._was(musician).terms, self._is(musician).terms) for musician in self._musicians)
        return {musician: (was, now) for musician, was, now in pairs if was != now}

    @cached_property
    def _changes(self) -> Mapping[EntityId, int]:
        """How many musicians more each term has that some gained or lost; 0 where others took their places."""
        changes: Counter[EntityId] = Counter()
        for was, now in self._retermed.values():
            changes.subtract(set(was) - set(now))
            changes.update(set(now) - set(was))
        return changes

    def _members(self, term: EntityId) -> list[EntityId]:
        """In the order of the alphabet."""
        return [each.musician for each in self._site.members.get(term, ())]

    def _kinds(self) -> dict[str, tuple[EntityId, ...]]:
        """The lists of the kinds of which entities came or went."""
        kinds: dict[str, tuple[EntityId, ...]] = {}
        for kind in {kind_of(entity) for entity in (*self._gained, *self._lost)}:
            held = [entity for entity in self._before.kinds[kind] if entity not in self._lost]
            for entity in self._gained:
                if kind_of(entity) == kind:
                    self._insert(held, entity)
            kinds[kind] = tuple(held)
        return kinds

    def _insert(self, held: list[EntityId], entity: EntityId) -> None:
        held.insert(bisect_left(held, self._sort_key(entity), key=self._sort_key), entity)

    def _counts(self) -> dict[EntityId, int | None]:
        return {term: (self._before.counts.get(term, 0) + change) or None for term, change in self._changes.items()}

    def _holders(self) -> dict[str, int]:
        changes: Counter[str] = Counter()
        for was, now in self._retermed.values():
            changes.subtract(set(map(kind_of, was)))
            changes.update(set(map(kind_of, now)))
        return {kind: self._before.holders[kind] + change for kind, change in changes.items()}

    def _neighbours(self, terms_of: Mapping[EntityId, _Terms]) -> dict[EntityId, tuple[Beside, ...] | None]:
        """Of those whose terms differ, and of those who stand or stood beside them."""
        concerned = dict.fromkeys(self._retermed)
        lists = {term: self._members(term) for term in self._changes if kind_of(term) in NEIGHBOUR_KINDS}
        for musician, (was, now) in self._retermed.items():
            for term in set(was) ^ set(now):
                held = lists.get(term, [])
                place = bisect_left(held, self._sort_key(musician), key=self._sort_key)
                concerned.update(dict.fromkeys(held[max(0, place - 1) : place + 2]))
        return {musician: self._beside(musician, terms_of.get(musician, ())) or None for musician in concerned}

    def _beside(self, musician: EntityId, terms: _Terms) -> tuple[Beside, ...]:
        beside: list[Beside] = []
        for term in (term for kind in NEIGHBOUR_KINDS for term in terms if kind_of(term) == kind):
            held = self._members(term)
            if len(held) > 1 and len(beside) < MOST_NEIGHBOURS:
                place = held.index(musician)
                following = held[place + 1] if place + 1 < len(held) else None
                beside.append(Beside(term, held[place - 1] if place else None, following))
        return tuple(beside)

    def _families(self) -> dict[str, Family]:
        slugs = {slug for term in self._changes if (slug := self._before.family_of.get(term))}
        families = [self._before.families[slug] for slug in slugs]
        return {
            family.slug: replace(family, count=len({m for each in family.instruments for m in self._members(each)}))
            for family in families
        }

    def _news(self, standings: Mapping[EntityId, Standing]) -> dict[EntityId, tuple[Change, ...] | None]:
        if not has_feeds_of_terms(self._site.config):
            return {}
        return {term: news_of(self._members(term), standings) or None for term in self._changes}

    def _featured(self, standings: Mapping[EntityId, Standing]) -> EntityId | None:
        before, old = self._before, self._before.featured

        def rank(musician: EntityId) -> tuple[int, str]:
            return -standings[musician].backlinks, self._sort_key(musician)

        if old in self._musicians and (not is_fit(self._outline(old), self._is(old)) or self._fell(old)):
            return featured_of(before.kinds[MUSICIANS], before.outlines, dict(standings))
        fit = [musician for musician in self._musicians if is_fit(self._outline(musician), self._is(musician))]
        return min({*fit, old} if old else fit, key=rank, default=None)

    def _fell(self, musician: EntityId) -> bool:
        return self._is(musician).backlinks < self._was(musician).backlinks

    def _listed(self, held: Sequence[EntityId], belongs: _Question) -> tuple[EntityId, ...]:
        """A list of musicians in the order of the alphabet, with and without those whose place in it is another now."""
        changed = [
            musician for musician in self._musicians if belongs(self._was(musician)) != belongs(self._is(musician))
        ]
        if not changed:
            return tuple(held)
        listed = [musician for musician in held if musician not in changed]
        for musician in changed:
            if belongs(self._is(musician)):
                self._insert(listed, musician)
        return tuple(listed)

    def _gaps(self) -> dict[str, _Terms | None]:
        questions = [(title, _lacks(kind)) for title, kind in LACKING]
        questions.append((WITHOUT_TEXT, lambda standing: not standing.has_text))
        return {title: self._listed(self._before.gaps.get(title, ()), lacks) or None for title, lacks in questions}

    def _emblems(self, terms_of: Mapping[EntityId, _Terms]) -> tuple[str, ...]:
        family_of, names = self._before.family_of, set(self._before.emblems)
        for musician, (was, now) in self._retermed.items():
            outline = self._outline(musician)
            old, new = (blazon_of(outline, terms, family_of).name for terms in (was, now))
            names.add(new)
            if old != new and not any(old == name for name in self._names(terms_of)):
                names.discard(old)
        return tuple(sorted(names)) if names != set(self._before.emblems) else self._before.emblems

    def _names(self, terms_of: Mapping[EntityId, _Terms]) -> Iterator[str]:
        """Of the emblems of all musicians, one after the other: most are found soon."""
        for musician in self._before.kinds[MUSICIANS]:
            yield blazon_of(self._outline(musician), terms_of.get(musician, ()), self._before.family_of).name


def _with_pairs(overview: Overview, config: SiteConfig) -> Overview:
    """The overview with the pairs of its terms, which are chosen among all of them."""
    terms_of: dict[str, dict[EntityId, _Terms]] = {}
    for musician, terms in overview.terms_of.items():
        for term in terms:
            held = terms_of.setdefault(kind_of(term), {})
            held[musician] = (*held.get(musician, ()), term)
    pairs = choose_pairs(config.pairs, overview.kinds[MUSICIANS], terms_of)
    return replace(
        overview,
        pairs={pair.path: pair for pair in pairs},
        pairs_of=pairs_by_entity(pairs),
        leading_pairs=leading_pairs(pairs),
    )


def _lasting(standing: Standing) -> Standing:
    """The standing without what an edit of the commonest sort changes."""
    return replace(standing, terms=(), backlinks=0, acquainted=False, has_text=False)


def _is_orphan(standing: Standing) -> bool:
    return not standing.backlinks and not standing.acquainted


def _lacks(kind: str) -> _Question:
    return lambda standing: not any(kind_of(term) == kind for term in standing.terms)


def _with(table: Mapping[Key, Value], values: Mapping[Key, Value | None]) -> Mapping[Key, Value]:
    return patched(table, delta(table, values))
