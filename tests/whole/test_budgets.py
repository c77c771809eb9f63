"""What a reader has to load, of the demonstration: bytes after gzip, and requests."""

import gzip
import re
from pathlib import Path
from statistics import median


def size(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def loaded(page: Path) -> list[Path]:
    """The page and what it loads before it is complete, but for its fonts."""
    text = page.read_text(encoding="utf-8")
    files = re.findall(r'<link rel="stylesheet" href="([^"]+)"|<script src="([^"]+)"', text)
    return [page, *((page.parent / (style or script)).resolve() for style, script in files)]


def test_an_entry_is_small(demo: Path) -> None:
    assert median(size(page) for page in demo.glob("musicians/*.html")) <= 8_000


def test_the_first_view_of_an_entry_is_small(demo: Path) -> None:
    views = [sum(map(size, loaded(page))) for page in demo.glob("musicians/*.html")]

    assert max(views) <= 24_000
    # Of the fonts a page in Latin letters loads one, which is compressed already.
    assert max(views) + (demo / "static/fonts/literata-latin.woff2").stat().st_size <= 60_000


def test_the_first_view_of_an_entry_takes_few_requests(demo: Path) -> None:
    assert {len(loaded(page)) for page in demo.glob("musicians/*.html")} == {4}
