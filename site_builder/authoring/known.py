"""What an encyclopedia has already, for those who write a new entry."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from site_builder.authoring.drafts import Fields
from site_builder.content.countries import country_data
from site_builder.content.names import name_key
from site_builder.graph.encyclopedia import Encyclopedia, Entity
from site_builder.model.facts import InstrumentFacts, VenueFacts
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, VENUES


class Known(msgspec.Struct, frozen=True):
    """A name that exists, and how many have it."""

    name: str
    count: int
    aliases: tuple[str, ...] = ()


def known_names(encyclopedia: Encyclopedia, kind: str) -> tuple[Known, ...]:
    """The entities of a kind, those with most musicians first, as entries would write them."""
    facet = encyclopedia.config.facet(kind)
    known = [
        Known(
            _as_common_noun(entity.name) if facet and facet.common_nouns else entity.name,
            len(encyclopedia.members.get(entity.id, ())),
            _aliases(entity),
        )
        for entity in encyclopedia.of_kind(kind)
    ]
    return tuple(sorted(known, key=lambda one: -one.count))


def known_countries(encyclopedia: Encyclopedia) -> tuple[Known, ...]:
    """The countries of the encyclopedia, then all others that there are."""
    own = known_names(encyclopedia, COUNTRIES)
    taken = {name_key(one.name) for one in own}
    others = (Known(country.name, 0, country.aliases) for country in country_data().countries)
    return (*own, *(one for one in others if name_key(one.name) not in taken))


def known_families(encyclopedia: Encyclopedia) -> tuple[Known, ...]:
    """The families that instruments are said to belong to."""
    about = (entity.facts.about for entity in encyclopedia.of_kind(INSTRUMENTS) if entity.facts)
    return _counted(one.family for one in about if isinstance(one, InstrumentFacts))


def known_cities(encyclopedia: Encyclopedia) -> tuple[Known, ...]:
    """The cities that have venues."""
    about = (entity.facts.about for entity in encyclopedia.of_kind(VENUES) if entity.facts)
    return _counted(one.city for one in about if isinstance(one, VenueFacts))


def entries_named(encyclopedia: Encyclopedia, name: str) -> tuple[str, ...]:
    """The paths of the content files whose entity answers to a name."""
    key = name_key(name)
    return tuple(
        entity.facts.path
        for entity in encyclopedia.entities.values()
        if entity.facts is not None and key in map(name_key, (entity.name, *entity.facts.aliases))
    )


def spelling_of(name: str, known: Iterable[Known]) -> str:
    """The known spelling of a name that differs only in capitals, spaces or apostrophes; "" if nobody has it."""
    key = name_key(name)
    for one in known:
        if name_key(one.name) == key:
            return one.name
        if key in map(name_key, one.aliases):
            return name
    return ""


def nearest_name(name: str, known: Sequence[Known]) -> str:
    """The known name that `name` may be a mistyped form of; "" if none is like it. A build warns of the same ones."""
    from site_builder.graph.nearest import nearest_value

    return nearest_value(name, [one.name for one in known])


def spelt_as_known(fields: Fields, encyclopedia: Encyclopedia) -> Fields:
    """The fields, with names that exist already as they are spelt there: "Violin" becomes "violin"."""
    return {
        key: tuple(spelling_of(value, _known_of(key, encyclopedia)) or value for value in values)
        for key, values in fields.items()
    }


def doubtful_names(fields: Fields, encyclopedia: Encyclopedia) -> tuple[tuple[str, str], ...]:
    """Names that are new and look like a known one with a typing mistake, each with that one."""
    pairs = [
        (value, nearest_name(value, known))
        for key, values in fields.items()
        if (known := _known_of(key, encyclopedia))
        for value in values
        if not spelling_of(value, known)
    ]
    return tuple((value, near) for value, near in pairs if near)


def _known_of(key: str, encyclopedia: Encyclopedia) -> tuple[Known, ...]:
    if key in (COUNTRIES, "country"):
        return known_countries(encyclopedia)
    return known_names(encyclopedia, key) if key in (INSTRUMENTS, VENUES) else ()


def _as_common_noun(name: str) -> str:
    # Titles show "violin" as "Violin", and leave "MIDI controller" alone.
    return name.lower() if name[1:] == name[1:].lower() else name


def _aliases(entity: Entity) -> tuple[str, ...]:
    return entity.facts.aliases if entity.facts else ()


def _counted(names: Iterable[str]) -> tuple[Known, ...]:
    return tuple(Known(name, count) for name, count in Counter(filter(None, names)).most_common())
