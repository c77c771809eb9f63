"""Photographs from content/ to the finished site, built again and again."""

from pathlib import Path

import pytest

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build, check
from tests.build.test_darkroom import picture
from tests.sites import write_site

SITE = """
    -- content/musicians/taro.md --
    name: Bakhyt Taro
    image: {file: taro, in 2011.jpg, alt: Taro with his violin, credit: Nobody}

    Words.
    -- content/musicians/other.md --
    name: Other
    instruments: [violin]
"""
VERSIONS = ["taro.jpg", "taro.jpg.320.webp", "taro.jpg.500.webp"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = write_site(tmp_path, SITE.replace("taro, in 2011.jpg", "taro.jpg"))
    (root / "content/musicians/taro.jpg").write_bytes(picture(500, 250))
    return root


def built(site: Path, **options: object) -> list[str]:
    """The codes of what a build says, notices apart; fails where nothing is published."""
    result = build(site, BuildOptions(adopt=False, **options))  # type: ignore[arg-type]
    assert result.published
    return [diagnostic.code for diagnostic in result.diagnostics if diagnostic.code != "S004"]


def media(site: Path) -> list[str]:
    return sorted(path.name for path in (site / "output/media/musicians").glob("*"))


def page(site: Path) -> str:
    return (site / "output/musicians/taro.html").read_text()


def test_an_entry_shows_its_photograph_in_versions_and_keeps_its_place(site: Path) -> None:
    assert built(site) == []

    assert media(site) == VERSIONS
    assert 'srcset="../media/musicians/taro.jpg.320.webp 320w, ../media/musicians/taro.jpg.500.webp 500w"' in page(site)
    assert 'src="../media/musicians/taro.jpg" alt="Taro with his violin" width="500" height="250"' in page(site)
    assert "class=emblem" not in page(site).replace('"', "")
    found = check(site, BuildOptions(adopt=False)).diagnostics
    assert not [diagnostic for diagnostic in found if diagnostic.code in ("K001", "K002")]


def test_nothing_is_made_twice(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(site)

    def refuse(file: str, data: bytes) -> None:
        raise AssertionError(file)

    monkeypatch.setattr("site_builder.build.darkroom.develop", refuse)
    text = site / "content/musicians/taro.md"
    text.write_text(text.read_text().replace("Words.", "Other words."))
    (site / "output/media/musicians/taro.jpg").unlink()

    assert built(site) == []
    assert media(site) == VERSIONS


def test_another_photograph_of_the_same_name_is_shown(site: Path) -> None:
    built(site)

    (site / "content/musicians/taro.jpg").write_bytes(picture(400, 400))

    assert built(site, verify=True) == []
    assert media(site) == ["taro.jpg", "taro.jpg.320.webp", "taro.jpg.400.webp"]
    assert 'width="400" height="400"' in page(site)


def test_a_damaged_photograph_is_a_warning_and_the_emblem_stands_in(site: Path) -> None:
    built(site)

    (site / "content/musicians/taro.jpg").write_bytes(b"a poem")

    assert built(site, verify=True) == ["S012"]
    assert 'class="emblem"' in page(site)
    assert "<picture>" not in page(site)

    (site / "content/musicians/taro.jpg").write_bytes(picture(500, 250))

    assert built(site, verify=True) == []
    assert media(site) == VERSIONS


def test_a_photograph_that_no_entry_names_any_longer_is_gone(site: Path) -> None:
    built(site)

    (site / "content/musicians/taro.md").write_text("---\nname: Bakhyt Taro\n---\nWords.")

    assert built(site, verify=True) == []
    assert media(site) == []
