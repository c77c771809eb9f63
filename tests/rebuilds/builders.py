"""Who builds: a new process each time, which knows what the cache tells it, or one that keeps what it knows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import build
from site_builder.build.session import Session
from tests.rebuilds.folders import Seen, seen_in


class Builder(Protocol):
    def __call__(self, root: Path, options: BuildOptions) -> BuildResult: ...

    def glimpse(self, root: Path, options: BuildOptions) -> None:
        """What is done between two changes, where the second does not wait for the end of a build."""

    def end(self) -> None:
        """The process ends; the next build is another's."""


class ManyProcesses:
    """Every build knows nothing but what the one before wrote down."""

    def __call__(self, root: Path, options: BuildOptions) -> BuildResult:
        return build(root, options)

    def glimpse(self, root: Path, options: BuildOptions) -> None:
        """Nothing."""

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

    def glimpse(self, root: Path, options: BuildOptions) -> None:
        """Nothing."""

    def end(self) -> None:
        if self._session is not None:
            self._session.close()
        self._session = None


class Preview:
    """One process that has its folder for itself, and makes pages turn by turn; it may be asked for the next state in
    the middle of that. Where somebody did write in its folder, it begins anew."""

    def __init__(self) -> None:
        self._process = OneProcess()
        self._left: Mapping[str, Seen] = {}

    def __call__(self, root: Path, options: BuildOptions) -> BuildResult:
        result = self._turn(root, options)
        while result.waiting:
            more = self._turn(root, options)
            result = replace(
                more,
                written=result.written + more.written,
                deleted=result.deleted + more.deleted,
                changed=tuple(sorted({*result.changed, *more.changed})),
            )
        return result

    def glimpse(self, root: Path, options: BuildOptions) -> None:
        """One turn."""
        self._turn(root, options)

    def end(self) -> None:
        self._process.end()

    def _turn(self, root: Path, options: BuildOptions) -> BuildResult:
        output = options.output or root / "output"
        if seen_in(output) != self._left:
            self.end()
        result = self._process(root, replace(options, private=True))
        self._left = seen_in(output)
        return result


def _sources(root: Path) -> dict[str, bytes]:
    """What a watcher of the site's folder would be told of."""
    folders = [root / name for name in ("content", "themes", "overrides")]
    files = [root / "site.toml", *(file for folder in folders for file in folder.rglob("*"))]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files if file.is_file()}
