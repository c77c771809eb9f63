"""A *draft* is a content file to be: what an author says of one entity, before it has an address and a text."""

from collections.abc import Mapping

import msgspec

from site_builder.authoring.scalars import yaml_list, yaml_scalar
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, MUSICIANS, VENUES

FIELD_ORDER = (
    "name",
    "aliases",
    "summary",
    "instruments",
    "countries",
    "venues",
    "family",
    "code",
    "city",
    "country",
    "opened",
    "closed",
    "latitude",
    "longitude",
    "born",
    "died",
    "birthplace",
    "updated",
)
"""As the table of fields in the documentation of content has them."""

COMMON_FIELDS = ("aliases", "summary")
FIELDS_OF_KIND: Mapping[str, tuple[str, ...]] = {
    MUSICIANS: ("instruments", "countries", "venues", "born", "died", "birthplace"),
    INSTRUMENTS: ("family",),
    COUNTRIES: ("code",),
    VENUES: ("city", "country", "opened", "closed", "latitude", "longitude"),
}
"""Beyond the common ones. Other kinds have no more."""

SINGULARS: Mapping[str, str] = {
    "alias": "aliases",
    "instrument": "instruments",
    "country": "countries",
    "venue": "venues",
}
"""The word for one value of each field that can have several."""

Fields = Mapping[str, tuple[str, ...]]
"""By front matter key; a field of one value has a tuple of one."""


class Draft(msgspec.Struct, frozen=True):
    kind: str
    name: str
    fields: Fields = {}


def field_called(word: str, kind: str) -> str | None:
    """The front matter key that a word means: "country" is `countries` of a musician, and `country` of a venue."""
    fields = (*COMMON_FIELDS, *FIELDS_OF_KIND.get(kind, ()))
    return next((key for key in (word, SINGULARS.get(word)) if key in fields), None)


def kinds_with(word: str) -> tuple[str, ...]:
    """The kinds that have a field called so."""
    return tuple(kind for kind in FIELDS_OF_KIND if field_called(word, kind))


def render_draft(draft: Draft, *, updated: str) -> str:
    """The text of the content file: its fields in the usual order, and no prose.

    There is no line for the author to replace: a build would publish it.
    """
    fields = {**draft.fields, "name": (draft.name,), "updated": (updated,)}
    lines = [_field(key, fields[key]) for key in FIELD_ORDER if fields.get(key)]
    return f"---\n{''.join(lines)}---\n\n"


def _field(key: str, values: tuple[str, ...]) -> str:
    return yaml_list(key, values) if key in SINGULARS.values() else f"{key}: {yaml_scalar(values[0])}\n"
