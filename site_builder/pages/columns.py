"""What the explorer and the search count with: who has which terms, and what each musician's line in a list says.

Musicians are known by their *numbers*, their places in the order of the alphabet, here and in all other files of data.

`search/facets.js` holds `{kinds, decades, born}`. A kind is `{kind, title, terms, column}`: `terms` are pairs of slug
and name in the order of the alphabet, and `column` has the numbers of the terms of each musician. `decades` has the
decade in which each was born, 1980, or null where it is not known or may be one of two; `born` the year.

`lines/<n>.js` holds 512 lines: name, dates and slug, separated by tabs. Line 7 of lines/1.js is musician 519;
lines/count.js holds how many there are.
"""

from collections.abc import Mapping

import msgspec

from site_builder.model.identity import MUSICIANS, EntityId, slug_of
from site_builder.pages.data_files import data_file
from site_builder.pages.edition import Edition
from site_builder.pages.request import FilePage
from site_builder.pages.routes import COUNT_OF_LINES, FACETS, lines_file


class KindColumn(msgspec.Struct, frozen=True):
    kind: str
    singular: str
    """The name of the kind in the address of the explorer: "instrument"."""
    title: str
    terms: tuple[tuple[str, str], ...]
    column: tuple[tuple[int, ...], ...]


class Columns(msgspec.Struct, frozen=True):
    kinds: tuple[KindColumn, ...]
    decades: tuple[int | None, ...]
    born: tuple[int | None, ...]


def columns(edition: Edition) -> FilePage:
    tables = edition.tables
    musicians, terms_of = tables.kinds[MUSICIANS], dict(tables.terms_of.items())
    births = [birth for number in range(len(tables.births)) for birth in tables.births[str(number)]]
    return data_file(
        FACETS,
        Columns(
            tuple(_kind(edition, kind, musicians, terms_of) for kind in tables.facets()),
            tuple([birth.decade for birth in births]),
            tuple([birth.year for birth in births]),
        ),
    )


def lines(edition: Edition, number: str) -> FilePage:
    outlines = map(edition.outline, edition.tables.lines[number])
    told = [f"{outline.sort_name}\t{outline.detail}\t{slug_of(outline.id)}" for outline in outlines]
    return data_file(lines_file(number), "\n".join(told))


def count_of_lines(edition: Edition) -> FilePage:
    return data_file(COUNT_OF_LINES, edition.tables.sizes[MUSICIANS])


def _kind(
    edition: Edition,
    kind: str,
    musicians: tuple[EntityId, ...],
    terms_of: Mapping[EntityId, tuple[EntityId, ...]],
) -> KindColumn:
    facet, terms = edition.facets[kind], edition.tables.kinds[kind]
    numbers = {term: number for number, term in enumerate(terms)}
    held = [tuple([numbers[term] for term in terms_of.get(m, ()) if term in numbers]) for m in musicians]
    names = tuple([(slug_of(term), edition.title(term)) for term in terms])
    return KindColumn(kind, facet.singular, facet.title, names, tuple(held))
