"""What builds the site that the preview shows."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import msgspec

from site_builder.build.configuration import read_configuration
from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from site_builder.build.publish import MANIFEST
from site_builder.build.scan import scan
from site_builder.content.parse import parse
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.identity import OutputPath, page_of

CACHE = ".cache"
PREVIEW = f"{CACHE}/preview"
"""Where the preview publishes, below the site's folder: output/ is what was built to be shown to others."""


class Built(msgspec.Struct, frozen=True):
    """What a build of the preview did."""

    diagnostics: tuple[Diagnostic, ...]
    published: bool
    changed: tuple[OutputPath, ...]
    """Files of the site that were written or deleted, sorted."""
    drafts: frozenset[OutputPath] = frozenset()
    """The pages of entries with `draft: true`."""
    accident: str = ""
    """What ended the build where no fault of the content did: a bug of ours, of an extension or of the machine."""


class Builder(Protocol):
    """Builds the newest state of a site, again and again."""

    def build(self) -> Built: ...


class SiteBuilder:
    """Builds the site at `root` into a folder of the preview's own.

    What is sound is shown in spite of errors elsewhere, and warnings never keep a page back. While site.toml cannot be
    read, the site stays as it was.
    """

    def __init__(self, root: Path, *, drafts: bool, jobs: int) -> None:
        self._root = root
        self._options = BuildOptions(
            output=root / PREVIEW, drafts=drafts or None, strict=False, keep_going=True, adopt=True, jobs=jobs
        )
        _keep_from_git(root / CACHE)
        self._known = _stamps(root / PREVIEW)

    def build(self) -> Built:
        settings = read_configuration(self._root, self._options)
        if any(fault.code == "S001" for fault in settings.diagnostics):
            return Built(settings.diagnostics, published=False, changed=())
        result = build(self._root, self._options)
        before, after = self._known, _stamps(result.output)
        self._known = after
        changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
        return Built(result.diagnostics, result.published, tuple(map(OutputPath, changed)), self._drafts())

    def _drafts(self) -> frozenset[OutputPath]:
        config = read_configuration(self._root, self._options).value
        if not config.drafts:
            return frozenset()
        likely = (source for source in scan(self._root, config).sources if b"draft" in source.data)
        documents = (parse(source, config).value for source in likely)
        return frozenset(page_of(document.facts.id) for document in documents if document and document.facts.draft)


def _keep_from_git(folder: Path) -> None:
    """Makes git overlook a folder, whatever the site's own .gitignore says."""
    folder.mkdir(exist_ok=True)
    with contextlib.suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="utf-8") as file:
        file.write("*\n")


def _stamps(folder: Path) -> Mapping[str, tuple[int, int, int]]:
    """What tells that a file was written again: publishing puts a new file in the place of the old one."""
    found: dict[str, tuple[int, int, int]] = {}
    for place, _, names in os.walk(folder):
        for name in names:
            status = os.stat(os.path.join(place, name))  # noqa: PTH116, PTH118 - ten times as fast, for every file
            found[os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/")] = (  # noqa: PTH118
                status.st_ino,
                status.st_mtime_ns,
                status.st_size,
            )
    found.pop(MANIFEST, None)
    return found
