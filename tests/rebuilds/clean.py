"""What a build from nothing makes of the same sources: the truth that every rebuild is measured by."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import build, encyclopedia_of
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.digest import digest_of
from site_builder.model.identity import EntityId, entity_id
from site_builder.theme.layers import Theme
from site_builder.theme.lint import lint
from tests.rebuilds.folders import contents_of


class Clean(msgspec.Struct, frozen=True):
    """A clean build: what it says, and every file that it makes."""

    result: BuildResult
    files: Mapping[str, bytes]
    entries: Mapping[str, EntityId]
    """What each content file is about; of a file that lost its address to another, its name alone decides."""


def clean_build(sources: Mapping[str, bytes], options: BuildOptions, workplace: Path) -> Clean:
    """The build of these files in a new folder below `workplace`, which is gone afterwards."""
    root = Path(tempfile.mkdtemp(dir=workplace))
    try:
        for path, content in sources.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        chosen = msgspec.structs.replace(options, adopt=False, jobs=1)
        result = build(root, chosen)
        entries = _entries(root, sources, chosen) if result.failed and options.keep_going else {}
        return Clean(result, contents_of(root / "output"), entries)
    finally:
        shutil.rmtree(root)


def _entries(root: Path, sources: Mapping[str, bytes], options: BuildOptions) -> Mapping[str, EntityId]:
    site, _ = encyclopedia_of(root, options)
    paths = [path for path in sources if path.startswith("content/") and path.endswith(".md")]
    by_name = {
        path: entity_id(*path.removeprefix("content/").removesuffix(".md").rsplit("/", 1))
        for path in paths
        if path.count("/") == 2
    }
    return {**by_name, **{entity.facts.path: entity.id for entity in site.entities.values() if entity.facts}}


@contextmanager
def lint_once() -> Iterator[None]:
    """Within it, a theme is checked once, however many builds use it: most of what building a tiny site costs."""
    known: dict[str, tuple[Diagnostic, ...]] = {}

    def remembered(theme: Theme) -> tuple[Diagnostic, ...]:
        key = digest_of(theme)
        if key not in known:
            known[key] = lint(theme)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("site_builder.build.stages.lint", remembered)
        yield
