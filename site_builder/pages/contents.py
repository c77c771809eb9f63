"""All files of the finished site, before any of them is planned."""

from collections.abc import Callable, Iterable, Iterator

from site_builder.model.identity import MUSICIANS, PAGES, EntityId, OutputPath, page_of
from site_builder.pages.acquaintance import connections_data, connections_page
from site_builder.pages.alphabet import MOST_ON_ONE_PAGE, alphabet_page, letter_of_alphabet
from site_builder.pages.atlas import map_page
from site_builder.pages.cards import cards, count_of_cards
from site_builder.pages.columns import columns, count_of_lines, lines
from site_builder.pages.decades import index_of_decades, page_of_decade
from site_builder.pages.disambiguation import page_of_name, redirect_page
from site_builder.pages.edition import Edition
from site_builder.pages.entry import musician_page
from site_builder.pages.exploring import explorer_page, random_page
from site_builder.pages.families import page_of_family
from site_builder.pages.feeds import (
    feed_file,
    has_feeds,
    json_feed_file,
    robots_file,
    term_feed_file,
    term_json_feed_file,
)
from site_builder.pages.home import home_page
from site_builder.pages.hubs_page import hubs_page
from site_builder.pages.listings import index_of_kind
from site_builder.pages.machine import catalog, musician_record, term_record
from site_builder.pages.maintenance import maintenance_page
from site_builder.pages.page_id import PageId
from site_builder.pages.pairs import page_of_pair
from site_builder.pages.pictures import page_of_emblem
from site_builder.pages.recent import recent_page
from site_builder.pages.request import PageRequest
from site_builder.pages.routes import (
    ALPHABET,
    CATALOG,
    CONNECTIONS,
    CONNECTIONS_DATA,
    COUNT_OF_CARDS,
    COUNT_OF_LINES,
    DECADES,
    EXPLORER,
    FACETS,
    FEED,
    HOME,
    HUBS,
    JSON_FEED,
    MAINTENANCE,
    MAP,
    NOT_FOUND,
    RANDOM,
    RECENT,
    ROBOTS,
    SEARCH,
    SEARCH_DIRECTORY,
    TIMELINE,
    TODAY,
    cards_file,
    day_page,
    decade_page,
    disambiguation_page,
    emblem_file,
    family_page,
    index_page,
    json_of,
    letter_page,
    letter_slug,
    lines_file,
    month_file,
    month_page,
    names_file,
    term_feed,
    term_json_feed,
    words_file,
)
from site_builder.pages.searching import (
    directory_of_search,
    names_to_search,
    parts_of_names,
    search_page,
    words_to_search,
)
from site_builder.pages.terms import term_page
from site_builder.pages.texts import not_found_page, text_page
from site_builder.pages.timeline_page import timeline_page
from site_builder.pages.today import (
    NUMBERS_OF_MONTHS,
    crowded_days,
    month_of_data,
    page_of_day,
    page_of_month,
    today_page,
)


def plan_of(edition: Edition, page: PageId) -> PageRequest:
    """The request of any page but those of emitters and the site map."""
    return _MAKERS[page.sort](edition, page.key)


def built_in_pages(edition: Edition) -> Iterator[PageId]:
    """All files but those of emitters and the site map. A redirect may still want the address of another page."""
    tables = edition.tables
    facets, drafts = tables.facets(), frozenset(tables.drafts())
    musicians = tables.kinds[MUSICIANS]
    terms = [term for kind in facets for term in tables.kinds[kind]]
    yield PageId(HOME, "home", listed=True)
    for musician in musicians:
        yield PageId(page_of(musician), "musician", musician, musician not in drafts)
    yield from (PageId(page_of(term), "term", term, listed=True) for term in terms)
    yield from (PageId(index_page(kind), "index", kind, listed=True) for kind in facets)
    yield from (PageId(family_page(slug), "family", slug, listed=True) for slug in tables.families)
    yield from (PageId(path, "pair", path, listed=True) for path in tables.pairs)
    yield PageId(ALPHABET, "alphabet", listed=True)
    if len(musicians) > MOST_ON_ONE_PAGE:
        for letter in tables.letters:
            yield PageId(letter_page(letter_slug(letter)), "letter", letter, listed=True)
    if tables.has_map():
        yield PageId(MAP, "map", listed=True)
    if tables.has_hubs():
        yield PageId(HUBS, "hubs", listed=True)
    if tables.decade_order():
        yield PageId(TIMELINE, "timeline", listed=True)
        yield PageId(DECADES, "decades", listed=True)
        yield from (PageId(decade_page(slug), "decade", slug, listed=True) for slug in tables.decade_order())
    yield from (PageId(disambiguation_page(slug), "name", slug, listed=True) for slug in tables.ambiguities)
    yield from (PageId(page_of(old), "redirect", old) for old in tables.redirects)
    yield PageId(MAINTENANCE, "maintenance")
    yield PageId(EXPLORER, "explorer", listed=True)
    yield PageId(RANDOM, "random")
    yield PageId(TODAY, "today", listed=True)
    for month in NUMBERS_OF_MONTHS:
        yield PageId(month_page(month), "month", month, month in tables.calendar)
        yield PageId(month_file(month), "month-of-data", month)
        for day in crowded_days(edition, month):
            yield PageId(day_page(month, day), "day", f"{month}-{day}", listed=True)
    yield from (PageId(page_of(text), "text", text, listed=True) for text in tables.kinds[PAGES])
    yield PageId(NOT_FOUND, "not-found")
    yield PageId(CONNECTIONS, "connections", listed=True)
    yield PageId(CONNECTIONS_DATA, "connections-data")
    yield PageId(CATALOG, "catalog")
    yield from (PageId(emblem_file(name), "emblem", name) for name in tables.emblems())
    yield from (PageId(json_of(musician), "musician-record", musician) for musician in musicians)
    yield from (PageId(json_of(term), "term-record", term) for term in terms)
    yield PageId(FACETS, "columns")
    yield from (PageId(lines_file(number), "lines", number) for number in tables.lines)
    yield from (PageId(cards_file(number), "cards", number) for number in tables.cards)
    yield PageId(COUNT_OF_CARDS, "count-of-cards")
    yield PageId(COUNT_OF_LINES, "count-of-lines")
    yield from _news(edition)


