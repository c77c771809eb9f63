"""What a run of the pipeline is asked for, and what it answers."""

from pathlib import Path

import msgspec

from site_builder.model.diagnostic import Diagnostic, Severity


class BuildOptions(msgspec.Struct, frozen=True):
    """What the command line says. `None` leaves the matter to site.toml."""

    output: Path | None = None
    """By default output/ in the site's folder."""
    drafts: bool | None = None
    base_url: str | None = None
    strict: bool | None = None
    keep_going: bool = False
    """Publish what can be published in spite of errors; pages with errors stay as they last were."""
    adopt: bool = False
    """Publish into a folder that holds files of somebody else."""
    jobs: int = 0
    """Worker processes; 0 chooses by the amount of work."""


class BuildResult(msgspec.Struct, frozen=True):
    diagnostics: tuple[Diagnostic, ...]
    published: bool
    entries: int
    """Content files that became pages."""
    pages: int
    """Files of the finished site that are pages, feeds or data."""
    written: int
    """Files that are new or had other bytes before."""
    deleted: int
    seconds: float
    """Wall time."""
    output: Path

    @property
    def failed(self) -> bool:
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)
