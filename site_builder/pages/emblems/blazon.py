"""Blazons: what an emblem shows, in words, and how the facts decide it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from site_builder.model.dates import PartialDate
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, EntityId, kind_of, slug_of
from site_builder.pages.emblems.borders import BORDERS
from site_builder.pages.emblems.palettes import OF_COUNTRY, PALETTES
from site_builder.pages.emblems.vocabulary import BORDER_OF_COUNTRY, FIGURE_OF_FAMILY, FIGURE_OF_INSTRUMENT
from site_builder.pages.outlines import Outline

_TASTES = ((1865, "engraved"), (1890, "nouveau"), (1910, "deco"), (1940, "modern"))
"""The first year of birth that no longer belongs to a taste: what one likes at twenty-five, one likes for life."""
_LATEST = "grid"
_TIMELESS = "engraved"
_FIGURE_OF_NONE = "rose"
_PALETTE_OF_NONE = "slate"
_BORDER_OF_NONE = "pearls"
_LIFE = 60
"""Years: where only the death is known."""


class Blazon(msgspec.Struct, frozen=True, gc=False):
    """What an emblem shows. Equal blazons are one picture."""

    figure: str
    """Of the first instrument."""
    ground: str
    """Of the time."""
    palette: str
    """Of the first country."""
    border: str
    """Of the last country."""

    @property
    def name(self) -> str:
        """Four words, which are the name of its file too: "spike-grid-turquoise-lozenges"."""
        return f"{self.figure}-{self.ground}-{self.palette}-{self.border}"


def blazon_named(name: str) -> Blazon:
    """The inverse of `Blazon.name`."""
    return Blazon(*name.split("-"))


def blazon_of(outline: Outline, terms: Sequence[EntityId], family_of: Mapping[EntityId, str]) -> Blazon:
    """The blazon of a musician with these terms. `family_of` gives the slug of an instrument's family, where known."""
    return blazon_of_terms(terms, family_of, _ground(outline.born, outline.died))


def blazon_of_terms(terms: Sequence[EntityId], family_of: Mapping[EntityId, str], ground: str = _TIMELESS) -> Blazon:
    """The blazon of no musician in particular, but of what has these terms in common."""
    instrument = next((term for term in terms if kind_of(term) == INSTRUMENTS), None)
    countries = [slug_of(term) for term in terms if kind_of(term) == COUNTRIES]
    return Blazon(
        figure=_figure(instrument, family_of) if instrument else _FIGURE_OF_NONE,
        ground=ground,
        palette=_palette(countries[0]) if countries else _PALETTE_OF_NONE,
        border=_border(countries[-1]) if countries else _BORDER_OF_NONE,
    )


def _figure(instrument: EntityId, family_of: Mapping[EntityId, str]) -> str:
    """That of the instrument, or of a word of its name ("alto saxophone"), or of its family."""
    slug = slug_of(instrument)
    for word in (slug, *reversed(slug.split("-"))):
        if word in FIGURE_OF_INSTRUMENT:
            return FIGURE_OF_INSTRUMENT[word]
    return FIGURE_OF_FAMILY.get(family_of.get(instrument, ""), _FIGURE_OF_NONE)


def _ground(born: PartialDate | None, died: PartialDate | None) -> str:
    if born is None and died is None:
        return _TIMELESS
    year = born.sort_key[0] if born else died.sort_key[0] - _LIFE if died else 0
    return next((name for before, name in _TASTES if year < before), _LATEST)


def _palette(country: str) -> str:
    return OF_COUNTRY.get(country) or PALETTES[_number(country) % len(PALETTES)].name


def _border(country: str) -> str:
    return BORDER_OF_COUNTRY.get(country) or BORDERS[_number(country) // len(PALETTES) % len(BORDERS)]


# A site has few countries, and each of their musicians asks for two numbers.
@lru_cache(maxsize=256)
def _number(text: str) -> int:
    """FNV-1a: the same number for a text in every process."""
    number = 0x811C9DC5
    for byte in text.encode():
        number = (number ^ byte) * 0x01000193 & 0xFFFFFFFF
    return number
