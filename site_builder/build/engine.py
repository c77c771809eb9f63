"""What makes the pages besides what is in the site's folder: this program, the libraries it stands on, and Python."""

import os
import sys
from functools import lru_cache
from pathlib import Path

import msgspec

import site_builder
from site_builder.model.config import SiteConfig
from site_builder.model.digest import digest_of

_LIBRARIES = (
    *("anyascii", "jinja2", "markdown", "markupsafe", "msgspec"),
    *("nh3", "pillow", "python_frontmatter", "pyyaml", "rapidfuzz"),
)
_SUFFIXES = (".py", ".json", ".txt", ".css", ".js")


def engine_digest() -> str:
    """Changes with every change of our own sources, and with the versions of what they use.

    The sources are read, a few milliseconds: an editable checkout changes without a new version.
    """
    package = str(Path(site_builder.__file__).parent)
    sources = []
    for path in _files(package):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as `_files` says
            sources.append((path.removeprefix(package), file.read()))
    return digest_of((sources, _versions(), sys.version, sys.maxsize))


def digest_of_extensions(config: SiteConfig) -> str:
    """Of the site's own Python as this process loaded it: the modules that its settings name, with their packages."""
    return _digest_of_modules(tuple(sorted({name.partition(":")[0] for name in (*config.checks, *config.emitters)})))


@lru_cache
def _digest_of_modules(names: tuple[str, ...]) -> str:
    modules = (sys.modules.get(part) for name in names for part in (name, name.partition(".")[0]))
    places = {Path(module.__file__) for module in modules if module is not None and module.__file__}
    files = {
        file for place in places for file in (place.parent.rglob("*.py") if place.stem == "__init__" else (place,))
    }
    return digest_of((names, [(file.as_posix(), file.read_bytes()) for file in sorted(files)]))


def _files(folder: str) -> list[str]:
    """As texts, since it takes longer to make paths of them than to read the files."""
    found: list[str] = []
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        # Themes have a digest of their own.
        if entry.is_dir() and entry.name not in ("themes", "__pycache__"):
            found += _files(entry.path)
        elif entry.name.endswith(_SUFFIXES):
            found.append(entry.path)
    return found


def _versions() -> list[str]:
    """The names of the libraries' `.dist-info` folders, which hold their versions: `importlib.metadata` takes 20 ms."""
    site_packages = Path(msgspec.__file__).parent.parent
    names = (folder.name.lower() for folder in site_packages.iterdir() if folder.name.endswith(".dist-info"))
    return sorted(name for name in names if name.startswith(_LIBRARIES))
