"""The one change that the server makes to a page on its way to the browser."""

import re

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