def _news(edition: Edition) -> Iterator[PageId]:
    """The page of changes, and what is told to programs that come by the site's address."""
    if edition.tables.has_recent():
        yield PageId(RECENT, "recent", listed=True)
    if has_feeds(edition):
        yield PageId(FEED, "feed")
        yield PageId(JSON_FEED, "json-feed")
    for term in edition.tables.has_news:
        yield PageId(term_feed(term), "term-feed", term)
        yield PageId(term_json_feed(term), "term-json-feed", term)
    if edition.config.base_url:
        yield PageId(ROBOTS, "robots")


def search_pages(edition: Edition) -> Iterator[PageId]:
    """The page that shows what was found, and what it searches in."""
    tables = edition.tables
    yield PageId(SEARCH, "search")
    yield PageId(SEARCH_DIRECTORY, "search-directory")
    for part in range(parts_of_names(len(tables.kinds[MUSICIANS]))):
        yield PageId(names_file(part), "search-names", str(part))
    yield from (PageId(words_file(prefix), "search-words", prefix) for prefix in tables.shard_prefixes())


def without_needless_redirects(pages: Iterable[PageId]) -> list[PageId]:
    """The pages without redirects to whose address another page has a right: an alias may be called "Index"."""
    pages = list(pages)
    taken = {page.path for page in pages if page.sort != "redirect"}
    return [page for page in pages if page.sort != "redirect" or page.path not in taken]


_Maker = Callable[[Edition, str], PageRequest]


def _single(make: Callable[[Edition], PageRequest]) -> _Maker:
    return lambda edition, _: make(edition)


def _entity(make: Callable[[Edition, EntityId], PageRequest]) -> _Maker:
    return lambda edition, key: make(edition, EntityId(key))


_MAKERS: dict[str, _Maker] = {
    "home": _single(home_page),
    "musician": _entity(musician_page),
    "term": _entity(term_page),
    "index": index_of_kind,
    "family": page_of_family,
    "pair": lambda edition, key: page_of_pair(edition, OutputPath(key)),
    "alphabet": _single(alphabet_page),
    "letter": letter_of_alphabet,
    "map": _single(map_page),
    "hubs": _single(hubs_page),
    "timeline": _single(timeline_page),
    "decades": _single(index_of_decades),
    "decade": page_of_decade,
    "name": page_of_name,
    "redirect": _entity(redirect_page),
    "maintenance": _single(maintenance_page),
    "text": _entity(text_page),
    "not-found": _single(not_found_page),
    "catalog": _single(catalog),
    "columns": _single(columns),
    "lines": lines,
    "count-of-lines": _single(count_of_lines),
    "explorer": _single(explorer_page),
    "random": _single(random_page),
    "today": _single(today_page),
    "month": page_of_month,
    "day": page_of_day,
    "month-of-data": month_of_data,
    "cards": cards,
    "count-of-cards": _single(count_of_cards),
    "emblem": page_of_emblem,
    "connections": _single(connections_page),
    "connections-data": _single(connections_data),
    "musician-record": _entity(musician_record),
    "term-record": _entity(term_record),
    "search": _single(search_page),
    "search-directory": _single(directory_of_search),
    "search-names": lambda edition, part: names_to_search(edition, int(part)),
    "search-words": words_to_search,
    "recent": _single(recent_page),
    "feed": _single(feed_file),
    "json-feed": _single(json_feed_file),
    "term-feed": _entity(term_feed_file),
    "term-json-feed": _entity(term_json_feed_file),
    "robots": _single(robots_file),
}
