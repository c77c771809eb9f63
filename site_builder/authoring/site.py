"""A new site: a small working encyclopedia, whose files stand in starter/."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from site_builder.authoring.origin import requirements

_TARGETS = {
    "gitignore": ".gitignore",
    "pages.yml": ".github/workflows/pages.yml",
}
"""Where starter files go whose own name would mean something to the tools of this project, or that are asked for."""
_FOR_GITHUB_PAGES = frozenset(["pages.yml"])
_HARMLESS = frozenset([".git"])


def is_free(folder: Path) -> bool:
    """Whether a new site may be made there: the folder does not exist, or holds nothing but a repository's .git."""
    return not folder.exists() or all(path.name in _HARMLESS for path in folder.iterdir())


def starter_files(*, github_pages: bool) -> dict[str, bytes]:
    """The files of a new site by their path, sorted; with those that publish it to GitHub Pages, if asked for."""
    found = walk(files("site_builder.authoring").joinpath("starter"), "")
    chosen = {
        _TARGETS.get(path, path): file.read_bytes()
        for path, file in found
        if github_pages or path not in _FOR_GITHUB_PAGES
    }
    if github_pages:
        chosen["requirements.txt"] = requirements().encode()
    return dict(sorted(chosen.items()))


def create_site(folder: Path, *, github_pages: bool) -> tuple[str, ...]:
    """Writes a new site into a folder that `is_free`. Returns the paths of its files; nothing is ever overwritten."""
    starter = starter_files(github_pages=github_pages)
    for path, content in starter.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(content)
    return tuple(starter)


def walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    """The files below a folder of the package, each by its path with `prefix` before it."""
    for entry in folder.iterdir():
        path = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from walk(entry, f"{path}/")
        else:
            yield path, entry
