"""Which fields each kind of entry has, and what they make of it: the table that content files are read by."""

from collections.abc import Mapping as MappingType
from collections.abc import Sequence as SequenceType
from functools import lru_cache
from typing import TypeVar

from site_builder.content.entry_values import (
    read_code,
    read_former_slugs,
    read_image,
    read_slug,
    read_summary,
    read_works,
)
from site_builder.content.field_values import (
    Field,
    Item,
    Reading,
    is_empty,
    read_degrees,
    read_flag,
    read_full_date,
    read_items,
    read_occasions,
    read_one_date,
    read_phrase,
    read_text,
    read_texts,
    report_empty,
    report_unknown,
    unique_entries,
)
from site_builder.content.yaml_tree import Mapping, Node, Scalar
from site_builder.model.config import Facet, SiteConfig
from site_builder.model.dates import PartialDate
from site_builder.model.facts import (
    CountryFacts,
    FacetValue,
    Image,
    InstrumentFacts,
    KindFacts,
    MusicianFacts,
    RelationValue,
    TermFacts,
    VenueFacts,
    Work,
)
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, MUSICIANS, PAGES, VENUES

Value = TypeVar("Value")
AnyField = (
    Field[str]
    | Field[bool | None]
    | Field[PartialDate | None]
    | Field[float | None]
    | Field[tuple[str, ...]]
    | Field[tuple[Item, ...]]
    | Field[tuple[Work, ...]]
    | Field[Image | None]
)


NAME = Field("name", read_phrase, "")
SORT_NAME = Field("sort_name", read_phrase, "")
ALIASES = Field[tuple[str, ...]]("aliases", read_texts, ())
SUMMARY = Field("summary", read_summary, "")
SLUG = Field("slug", read_slug, "")
FORMER_SLUGS = Field[tuple[str, ...]]("former_slugs", read_former_slugs, ())
DRAFT = Field[bool | None]("draft", read_flag, False)
"""None where it says neither true nor false: then the entry is kept back."""
MENTIONS = Field[bool | None]("mentions", read_flag, None)
UPDATED = Field[PartialDate | None]("updated", read_full_date, None)
IMAGE = Field[Image | None]("image", read_image, None)
SOURCES = Field[tuple[str, ...]]("sources", read_texts, ())
COMMON: tuple[AnyField, ...] = (
    *(NAME, SORT_NAME, ALIASES, SUMMARY, SLUG, FORMER_SLUGS, DRAFT, MENTIONS, UPDATED, IMAGE, SOURCES),
)

BORN = Field[PartialDate | None]("born", read_one_date, None)
DIED = Field[PartialDate | None]("died", read_one_date, None)
BIRTHPLACE = Field("birthplace", read_phrase, "")
RELATIONS = tuple(
    Field[tuple[Item, ...]](key, read_items, ()) for key in ("teachers", "pupils", "family", "played_with")
)
RELATION_SINGULARS = (("teacher", "teachers"), ("pupil", "pupils"))
"""Short forms, as facets have them: `teacher: Ivan Petrovich`."""
WORKS = Field[tuple[Work, ...]]("works", read_works, ())

INSTRUMENT_FAMILY = Field("family", read_text, "")
CODE = Field("code", read_code, "")
CITY = Field("city", read_phrase, "")
COUNTRY = Field("country", read_text, "")
OPENED = Field[PartialDate | None]("opened", read_one_date, None)
CLOSED = Field[PartialDate | None]("closed", read_one_date, None)
LATITUDE = Field[float | None]("latitude", read_degrees(90), None)
LONGITUDE = Field[float | None]("longitude", read_degrees(180), None)

OWN_FIELDS: MappingType[str, tuple[AnyField, ...]] = {
    MUSICIANS: (BORN, DIED, BIRTHPLACE, *RELATIONS, WORKS),
    INSTRUMENTS: (INSTRUMENT_FAMILY,),
    COUNTRIES: (CODE,),
    VENUES: (CITY, COUNTRY, OPENED, CLOSED, LATITUDE, LONGITUDE),
}
"""What a kind has beyond the common fields. Musicians have a field for each facet of the site as well."""


