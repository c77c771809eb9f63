"""The one change that the server makes to a page on its way to the browser."""

import re
from html import escape
from urllib.parse import urlencode, urlsplit

_CONNECTION = {"mindelay": 250, "maxdelay": 2000}
"""Milliseconds between two attempts to reach a server that is gone."""

_MARK = re.compile(
    rb"<!--.*?-->"  # What stands in a comment or in a script is no tag.
    rb"|<(?P<raw>script|style|textarea|template|svg)\b.*?</(?P=raw)\s*>"
    rb"|(?P<after></title\s*>)"
    rb"|(?P<before></head\s*>|<body\b)",
    re.IGNORECASE | re.DOTALL,
)


def injected(page: bytes, tag: bytes) -> bytes:
    """The page with a tag in its head: behind the title, else at the head's end; at the page's end if it has neither.

    >>> injected(b"<TITLE>Rain</TITLE><p>It fell.", b"<script>")
    b'<TITLE>Rain</TITLE><script><p>It fell.'
    """
    for mark in _MARK.finditer(page):
        if mark["after"]:
            return page[: mark.end()] + tag + page[mark.end() :]
        if mark["before"]:
            return page[: mark.start()] + tag + page[mark.start() :]
    return page + tag


def tags(build: str, host: str, *, draft: bool = False, own: bool = False) -> bytes:
    """Two scripts of this server: its own, and livereload's, which must be told by what `host` the browser came.

    No word of script stands in the page itself, and no script makes another, so that a page with a strict content
    security policy can keep it. A page of the preview's `own` shows itself what is wrong, and is old after every build.
    """
    port = urlsplit(f"//{host}").port
    name = host.removesuffix(f":{port}")
    query = escape(urlencode({"host": name, "port": port or 80, **_CONNECTION}, safe="[]:"))
    marks = " data-draft" * draft + " data-own" * own
    return (
        f'<script src="/__preview/client.js" defer data-build="{escape(build)}"{marks}></script>'
        f'<script src="/__preview/livereload.js?{query}" defer></script>'
    ).encode()
