"""What a run of the pipeline is asked for, and what it answers."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath


class BuildOptions(msgspec.Struct, frozen=True):
    """What the command line says. `None` leaves the matter to site.toml."""

    output: Path | None = None
    """By default output/ in the site's folder."""
    drafts: bool | None = None
    base_url: str | None = None
    theme: str | None = None
    strict: bool | None = None
    keep_going: bool = False
    """Publish what can be published in spite of errors; pages with errors stay as they last were."""
    adopt: bool = False
    """Publish into a folder that holds files of somebody else."""
    private: bool = False
    """The output folder is nobody else's: what was published into it by this process is taken to lie there still."""
    atomic: bool = False
    """Exchange the whole output folder at once."""
    verify: bool = False
    """Compare every byte with a build from nothing."""
    jobs: int = 0
    """Worker processes; 0 chooses by the amount of work."""
    executor: str = ""
    """The address of a cluster to parse and render on."""


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
    changed: tuple[OutputPath, ...] = ()
    """The files that were written or deleted, sorted."""
    reasons: Mapping[OutputPath, tuple[str, ...]] = {}
    """Why each page that was planned anew was, the ones that turned out the same included."""
    paths: frozenset[OutputPath] = frozenset()
    """Every file of the finished site."""
    waiting: int = 0
    """Pages that are left to the next builds, since others come first."""
    verified: bool = False
    """Whether every file was found equal to that of a build from nothing."""

    @property
    def failed(self) -> bool:
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @classmethod
    def refused(cls, output: Path, reason: Diagnostic) -> "BuildResult":
        """What comes of a build that could not even begin."""
        return cls((reason,), published=False, entries=0, pages=0, written=0, deleted=0, seconds=0.0, output=output)
