"""A file system that fails at a chosen call, and the site that is published onto it."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from site_builder.build.publish import File, publish
from site_builder.build.publishing.commit import Published
from site_builder.build.publishing.lock import OutputLock
from site_builder.model.identity import OutputPath

CALLS = (
    *("open", "write", "fsync", "ftruncate", "replace", "rename", "unlink", "mkdir", "rmdir", "link", "symlink"),
    *("chmod", "utime", "stat", "lstat", "fstat", "scandir", "listdir"),
)
Tree = Mapping[str, str]


class Stopped(BaseException):
    """The process is gone: nothing it would do to tidy up can reach the disk."""


class FaultyCalls:
    """Counts the calls to the file system; from the chosen one on they fail."""

    def __init__(self, number: int, failure: Callable[[], BaseException], *, lasting: bool) -> None:
        self.count = 0
        self._number = number
        self._failure = failure
        self._lasting = lasting

    @property
    def reached(self) -> bool:
        return self.count >= self._number

    def wrap(self, name: str) -> Callable[..., object]:
        call: Callable[..., object] = getattr(os, name)

        def counted(*arguments: object, **options: object) -> object:
            self.count += 1
            if self.count == self._number or (self._lasting and self.count > self._number):
                if name == "write" and isinstance(arguments[0], int):
                    os.pwrite(arguments[0], bytes(memoryview(arguments[1])[:3]), 0)  # type: ignore[call-overload]
                raise self._failure()
            return call(*arguments, **options)

        return counted


@contextmanager
def faulty(calls: FaultyCalls) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, call in [(name, calls.wrap(name)) for name in CALLS]:
            patch.setattr(os, name, call)
        yield


def refusal(number: int) -> Callable[[], OSError]:
    return lambda: OSError(number, os.strerror(number))


NO_SPACE, BROKEN, FORBIDDEN = errno.ENOSPC, errno.EIO, errno.EACCES

OLD: Tree = {
    **{f"musicians/m{i}.html": f"old page {i}" for i in range(12)},
    **{f"venues/v{i}.html": f"old venue {i}" for i in range(6)},
    **{f"gone/g{i}.html": f"gone {i}" for i in range(3)},
    "index.html": "old index",
    "search.json": "old search",
    "style.css": "colours",
}
NEW: Tree = {
    **{f"musicians/m{i}.html": f"{'new' if i % 3 == 0 else 'old'} page {i}" for i in range(1, 14)},
    **{f"venues/v{i}.html": f"old venue {i}" for i in range(6)},
    **{f"genres/g{i}.html": f"genre {i}" for i in range(2)},
    "gone": "a file where a folder was",
    "style.css/index.html": "a folder where a file was",
    "index.html": "new index",
    "search.json": "new search",
}
OTHER: Tree = {
    **{f"musicians/m{i}.html": f"other page {i}" for i in range(0, 14, 2)},
    "index.html": "new index",
}
FOREIGN: Tree = {"CNAME": "example.org", "musicians/notes.txt": "mine", "own/page.html": "mine too"}


def put(output: Path, tree: Tree, *, atomic: bool = False) -> Published:
    """One build, as the pipeline makes it."""
    with OutputLock(output):
        return publish(output, [File(OutputPath(path), text.encode()) for path, text in tree.items()], atomic=atomic)


def add_foreign_files(output: Path) -> None:
    for path, text in FOREIGN.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(text)


def tree_of(output: Path) -> dict[str, str]:
    """Every file of the folder, dot-files and leftovers included."""
    return {
        path.relative_to(output).as_posix(): path.read_text() for path in sorted(output.rglob("*")) if not path.is_dir()
    }


def folders_of(output: Path) -> list[str]:
    return sorted(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_dir())
