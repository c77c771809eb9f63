"""A check and an emitter, as a site may name them in its settings."""

from collections.abc import Iterable

import msgspec

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.diagnostic import Finding, Rule, Severity
from site_builder.model.identity import OutputPath
from site_builder.pages.request import FilePage, PageRequest

SHORT = Rule("X001", Severity.WARNING, "a short name", "It has few letters.", "name: Ed", "name: Edward")


class ShortNames(msgspec.Struct, frozen=True):
    """Finds entries with names of fewer than six letters."""

    rules: tuple[Rule, ...] = (SHORT,)

    def run(self, site: Encyclopedia) -> Iterable[Finding]:
        for entity in site.entities.values():
            if entity.facts is not None and len(entity.name) < 6:
                yield Finding("X001", Severity.WARNING, entity.facts.path, "name", f'"{entity.name}" is short')


class Roll(msgspec.Struct, frozen=True):
    """Makes one file with every name."""

    name: str = "roll"
    version: str = "1"

    def pages(self, site: Encyclopedia) -> Iterable[PageRequest]:
        text = "\n".join(sorted(entity.name for entity in site.entities.values()))
        return [FilePage(OutputPath("roll.txt"), text.encode())]


SHORT_NAMES = ShortNames()
ROLL = Roll()
