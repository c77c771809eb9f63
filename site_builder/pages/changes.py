"""What was changed lately, as the entries themselves date it: in all, and among the musicians of one term."""

from collections.abc import Iterable, Mapping
from heapq import nlargest

from site_builder.model.config import SiteConfig
from site_builder.model.identity import EntityId
from site_builder.pages.outlines import Outline, Standing
from site_builder.pages.overview import Change

MOST_LATEST = 500
MOST_IN_FEED = 50


def changes_of(
    entries: Iterable[EntityId], outlines: Mapping[EntityId, Outline], standings: Mapping[EntityId, Standing]
) -> tuple[tuple[Change, ...], dict[EntityId, str]]:
    """The latest changes of `entries`, the latest first, and the day of each that is dated exactly, in ISO 8601."""
    changes = [change for entity in entries if (change := _change(entity, standings[entity]))]
    # Two sorts, since the alphabet that decides between entries of one day runs the other way.
    changes.sort(key=lambda change: outlines[change.entity].sort_key)
    changes.sort(key=_moment, reverse=True)
    days = {change.entity: day for change in changes if (day := change.date.iso())}
    return tuple(changes[:MOST_LATEST]), days


def news_of(musicians: Iterable[EntityId], standings: Mapping[EntityId, Standing]) -> tuple[Change, ...]:
    """The latest changes of a term's `musicians`, who come in the order of the alphabet, as many as a feed holds."""
    changes = (change for musician in musicians if (change := _change(musician, standings[musician])))
    return tuple(nlargest(MOST_IN_FEED, changes, key=_moment))


def has_feeds_of_terms(config: SiteConfig) -> bool:
    """Whether the site is to have them, and knows its own address, which a feed cannot do without."""
    return config.feeds == "terms" and bool(config.base_url)


def _change(entity: EntityId, standing: Standing) -> Change | None:
    date = standing.updated
    if date is None or standing.draft:
        return None
    day = date.earliest or date.latest
    # No format that a feed or a site map may use has years before 1.
    return Change(entity, date, day) if day and day[0] > 0 else None


def _moment(change: Change) -> tuple[int, ...]:
    return change.date.sort_key
