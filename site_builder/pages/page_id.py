"""What a file of the finished site is, before it is planned: all of pages/ that a build with nothing to do loads."""

import msgspec

from site_builder.model.identity import OutputPath

EMITTED = "emitted"
SITEMAP_PART = "sitemap"


class PageId(msgspec.Struct, frozen=True, gc=False):
    """A file of the finished site: where it goes, what sort of page it is, and of what."""

    path: OutputPath
    sort: str
    """One of `RANKS`."""
    key: str = ""
    """The entity, slug, letter or path it is about; "" where there is only one of its sort."""
    listed: bool = False
    """Whether search engines should list it."""

    @property
    def rank(self) -> int:
        """What to publish first: the lower, the sooner."""
        return RANKS[self.sort]


RANKS = {
    "musician": 0,
    "text": 0,
    "term": 1,
    "home": 2,
    "index": 2,
    "connections": 2,
    "family": 2,
    "alphabet": 2,
    "letter": 2,
    "map": 2,
    "timeline": 2,
    "hubs": 2,
    "decades": 2,
    "decade": 2,
    "pair": 2,
    "explorer": 2,
    "recent": 2,
    "today": 2,
    "month": 3,
    "day": 3,
    "random": 3,
    "name": 3,
    "redirect": 3,
    "search": 3,
    "not-found": 3,
    "maintenance": 3,
    "musician-record": 4,
    "term-record": 4,
    "emblem": 4,
    "connections-data": 4,
    "catalog": 5,
    "cards": 5,
    "count-of-cards": 5,
    "columns": 5,
    "lines": 5,
    "search-directory": 5,
    "search-names": 5,
    "search-words": 5,
    "count-of-lines": 5,
    "month-of-data": 5,
    EMITTED: 5,
    "feed": 6,
    "json-feed": 6,
    "term-feed": 6,
    "term-json-feed": 6,
    "robots": 6,
    SITEMAP_PART: 7,
}
"""Every sort of page: those that readers come for, then those that lead there, then files for programs."""
