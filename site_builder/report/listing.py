"""What an encyclopedia has, entity by entity: as aligned columns, and as JSON."""

from collections.abc import Iterable, Sequence

import msgspec

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.identity import MUSICIANS, page_of
from site_builder.report.columns import encodable, padded, visible


class ListedEntity(msgspec.Struct, frozen=True):
    """One line of the list, and one object of the JSON form: keys may be added to it, and none changes or goes away."""

    id: str
    kind: str
    name: str
    count: int
    """Of a musician the other entries that speak of it; of anything else the musicians that belong to it."""
    page: str
    """Relative to the output folder."""
    file: str | None
    """Relative to the site's folder; None for what only other entries name."""


def listed(encyclopedia: Encyclopedia, kinds: Iterable[str]) -> tuple[ListedEntity, ...]:
    """The entities of these kinds, each kind in the order of the alphabet."""
    return tuple(
        ListedEntity(
            id=entity.id,
            kind=kind,
            name=entity.name,
            count=len((encyclopedia.backlinks if kind == MUSICIANS else encyclopedia.members).get(entity.id, ())),
            page=page_of(entity.id),
            file=entity.facts.path if entity.facts else None,
        )
        for kind in kinds
        for entity in encyclopedia.of_kind(kind)
    )


def render_list(entities: Sequence[ListedEntity]) -> str:
    """A line for each: count, id and name, in columns; "" for none."""
    digits = max((len(str(entity.count)) for entity in entities), default=0)
    width = max((len(entity.id) for entity in entities), default=0)
    return "".join(
        f"{entity.count:>{digits}}  {padded(entity.id, width)}  {visible(entity.name)}\n" for entity in entities
    )


def render_list_as_json(entities: Sequence[ListedEntity]) -> bytes:
    """An array of objects, as UTF-8 with a line end."""
    readable = [msgspec.structs.replace(entity, name=encodable(entity.name)) for entity in entities]
    return msgspec.json.format(msgspec.json.encode(readable), indent=2) + b"\n"
