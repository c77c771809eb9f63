"""A page for each decade, and the index of all."""

from collections.abc import Sequence

from site_builder.content.slugs import slugify
from site_builder.model.dates import PartialDate
from site_builder.model.identity import EntityId
from site_builder.pages.chronology import Decade, Played, Tally
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.grouping import Heading, in_groups
from site_builder.pages.lives import decade_name, decade_slug
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import DECADES, decade_page
from site_builder.pages.vantage import Vantage
from site_builder.pages.views import Category, Group, IndexView, Link, ListItem
from site_builder.pages.views_time import DecadeView, PerformanceRow
from site_builder.pages.wording import counted, listed, numbered, year_of

NAME = "Decades"


def page_of_decade(edition: Edition, slug: str) -> TemplatePage:
    decade, path, below = edition.tables.decades[slug], decade_page(slug), edition.below
    name = f"The {decade_name(decade.start)}"
    intro = _intro(decade)
    order = edition.tables.decade_order()
    place = order.index(slug)
    view = DecadeView(
        name=name,
        intro=intro,
        previous=_link(below, order[place - 1]) if place else None,
        next=_link(below, order[place + 1]) if place + 1 < len(order) else None,
        born=_by_year(edition, decade.born, "born"),
        died=_by_year(edition, decade.died, "died"),
        living_count=decade.living_count,
        living=tuple(map(below.item, decade.living)),
        generations=tuple(_generation(below, born, count) for born, count in decade.generations),
        performances=tuple(_performance(edition, played) for played in decade.performances),
        halls=tuple(Category(edition.title(hall), below.link(hall).href, count) for hall, count in decade.halls),
    )
    page = frame(
        edition,
        path,
        title=name,
        description=f"{name}: {intro}",
        type="decade",
        trail=(Link(NAME, below.root + DECADES),),
        about=collection(edition, path, name, intro),
    )
    return request(edition, "decade.html", page, view)


def index_of_decades(edition: Edition) -> TemplatePage:
    """decades/index.html: all decades, by century."""
    tallies = [edition.tables.tallies[slug] for slug in edition.tables.decade_order()]
    intro = counted(len(tallies), "decade")
    entries = [(_century(tally.start), _item(edition, tally)) for tally in tallies]
    page = frame(
        edition, DECADES, title=NAME, description=intro, type="index", about=collection(edition, DECADES, NAME, intro)
    )
    view = IndexView(name=NAME, intro=intro, count=len(tallies), groups=in_groups(entries), pairs=())
    return request(edition, "index.html", page, view)


def _intro(decade: Decade) -> str:
    others = f"{numbered(decade.living_count, 'other')} living"
    counts = ((len(decade.born), "born"), (len(decade.died), "died"), (decade.living_count, others))
    people = listed([f"{count:,} {word}" for count, word in counts if count])
    played = counted(decade.performance_count, "performance") if decade.performance_count else ""
    return "; ".join(filter(None, (people, played)))


def _link(vantage: Vantage, slug: str) -> Link:
    return Link(slug.replace("-bc", " BC"), vantage.root + decade_page(slug))


def _by_year(edition: Edition, musicians: Sequence[EntityId], event: str) -> tuple[Group, ...]:
    def heading(musician: EntityId) -> Heading:
        outline = edition.outline(musician)
        date = outline.born if event == "born" else outline.died
        return _year_heading(date, event)

    return in_groups((heading(musician), edition.below.item(musician)) for musician in musicians)


def _year_heading(date: PartialDate | None, event: str) -> Heading:
    year = year_of(date) if date else ""
    doubt = "-perhaps" if date and date.uncertain else ""
    return Heading((date.sort_key[0] if date else 0, year), year, f"{event}-{slugify(year)}{doubt}")


def _generation(vantage: Vantage, slug: str, count: int) -> Category:
    if not slug:
        return Category("Birth not known", "", count)
    return Category(f"Born in the {slug.replace('-bc', ' BC')}", f"{vantage.root}{decade_page(slug)}#born", count)


def _performance(edition: Edition, played: Played) -> PerformanceRow:
    told = played.performance
    return PerformanceRow(told.told, edition.below.link(played.musician), edition.below.link(told.venue), told.note)


def _century(start: int) -> Heading:
    if start < 0:
        return Heading((-1, ""), "Before Christ", "before-christ")
    century = start // 100 * 100
    return Heading((century, ""), f"{century}–{century + 99}", f"from-{century}")


def _item(edition: Edition, tally: Tally) -> ListItem:
    slug = decade_slug(tally.start)
    told = ((tally.born, "born"), (tally.died, "died"))
    detail = ", ".join(f"{count:,} {word}" for count, word in told if count)
    return ListItem(decade_name(tally.start), edition.below.root + decade_page(slug), detail, count=tally.lived)
