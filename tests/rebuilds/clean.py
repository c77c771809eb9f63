"""What a build from nothing makes of the same sources: the truth that every rebuild is measured by."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from site_builder.build.engine import engine_digest
from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import build
from site_builder.content.parse import parse
from site_builder.model.config import SiteConfig
from site_builder.model.digest import digest_of
from site_builder.model.identity import EntityId, entity_id
from site_builder.model.source import Source
from site_builder.theme.assessment import Assessment, assess
from site_builder.theme.layers import Theme
from tests.rebuilds.folders import contents_of


class Clean(msgspec.Struct, frozen=True):
    """A clean build: what it says, and every file that it makes."""

    result: BuildResult
    files: Mapping[str, bytes]
    entries: Mapping[str, EntityId]
    """What each content file is about; of a file that cannot be read, its name alone decides."""


def clean_build(sources: Mapping[str, bytes], options: BuildOptions, workplace: Path) -> Clean:
    """The build of these files in a new folder below `workplace`, which is gone afterwards."""
    root = Path(tempfile.mkdtemp(dir=workplace))
    try:
        for path, content in sources.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        chosen = msgspec.structs.replace(options, adopt=False, jobs=1, verify=False, atomic=False)
        result = build(root, chosen)
        entries = _entries(sources) if result.failed and options.keep_going else {}
        return Clean(result, contents_of(root / "output"), entries)
    finally:
        shutil.rmtree(root)


def _entries(sources: Mapping[str, bytes]) -> Mapping[str, EntityId]:
    found: dict[str, EntityId] = {}
    for path, content in sources.items():
        folder, _, name = path.partition("/")
        if folder == "content" and name.endswith(".md") and name.count("/") == 1:
            document = parse(Source(path, content), SiteConfig()).value
            found[path] = document.facts.id if document else entity_id(*name.removesuffix(".md").split("/"))
    return found


@contextmanager
def lint_once() -> Iterator[None]:
    """Within it, a theme is checked once and the program's sources are read once, however many builds there are: most
    of what building a tiny site costs."""
    known: dict[str, Assessment] = {}
    engine = engine_digest()

    def remembered(theme: Theme) -> Assessment:
        key = digest_of(theme)
        if key not in known:
            known[key] = assess(theme)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("site_builder.build.stages.assess", remembered)
        patch.setattr("site_builder.build.session.engine_digest", lambda: engine)
        yield
