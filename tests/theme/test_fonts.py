"""The fonts of the themes, and how their style sheets declare them."""

import re
from typing import NamedTuple

import pytest

from site_builder.theme.chain import builtin_themes, chain_of
from tests.theme.making import as_written, builtin
from tests.tools import ROOT

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"


class Fonts(NamedTuple):
    theme: str
    family: str
    """What the style sheet calls it."""
    file: str
    """What its files are called."""
    lines: float
    """Its own ascent and descent together, in em."""

    @property
    def assets(self) -> dict[str, bytes]:
        return {asset.name: asset.content for asset in builtin(self.theme).assets()}

    @property
    def style(self) -> str:
        return as_written(builtin(self.theme), "style.css")

    @property
    def faces(self) -> list[dict[str, str]]:
        faces = re.findall(r"^@font-face \{ (.*) \}$", self.style, re.MULTILINE)
        return [dict(re.findall(r"([a-z-]+): ([^;]+);", face)) for face in faces]

    @property
    def of_the_web(self) -> list[dict[str, str]]:
        return [face for face in self.faces if "woff2" in face["src"]]

    @property
    def substitutes(self) -> list[dict[str, str]]:
        return [face for face in self.faces if "local(" in face["src"]]


every_theme = pytest.mark.parametrize(
    "fonts",
    # Ascent 1.177 em and descent 0.308 em; 0.92 em and 0.25 em.
    [Fonts("encyclopedia", "Literata", "literata", 1.485), Fonts("programme", "Brygada", "brygada", 1.17)],
    ids=lambda fonts: fonts.theme,
)


def letters(face: dict[str, str]) -> set[int]:
    ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face["unicode-range"])
    return {point for first, last in ranges for point in range(int(first, 16), int(last or first, 16) + 1)}


@every_theme
def test_the_one_font_of_most_pages_is_small(fonts: Fonts) -> None:
    assert len(fonts.assets[f"fonts/{fonts.file}-latin.woff2"]) <= 37_000


@every_theme
def test_every_font_is_declared_and_every_declared_font_is_there(fonts: Fonts) -> None:
    declared = [re.search(r'url\("(.+?)"\)', face["src"])[1] for face in fonts.of_the_web]  # type: ignore[index]

    own = builtin(fonts.theme).layers[0].assets
    assert sorted(set(declared)) == sorted(name for name in own if name.endswith(".woff2"))
    # The one that has roman and italic letters.
    assert {name for name in declared if declared.count(name) > 1} == {f"fonts/{fonts.file}-latin.woff2"}
    assert all(own[name].content.startswith(b"wOF2") for name in declared)


@every_theme
def test_all_faces_are_of_one_weight_so_that_letters_of_any_two_can_stand_together(fonts: Fonts) -> None:
    assert {face["font-weight"] for face in fonts.of_the_web} == {"400"}


@every_theme
def test_text_never_waits_for_a_font_and_never_moves_for_one(fonts: Fonts) -> None:
    assert {face["font-display"] for face in fonts.of_the_web} == {"optional"}


@every_theme
@pytest.mark.parametrize("style", ["normal", "italic"])
def test_no_letter_is_in_two_files(fonts: Fonts, style: str) -> None:
    parts = [letters(face) for face in fonts.of_the_web if face["font-style"] == style]

    assert len(set().union(*parts)) == sum(map(len, parts))


@every_theme
@pytest.mark.parametrize("style", ["normal", "italic"])
@pytest.mark.parametrize("text", ["Dvořák, Szőke, Ştefan, Gaþol", "Жұмабаев", KAZAKH, "“1893–1968”…"])
def test_names_of_many_languages_find_a_file(fonts: Fonts, text: str, style: str) -> None:
    covered = set().union(*(letters(face) for face in fonts.of_the_web if face["font-style"] == style))

    assert {letter for letter in text if ord(letter) not in covered} == set()


@every_theme
@pytest.mark.parametrize("style", ["normal", "italic"])
def test_what_stands_in_for_the_font_makes_lines_of_its_height(fonts: Fonts, style: str) -> None:
    heights = [
        sum(float(face[f"{part}-override"].rstrip("%")) for part in ("ascent", "descent"))
        * float(face["size-adjust"].rstrip("%"))
        / 10_000
        for face in fonts.substitutes
        if face["font-style"] == style
    ]

    assert heights == pytest.approx([fonts.lines] * 3, abs=0.006)


@every_theme
def test_text_is_set_in_what_is_declared(fonts: Fonts) -> None:
    families = re.search(r"--text: (.*);", fonts.style)[1].split(", ")  # type: ignore[index]

    assert families[0] == fonts.family
    assert set(families[1:-1]) == {face["font-family"] for face in fonts.substitutes}


@every_theme
def test_the_licence_lies_beside_the_fonts_and_is_named(fonts: Fonts) -> None:
    manifest = chain_of(fonts.theme, [builtin_themes()]).value[0].manifest
    file = f"fonts/{fonts.file}-LICENSE.txt"

    assert [font.file for font in manifest.fonts] == [file]
    assert b"SIL Open Font License, Version 1.1" in fonts.assets[file]
    assert file in fonts.style
    assert f"themes/{fonts.theme}/static/{file}" in (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
