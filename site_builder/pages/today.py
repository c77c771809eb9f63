"""The days of the year: a page for each month, and files of data from which a script tells what today is.

`today/<month>.js`, "01" to "12", holds the days of a month by number, "1" to "31": rows of year, event, name, the path
of the entry, and for an evening the hall. Of a crowded day it has some, and `more` says how many are left out.
"""

import zlib
from collections.abc import Iterable, Sequence

import msgspec

from site_builder.content.dates import MONTHS
from site_builder.model.identity import OutputPath, page_of
from site_builder.pages.anniversaries import BORN, DIED, Anniversary
from site_builder.pages.data_files import data_file
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.request import FilePage, TemplatePage
from site_builder.pages.routes import TODAY, day_page, month_file, month_page
from site_builder.pages.views import Category, Group, Link, ListItem
from site_builder.pages.views_explore import TodayView
from site_builder.pages.wording import counted

MOST_ON_ONE_PAGE = 1_000
"""Where a month has more, its days have pages of their own."""
_MOST_OF_A_DAY = 40
_TODAY = "On this day"
_INTRO = "Births, deaths and concerts, as far as they are known to the day."
_LEAP_DAY = "In years without a 29 February, what happened on it is told on 1 March."
NUMBERS_OF_MONTHS = tuple(f"{month:02}" for month in range(1, 13))


class Row(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True, gc=False):
    year: int
    event: str
    name: str
    path: OutputPath
    venue: str = ""


class Day(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    rows: tuple[Row, ...]
    more: int = 0


def today_page(edition: Edition) -> TemplatePage:
    about = collection(edition, TODAY, _TODAY, _INTRO)
    page = frame(edition, TODAY, title=_TODAY, description=_INTRO, type="today", about=about)
    view = TodayView(_TODAY, f"{_INTRO} {_LEAP_DAY}", _months(edition, "", ""), (), ())
    return request(edition, "today.html", page, view)


def page_of_month(edition: Edition, month: str) -> TemplatePage:
    """today/january.html: all days with what happened on them, or, where that is too much, the days alone."""
    by_day, name, path = _by_day(edition, month), MONTHS[int(month) - 1], month_page(month)
    days: tuple[Category, ...] = ()
    groups: tuple[Group, ...] = ()
    if is_crowded(edition, month):
        root = edition.below.root
        days = tuple(Category(f"{day} {name}", root + day_page(month, day), len(held)) for day, held in by_day.items())
    else:
        groups = tuple(_group(edition, month, day, held) for day, held in by_day.items())
    count = counted(sum(map(len, by_day.values())), "anniversary", "anniversaries")
    return _page(edition, path, month, name, f"{name}: {count}", days, groups)


def page_of_day(edition: Edition, key: str) -> TemplatePage:
    """today/january-15.html, where January has too much for one page. The key is "01-15"."""
    month, _, number = key.partition("-")
    day = int(number)
    held = _by_day(edition, month).get(day, [])
    name = f"{day} {MONTHS[int(month) - 1]}"
    count = counted(len(held), "anniversary", "anniversaries")
    return _page(
        edition, day_page(month, day), month, name, f"{name}: {count}", (), (_group(edition, month, day, held),)
    )


def month_of_data(edition: Edition, month: str) -> FilePage:
    days = {str(day): _day(edition, held) for day, held in _by_day(edition, month).items()}
    return data_file(month_file(month), days)


def is_crowded(edition: Edition, month: str) -> bool:
    return sum(edition.tables.calendar.get(month, ())) > MOST_ON_ONE_PAGE


def crowded_days(edition: Edition, month: str) -> list[int]:
    """The days with pages of their own."""
    counts = edition.tables.calendar.get(month, ()) if is_crowded(edition, month) else ()
    return [day for day, count in enumerate(counts, 1) if count]


def _page(
    edition: Edition,
    path: OutputPath,
    month: str,
    name: str,
    description: str,
    days: tuple[Category, ...],
    groups: tuple[Group, ...],
) -> TemplatePage:
    root = edition.below.root
    trail = [Link(_TODAY, root + TODAY)]
    if path != month_page(month):
        trail.append(Link(MONTHS[int(month) - 1], root + month_page(month)))
    about = collection(edition, path, name, description)
    page = frame(edition, path, title=name, description=description, type="today", trail=trail, about=about)
    intro = _LEAP_DAY if any(group.id == "day-29" for group in groups) and month == "02" else ""
    months = _months(edition, root, month if path == month_page(month) else "")
    return request(edition, "today.html", page, TodayView(name, intro, months, days, groups))


def _months(edition: Edition, root: str, here: str) -> tuple[Category, ...]:
    calendar = edition.tables.calendar
    return tuple(
        Category(name, "" if month == here else root + month_page(month), sum(calendar.get(month, ())))
        for month, name in zip(NUMBERS_OF_MONTHS, MONTHS, strict=True)
    )


def _by_day(edition: Edition, month: str) -> dict[int, list[Anniversary]]:
    found: dict[int, list[Anniversary]] = {}
    for anniversary in edition.tables.days.get(month, ()):
        found.setdefault(anniversary.day, []).append(anniversary)
    return found


def _group(edition: Edition, month: str, day: int, held: Iterable[Anniversary]) -> Group:
    title = f"{day} {MONTHS[int(month) - 1]}"
    return Group(title, f"day-{day}", "", tuple(_item(edition, anniversary) for anniversary in held))


def _item(edition: Edition, anniversary: Anniversary) -> ListItem:
    outline = edition.outline(anniversary.musician)
    detail = f"{_event(edition, anniversary)} {anniversary.year}"
    return ListItem(outline.name, edition.below.root + page_of(outline.id), detail, outline.summary)


def _event(edition: Edition, anniversary: Anniversary) -> str:
    if anniversary.event in (BORN, DIED) or anniversary.venue is None:
        return anniversary.event
    return f"played at {edition.title(anniversary.venue)},"


def _day(edition: Edition, held: Sequence[Anniversary]) -> Day:
    shown = held
    if len(held) > _MOST_OF_A_DAY:
        # Any will do, as long as they stay the same when others come.
        by_chance = sorted(held, key=lambda anniversary: zlib.crc32(anniversary.musician.encode()))[:_MOST_OF_A_DAY]
        shown = [anniversary for anniversary in held if anniversary in by_chance]
    return Day(tuple(_row(edition, anniversary) for anniversary in shown), len(held) - len(shown))


def _row(edition: Edition, anniversary: Anniversary) -> Row:
    venue = edition.title(anniversary.venue) if anniversary.venue else ""
    name = edition.outline(anniversary.musician).name
    return Row(anniversary.year, anniversary.event, name, page_of(anniversary.musician), venue)
