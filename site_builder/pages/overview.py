"""The few tables that need the whole encyclopedia: who is on which list, and how many. Pages read them key by key.

Every table is as small as can be, so that two overviews differ in few keys after an edit, and a page that shows one
count depends on that count alone.
"""

from collections.abc import Iterator, Mapping

import msgspec

from site_builder.graph.encyclopedia import Ambiguity, Redirect, Wanted
from site_builder.graph.tables import Overlaid
from site_builder.model.dates import PartialDate
from site_builder.model.identity import EntityId, OutputPath
from site_builder.pages.anniversaries import Anniversary
from site_builder.pages.births import Birth
from site_builder.pages.chronology import Decade, Tally
from site_builder.pages.crossings import Crossing
from site_builder.pages.lives import Life
from site_builder.pages.outlines import Outline, Standing
from site_builder.pages.pairing import Pair
from site_builder.pages.tracking import ONLY, WHOLE

PREFIX = "overview/"
"""Before the name of each field here, as the name of a table that is read."""


class Change(msgspec.Struct, frozen=True):
    """That an entry says when it was last changed."""

    entity: EntityId
    date: PartialDate
    day: tuple[int, int, int]
    """The first that it can mean, or the last if there is no first."""


class Family(msgspec.Struct, frozen=True):
    """Instruments that belong together: "Strings"."""

    name: str
    slug: str
    instruments: tuple[EntityId, ...]
    count: int
    """Musicians."""


class Beside(msgspec.Struct, frozen=True, gc=False):
    """Who comes before and after a musician in a term's list."""

    term: EntityId
    previous: EntityId | None
    next: EntityId | None


class Letter(msgspec.Struct, frozen=True):
    name: str
    count: int
    """Musicians."""


