"""The project's own encyclopedia in each theme, and of each type of page one to look at.

The type of a page stands in the class of its <body>, so a new type is looked at from the day that a site has one.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from tests.tools import ROOT

THEMES = sorted(found.parent.name for found in ROOT.glob("themes/*/theme.toml") if found.parent.name != "base")
"""Those that are meant for readers: `base` is what they stand on."""

TYPE = re.compile(r'<body class="page-([a-z-]+)')
ELEMENT = re.compile(r'<(\w+)(?: class="([^"]*)")?')
NOT_LOOKED_AT = {"redirect"}
"""Gone before anybody can look."""


class Site(NamedTuple):
    theme: str
    folder: Path

    def largest(self) -> dict[str, str]:
        """Of each type the page with most in it: its path by the type."""
        return {kind: paths[-1] for kind, paths in self._by_size().items()}

    def richest(self) -> dict[str, str]:
        """Of each type the smallest page with most kinds of elements: all there is to see, in short."""
        return {kind: max(paths, key=self._variety) for kind, paths in self._by_size().items()}

    def of(self, kind: str) -> list[str]:
        """The paths of all pages of a type, the small ones first."""
        return self._by_size()[kind]

    def _variety(self, path: str) -> int:
        return len(set(ELEMENT.findall((self.folder / path).read_text(encoding="utf-8"))))

    def _by_size(self) -> dict[str, list[str]]:
        found: dict[str, list[tuple[int, str]]] = {}
        for page in self.folder.rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            if (kind := TYPE.search(text)) and kind[1] not in NOT_LOOKED_AT:
                found.setdefault(kind[1], []).append((len(text), page.relative_to(self.folder).as_posix()))
        return {kind: [path for _, path in sorted(pages)] for kind, pages in sorted(found.items())}


def built(theme: str, folder: Path, address: str) -> Site:
    """The encyclopedia in content/ as this theme shows it, for an address."""
    source = folder / "source"
    source.mkdir()
    settings = (ROOT / "site.toml").read_text(encoding="utf-8")
    (source / "site.toml").write_text(
        re.sub(r'^theme = ".*"$', f'theme = "{theme}"', settings, flags=re.MULTILINE), encoding="utf-8"
    )
    # Where it will lie: only 404.html has to know that.
    with (source / "site.toml").open("a", encoding="utf-8") as file:
        file.write(f'\nbase_url = "{address}"\n')
    shutil.copytree(ROOT / "content", source / "content")
    result = build(source, BuildOptions(output=folder / "site"))
    assert result.published, result.diagnostics
    return Site(theme, folder / "site")


class Hosted(NamedTuple):
    """A site and the addresses it can be read at, each with a slash at the end."""

    site: Site
    address: str
    """Below a folder of the host."""
    late: str
    """The same where fonts come late."""

    @property
    def on_disk(self) -> str:
        return f"{self.site.folder.as_uri()}/"


Broken = Callable[..., str]
"""Makes a page with a fault and serves it, which proves that a test sees it: takes its head, its body and more files,
each by its name with "_" for the dot, and gives the address."""