class Fields:
    """The fields of one entry, read one by one. Unknown ones and those given twice are reported at once."""

    def __init__(self, mapping: Mapping, kind: str, config: SiteConfig, reading: Reading) -> None:
        self._reading = reading
        self._facets = config.facets if kind == MUSICIANS else ()
        self._nodes: dict[str, tuple[Scalar, Node]] = {}
        self.kind = kind
        known = known_keys(kind, config)
        for name, key, value in unique_entries(mapping, reading):
            if name in known:
                self._nodes[name] = key, value
            else:
                report_unknown(name, key, known, reading, otherwise=_home_of(name, kind, config))

    def __getitem__(self, field: Field[Value]) -> Value:
        """The field's value; its empty one where it is not given or has none."""
        key, node = self._nodes.get(field.key, (None, None))
        if key is None or node is None:
            return field.empty
        if is_empty(node):
            report_empty(key, field.key, self._reading)
            return field.empty
        self._reading.places[field.key] = self._reading.place(node)
        return field.read(node, field.key, self._reading)

    def about(self) -> KindFacts:
        """What the kind has of its own."""
        match self.kind:
            case "musicians":
                return self._musician()
            case "instruments":
                return InstrumentFacts(self[INSTRUMENT_FAMILY])
            case "countries":
                return CountryFacts(self[CODE])
            case "venues":
                return VenueFacts(
                    *(self[CITY], self[COUNTRY], self[OPENED], self[CLOSED], self[LATITUDE], self[LONGITUDE])
                )
            case _:
                return TermFacts()

    def _musician(self) -> MusicianFacts:
        for singular, plural in RELATION_SINGULARS:
            self._join(singular, plural)
        return MusicianFacts(
            born=self[BORN],
            died=self[DIED],
            birthplace=self[BIRTHPLACE],
            facets=tuple(value for facet in self._facets for value in self._facet_values(facet)),
            relations=tuple(
                RelationValue(field.key, item.name, item.years, item.note)
                for field in RELATIONS
                for item in self[field]
            ),
        )

    def _facet_values(self, facet: Facet) -> SequenceType[FacetValue]:
        self._join(facet.singular, facet.kind)
        field: Field[tuple[Item, ...]] = Field(facet.kind, read_occasions, ())
        return [FacetValue(facet.kind, item.name, item.years, item.note) for item in self[field]]

    def _join(self, singular: str, plural: str) -> None:
        """Makes the short form, if it is there, the long one, so that both have the same places."""
        if singular not in self._nodes or singular == plural:
            return
        key, node = self._nodes.pop(singular)
        if plural not in self._nodes:
            self._nodes[plural] = key, node
            return
        first = self._reading.place(self._nodes[plural][0])
        message = f'"{singular}" and "{plural}" both stand here'
        hint = f'put all values into "{plural}"'
        self._reading.faults.add("F020", self._reading.place(key), message, hint, related=(first,))


def known_keys(kind: str, config: SiteConfig) -> tuple[str, ...]:
    """The names of the fields that an entry of that kind can have."""
    return _known_keys(kind, config.facets)


# Asked for by every entry, and the same for all of a kind.
@lru_cache(maxsize=64)
def _known_keys(kind: str, facets: tuple[Facet, ...]) -> tuple[str, ...]:
    listed = _listed_keys(kind, facets)
    if kind != MUSICIANS:
        return listed
    return (*listed, *(singular for singular, _ in RELATION_SINGULARS), *(facet.singular for facet in facets))


def _listed_keys(kind: str, facets: tuple[Facet, ...]) -> tuple[str, ...]:
    """The same without the short forms."""
    return (
        *(field.key for field in (*COMMON, *OWN_FIELDS.get(kind, ()))),
        *(facet.kind for facet in facets if kind == MUSICIANS),
    )


def _home_of(name: str, kind: str, config: SiteConfig) -> str:
    """Which kind of entry does have a field of that name."""
    singulars = {MUSICIANS: "musician", PAGES: "page", **{facet.kind: facet.singular for facet in config.facets}}
    here = singulars.get(kind, kind)
    home = next((other for other in OWN_FIELDS if name in known_keys(other, config)), None)
    if home is None:
        fields = ", ".join(_listed_keys(kind, config.facets))
        return f"{_with_article(here)} has the fields {fields}; what fits none of them belongs in the text"
    there = _with_article(singulars.get(home, home))
    return f'{there} has "{name}"; {_with_article(here)} does not'


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
