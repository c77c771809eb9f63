"""Pictures of every type of page, in each theme, light and dark, wide and narrow, on one sheet to look over.

    python -m tools.screenshots            # build/screenshots/index.html
    python -m tools.screenshots --readme   # also the pictures of README.md, in docs/images/

The pages are those of this encyclopedia. Chromium is needed, and for the README's pictures nothing else.
"""

import argparse
import html
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from tools.devtools import Page, chromium, program
from tools.host import host

ROOT = Path(__file__).resolve().parents[1]
SHEET = ROOT / "build/screenshots"
README_PICTURES = ROOT / "docs/images"
THEMES = sorted(found.parent.name for found in ROOT.glob("themes/*/theme.toml") if found.parent.name != "base")
WIDTHS = (1280, 360)
SCHEMES = ("light", "dark")
TALLEST = 1400
"""Pixels of a page that the sheet shows."""
TYPE = re.compile(r'<body class="page-([a-z-]+)')
FOR_README = {"entry": ("musician", 1280, "light"), "home": ("home", 1280, "dark")}
"""File name, and which page it shows how."""
QUALITY = 80


class Shot(NamedTuple):
    theme: str
    kind: str
    """The type of the page: "musician"."""
    width: int
    scheme: str

    @property
    def file(self) -> str:
        return f"{self.theme}-{self.kind}-{self.width}-{self.scheme}.webp"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots", description=__doc__.partition("\n")[0])
    parser.add_argument("--readme", action="store_true", help="also make the pictures of README.md")
    options = parser.parse_args(arguments)
    command = program()
    if command is None:
        print("Chromium is not installed: apt-get install chromium", file=sys.stderr)
        return 1
    shutil.rmtree(SHEET, ignore_errors=True)
    SHEET.mkdir(parents=True)
    shots: list[Shot] = []
    with tempfile.TemporaryDirectory() as folder, chromium(command) as browser, browser.page() as page:
        for theme in THEMES:
            site = built(theme, Path(folder) / theme)
            with host(site) as address:
                shots += take(page, site, address, theme)
                if options.readme and theme == THEMES[0]:
                    take_for_readme(page, site, address)
    (SHEET / "index.html").write_text(sheet(shots), encoding="utf-8")
    print(f"{len(shots)} pictures: {(SHEET / 'index.html').relative_to(ROOT)}")
    return 0


def built(theme: str, folder: Path) -> Path:
    """This encyclopedia as a theme shows it: the folder of the finished site."""
    folder.mkdir()
    settings = (ROOT / "site.toml").read_text(encoding="utf-8")
    settings = re.sub(r'^theme = ".*"$', f'theme = "{theme}"', settings, flags=re.MULTILINE)
    (folder / "site.toml").write_text(settings, encoding="utf-8")
    shutil.copytree(ROOT / "content", folder / "content")
    result = build(folder, BuildOptions(output=folder / "site"))
    if not result.published:
        raise SystemExit(f"the site could not be built with the theme {theme}: site-builder check says why")
    return result.output


def pages(site: Path) -> dict[str, str]:
    """Of each type of page the path of the one with most to see, but for those that nobody stays on."""
    found: dict[str, str] = {}
    for page in sorted(site.rglob("*.html"), key=lambda path: (-path.stat().st_size, path)):
        kind = TYPE.search(page.read_text(encoding="utf-8"))
        if kind and kind[1] not in ("redirect", "not-found"):
            found.setdefault(kind[1], page.relative_to(site).as_posix())
    return dict(sorted(found.items()))


def take(page: Page, site: Path, address: str, theme: str) -> Iterator[Shot]:
    """Takes and keeps all pictures of a theme."""
    for kind, path in pages(site).items():
        for width in WIDTHS:
            for scheme in SCHEMES:
                shot = Shot(theme, kind, width, scheme)
                (SHEET / shot.file).write_bytes(picture(page, address + path, width, scheme, TALLEST))
                yield shot


def picture(page: Page, address: str, width: int, scheme: str, height: int) -> bytes:
    """The page's upper part, `height` pixels of it or all there is, in WebP."""
    page.resize(width)
    page.emulate(prefers_color_scheme=scheme)
    page.open(address)
    page.settle()
    # A font that came after the first paint is shown from the second time on.
    page.open(address)
    page.settle()
    tall = page.value("document.documentElement.scrollHeight")
    assert isinstance(tall, int)
    page.resize(width, min(tall, height))
    page.settle()
    return page.picture("webp", QUALITY)


def take_for_readme(page: Page, site: Path, address: str) -> None:
    README_PICTURES.mkdir(parents=True, exist_ok=True)
    found = pages(site)
    for name, (kind, width, scheme) in FOR_README.items():
        (README_PICTURES / f"{name}.webp").write_bytes(picture(page, address + found[kind], width, scheme, 860))


def sheet(shots: list[Shot]) -> str:
    """A page that shows all pictures: a row for each type of page, and in it the themes side by side."""
    kinds = sorted({shot.kind for shot in shots})
    rows = "".join(
        f"<h2>{html.escape(kind)}</h2>\n<div>\n{''.join(_figure(shot) for shot in shots if shot.kind == kind)}</div>\n"
        for kind in kinds
    )
    style = (
        "body { font: 14px system-ui; margin: 1rem } div { display: flex; gap: 12px; overflow-x: auto }"
        "figure { margin: 0 } img { height: 420px; border: 1px solid #999; display: block }"
    )
    head = f'<meta charset="utf-8"><title>Screenshots</title><style>{style}</style>'
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body>\n<h1>Screenshots</h1>\n{rows}</body></html>\n'


def _figure(shot: Shot) -> str:
    caption = f"{shot.theme}, {shot.width}, {shot.scheme}"
    return (
        f'<figure><a href="{shot.file}"><img src="{shot.file}" loading="lazy" alt="{shot.kind}: {caption}"></a>'
        f"<figcaption>{caption}</figcaption></figure>\n"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
