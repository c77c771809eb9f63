"""Where an entry looks up what others are called."""

from collections.abc import Mapping

from site_builder.graph.names import NameTable
from site_builder.graph.nearest import NearestNames
from site_builder.model.config import SiteConfig
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId


class Directory:
    """Everything beside the entry itself that its links depend on. Most names are looked up many times."""

    def __init__(self, names: NameTable, entries: Mapping[EntityId, Facts], config: SiteConfig) -> None:
        self.names = names
        self.nearest = NearestNames(names)
        self.entries = entries
        """Asked for nothing but the headings of the pages that links with an anchor lead to."""
        self.config = config
        self._found: dict[tuple[str, str], tuple[EntityId, ...]] = {}

    def resolve(self, name: str, kind: str) -> tuple[EntityId, ...]:
        """The same as the table of names says."""
        asked = name, kind
        found = self._found.get(asked)
        if found is None:
            found = self._found[asked] = self.names.resolve(name, kind)
        return found
