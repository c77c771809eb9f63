import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from site_builder.serve.changes import Changes
from site_builder.serve.watching import is_source, watched


class Seen:
    def __init__(self, root: Path, changes: Changes) -> None:
        self.root = root
        self._changes = changes

    def paths(self, *, until: str, seconds: float = 5) -> set[str]:
        """What changed, up to a path; all of a time if that never comes."""
        seen: set[str] = set()
        deadline = time.monotonic() + seconds
        while until not in seen and (left := deadline - time.monotonic()) > 0:
            try:
                change = self._changes.get(timeout=left)
            except Empty:
                break
            seen |= change.paths if change else set()
        return seen


@pytest.fixture
def seen(tmp_path: Path) -> Iterator[Seen]:
    for folder in ("content/musicians", "themes/mine/static", "output", ".cache/preview", ".git"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "site.toml").touch()
    changes: Changes = SimpleQueue()
    with watched(tmp_path, changes):
        yield Seen(tmp_path, changes)


@pytest.mark.parametrize("path", ["content/musicians/a.md", "themes/mine/static/a.css", "site.toml"])
def test_a_change_of_a_source_is_told(seen: Seen, path: str) -> None:
    (seen.root / path).write_text("new")

    assert path in seen.paths(until=path)


def test_a_file_that_an_editor_puts_in_the_place_of_the_old_one_is_told(seen: Seen) -> None:
    (seen.root / "site.toml.new").write_text("new")
    (seen.root / "site.toml.new").replace(seen.root / "site.toml")

    assert seen.paths(until="site.toml") == {"site.toml"}


def test_what_is_no_source_is_not_told(seen: Seen) -> None:
    for path in ("output/a.html", ".cache/preview/a.html", ".git/index", "notes.txt", "content/musicians/.a.md.swp"):
        (seen.root / path).write_text("new")
    (seen.root / "site.toml").write_text("new")

    assert seen.paths(until="site.toml") == {"site.toml"}


def test_a_folder_that_appears_later_is_watched_to_the_bottom(seen: Seen) -> None:
    (seen.root / "overrides/templates").mkdir(parents=True)
    first = seen.paths(until="overrides/templates")
    time.sleep(0.3)
    (seen.root / "overrides/templates/entry.html").write_text("new")

    assert "overrides" in first
    assert "overrides/templates/entry.html" in seen.paths(until="overrides/templates/entry.html")


def test_content_that_is_taken_away_and_put_back_is_watched_on(seen: Seen) -> None:
    shutil.rmtree(seen.root / "content")
    seen.paths(until="content")
    (seen.root / "content/musicians").mkdir(parents=True)
    time.sleep(0.5)
    (seen.root / "content/musicians/b.md").write_text("new")

    assert "content/musicians/b.md" in seen.paths(until="content/musicians/b.md")


@pytest.mark.parametrize(
    "path",
    ["", "README.md", "content/.git/x", "content/musicians/a.md~", "content/musicians/4913", "output/index.html"],
)
def test_no_source_is_what_the_site_does_not_read(path: str) -> None:
    assert not is_source(path)
