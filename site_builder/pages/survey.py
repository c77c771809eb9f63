"""The encyclopedia in, its overview out; or, after an edit, the overview as the edit leaves it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import TypeVar
from zlib import crc32

from site_builder.content.countries import country_data
from site_builder.content.slugs import slugify
from site_builder.graph.collation import initial
from site_builder.graph.encyclopedia import Ambiguity, Encyclopedia
from site_builder.model.config import SiteConfig
from site_builder.model.identity import (
    COUNTRIES,
    INSTRUMENTS,
    MUSICIANS,
    PAGES,
    VENUES,
    EntityId,
    kind_of,
    page_of,
)
from site_builder.pages.anniversaries import anniversaries, calendar_of
from site_builder.pages.births import birth_of
from site_builder.pages.changes import changes_of, has_feeds_of_terms, news_of
from site_builder.pages.choosing import (
    LACKING,
    MOST_NEIGHBOURS,
    NEIGHBOUR_KINDS,
    WITHOUT_TEXT,
    featured_of,
    fullest,
)
from site_builder.pages.chronology import decades_of, tally_of
from site_builder.pages.crossings import crossings_of, has_hubs
from site_builder.pages.emblems.blazon import blazon_of
from site_builder.pages.lives import Life, life_of
from site_builder.pages.outlines import Outline, Standing, outline_of, standing_of
from site_builder.pages.overview import Beside, Change, Family, Letter, Overview
from site_builder.pages.pairing import choose_pairs, leading_pairs, pairs_by_entity
from site_builder.pages.resurvey import resurveyed, same_names
from site_builder.pages.routes import ABOUT, ACCESSIBILITY
from site_builder.pages.shelving import cards_of, lines_of
from site_builder.pages.wording import capitalised

_MOST_CHOSEN = 50
_WITHOUT_DATES = "Without dates"
_WITHOUT_SUMMARY = "Without a summary"
GAPS = (*(title for title, _ in LACKING), _WITHOUT_DATES, _WITHOUT_SUMMARY, WITHOUT_TEXT)
"""What can be missing from an entry, in the order it is told."""

Value = TypeVar("Value")

_Outlines = Mapping[EntityId, Outline]
_Standings = Mapping[EntityId, Standing]
_Lists = Mapping[EntityId, Sequence[EntityId]]
_TermsOf = Mapping[str, Mapping[EntityId, tuple[EntityId, ...]]]
"""By kind, then by musician."""


def overview_of(
    site: Encyclopedia, before: Overview | None = None, changed: Iterable[EntityId] | None = None
) -> Overview:
    """The overview of the site.

    `before` is that of the same configuration at an earlier time, and `changed` are the keys of `entities`,
    `memberships`, `relations` and `backlinks` that have changed since: nothing else is looked at then. Where all that
    is on any list stayed the same, `before` itself is returned.
    """
    if before is None or changed is None:
        return _of(*_described(site, site.entities), site)
    touched = frozenset(changed)
    outlines, standings = _described(site, [entity for entity in touched if entity in site.entities])
    same = _same(outlines, before.outlines, touched) and _same(standings, before.standings, touched)
    if same and same_names(before, site):
        return before
    if (quick := resurveyed(before, site, outlines, standings, touched)) is not None:
        return quick
    return _of(
        _updated(before.outlines, outlines, touched), _updated(before.standings, standings, touched), site, before
    )


def _described(
    site: Encyclopedia, chosen: Iterable[EntityId]
) -> tuple[dict[EntityId, Outline], dict[EntityId, Standing]]:
    common = {facet.kind for facet in site.config.facets if facet.common_nouns}
    outlines: dict[EntityId, Outline] = {}
    standings: dict[EntityId, Standing] = {}
    for id in chosen:  # noqa: A001  (the name of the field)
        entity = site.entities[id]
        outlines[id] = outline_of(entity, common=kind_of(id) in common)
        standings[id] = standing_of(entity, site)
    return outlines, standings


def _same(some: Mapping[EntityId, object], all_before: Mapping[EntityId, object], touched: Iterable[EntityId]) -> bool:
    return all(some.get(entity) == all_before.get(entity) for entity in touched)


def _updated(
    before: Mapping[EntityId, Value], some: Mapping[EntityId, Value], touched: frozenset[EntityId]
) -> dict[EntityId, Value]:
    kept = {entity: value for entity, value in before.items() if entity not in touched or entity in some}
    merged = {**kept, **some}
    return merged if merged.keys() == before.keys() else {entity: merged[entity] for entity in sorted(merged)}


def _of(outlines: _Outlines, standings: _Standings, site: Encyclopedia, before: Overview | None = None) -> Overview:
    config = site.config
    kinds = _kinds(outlines, config)
    musicians = kinds[MUSICIANS]
    facets = tuple(facet.kind for facet in config.facets if kinds[facet.kind])
    terms_of = _terms_of(musicians, standings, facets)
    musicians_of = _musicians_of(musicians, standings)
    counts = {term: len(held) for term, held in musicians_of.items()}
    families = tuple(_families(kinds.get(INSTRUMENTS, ()), standings, musicians_of))
    pairs = choose_pairs(config.pairs, musicians, terms_of)
    all_terms = [term for kind in facets for term in kinds[kind]]
    latest, updated = changes_of((*musicians, *all_terms), outlines, standings)
    lives = _lives(musicians, outlines, standings)
    decades = decades_of(lives, {m: told for m in musicians if (told := standings[m].performances)})
    return Overview(
        standings=standings,
        outlines=outlines,
        terms_of={musician: standings[musician].terms for musician in musicians if standings[musician].terms},
        kinds=kinds,
        sizes={kind: len(held) for kind, held in kinds.items()},
        holders={kind: len(by_musician) for kind, by_musician in terms_of.items()},
        counts=counts,
        fullest={kind: fullest(kinds[kind], outlines, counts) for kind in facets},
        neighbours=_neighbours(musicians, terms_of, musicians_of),
        letters=(letters := _letters(musicians, outlines)),
        alphabet=tuple(Letter(letter, len(held)) for letter, held in letters.items()),
        families={family.slug: family for family in families},
        family_of=(family_of := {instrument: f.slug for f in families for instrument in f.instruments}),
        pairs={pair.path: pair for pair in pairs},
        pairs_of=pairs_by_entity(pairs),
        leading_pairs=leading_pairs(pairs),
        crossings=(crossings := crossings_of(terms_of)),
        has_hubs=has_hubs(crossings),
        latest=latest,
        news=(news := _news(musicians_of, standings, config)),
        has_news=dict.fromkeys(news, True),
        updated=updated,
        drafts=tuple(entity for entity, standing in standings.items() if standing.draft),
        featured=featured_of(musicians, outlines, standings),
        orphans=_orphans(musicians, standings),
        gaps=_gaps(musicians, outlines, standings, terms_of),
        ambiguities={ambiguity.slug: ambiguity for ambiguity in site.ambiguities},
        namesakes=_namesakes(site.ambiguities),
        wanted=site.wanted,
        redirects={redirect.old: redirect for redirect in site.redirects},
        names=tuple([outlines[musician].name for musician in musicians]),
        emblems=tuple(sorted({blazon_of(outlines[m], standings[m].terms, family_of).name for m in musicians})),
        aliases={entity: standing.aliases for entity, standing in standings.items() if standing.aliases},
        texts=_texts(standings),
        facets=facets,
        territories=(territories := {country: standings[country].territory for country in kinds.get(COUNTRIES, ())}),
        countries_at=_countries_at(territories),
        coordinates=(coordinates := _coordinates(kinds.get(VENUES, ()), standings)),
        has_map=bool(coordinates) or any(country_data().has_code(key) for key in territories.values()),
        lives=lives,
        decades=decades,
        tallies={slug: tally_of(decade) for slug, decade in decades.items()},
        decade_order=tuple(decades),
        has_timeline=bool(decades),
        horizon=max((life.end for life in lives.values()), default=0),
        has_about=ABOUT in (texts := set(map(page_of, kinds[PAGES]))),
        has_accessibility=ACCESSIBILITY in texts,
        has_recent=bool(latest),
        cards=cards_of(outlines, before.cards if before else None),
        lines=(lines := lines_of(musicians)),
        births={number: tuple([birth_of(outlines[m].born) for m in held]) for number, held in lines.items()},
        days=(days := anniversaries(outlines, standings, musicians)),
        calendar=calendar_of(days),
        chosen=_chosen(musicians, standings),
    )


def _kinds(outlines: _Outlines, config: SiteConfig) -> dict[str, tuple[EntityId, ...]]:
    kinds: dict[str, list[Outline]] = {kind: [] for kind in (MUSICIANS, PAGES, *(f.kind for f in config.facets))}
    for entity, outline in outlines.items():
        kinds[kind_of(entity)].append(outline)
    return {
        kind: tuple([outline.id for outline in sorted(held, key=lambda outline: outline.sort_key)])
        for kind, held in kinds.items()
    }


def _terms_of(musicians: Iterable[EntityId], standings: _Standings, facets: Iterable[str]) -> _TermsOf:
    found: dict[str, dict[EntityId, tuple[EntityId, ...]]] = {kind: {} for kind in facets}
    for musician in musicians:
        for term in standings[musician].terms:
            held = found[kind_of(term)]
            held[musician] = (*held.get(musician, ()), term)
    return found


def _musicians_of(musicians: Iterable[EntityId], standings: _Standings) -> dict[EntityId, list[EntityId]]:
    """The musicians of each term, in the order of the alphabet."""
    found: dict[EntityId, list[EntityId]] = {}
    for musician in musicians:
        for term in standings[musician].terms:
            found.setdefault(term, []).append(musician)
    return found


def _neighbours(
    musicians: Iterable[EntityId], terms_of: _TermsOf, musicians_of: _Lists
) -> dict[EntityId, tuple[Beside, ...]]:
    """Of each musician in the lists of its instruments and countries, as far as others are there."""
    found: dict[EntityId, tuple[Beside, ...]] = {}
    seen: dict[EntityId, int] = {}
    for musician in musicians:
        beside: list[Beside] = []
        for kind in NEIGHBOUR_KINDS:
            for term in terms_of.get(kind, {}).get(musician, ()):
                held, place = musicians_of[term], seen.get(term, 0)
                seen[term] = place + 1
                if len(held) > 1 and len(beside) < MOST_NEIGHBOURS:
                    following = held[place + 1] if place + 1 < len(held) else None
                    beside.append(Beside(term, held[place - 1] if place else None, following))
        if beside:
            found[musician] = tuple(beside)
    return found


def _letters(musicians: Iterable[EntityId], outlines: _Outlines) -> dict[str, tuple[EntityId, ...]]:
    found: dict[str, list[EntityId]] = {}
    for musician in musicians:
        found.setdefault(initial(outlines[musician].sort_name), []).append(musician)
    return {letter: tuple(held) for letter, held in found.items()}


def _families(instruments: Iterable[EntityId], standings: _Standings, musicians_of: _Lists) -> Iterator[Family]:
    """The families that files name, by slug. "Strings" and "strings" are one, since they have one address."""
    found: dict[str, list[EntityId]] = {}
    names: dict[str, str] = {}
    for instrument in instruments:
        written = standings[instrument].family
        slug = slugify(written)
        if slug:
            names.setdefault(slug, capitalised(written))
            found.setdefault(slug, []).append(instrument)
    for slug in sorted(found):
        musicians = {musician for instrument in found[slug] for musician in musicians_of.get(instrument, ())}
        yield Family(names[slug], slug, tuple(found[slug]), len(musicians))


def _news(musicians_of: _Lists, standings: _Standings, config: SiteConfig) -> dict[EntityId, tuple[Change, ...]]:
    if not has_feeds_of_terms(config):
        return {}
    return {term: news for term, musicians in musicians_of.items() if (news := news_of(musicians, standings))}


def _chosen(musicians: Sequence[EntityId], standings: _Standings) -> tuple[EntityId, ...]:
    """The same ones in every build, and most of them still when others have come or gone."""
    published = [musician for musician in musicians if not standings[musician].draft]
    by_chance = set(nsmallest(_MOST_CHOSEN, published, key=lambda musician: (crc32(musician.encode()), musician)))
    return tuple([musician for musician in published if musician in by_chance])


def _orphans(musicians: Iterable[EntityId], standings: _Standings) -> tuple[EntityId, ...]:
    return tuple([m for m in musicians if not standings[m].backlinks and not standings[m].acquainted])


def _gaps(
    musicians: Iterable[EntityId], outlines: _Outlines, standings: _Standings, terms_of: _TermsOf
) -> dict[str, tuple[EntityId, ...]]:
    found: dict[str, list[EntityId]] = {}
    held = [(title, terms_of.get(kind, {})) for title, kind in LACKING]
    for musician in musicians:
        outline = outlines[musician]
        for title, by_musician in held:
            if musician not in by_musician:
                found.setdefault(title, []).append(musician)
        if outline.born is None and outline.died is None:
            found.setdefault(_WITHOUT_DATES, []).append(musician)
        if not outline.summary:
            found.setdefault(_WITHOUT_SUMMARY, []).append(musician)
        if not standings[musician].has_text:
            found.setdefault(WITHOUT_TEXT, []).append(musician)
    return {title: tuple(lacking) for title, lacking in found.items()}


def _countries_at(territories: Mapping[EntityId, str]) -> dict[str, tuple[EntityId, ...]]:
    found: dict[str, tuple[EntityId, ...]] = {}
    for country, key in territories.items():
        found[key] = (*found.get(key, ()), country)
    return found


def _coordinates(venues: Iterable[EntityId], standings: _Standings) -> dict[EntityId, tuple[float, float]]:
    return {venue: place for venue in venues if (place := standings[venue].coordinates)}


def _lives(musicians: Iterable[EntityId], outlines: _Outlines, standings: _Standings) -> dict[EntityId, Life]:
    known = ((m, life_of(outlines[m].born, outlines[m].died, standings[m].active)) for m in musicians)
    return {musician: life for musician, life in known if life}


def _texts(standings: _Standings) -> tuple[EntityId, ...]:
    return tuple([e for e, standing in standings.items() if standing.has_text and kind_of(e) != MUSICIANS])


def _namesakes(ambiguities: Iterable[Ambiguity]) -> dict[EntityId, tuple[str, ...]]:
    found: dict[EntityId, list[str]] = {}
    for ambiguity in ambiguities:
        for candidate in ambiguity.candidates:
            found.setdefault(candidate, []).append(ambiguity.slug)
    return {entity: tuple(slugs) for entity, slugs in found.items()}
