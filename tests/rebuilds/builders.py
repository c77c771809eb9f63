"""Who builds: a new process each time, which knows what the cache tells it, or one that keeps what it knows."""

from pathlib import Path
from typing import Protocol

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import build
from site_builder.build.session import Session


class Builder(Protocol):
    def __call__(self, root: Path, options: BuildOptions) -> BuildResult: ...

    def end(self) -> None:
        """The process ends; the next build is another's."""


class ManyProcesses:
    """Every build knows nothing but what the one before wrote down."""

    def __call__(self, root: Path, options: BuildOptions) -> BuildResult:
        return build(root, options)

    def end(self) -> None:
        """There is none to end."""


class OneProcess:
    """What one build knows is in memory for the next, as long as the options stay the same."""

    def __init__(self) -> None:
        self._session: Session | None = None
        self._asked: tuple[Path, BuildOptions] | None = None

    def __call__(self, root: Path, options: BuildOptions) -> BuildResult:
        if self._session is None or self._asked != (root, options):
            self.end()
            self._session, self._asked = Session(root, options), (root, options)
        return self._session.build()

    def end(self) -> None:
        if self._session is not None:
            self._session.close()
        self._session = None
