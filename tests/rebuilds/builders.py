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
    """What one build knows is in memory for the next, as long as the options stay the same. It is told which files
    changed meanwhile, as the preview is by its watcher."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        self._session: Session | None = None
        self._asked: tuple[Path, BuildOptions] | None = None

    def __call__(self, root: Path, options: BuildOptions) -> BuildResult:
        if self._session is None or self._asked != (root, options):
            self.end()
            self._session, self._asked = Session(root, options), (root, options)
        before, self._files = self._files, _sources(root)
        paths = before.keys() | self._files.keys()
        return self._session.build(changed={path for path in paths if before.get(path) != self._files.get(path)})

    def end(self) -> None:
        if self._session is not None:
            self._session.close()
        self._session = None


def _sources(root: Path) -> dict[str, bytes]:
    """What a watcher of the site's folder would be told of."""
    folders = [root / name for name in ("content", "themes", "overrides")]
    files = [root / "site.toml", *(file for folder in folders for file in folder.rglob("*"))]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files if file.is_file()}
