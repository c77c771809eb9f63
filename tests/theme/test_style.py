"""The style sheets of the themes: small, self-contained, legible."""

import gzip
import re
from pathlib import Path

import pytest

from tests.theme.making import as_written, builtin
from tests.tools import chromium

THEMES = ("encyclopedia", "programme")
ASSETS_OF = {theme: {asset.name: asset.content for asset in builtin(theme).assets()} for theme in THEMES}
STYLE_OF = {theme: as_written(builtin(theme), "style.css") for theme in THEMES}


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_is_small(theme: str) -> None:
    assert len(gzip.compress(ASSETS_OF[theme]["style.css"], 9, mtime=0)) <= 9_000


def test_the_second_theme_is_made_of_tokens_and_of_few_templates() -> None:
    assert len(builtin("programme").layers[0].templates) <= 5


@pytest.mark.parametrize("theme", THEMES)
def test_the_layers_stand_in_the_order_that_themes_rely_on(theme: str) -> None:
    assert re.search(r"^@layer (.*);$", STYLE_OF[theme], re.MULTILINE)[1] == (  # type: ignore[index]
        "reset, tokens, base, layout, components, theme, utilities, user"
    )
    used = re.findall(r"^@layer (\w+) \{", STYLE_OF[theme], re.MULTILINE)
    assert list(dict.fromkeys(used)) == ["reset", "tokens", "base", "layout", "components", "theme", "utilities"]


@pytest.mark.parametrize(
    ("theme", "name"),
    [(theme, name) for theme in THEMES for name in ASSETS_OF[theme] if name.endswith((".css", ".js", ".svg"))],
)
def test_no_asset_asks_for_anything_elsewhere(theme: str, name: str) -> None:
    text = ASSETS_OF[theme][name].decode()

    loaded = re.findall(r"url\(\"?([^\")]+)", text)
    assert "@import" not in text
    assert {address for address in loaded if not address.startswith("data:")} <= set(ASSETS_OF[theme])
    assert set(re.findall(r"https?://[^'\" ]+", text)) <= {"http://www.w3.org/2000/svg"}


def test_no_heading_of_the_contents_is_marked_before_it_is_reached() -> None:
    assert all(":target-current" not in style for style in STYLE_OF.values())


@pytest.mark.parametrize("theme", THEMES)
def test_a_browser_reads_the_same_rules_out_of_the_joined_sheet(theme: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"<style>{STYLE_OF[theme]}</style><style>{ASSETS_OF[theme]['style.css'].decode()}</style><script>"
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
