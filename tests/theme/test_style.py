"""The style sheet of the theme `encyclopedia`: small, self-contained, legible."""

import gzip
import re
from pathlib import Path

import pytest

from tests.theme.making import as_written, builtin
from tests.tools import chromium

THEME = builtin("encyclopedia")
ASSETS = {asset.name: asset.content for asset in THEME.assets()}
STYLE = as_written(THEME, "style.css")
TOKEN = re.compile(r"--([a-z]+): light-dark\((#[0-9a-f]+, #[0-9a-f]+)\);")
CONTRAST = "prefers-contrast: more"
TOKENS = dict(TOKEN.findall(STYLE.partition(CONTRAST)[0]))
MORE_CONTRAST = TOKENS | dict(TOKEN.findall(STYLE.partition(CONTRAST)[2]))


def contrast(one: str, other: str) -> float:
    """After WCAG 2.2, "contrast ratio"."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_style_sheet_is_small() -> None:
    assert len(gzip.compress(ASSETS["style.css"], 9, mtime=0)) <= 9_000


def test_the_layers_stand_in_the_order_that_themes_rely_on() -> None:
    assert re.search(r"^@layer (.*);$", STYLE, re.MULTILINE)[1] == (  # type: ignore[index]
        "reset, tokens, base, layout, components, theme, utilities, user"
    )
    used = re.findall(r"^@layer (\w+) \{", STYLE, re.MULTILINE)
    assert list(dict.fromkeys(used)) == ["reset", "tokens", "base", "layout", "components", "theme", "utilities"]


@pytest.mark.parametrize("name", [name for name in ASSETS if name.endswith((".css", ".js", ".svg"))])
def test_no_asset_asks_for_anything_elsewhere(name: str) -> None:
    text = ASSETS[name].decode()

    loaded = re.findall(r"url\(\"?([^\")]+)", text)
    assert "@import" not in text
    assert {address for address in loaded if not address.startswith("data:")} <= set(ASSETS)
    assert set(re.findall(r"https?://[^'\" ]+", text)) <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "paper", 7.0),
        ("ink", "shade", 7.0),
        ("ink", "mark", 7.0),
        ("soft", "paper", 4.5),
        ("soft", "shade", 4.5),
        ("rubric", "paper", 4.5),
        ("rubric", "shade", 4.5),
        ("soft", "mark", 4.5),
        ("rubric", "mark", 4.5),
        ("edge", "paper", 3.0),
        ("edge", "shade", 3.0),
    ],
)
def test_colours_stand_out_from_their_ground(ink: str, ground: str, least: float, scheme: int) -> None:
    colours = {name: both.split(", ")[scheme] for name, both in TOKENS.items()}

    assert contrast(colours[ink], colours[ground]) >= least


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "rubric"])
def test_who_asks_for_more_contrast_gets_it(ink: str, scheme: int) -> None:
    colours = {name: both.split(", ")[scheme] for name, both in MORE_CONTRAST.items()}

    assert contrast(colours[ink], colours["paper"]) >= 7.0
    assert contrast(colours["edge"], colours["paper"]) >= 4.5


def test_no_heading_of_the_contents_is_marked_before_it_is_reached() -> None:
    assert ":target-current" not in STYLE


def test_a_browser_reads_the_same_rules_out_of_the_joined_sheet(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"<style>{STYLE}</style><style>{ASSETS['style.css'].decode()}</style><script>"
        "const [written, joined] = [...document.styleSheets].map("
        "(sheet) => [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, ' ').replace(/, /g, ',')));"
        "const same = joined.filter((rule, place) => rule === written[place]);"
        "document.title = `${written.length} ${joined.length} ${same.length}`;</script>",
        encoding="utf-8",
    )

    found = re.search("<title>(.*?)</title>", chromium("--dump-dom", page.as_uri()).stdout)

    assert found is not None
    counts = set(found[1].split())
    assert len(counts) == 1
    assert int(counts.pop()) > 30
