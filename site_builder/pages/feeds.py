"""What programs read by the site's address: the feed, the site map, robots.txt. All hold whole addresses.

Sources: RFC 4287 (Atom), RFC 3339 (its dates), the protocol of sitemaps.org, RFC 9309 (robots.txt), section 2.2 of
XML 1.0 (which characters there may be).
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from site_builder.model.identity import OutputPath, page_of
from site_builder.pages.edition import Change, Edition
from site_builder.pages.frame import entity_address
from site_builder.pages.request import FilePage, PageRequest, TemplatePage
from site_builder.pages.routes import FEED, ROBOTS, SITEMAP, sitemap_part, whole

_MOST_IN_FEED = 50
MOST_IN_SITEMAP = 50_000
"""The protocol's limit for one file; beyond it there are several, and sitemap.xml lists them."""
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
_SITEMAP_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def feed_files(edition: Edition) -> Iterator[FilePage]:
    """The feed of the latest changes, where any entry says when it was changed."""
    if not edition.has_feed:
        return
    config = edition.site.config
    lines = (
        _DECLARATION,
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_xml(config.language)}">',
        f"  <id>{_xml(config.base_url)}</id>",
        f"  <title>{_xml(config.title)}</title>",
        *([f"  <subtitle>{_xml(config.description)}</subtitle>"] if config.description else []),
        f'  <link rel="self" type="application/atom+xml" href="{_xml(config.base_url + FEED)}"/>',
        f'  <link rel="alternate" type="text/html" href="{_xml(config.base_url)}"/>',
        f"  <updated>{_timestamp(edition.latest[0])}</updated>",
        f"  <author><name>{_xml(config.title)}</name></author>",
        *(_feed_entry(edition, change) for change in edition.latest[:_MOST_IN_FEED]),
        "</feed>",
    )
    yield _file(FEED, lines)


def sitemap_files(
    edition: Edition, requests: Iterable[PageRequest], limit: int = MOST_IN_SITEMAP
) -> Iterator[FilePage]:
    """The addresses of all pages that search engines should list; nothing where the site does not know its own."""
    base_url = edition.site.config.base_url
    if not base_url:
        return
    changed = {page_of(change.entity.id): change.date.iso() for change in edition.latest}
    listed = (request.path for request in requests if isinstance(request, TemplatePage) and request.page.index)
    rows = [_row("url", whole(base_url, path), changed.get(path, "")) for path in sorted(listed)]
    if len(rows) <= limit:
        yield _sitemap(SITEMAP, "urlset", rows)
        return
    parts = [rows[start : start + limit] for start in range(0, len(rows), limit)]
    for number, part in enumerate(parts, start=1):
        yield _sitemap(sitemap_part(number), "urlset", part)
    locations = [_row("sitemap", base_url + sitemap_part(number), "") for number in range(1, len(parts) + 1)]
    yield _sitemap(SITEMAP, "sitemapindex", locations)


def robots_files(edition: Edition) -> Iterator[FilePage]:
    """robots.txt: everybody may read everything, and where the site map is."""
    base_url = edition.site.config.base_url
    if base_url:
        yield _file(ROBOTS, ("User-agent: *", "Allow: /", "", f"Sitemap: {base_url}{SITEMAP}"))


def _feed_entry(edition: Edition, change: Change) -> str:
    entity = change.entity
    address = _xml(entity_address(edition, entity.id))
    lines = (
        "  <entry>",
        f"    <id>{address}</id>",
        f"    <title>{_xml(edition.title(entity.id))}</title>",
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