class Overview(msgspec.Struct, frozen=True):
    standings: Mapping[EntityId, Standing]
    """What the rest is made from. No page reads these."""
    outlines: Mapping[EntityId, Outline]
    """Of every entity, sorted by id."""
    terms_of: Mapping[EntityId, tuple[EntityId, ...]]
    """A musician's terms, in the order of its front matter."""
    kinds: Mapping[str, tuple[EntityId, ...]]
    """All entities of a kind, in the order of the alphabet."""
    sizes: Mapping[str, int]
    """How many those are."""
    holders: Mapping[str, int]
    """How many musicians have a term of the kind."""
    counts: Mapping[EntityId, int]
    """How many musicians have the term, where any has."""
    fullest: Mapping[str, tuple[EntityId, ...]]
    """The first terms of each kind, those with most musicians first."""
    neighbours: Mapping[EntityId, tuple[Beside, ...]]
    letters: Mapping[str, tuple[EntityId, ...]]
    """Musicians by the letter they stand under, in the order of the alphabet."""
    alphabet: tuple[Letter, ...]
    families: Mapping[str, Family]
    """By slug, in its order."""
    family_of: Mapping[EntityId, str]
    """The slug, by instrument, for those whose family is known."""
    pairs: Mapping[OutputPath, Pair]
    """The fullest first."""
    pairs_of: Mapping[EntityId, tuple[OutputPath, ...]]
    """By term and by musician, the fullest first."""
    leading_pairs: Mapping[str, tuple[OutputPath, ...]]
    """The fullest of each kind of term, and under "" the fullest of all."""
    crossings: Mapping[EntityId, tuple[Crossing, ...]]
    """By instrument, the countries that its players come from, sorted by id."""
    has_hubs: bool
    """Whether `crossings` have several instruments and countries, as `has_timeline`."""
    latest: tuple[Change, ...]
    """The latest first, some hundreds. No drafts: readers do not hear of them."""
    news: Mapping[EntityId, tuple[Change, ...]]
    """The same of the musicians of each term that has any, as many as a feed holds, where the site has such feeds."""
    has_news: Mapping[EntityId, bool]
    """The terms of `news`. A table of its own, since what changed lately decides neither which feeds there are, nor who
    links to them."""
    updated: Mapping[EntityId, str]
    """The day, month or year of the last change, in ISO 8601, for those that say so exactly."""
    drafts: tuple[EntityId, ...]
    featured: EntityId | None
    orphans: tuple[EntityId, ...]
    """Musicians whom no other entry leads to."""
    gaps: Mapping[str, tuple[EntityId, ...]]
    """Musicians of whom something is missing, by what that is."""
    ambiguities: Mapping[str, Ambiguity]
    """By slug."""
    namesakes: Mapping[EntityId, tuple[str, ...]]
    """The slugs of the names that an entity shares with others."""
    wanted: tuple[Wanted, ...]
    redirects: Mapping[EntityId, Redirect]
    """By the former address."""
    names: tuple[str, ...]
    """Of the musicians, as prose has them, in the order of `kinds`."""
    emblems: tuple[str, ...]
    """The names of all emblems that musicians have, sorted."""
    aliases: Mapping[EntityId, tuple[str, ...]]
    """What else an entity is called, where it is."""
    texts: tuple[EntityId, ...]
    """Everything but musicians that has a text, sorted by id."""
    facets: tuple[str, ...]
    """The kinds of term that there are, in the order of the configuration."""
    territories: Mapping[EntityId, str]
    """The key of each country on the map; see `Standing`."""
    countries_at: Mapping[str, tuple[EntityId, ...]]
    """The countries that have a key on the map, in the order of the alphabet: seldom more than one."""
    coordinates: Mapping[EntityId, tuple[float, float]]
    """Of the venues that have them, in degrees north and east."""
    has_timeline: bool
    """Whether there is a decade. A value of its own, since every page asks: a further decade changes none of them."""
    has_map: bool
    """Whether anything is known to lie somewhere."""
    lives: Mapping[EntityId, Life]
    """Of the musicians of whom a year is known, in the order of the alphabet."""
    decades: Mapping[str, Decade]
    """By slug, the earliest first."""
    tallies: Mapping[str, Tally]
    """The same in numbers."""
    decade_order: tuple[str, ...]
    """Their slugs."""
    horizon: int
    """The last year of which anything is known; 0 where there is none."""
    has_about: bool
    has_accessibility: bool
    has_recent: bool
    """Whether `latest` has anything, as `has_timeline`."""
    cards: Mapping[str, tuple[EntityId, ...]]
    """The entities whose cards share a file, by its number."""
    lines: Mapping[str, tuple[EntityId, ...]]
    """The musicians whose lines share a file, by its number: all in the order of the alphabet, cut into portions."""
    births: Mapping[str, tuple[Birth, ...]]
    """Of the same musicians, in the same places."""
    days: Mapping[str, tuple[Anniversary, ...]]
    """What happened in each month, "01" to "12", those that have anything."""
    calendar: Mapping[str, tuple[int, ...]]
    """How much that is on each day of the month, from the first to the 31st."""
    chosen: tuple[EntityId, ...]
    """Some musicians, chosen by chance, but the same ones in every build, in the order of the alphabet."""


def differences(old: Overview, new: Overview) -> Iterator[tuple[str, str]]:
    """Every read, as table and key, that may give something else in `new` than it did in `old`."""
    for field in Overview.__struct_fields__:
        before, after = getattr(old, field), getattr(new, field)
        if before is after or field == "standings":
            continue
        keys = _changed(before, after)
        if keys:
            yield from ((PREFIX + field, key) for key in (*keys, WHOLE))


def _changed(before: object, after: object) -> list[str]:
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return [] if before == after else [ONLY]
    missing = object()
    if isinstance(after, Overlaid) and after.below is before:
        return [key for key, value in after.changed.items() if before.get(key) != value]
    changed = [key for key, value in after.items() if before.get(key, missing) != value]
    return [*changed, *(before.keys() - after.keys())]
