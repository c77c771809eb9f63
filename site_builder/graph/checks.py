"""Checks: what a finished encyclopedia can be asked about itself."""

from collections.abc import Iterable
from typing import Protocol

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.diagnostic import Finding, Rule


class Check(Protocol):
    """Looks for faults of one or several kinds. Changes nothing, and asks nothing but the encyclopedia."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every kind of fault that it can find."""
        ...

    def run(self, site: Encyclopedia) -> Iterable[Finding]:
        """The faults, in any order."""
        ...
