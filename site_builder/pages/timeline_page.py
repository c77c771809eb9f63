"""The timeline: all lives, by country and by instrument, and the decades in numbers."""

from collections import Counter
from collections.abc import Mapping

from site_builder.model.identity import COUNTRIES, INSTRUMENTS, MUSICIANS, EntityId
from site_builder.pages.chronology import Tally
from site_builder.pages.drawing.steps import step_of, steps_for
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.grouping import Heading, in_groups
from site_builder.pages.lives import Life, decade_name, decade_slug, decade_start, following
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import TIMELINE, decade_page
from site_builder.pages.timelines import MOST_BARS, Strand, births_by_decade, histogram_of, life_item, timeline_of
from site_builder.pages.views import Group, Link
from site_builder.pages.views_drawings import Histogram, Timeline
from site_builder.pages.views_time import DecadeRow, Generation, LaneRow, LaneTable, TimelineView
from site_builder.pages.wording import counted

_NAME = "Timeline"
_WIDTH = 1160
_MOST_UNDATED = 300
_MOST_LANES = 24
_KINDS = (COUNTRIES, INSTRUMENTS)


def timeline_page(edition: Edition) -> TemplatePage:
    """timeline.html, where a year of any life is known."""
    view = _view(edition)
    about = collection(edition, TIMELINE, _NAME, view.intro)
    page = frame(edition, TIMELINE, title=_NAME, description=view.intro, type="timeline", about=about)
    return request(edition, "timeline.html", page, view)


def _view(edition: Edition) -> TimelineView:
    tables = edition.tables
    known = dict(tables.lives.items())
    # Tables have no order of their own: where one comes from the store it is another.
    lives = {musician: known[musician] for musician in tables.kinds[MUSICIANS] if musician in known}
    tallies = [tables.tallies[slug] for slug in tables.decade_order()]
    undated = [musician for musician in tables.kinds[MUSICIANS] if musician not in known]
    few = len(lives) <= MOST_BARS
    births = births_by_decade(lives.values())
    years = f"{_year(min(life.start for life in lives.values()))} to {_year(max(life.end for life in lives.values()))}"
    return TimelineView(
        name=_NAME,
        intro=f"{counted(len(lives), 'life', 'lives')} from {years}",
        decades=tuple(_row(edition, tally) for tally in tallies),
        timelines=_timelines(edition, lives) if few else (),
        histogram=_histogram(edition, births) if births and not few else None,
        tables=() if few else _lane_tables(edition, lives),
        groups=_groups(edition, lives) if few else (),
        undated=tuple(map(edition.top.item, undated[:_MOST_UNDATED])),
        more_undated=max(0, len(undated) - _MOST_UNDATED),
    )


def _row(edition: Edition, tally: Tally) -> DecadeRow:
    start, last = tally.start, following(tally.start) - 1
    href = _page_of(edition, start)
    return DecadeRow(decade_name(start), href, start, last, tally.born, tally.died, tally.lived, tally.performances)


def _histogram(edition: Edition, births: Counter[int]) -> Histogram:
    heading = "births", "Births by decade"
    return histogram_of(heading, births, _WIDTH, lambda start: _page_of(edition, start) + "#born")


def _page_of(edition: Edition, start: int) -> str:
    return edition.top.root + decade_page(decade_slug(start))


def _timelines(edition: Edition, lives: Mapping[EntityId, Life]) -> tuple[Timeline, ...]:
    """One for each facet that tells the musicians apart, as far as its bars are not too many; or one of all."""
    drawn = []
    # Everybody is in one strand at least.
    for kind in _KINDS if len(lives) <= 2 * MOST_BARS else ():
        strands = _strands(edition, lives, kind)
        if len(strands) > 1 and sum(len(strand.musicians) for strand in strands) <= 2 * MOST_BARS:
            word = edition.facets[kind].singular
            drawn.append(timeline_of(edition, edition.top, (f"by-{word}", f"Lives by {word}"), strands, _WIDTH))
    if drawn:
        return tuple(drawn)
    return (timeline_of(edition, edition.top, ("lives", "Lives"), (Strand("", "", tuple(lives)),), _WIDTH),)


def _strands(edition: Edition, lives: Mapping[EntityId, Life], kind: str) -> list[Strand]:
    held: dict[EntityId, list[EntityId]] = {}
    rest: list[EntityId] = []
    for musician in lives:
        terms = edition.terms(musician, kind)
        if not terms:
            rest.append(musician)
        for term in terms:
            held.setdefault(term, []).append(musician)
    strands = [
        Strand(edition.title(term), edition.top.link(term).href, tuple(held[term]))
        for term in sorted(held, key=lambda term: edition.outline(term).sort_key)
    ]
    if rest and strands:
        strands.append(Strand(f"{edition.facets[kind].singular.capitalize()} not known", "", tuple(rest)))
    return strands


def _lane_tables(edition: Edition, lives: Mapping[EntityId, Life]) -> tuple[LaneTable, ...]:
    tables = (_lane_table(edition, lives, kind) for kind in _KINDS if kind in edition.facets)
    return tuple(table for table in tables if table.rows)


def _lane_table(edition: Edition, lives: Mapping[EntityId, Life], kind: str) -> LaneTable:
    births: dict[EntityId, Counter[int]] = {}
    for musician, life in lives.items():
        if life.birth_decade is not None:
            for term in edition.terms(musician, kind):
                births.setdefault(term, Counter())[life.birth_decade] += 1
    totals = {term: counts.total() for term, counts in births.items()}
    fullest = sorted(totals, key=lambda term: (-totals[term], edition.outline(term).sort_key))[:_MOST_LANES]
    starts = sorted({start for term in fullest for start in births[term]})
    steps = steps_for(max((count for term in fullest for count in births[term].values()), default=0))
    word = edition.facets[kind].singular
    return LaneTable(
        id=f"by-{word}",
        title=f"Births by {word}",
        decades=tuple(Link(decade_name(start), _page_of(edition, start)) for start in starts),
        rows=tuple(
            LaneRow(
                edition.title(term),
                edition.top.link(term).href,
                tuple(Generation(births[term][start], step_of(births[term][start], steps)) for start in starts),
            )
            for term in fullest
        ),
    )


def _groups(edition: Edition, lives: Mapping[EntityId, Life]) -> tuple[Group, ...]:
    """The lives by the decade of their beginning, or of what is known first."""
    ordered = sorted(lives.items(), key=lambda life: life[1].start)
    return in_groups((_heading(edition, life), life_item(edition, edition.top, m, life)) for m, life in ordered)


def _heading(edition: Edition, life: Life) -> Heading:
    start = decade_start(life.start)
    slug = decade_slug(start)
    href = edition.top.root + decade_page(slug) if slug in edition.tables.tallies else ""
    return Heading((start, ""), decade_name(start), f"from-{slug}", href)


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
