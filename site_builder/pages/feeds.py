"""What programs read by the site's address: two feeds, the site map, robots.txt. All hold whole addresses.

Sources: RFC 4287 (Atom), RFC 3339 (its dates), JSON Feed 1.1 (jsonfeed.org), the protocol of sitemaps.org, RFC 9309
(robots.txt), section 2.2 of XML 1.0 (which characters there may be).
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

import msgspec

from site_builder.model.identity import OutputPath, page_of
from site_builder.pages.edition import Edition
from site_builder.pages.frame import entity_address
from site_builder.pages.overview import Change
from site_builder.pages.request import FilePage
from site_builder.pages.routes import FEED, JSON_FEED, ROBOTS, SITEMAP, sitemap_part, whole
from site_builder.pages.views import Feed

MOST_IN_FEED = 50
MOST_IN_SITEMAP = 50_000
"""The protocol's limit for one file; beyond it there are several, and sitemap.xml lists them."""
_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
_SITEMAP_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


class _Author(msgspec.Struct, frozen=True):
    name: str


class _Item(msgspec.Struct, frozen=True):
    id: str
    url: str
    title: str
    content_text: str
    """The format wants some content. It is never "": where there is no summary, the name stands in."""
    date_modified: str


class _JsonFeed(msgspec.Struct, frozen=True, omit_defaults=True):
    version: str
    title: str
    home_page_url: str
    feed_url: str
    language: str
    authors: tuple[_Author, ...]
    items: tuple[_Item, ...]
    description: str = ""


def has_feeds(edition: Edition) -> bool:
    """Whether some entry says when it was changed, and the site knows its own address."""
    return bool(edition.config.base_url) and edition.tables.has_recent()


def feeds_from(edition: Edition, root: str) -> tuple[Feed, ...]:
    """The feeds as a page links to them that has to go through `root` to the top of the site."""
    if not has_feeds(edition):
        return ()
    return (
        Feed("Atom", "application/atom+xml", root + FEED),
        Feed("JSON Feed", "application/feed+json", root + JSON_FEED),
    )


def json_feed_file(edition: Edition) -> FilePage:
    """The same as `feed_file`, in JSON Feed 1.1."""
    config = edition.config
    feed = _JsonFeed(
        version="https://jsonfeed.org/version/1.1",
        title=config.title,
        description=config.description,
        home_page_url=config.base_url,
        feed_url=config.base_url + JSON_FEED,
        language=config.language,
        authors=(_Author(config.title),),
        items=tuple(_item(edition, change) for change in edition.tables.latest()[:MOST_IN_FEED]),
    )
    return FilePage(JSON_FEED, msgspec.json.encode(feed) + b"\n")


def feed_file(edition: Edition) -> FilePage:
    """The feed of the latest changes, for a site where some entry says when it was changed."""
    config, latest = edition.config, edition.tables.latest()[:MOST_IN_FEED]
    lines = (
        _DECLARATION,
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_xml(config.language)}">',
        f"  <id>{_xml(config.base_url)}</id>",
        f"  <title>{_xml(config.title)}</title>",
        *([f"  <subtitle>{_xml(config.description)}</subtitle>"] if config.description else []),
        f'  <link rel="self" type="application/atom+xml" href="{_xml(config.base_url + FEED)}"/>',
        f'  <link rel="alternate" type="text/html" href="{_xml(config.base_url)}"/>',
        f"  <updated>{_timestamp(latest[0])}</updated>",
        f"  <author><name>{_xml(config.title)}</name></author>",
        *(_feed_entry(edition, change) for change in latest),
        "</feed>",
    )
    return _file(FEED, lines)


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


def _item(edition: Edition, change: Change) -> _Item:
    entity = edition.outline(change.entity)
    address = entity_address(edition, entity.id)
    return _Item(address, address, entity.title, entity.summary or entity.title, _timestamp(change))


def _feed_entry(edition: Edition, change: Change) -> str:
    entity = edition.outline(change.entity)
    address = _xml(entity_address(edition, entity.id))
    lines = (
        "  <entry>",
        f"    <id>{address}</id>",
        f"    <title>{_xml(entity.title)}</title>",
        f'    <link rel="alternate" type="text/html" href="{address}"/>',
        f"    <updated>{_timestamp(change)}</updated>",
        *([f"    <summary>{_xml(entity.summary)}</summary>"] if entity.summary else []),
        "  </entry>",
    )
    return "\n".join(lines)


def _timestamp(change: Change) -> str:
    """The beginning of the day: the format knows no vague dates."""
    year, month, day = change.day
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z"


def _sitemap(path: OutputPath, root: str, rows: Iterable[str]) -> FilePage:
    return _file(path, (_DECLARATION, f"<{root} {_SITEMAP_NAMESPACE}>", *rows, f"</{root}>"))


def _row(element: str, address: str, changed: str) -> str:
    date = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"  <{element}><loc>{_xml(address)}</loc>{date}</{element}>"


def _file(path: OutputPath, lines: Iterable[str]) -> FilePage:
    return FilePage(path, "".join(f"{line}\n" for line in lines).encode())


def _xml(text: str) -> str:
    return escape(_NOT_IN_XML.sub("", text))
