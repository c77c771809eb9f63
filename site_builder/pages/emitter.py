"""Pages beside the built-in ones: what an extension named in `emitters` offers."""

from collections.abc import Iterable
from typing import Protocol

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.pages.request import PageRequest


class Emitter(Protocol):
    """Makes more output files. It gets the frozen whole and can change nothing that others see.

    >>> class Names:
    ...     name, version = "names", "1"
    ...     def pages(self, site):
    ...         text = "\\n".join(entity.name for entity in site.entities.values())
    ...         return [FilePage(OutputPath("names.txt"), text.encode())]
    """

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str:
        """Changes with every change of what it makes."""

    def pages(self, site: Encyclopedia) -> Iterable[PageRequest]: ...
