"""What is new and revised: a page of the latest changes by month, as the entries themselves date them."""

from collections.abc import Iterable, Iterator

from site_builder.content.dates import MONTHS
from site_builder.model.identity import MUSICIANS, kind_of, page_of
from site_builder.pages.edition import Edition
from site_builder.pages.feeds import feeds_from
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.overview import Change
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import RECENT
from site_builder.pages.views import Group, ListItem
from site_builder.pages.views_explore import RecentView
from site_builder.pages.wording import term_noun

RECENT_NAME = "Recent changes"
_INTRO = "Entries that are new or were revised, the latest first."


def recent_page(edition: Edition) -> TemplatePage:
    latest = edition.tables.latest()
    page = frame(
        edition,
        RECENT,
        title=RECENT_NAME,
        description=_INTRO,
        type="recent",
        about=collection(edition, RECENT, RECENT_NAME, _INTRO),
        feeds=feeds_from(edition, ""),
    )
    groups = tuple(_groups(edition, latest))
    view = RecentView(RECENT_NAME, _INTRO, len(latest), groups, terms_have_feeds=bool(edition.tables.has_news))
    return request(edition, "recent.html", page, view)


def _groups(edition: Edition, latest: Iterable[Change]) -> Iterator[Group]:
    by_month: dict[tuple[str, str], list[ListItem]] = {}
    for change in latest:
        by_month.setdefault(_month(change), []).append(_item(edition, change))
    for (title, slug), items in by_month.items():
        yield Group(title, slug, "", tuple(items))


def _month(change: Change) -> tuple[str, str]:
    """The title of the group that the change stands in, and its id: a month, or the year where no month is known."""
    year, month, _ = change.day
    if change.date.iso().count("-"):
        return f"{MONTHS[month - 1]} {year}", f"{year:04}-{month:02}"
    return str(year), f"{year:04}"


def _item(edition: Edition, change: Change) -> ListItem:
    outline, kind = edition.outline(change.entity), kind_of(change.entity)
    noun = "" if kind == MUSICIANS else f" · {term_noun(edition.facets[kind])}"
    return ListItem(outline.title, page_of(change.entity), f"{change.date.text}{noun}", outline.summary)
