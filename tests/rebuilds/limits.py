"""Sites that are cut into many pieces though they are tiny: what big sites have only."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

_LOW: Mapping[str, float] = {
    "build.memory._LARGE_CHUNK": 2,
    "build.tables._KEYS_A_CHUNK": 2,
    "build.session._WORTH_A_COPY": 2,
    "build.turns.A_BREATH_SECONDS": 0.001,
    "build.turns.A_TURN_SECONDS": 0.005,
    "graph.related.MOST_RELATED": 2,
    "pages.alphabet.MOST_ON_ONE_PAGE": 2,
    "pages.changes.MOST_IN_FEED": 1,
    "pages.changes.MOST_LATEST": 2,
    "pages.choosing._MOST_FULLEST": 2,
    "pages.feeds.MOST_IN_FEED": 1,
    "pages.feeds.MOST_IN_SITEMAP": 9,
    "pages.home._MOST_PAIRS": 1,
    "pages.home._MOST_RECENT": 1,
    "pages.listings._MOST_PAIRS": 1,
    "pages.pairing._MOST_LEADING_PAIRS": 2,
    "pages.pairs._MOST_OTHERS": 1,
    "pages.pairs._MOST_VENUES": 1,
    "pages.resurvey.MOST_NEIGHBOURS": 1,
    "pages.searching.NAMES_A_FILE": 2,
    "pages.subjects._MOST_NAMED": 1,
    "pages.survey.MOST_NEIGHBOURS": 1,
    "search.index._MANY_ENTRIES": 3,
    "search.shards.MOST_CHARACTERS": 60,
}


@contextmanager
def low_limits() -> Iterator[None]:
    """Within it lists end early, are spread over several pages, and tables over several pieces of the cache."""
    with pytest.MonkeyPatch.context() as patch:
        for place, limit in _LOW.items():
            patch.setattr(f"site_builder.{place}", limit)
        yield
