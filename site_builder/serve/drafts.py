"""Which pages of the preview are drafts."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from site_builder.build.scan import CONTENT
from site_builder.content.parse import parse
from site_builder.model.config import SiteConfig
from site_builder.model.identity import OutputPath, page_of
from site_builder.model.source import Source


class _Looked(msgspec.Struct, frozen=True):
    stamp: tuple[int, int]
    page: OutputPath | None
    """The page of the entry, if that is a draft."""


class Drafts:
    """Knows the drafts of a site, and looks only into files that changed since it was asked last."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._config: SiteConfig | None = None
        self._looked: dict[str, _Looked] = {}

    def now(self, config: SiteConfig) -> frozenset[OutputPath]:
        """The pages of all drafts; none where the site is built without them."""
        if not config.drafts:
            return frozenset()
        known = self._looked if config == self._config else {}
        self._config = config
        self._looked = {
            name: seen if (seen := known.get(name)) and seen.stamp == stamp else self._look(name, stamp, config)
            for name, stamp in self._entries()
        }
        return frozenset(looked.page for looked in self._looked.values() if looked.page)

    def _entries(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for folder in sorted((self._root / CONTENT).iterdir()):
            if folder.is_dir() and not folder.is_symlink():
                for entry in os.scandir(folder):
                    if entry.name.endswith(".md") and entry.is_file(follow_symlinks=False):
                        status = entry.stat(follow_symlinks=False)
                        yield f"{CONTENT}/{folder.name}/{entry.name}", (status.st_mtime_ns, status.st_size)

    def _look(self, name: str, stamp: tuple[int, int], config: SiteConfig) -> _Looked:
        source = Source(name, (self._root / name).read_bytes())
        document = parse(source, config).value if b"draft" in source.data else None
        return _Looked(stamp, page_of(document.facts.id) if document and document.facts.draft else None)
