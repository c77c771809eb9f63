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
