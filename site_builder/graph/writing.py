"""What an author should write: the text that leads to one entity and to no other."""

from collections.abc import Sequence

from site_builder.graph.names import NameTable
from site_builder.model.config import SiteConfig
from site_builder.model.identity import MUSICIANS, PAGES, EntityId, kind_of, slug_of

_LISTED = 6
_SINGULARS = {MUSICIANS: "musician", PAGES: "page"}
_MARKUP = frozenset("[]|#:")
"""What means something else inside a wiki link."""


def singular(kind: str, config: SiteConfig) -> str:
    """The word for one of the kind, which also stands before the colon of a wiki link: "venue"."""
    facet = config.facet(kind)
    return facet.singular if facet else _SINGULARS.get(kind, kind)


def wiki_link(entity: EntityId, names: NameTable, config: SiteConfig, *, label: str = "", anchor: str = "") -> str:
    """A link to the entity that reads as `label`, or as its name."""
    name = names.names[entity][0]
    heading = f"#{anchor}" if anchor else ""
    if label and _leads_to(entity, label, names):
        return f"[[{label}{heading}]]"
    if _leads_to(entity, name, names):
        target, reads = name, name
    elif _leads_to(entity, name, names, kind_of(entity)):
        target, reads = f"{singular(kind_of(entity), config)}:{name}", name
    else:
        slug = slug_of(entity)
        prefix = "" if _leads_to(entity, slug, names) else f"{singular(kind_of(entity), config)}:"
        target, reads = prefix + slug, slug
    label = label or name
    return f"[[{target}{heading}]]" if label == reads else f"[[{target}{heading}|{label}]]"


def written_value(entity: EntityId, names: NameTable) -> str:
    """The entity as a value of front matter, in quotation marks."""
    name = names.names[entity][0]
    return f'"{name if names.resolve(name, kind_of(entity)) == (entity,) else slug_of(entity)}"'


def any_of(choices: Sequence[str]) -> str:
    """ "a", "a or b", "a, b or c"; of many choices the first few."""
    listed = [*choices[:_LISTED], *([f"{len(choices) - _LISTED} more"] if len(choices) > _LISTED else [])]
    return " or ".join(filter(None, [", ".join(listed[:-1]), listed[-1]]))


def _leads_to(entity: EntityId, name: str, names: NameTable, kind: str = "") -> bool:
    return _MARKUP.isdisjoint(name) and names.resolve(name, kind) == (entity,)
