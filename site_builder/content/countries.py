"""Countries as data: their common English names, codes of ISO 3166-1, and the other names people write.

countries.json holds one line for each; borders.json, made by `tools/world_map.mjs`, tells which of them meet on land. A state that has gone (the Soviet Union) is a country of its own, without a
code; an older name of a state that goes on (Persia, Burma) is an alias of it.
"""

from collections.abc import Mapping
from functools import cache

import msgspec

from site_builder.content.names import name_key


class Country(msgspec.Struct, frozen=True):
    name: str
    """The common English name: "Kazakhstan"."""
    code: str
    """ISO 3166-1 alpha-2, upper case; "" for what the standard does not list."""
    aliases: tuple[str, ...]


class CountryTable(msgspec.Struct, frozen=True):
    """All countries: those of ISO 3166-1 by name, then the others by name."""

    countries: tuple[Country, ...]
    by_key: Mapping[str, Country]
    """By the `name_key` of the name and of every alias. Codes are no names: "NO" and "IN" are words as well."""
    by_code: Mapping[str, Country]
    borders: Mapping[str, tuple[str, ...]]
    """The keys of the countries that each one meets on land, by its own. A key is a code, or the name of what has none."""

    def named(self, name: str) -> Country | None:
        """The country that has this name or alias."""
        return self.by_key.get(name_key(name))

    def common_name(self, key: str) -> str:
        """What the country with that key is called in English."""
        known = self.by_code.get(key)
        return known.name if known else key

    def has_code(self, code: str) -> bool:
        """Whether ISO 3166-1 has this two-letter code, in capitals."""
        return code in self.by_code


@cache
def country_data() -> CountryTable:
    """The table, read from its file the first time that somebody asks."""
    from importlib.resources import files

    folder = files("site_builder.content")
    countries = msgspec.json.decode(folder.joinpath("countries.json").read_bytes(), type=tuple[Country, ...])
    return CountryTable(
        countries=countries,
        by_key={name_key(name): country for country in countries for name in (country.name, *country.aliases)},
        by_code={country.code: country for country in countries if country.code},
        borders=msgspec.json.decode(folder.joinpath("borders.json").read_bytes(), type=dict[str, tuple[str, ...]]),
    )
