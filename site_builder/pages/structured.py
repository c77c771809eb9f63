"""What a page is about, for search engines: JSON-LD in the vocabulary of schema.org.

Only properties that schema.org has for the type, and only what is known for certain: a vague date has no form there.
Source: https://schema.org/version/latest, types Person, MusicGroup, MusicVenue, Country, DefinedTerm, CollectionPage.
"""

import msgspec


class Thing(msgspec.Struct, frozen=True, tag_field="@type", tag="Thing", omit_defaults=True, rename="camel"):
    """What all types share; `description` is one line."""

    name: str = ""
    url: str = ""
    description: str = ""
    alternate_name: tuple[str, ...] = ()
    image: str = ""


class Place(Thing, frozen=True, tag="Place"): ...


class PostalAddress(Thing, frozen=True, tag="PostalAddress"):
    address_locality: str = ""
    address_country: str = ""


class GeoCoordinates(Thing, frozen=True, tag="GeoCoordinates"):
    latitude: float | None = None
    longitude: float | None = None


class Country(Thing, frozen=True, tag="Country"):
    identifier: str = ""
    """ISO 3166-1 alpha-2."""


class MusicVenue(Thing, frozen=True, tag="MusicVenue"):
    address: PostalAddress | None = None
    geo: GeoCoordinates | None = None


class Person(Thing, frozen=True, tag="Person"):
    birth_date: str = ""
    death_date: str = ""
    birth_place: Place | None = None
    nationality: tuple[Country, ...] = ()
    knows_about: tuple[str, ...] = ()
    knows: tuple["Person", ...] = ()
    member_of: tuple["MusicGroup", ...] = ()


class MusicGroup(Thing, frozen=True, tag="MusicGroup"):
    member: tuple[Person, ...] = ()


class DefinedTermSet(Thing, frozen=True, tag="DefinedTermSet"): ...


class DefinedTerm(Thing, frozen=True, tag="DefinedTerm"):
    in_defined_term_set: DefinedTermSet | None = None


class WebSite(Thing, frozen=True, tag="WebSite"):
    in_language: str = ""


class CollectionPage(Thing, frozen=True, tag="CollectionPage"):
    is_part_of: WebSite | None = None


_ENCODER = msgspec.json.Encoder(order="sorted")
_CONTEXT = '{"@context":"https://schema.org",'
# Inside a script element "</script" ends it and "<!--" changes how the rest is read; JSON can do without the three.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def json_ld(thing: Thing) -> str:
    """The statement as JSON with sorted keys, safe inside a script element."""
    return (_CONTEXT + _ENCODER.encode(thing).decode()[1:]).translate(_ESCAPES)
