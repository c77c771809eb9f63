"""What builds the site that the preview shows."""

import contextlib
import gc
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import msgspec

from site_builder.build.configuration import read_configuration
from site_builder.build.options import BuildOptions
from site_builder.build.session import CACHE, Session
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.identity import OutputPath
from site_builder.serve.drafts import Drafts

PREVIEW = f"{CACHE}/preview"
"""Where the preview publishes, below the site's folder: output/ is what was built to be shown to others."""


class Built(msgspec.Struct, frozen=True):
    """What a build of the preview did."""

    diagnostics: tuple[Diagnostic, ...]
    published: bool
    changed: tuple[OutputPath, ...]
    """Files of the site that were written or deleted, sorted."""
    waiting: int = 0
    """Pages that may have to change as well, and are left to the next builds."""
    drafts: frozenset[OutputPath] = frozenset()
    """The pages of entries with `draft: true`."""
    accident: str = ""
    """What ended the build where no fault of the content did: a bug of ours, of an extension or of the machine."""
    top: str = "/"
    """The path that the site will lie at on its host: "/encyclopedia/"."""


class Builder(Protocol):
    """Builds the newest state of a site, again and again, in one thread."""

    def build(self, changed: frozenset[str] | None = None, shown: frozenset[OutputPath] = frozenset()) -> Built:
        """`changed` are the paths below the site's folder that changed since the last build, if all are known;
        `shown` are files that somebody looks at: they come first."""

    def settle(self) -> None:
        """Does what can be done once nobody waits."""

    def close(self) -> None:
        """Lets go of what it kept between two builds."""


class SiteBuilder:
    """Builds the site at `root` into a folder of the preview's own.

    What is sound is shown in spite of errors elsewhere, and warnings never keep a page back. While site.toml cannot be
    read, the site stays as it was.
    """

    def __init__(self, root: Path, *, drafts: bool, jobs: int, theme: str | None = None) -> None:
        _keep_from_git(root / CACHE)
        self._root = root
        self._options = BuildOptions(
            private=True,
            output=root / PREVIEW,
            drafts=drafts or None,
            theme=theme,
            strict=False,
            keep_going=True,
            adopt=True,
            jobs=jobs,
        )
        self._session = Session(root, self._options)
        self._paths: frozenset[OutputPath] = frozenset()
        self._drafts = Drafts(root)

    def build(self, changed: frozenset[str] | None = None, shown: frozenset[OutputPath] = frozenset()) -> Built:
        settings = read_configuration(self._root, self._options)
        if any(fault.code == "S001" for fault in settings.diagnostics):
            return Built(settings.diagnostics, published=False, changed=())
        result = self._session.build(changed=changed, shown=shown)
        if not result.published:
            return Built(result.diagnostics, published=False, changed=result.changed)
        deleted, self._paths = self._paths - result.paths, result.paths
        files = tuple(sorted({*result.changed, *deleted}))
        top = urlsplit(settings.value.base_url).path or "/"
        drafts = self._drafts.now(settings.value)
        return Built(result.diagnostics, published=True, changed=files, waiting=result.waiting, drafts=drafts, top=top)

    def settle(self) -> None:
        self._session.settle()
        # What is known of ten thousand entries is millions of values. To look through them for cycles that nobody needs
        # takes half a second, which would come in the middle of some build.
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        self._session.close()


def _keep_from_git(folder: Path) -> None:
    """Makes git overlook a folder, whatever the site's own .gitignore says."""
    folder.mkdir(exist_ok=True)
    with contextlib.suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="utf-8") as file:
        file.write("*\n")
