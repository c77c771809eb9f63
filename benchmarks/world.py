"""The encyclopedia that is measured: made up, as large as wanted, and the same on every machine.

A *world* is content without a notation: each peer gets it in its own front matter and its own way to link
(`benchmarks/tools/`). A musician is some 2.2 KB of text with 1-3 of 60 instruments, 1-2 of 120 countries, 1-4 of N/20
venues and 4 links to others.
"""

import random
import re
from collections import Counter
from collections.abc import Callable

import msgspec

INSTRUMENTS = 60
COUNTRIES = 120
ENTRIES_PER_VENUE = 20
LINKS = 4

_SYLLABLES = tuple(re.findall(r"\w+", "ba ka to ri mel san dor vi ne lu fa gor hen ji pol ste qua zim ar el on ish"))
_HALLS = ("Hall", "Opera", "Theatre", "Club")


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph of prose; where it links, the link stands between `before` and `after`."""

    before: str
    to: str = ""
    after: str = ""


class Musician(msgspec.Struct, frozen=True):
    """What every peer is told of one musician."""

    name: str
    slug: str
    born: int
    summary: str
    instruments: tuple[str, ...]
    countries: tuple[str, ...]
    venues: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


class World(msgspec.Struct, frozen=True):
    """All musicians, in the order in which they were made up."""

    musicians: tuple[Musician, ...]

    def terms(self, facet: str) -> tuple[str, ...]:
        """Every instrument, country or venue that a musician names, in order."""
        return tuple(sorted({term for musician in self.musicians for term in terms_of(musician, facet)}))


def terms_of(musician: Musician, facet: str) -> tuple[str, ...]:
    """What the musician names under `facet`: instruments, countries or venues."""
    return {"instruments": musician.instruments, "countries": musician.countries, "venues": musician.venues}[facet]


def slug_of(name: str) -> str:
    """A name in small letters with hyphens, as every peer would make it."""
    return re.sub(r"[^a-z]+", "-", name.lower())


def body_of(musician: Musician, link: Callable[[str], str]) -> str:
    """The text as Markdown; `link` writes a link to the musician of a name."""
    first, early, grown, *career = (_written(paragraph, link) for paragraph in musician.paragraphs)
    return "\n\n".join([first, "## Early life", early, grown, "## Career", *career]) + "\n"


def make_world(entries: int) -> World:
    """The world of so many musicians: the same for the same number, whatever the machine or PYTHONHASHSEED."""
    dice = random.Random(entries)  # noqa: S311 - a world, not a secret
    words = [_word(dice, dice.choice((1, 2, 2, 3))) for _ in range(4000)]
    instruments = _distinct(INSTRUMENTS, lambda: f"{_word(dice, 2)}phone")
    countries = _distinct(COUNTRIES, lambda: f"{_word(dice, 3).capitalize()}ia")
    venues = _distinct(
        max(4, entries // ENTRIES_PER_VENUE), lambda: f"{_word(dice, 3).capitalize()} {dice.choice(_HALLS)}"
    )
    surnames = _distinct(entries, lambda: _word(dice, 4).capitalize())
    names = [f"{_word(dice, 2).capitalize()} {surname}" for surname in surnames]
    return World(tuple(_musician(dice, name, names, words, instruments, countries, venues) for name in names))


def prose_edited(world: World, variant: int) -> World:
    """The world with a sentence more in the first paragraph of the entry that is edited."""
    middle = subject(world)
    first, *rest = middle.paragraphs
    longer = msgspec.structs.replace(first, after=f"{first.after} {mark(variant)}")
    return _with(world, msgspec.structs.replace(middle, paragraphs=(longer, *rest)))


def instruments_changed(world: World, variant: int) -> World:
    """The world in which the entry that is edited plays another instrument as its last."""
    middle = subject(world)
    others = [term for term in world.terms("instruments") if term not in middle.instruments]
    changed = (*middle.instruments[:-1], others[variant % len(others)])
    return _with(world, msgspec.structs.replace(middle, instruments=changed))


def venue_renamed(world: World, variant: int) -> World:
    """The world in which the venue that nearest to 40 entries name has another name."""
    old = renamed_venue(world)
    new = f"{old} {'of the Old Town' if variant % 2 else 'by the River'} {'abcdefghij'[variant % 10].upper()}"
    naming = [musician for musician in world.musicians if old in musician.venues]
    return _with(
        world,
        *(
            msgspec.structs.replace(one, venues=tuple(new if venue == old else venue for venue in one.venues))
            for one in naming
        ),
    )


def subject(world: World) -> Musician:
    """The entry that is edited: from the middle on, the first with instruments besides the one that its prose names."""
    middle = len(world.musicians) // 2
    return next(musician for musician in world.musicians[middle:] if len(musician.instruments) > 1)


def renamed_venue(world: World) -> str:
    """The venue that is renamed: the number of entries that name it is nearest to 40."""
    uses = Counter(venue for musician in world.musicians for venue in musician.venues)
    return min(uses, key=lambda venue: (abs(uses[venue] - 40), venue))


def mark(variant: int) -> str:
    """The sentence that an edit of the prose adds, another one for each variant."""
    return f"Edition {variant} says more."


def changed_between(before: World, after: World) -> tuple[Musician, ...]:
    """The musicians of `after` that are not as they were."""
    return tuple(new for old, new in zip(before.musicians, after.musicians, strict=True) if old != new)


def _with(world: World, *changed: Musician) -> World:
    by_slug = {musician.slug: musician for musician in changed}
    return World(tuple(by_slug.get(musician.slug, musician) for musician in world.musicians))


def _musician(
    dice: random.Random,
    name: str,
    names: list[str],
    words: list[str],
    instruments: list[str],
    countries: list[str],
    venues: list[str],
) -> Musician:
    played = tuple(dice.sample(instruments, dice.randint(1, 3)))
    paragraphs = []
    for number in range(6):
        prose = " ".join(_sentence(dice, words, dice.randint(11, 19)) for _ in range(3))
        if number < LINKS:
            other = dice.choice(names)
            while other == name:
                other = dice.choice(names)
            met = f" in *{_word(dice, 2)}*, and it's said that nobody heard the {played[0]}."
            paragraphs.append(Paragraph(f"{prose} She met ", other, met))
        else:
            paragraphs.append(Paragraph(prose))
    return Musician(
        name=name,
        slug=slug_of(name),
        born=dice.randint(1800, 1990),
        summary=_sentence(dice, words, 6)[:-1],
        instruments=played,
        countries=tuple(dice.sample(countries, dice.randint(1, 2))),
        venues=tuple(dice.sample(venues, dice.randint(1, 4))),
        paragraphs=tuple(paragraphs),
    )


def _written(paragraph: Paragraph, link: Callable[[str], str]) -> str:
    return f"{paragraph.before}{link(paragraph.to) if paragraph.to else ''}{paragraph.after}"


def _word(dice: random.Random, syllables: int) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(syllables))


def _sentence(dice: random.Random, words: list[str], length: int) -> str:
    return f"{' '.join(dice.choice(words) for _ in range(length)).capitalize()}."


def _distinct(count: int, make: Callable[[], str]) -> list[str]:
    """So many different names, in the order in which they came."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[make()] = None
    return list(found)
