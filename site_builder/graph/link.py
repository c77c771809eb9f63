"""The facts of all files, resolved against each other, at once."""

from collections.abc import Mapping, Sequence

import msgspec

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.graph.mentions import Recognised
from site_builder.graph.names import NameTable
from site_builder.graph.revision import revise
from site_builder.graph.update import update
from site_builder.graph.world import empty_world
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId


class Linked(msgspec.Struct, frozen=True):
    encyclopedia: Encyclopedia
    findings: tuple[Finding, ...]
    """Those of the names, too; by path and place."""


def link(
    facts: Sequence[Facts], recognised: Mapping[EntityId, Recognised], names: NameTable, config: SiteConfig
) -> Linked:
    """The encyclopedia of these facts, and all that is wrong with them, in whatever order they come."""
    nothing = empty_world(config)
    revision = revise(nothing, {entry.path: entry for entry in facts}, names)
    world, _ = update(nothing, revision, recognised if config.mentions else {})
    return Linked(world.site, tuple(finding for path in sorted(world.findings) for finding in world.findings[path]))
