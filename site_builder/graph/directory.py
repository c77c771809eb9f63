"""Where an entry looks up what others are called."""

from collections.abc import Mapping

import msgspec

from site_builder.graph.names import NameTable
from site_builder.graph.nearest import NearestNames
from site_builder.model.config import SiteConfig
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId


class Directory(msgspec.Struct, frozen=True):
    """Everything beside the entry itself that its links depend on."""

    names: NameTable
    nearest: NearestNames
    entries: Mapping[EntityId, Facts]
    """Asked for nothing but the headings of the pages that links with an anchor lead to."""
    config: SiteConfig
