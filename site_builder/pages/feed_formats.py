"""A feed in the two formats that feed readers know.

Sources: RFC 4287 (Atom), RFC 3339 (its dates), JSON Feed 1.1 (jsonfeed.org), section 2.2 of XML 1.0 (which characters
there may be).
"""

import re
from html import escape

import msgspec

_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


class Channel(msgspec.Struct, frozen=True):
    """What a feed says, whatever the format. All addresses are whole."""

    id: str
    """Never another one, and no other feed's or entry's."""
    title: str
    description: str
    page: str
    """The page whose news these are."""
    atom: str
    json: str
    """Where the feed itself is, in each format."""
    author: str
    language: str
    items: tuple["ChannelItem", ...]
    """The latest first; at least one."""


class ChannelItem(msgspec.Struct, frozen=True):
    address: str
    title: str
    summary: str
    day: tuple[int, int, int]
    """Of the last change."""


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


def atom(channel: Channel) -> bytes:
    lines = (
        XML_DECLARATION,
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{in_xml(channel.language)}">',
        f"  <id>{in_xml(channel.id)}</id>",
        f"  <title>{in_xml(channel.title)}</title>",
        *([f"  <subtitle>{in_xml(channel.description)}</subtitle>"] if channel.description else []),
        f'  <link rel="self" type="application/atom+xml" href="{in_xml(channel.atom)}"/>',
        f'  <link rel="alternate" type="text/html" href="{in_xml(channel.page)}"/>',
        f"  <updated>{_timestamp(channel.items[0])}</updated>",
        f"  <author><name>{in_xml(channel.author)}</name></author>",
        *map(_atom_entry, channel.items),
        "</feed>",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def json_feed(channel: Channel) -> bytes:
    feed = _JsonFeed(
        version="https://jsonfeed.org/version/1.1",
        title=channel.title,
        description=channel.description,
        home_page_url=channel.page,
        feed_url=channel.json,
        language=channel.language,
        authors=(_Author(channel.author),),
        items=tuple(map(_json_item, channel.items)),
    )
    return msgspec.json.encode(feed) + b"\n"


def in_xml(text: str) -> str:
    """The text as it stands between tags or in quotes, without the characters that XML cannot have."""
    return escape(_NOT_IN_XML.sub("", text))


def _atom_entry(item: ChannelItem) -> str:
    address = in_xml(item.address)
    lines = (
        "  <entry>",
        f"    <id>{address}</id>",
        f"    <title>{in_xml(item.title)}</title>",
        f'    <link rel="alternate" type="text/html" href="{address}"/>',
        f"    <updated>{_timestamp(item)}</updated>",
        *([f"    <summary>{in_xml(item.summary)}</summary>"] if item.summary else []),
        "  </entry>",
    )
    return "\n".join(lines)


def _json_item(item: ChannelItem) -> _Item:
    return _Item(item.address, item.address, item.title, item.summary or item.title, _timestamp(item))


def _timestamp(item: ChannelItem) -> str:
    """The beginning of the day: the formats know no vague dates."""
    year, month, day = item.day
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z"
