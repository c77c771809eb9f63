"""One host and one build of each theme for all of these tests."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bars.sites import THEMES, Broken, Hosted, built
from tools.host import LATE, SUB_PATH, host


@pytest.fixture(scope="session")
def top() -> Iterator[tuple[Path, str]]:
    """The host's folder and its address."""
    with tempfile.TemporaryDirectory() as folder, host(Path(folder)) as address:
        yield Path(folder), address


@pytest.fixture(scope="session", params=THEMES)
def hosted(request: pytest.FixtureRequest, top: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Hosted:
    folder, address = top
    theme = request.param
    site = built(theme, tmp_path_factory.mktemp(theme), f"https://example.org/{SUB_PATH}/{theme}/")
    for way in (SUB_PATH, LATE):
        link = folder / way / site.theme
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(site.folder)
    return Hosted(site, f"{address}{SUB_PATH}/{site.theme}/", f"{address}{LATE}/{site.theme}/")


@pytest.fixture
def broken(top: tuple[Path, str], tmp_path: Path) -> Broken:
    folder, address = top

    def made(head: str, body: str, **files: bytes) -> str:
        (tmp_path / "page.html").write_text(
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Broken</title>'
            f'<link rel="icon" href="data:,">{head}</head><body>{body}</body></html>'
        )
        for name, content in files.items():
            (tmp_path / name.replace("_", ".")).write_bytes(content)
        link = folder / LATE / tmp_path.name
        link.parent.mkdir(exist_ok=True)
        if not link.is_symlink():
            link.symlink_to(tmp_path)
        return f"{address}{LATE}/{tmp_path.name}/page.html"

    return made
