"""Terms that front matter names: an instrument, a country, a venue … needs no file of its own to have a page."""

from collections.abc import Container, Iterable, Iterator, Mapping

import msgspec

from site_builder.content.countries import Country, country_data
from site_builder.content.names import name_key
from site_builder.content.slugs import slugify
from site_builder.graph.claims import ClaimBook, Right
from site_builder.graph.findings import finding
from site_builder.model.config import SiteConfig
from site_builder.model.dates import PartialDate
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import FacetValue, Facts, MusicianFacts, VenueFacts
from site_builder.model.identity import COUNTRIES, EntityId, entity_id, kind_of


class TermValue(msgspec.Struct, frozen=True, gc=False):
    """A value of front matter that names a term, and where it stands."""

    kind: str
    name: str
    path: str
    place: str
    years: tuple[PartialDate, ...] = ()
    note: str = ""


class Terms(msgspec.Struct, frozen=True):
    """What front matter adds to the entries."""

    names: Mapping[EntityId, str]
    """Of the terms without a file, as they are to be shown."""
    spellings: tuple[tuple[str, EntityId], ...]
    """Other spellings, of entries as well."""
    writers: Mapping[EntityId, str]
    """Of each term the path of the value that decided its name."""
    unsettled: Mapping[str, tuple[str, ...]]
    """By kind, the `name_key`s of the values that led to findings."""
    findings: tuple[Finding, ...]


def values_of(entry: Facts, config: SiteConfig) -> Iterator[TermValue]:
    """The values of an entry that name terms: facets in the order of the configuration, then as written."""
    if isinstance(entry.about, MusicianFacts):
        written: dict[str, list[FacetValue]] = {}
        for each in entry.about.facets:
            written.setdefault(each.facet, []).append(each)
        for facet in config.facets if written else ():
            for index, value in enumerate(written.get(facet.kind, ())):
                name = _spelt_out(value.name) if facet.kind == COUNTRIES else value.name
                yield TermValue(facet.kind, name, entry.path, f"{facet.kind}[{index}]", value.years, value.note)
    elif isinstance(entry.about, VenueFacts) and entry.about.country and config.facet(COUNTRIES):
        yield TermValue(COUNTRIES, _spelt_out(entry.about.country), entry.path, "country")


def shown_name(name: str, kind: str, config: SiteConfig) -> str:
    """The name as titles and lists show it: an ordinary word such as "violin" gets a capital letter."""
    facet = config.facet(kind)
    return name[:1].upper() + name[1:] if facet and facet.common_nouns and name == name.lower() else name


def enter_entries(entries: Iterable[Facts], book: ClaimBook) -> None:
    """Enters the names, aliases and addresses of the entries."""
    countries: dict[str, EntityId] = {}
    for entry in entries:
        _, _, slug = entry.id.partition("/")
        book.enter(entry.name, entry.id, Right.NAME)
        book.enter(slug, entry.id, Right.ADDRESS)
        for alias in entry.aliases:
            book.enter(alias, entry.id, Right.ALIAS)
        country = _country_named(entry.name, *entry.aliases) if kind_of(entry.id) == COUNTRIES else None
        # Of two entries that the table takes for one country, the one with the table's own name is meant.
        if country and (country.name not in countries or entry.name == country.name):
            countries[country.name] = entry.id
    for name, entity in countries.items():
        _enter_country(name, entity, book)


def enter_terms(entries: Mapping[EntityId, Facts], config: SiteConfig, book: ClaimBook) -> Terms:
    """The terms that no entry is about. The first value by path and place decides how a term is spelt."""
    names: dict[EntityId, str] = {}
    writers: dict[EntityId, TermValue] = {}
    spellings: dict[tuple[str, EntityId], None] = {}
    findings: list[Finding] = []
    unsettled: dict[str, set[str]] = {}
    settled: set[tuple[str, str]] = set()
    unsure = (entry for entry in entries.values() if not _all_among(settled, entry))
    for value in (value for entry in unsure for value in values_of(entry, config)):
        if (value.kind, value.name) in settled or book.holders(value.name, value.kind):
            settled.add((value.kind, value.name))
            continue
        country = country_data().named(value.name) if value.kind == COUNTRIES else None
        slug = slugify(country.name if country else value.name)
        entity = entity_id(value.kind, slug)
        if not slug or entity in entries or entity in names:
            unsettled.setdefault(value.kind, set()).add(name_key(value.name))
        if not slug:
            findings.append(_without_address(value))
        elif entity in entries:
            spellings[value.name, entity] = None
            findings.append(_differently_spelt(value, entries[entity].name, (entries[entity].path, "name")))
        elif entity in names:
            spellings[value.name, entity] = None
            writer = writers[entity]
            findings.append(_differently_spelt(value, writer.name, (writer.path, writer.place)))
        else:
            names[entity] = country.name if country else shown_name(value.name, value.kind, config)
            writers[entity] = value
            book.enter(names[entity], entity, Right.NAME)
            book.enter(slug, entity, Right.ADDRESS)
            if country:
                _enter_country(country.name, entity, book)
    for spelling, entity in spellings:
        book.enter(spelling, entity, Right.ALIAS)
    return Terms(
        names=names,
        spellings=tuple(spellings),
        writers={term: writers[term].path for term in sorted(writers)},
        unsettled={kind: tuple(sorted(unsettled[kind])) for kind in sorted(unsettled)},
        findings=tuple(findings),
    )


def _all_among(settled: Container[tuple[str, str]], entry: Facts) -> bool:
    """Whether the entry is a musician's whose values, as written, have all been met and found to have a holder."""
    about = entry.about
    return isinstance(about, MusicianFacts) and all((each.facet, each.name) in settled for each in about.facets)


def _spelt_out(country: str) -> str:
    """The name of the country that has this code, where it is one: in front matter NO is Norway, not a word."""
    coded = country_data().by_code.get(country)
    return coded.name if coded else country


def _country_named(*names: str) -> Country | None:
    return next((country for name in names if (country := country_data().named(name))), None)


def _enter_country(name: str, entity: EntityId, book: ClaimBook) -> None:
    country = country_data().named(name)
    for known in (country.name, *country.aliases) if country else ():
        book.enter(known, entity, Right.COUNTRY_TABLE)


def _differently_spelt(value: TermValue, known: str, known_place: tuple[str, str]) -> Finding:
    return finding(
        "L008",
        value.path,
        value.place,
        f'"{value.name}" and "{known}" are spelt differently and want one address',
        f'write "{known}" here, or give the page a file with the other spelling as an alias',
        (known_place,),
    )


def _without_address(value: TermValue) -> Finding:
    return finding(
        "A003",
        value.path,
        value.place,
        f'no address can be made from "{value.name}"',
        f"give it a file of its own, content/{value.kind}/NAME.md, where NAME is made of a-z, 0-9 and hyphens",
    )
