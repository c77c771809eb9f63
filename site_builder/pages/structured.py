"""What a page is about, for search engines: JSON-LD in the vocabulary of schema.org.

Only properties that schema.org has for the type, and only what is known for certain: a vague date has no form there.
Source: https://schema.org/version/latest, types Person, MusicGroup, MusicVenue, Country, DefinedTerm, WebPage,
CollectionPage.
"""

import msgspec


class Thing(msgspec.Struct, frozen=True, gc=False, tag_field="@type", tag="Thing", omit_defaults=True, rename="camel"):
    """What all types share; `description` is one line."""

    name: str = ""
    url: str = ""
    description: str = ""
    alternate_name: tuple[str, ...] = ()
    image: str = ""


class Place(Thing, frozen=True, gc=False, tag="Place"): ...


class PostalAddress(Thing, frozen=True, gc=False, tag="PostalAddress"):
    address_locality: str = ""
    address_country: str = ""


class GeoCoordinates(Thing, frozen=True, gc=False, tag="GeoCoordinates"):
    latitude: float | None = None
    longitude: float | None = None


class Country(Thing, frozen=True, gc=False, tag="Country"):
    identifier: str = ""
    """ISO 3166-1 alpha-2."""


class MusicVenue(Thing, frozen=True, gc=False, tag="MusicVenue"):
    address: PostalAddress | None = None
    geo: GeoCoordinates | None = None


class Person(Thing, frozen=True, gc=False, tag="Person"):
    birth_date: str = ""
    death_date: str = ""
    birth_place: Place | None = None
    nationality: tuple[Country, ...] = ()
    knows_about: tuple[str, ...] = ()
    knows: tuple["Person", ...] = ()
    member_of: tuple["MusicGroup", ...] = ()


class MusicGroup(Thing, frozen=True, gc=False, tag="MusicGroup"):
    member: tuple[Person, ...] = ()


class DefinedTermSet(Thing, frozen=True, gc=False, tag="DefinedTermSet"): ...


class DefinedTerm(Thing, frozen=True, gc=False, tag="DefinedTerm"):
    in_defined_term_set: DefinedTermSet | None = None


class WebSite(Thing, frozen=True, gc=False, tag="WebSite"):
    in_language: str = ""


class WebPage(Thing, frozen=True, gc=False, tag="WebPage"):
    is_part_of: WebSite | None = None
    date_modified: str = ""


class CollectionPage(Thing, frozen=True, gc=False, tag="CollectionPage"):
    is_part_of: WebSite | None = None


_ENCODER = msgspec.json.Encoder(order="sorted")
_CONTEXT = '{"@context":"https://schema.org",'


def json_ld(thing: Thing) -> str:
    """The statement as JSON with sorted keys, safe inside a script element."""
    text = _CONTEXT + _ENCODER.encode(thing).decode()[1:]
    # Inside a script element "</script" ends it and "<!--" changes how the rest is read; JSON can do without the three.
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
