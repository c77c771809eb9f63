"""What programs read by the site's address: feeds, the site map, robots.txt. All hold whole addresses.

There are feeds of the latest changes in the whole site and, where site.toml says so, of those among the musicians of
each term. Sources: the protocol of sitemaps.org, RFC 9309 (robots.txt).
"""

from collections.abc import Iterable, Sequence

from site_builder.model.identity import EntityId, OutputPath, page_of
from site_builder.pages.changes import MOST_IN_FEED
from site_builder.pages.edition import Edition
from site_builder.pages.feed_formats import XML_DECLARATION, Channel, ChannelItem, atom, in_xml, json_feed
from site_builder.pages.frame import entity_address
from site_builder.pages.overview import Change
from site_builder.pages.request import FilePage
from site_builder.pages.routes import (
    FEED,
    JSON_FEED,
    ROBOTS,
    SITEMAP,
    sitemap_part,
    term_feed,
    term_json_feed,
    whole,
)
from site_builder.pages.views import Feed

MOST_IN_SITEMAP = 50_000
"""The protocol's limit for one file; beyond it there are several, and sitemap.xml lists them."""
_SITEMAP_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def has_feeds(edition: Edition) -> bool:
    """Whether the site is to have feeds, knows its own address, and some entry says when it was changed."""
    config = edition.config
    return config.feeds != "off" and bool(config.base_url) and edition.tables.has_recent()


def feeds_from(edition: Edition, root: str) -> tuple[Feed, ...]:
    """The feeds of the site as a page links to them that has to go through `root` to the top of the site."""
    return _links(edition.config.title, root + FEED, root + JSON_FEED) if has_feeds(edition) else ()


def feeds_of_term(edition: Edition, term: EntityId) -> tuple[Feed, ...]:
    """The feeds of the term as its own page links to them; none where nothing would be in them."""
    if term not in edition.tables.has_news:
        return ()
    root = edition.below.root
    return _links(_title_of_term(edition, term), root + term_feed(term), root + term_json_feed(term))


def feed_file(edition: Edition) -> FilePage:
    """The feed of the latest changes, for a site where some entry says when it was changed."""
    return FilePage(FEED, atom(_channel(edition)))


def json_feed_file(edition: Edition) -> FilePage:
    """The same as `feed_file`, in JSON Feed 1.1."""
    return FilePage(JSON_FEED, json_feed(_channel(edition)))


def term_feed_file(edition: Edition, term: EntityId) -> FilePage:
    """The feed of the latest changes among the musicians of a term, for one where some of them is dated."""
    return FilePage(term_feed(term), atom(_channel_of_term(edition, term)))


def term_json_feed_file(edition: Edition, term: EntityId) -> FilePage:
    """The same as `term_feed_file`, in JSON Feed 1.1."""
    return FilePage(term_json_feed(term), json_feed(_channel_of_term(edition, term)))


def sitemap_file(
    edition: Edition, path: OutputPath, pages: Sequence[OutputPath], limit: int = MOST_IN_SITEMAP
) -> FilePage:
    """The file at `path` of the site map: the addresses of `pages`, or a part of them, or the list of the parts.

    `pages` are those that search engines should list, sorted.
    """
    base_url = edition.config.base_url
    paths = sitemap_paths(len(pages), limit)
    if path == SITEMAP and len(paths) > 1:
        return _sitemap(path, "sitemapindex", [_row("sitemap", base_url + part, "") for part in paths[:-1]])
    start = paths.index(path) * limit
    changed = {page_of(entity): day for entity, day in edition.tables.updated.items()}
    rows = [_row("url", whole(base_url, page), changed.get(page, "")) for page in pages[start : start + limit]]
    return _sitemap(path, "urlset", rows)


def sitemap_paths(count: int, limit: int = MOST_IN_SITEMAP) -> tuple[OutputPath, ...]:
    """The files of a site map of `count` addresses: its parts, if there are any, and sitemap.xml at the end."""
    parts = range(1, -(-count // limit) + 1) if count > limit else ()
    return (*map(sitemap_part, parts), SITEMAP)


def robots_file(edition: Edition) -> FilePage:
    """robots.txt: everybody may read everything, and where the site map is."""
    return _file(ROBOTS, ("User-agent: *", "Allow: /", "", f"Sitemap: {edition.config.base_url}{SITEMAP}"))


def _links(title: str, atom_href: str, json_href: str) -> tuple[Feed, ...]:
    return (
        Feed("Atom", "application/atom+xml", atom_href, title),
        Feed("JSON Feed", "application/feed+json", json_href, title),
    )


def _channel(edition: Edition) -> Channel:
    config = edition.config
    return Channel(
        id=config.base_url,
        title=config.title,
        description=config.description,
        page=config.base_url,
        atom=config.base_url + FEED,
        json=config.base_url + JSON_FEED,
        author=config.title,
        language=config.language,
        items=tuple(_item(edition, change) for change in edition.tables.latest()[:MOST_IN_FEED]),
    )


def _channel_of_term(edition: Edition, term: EntityId) -> Channel:
    config = edition.config
    return Channel(
        # Not that of the page: the feed of the site has an entry of that name.
        id=(address := config.base_url + term_feed(term)),
        title=_title_of_term(edition, term),
        description=f"{edition.title(term)}: musicians whose entries are new or were revised.",
        page=entity_address(edition, term),
        atom=address,
        json=config.base_url + term_json_feed(term),
        author=config.title,
        language=config.language,
        items=tuple(_item(edition, change) for change in edition.tables.news[term]),
    )


def _title_of_term(edition: Edition, term: EntityId) -> str:
    return f"{edition.title(term)} — {edition.config.title}"


def _item(edition: Edition, change: Change) -> ChannelItem:
    entity = edition.outline(change.entity)
    return ChannelItem(entity_address(edition, entity.id), entity.title, entity.summary, change.day)


def _sitemap(path: OutputPath, root: str, rows: Iterable[str]) -> FilePage:
    return _file(path, (XML_DECLARATION, f"<{root} {_SITEMAP_NAMESPACE}>", *rows, f"</{root}>"))


def _row(element: str, address: str, changed: str) -> str:
    date = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"  <{element}><loc>{in_xml(address)}</loc>{date}</{element}>"


def _file(path: OutputPath, lines: Iterable[str]) -> FilePage:
    return FilePage(path, "".join(f"{line}\n" for line in lines).encode())
