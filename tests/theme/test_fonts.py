"""The fonts of the theme `encyclopedia`, and how its style sheet declares them."""

import re

import pytest

from tests.theme.making import as_written, builtin
from tests.tools import ROOT

THEME = builtin("encyclopedia")
ASSETS = {asset.name: asset.content for asset in THEME.assets()}
STYLE = as_written(THEME, "style.css")
FONTS = sorted(name for name in ASSETS if name.endswith(".woff2"))
FACES = re.findall(r"^@font-face \{ (.*) \}$", STYLE, re.MULTILINE)
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"


def properties(face: str) -> dict[str, str]:
    return dict(re.findall(r"([a-z-]+): ([^;]+);", face))


WEB_FACES = [properties(face) for face in FACES if "woff2" in face]
SUBSTITUTES = [properties(face) for face in FACES if "local(" in face]


def letters(face: dict[str, str]) -> set[int]:
    ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face["unicode-range"])
    return {point for first, last in ranges for point in range(int(first, 16), int(last or first, 16) + 1)}


def test_the_one_font_of_most_pages_is_small() -> None:
    assert len(ASSETS["fonts/literata-latin.woff2"]) <= 37_000


def test_every_font_is_declared_and_every_declared_font_is_there() -> None:
    declared = [re.search(r'url\("(.+?)"\)', face["src"])[1] for face in WEB_FACES]  # type: ignore[index]

    assert sorted(set(declared)) == FONTS
    # The one that has roman and italic letters.
    assert {name for name in declared if declared.count(name) > 1} == {"fonts/literata-latin.woff2"}
    assert all(ASSETS[name].startswith(b"wOF2") for name in FONTS)


def test_all_faces_are_of_one_weight_so_that_letters_of_any_two_can_stand_together() -> None:
    assert {face["font-weight"] for face in WEB_FACES} == {"400"}


def test_text_never_waits_for_a_font_and_never_moves_for_one() -> None:
    assert {face["font-display"] for face in WEB_FACES} == {"optional"}


@pytest.mark.parametrize("style", ["normal", "italic"])
def test_no_letter_is_in_two_files(style: str) -> None:
    parts = [letters(face) for face in WEB_FACES if face["font-style"] == style]

    assert len(set().union(*parts)) == sum(map(len, parts))


@pytest.mark.parametrize("style", ["normal", "italic"])
@pytest.mark.parametrize("text", ["Dvořák, Szőke, Ştefan, Gaþol", "Жұмабаев", KAZAKH, "“1893–1968”…"])
def test_names_of_many_languages_find_a_file(text: str, style: str) -> None:
    covered = set().union(*(letters(face) for face in WEB_FACES if face["font-style"] == style))

    assert {letter for letter in text if ord(letter) not in covered} == set()


@pytest.mark.parametrize("style", ["normal", "italic"])
def test_what_stands_in_for_the_font_makes_lines_of_its_height(style: str) -> None:
    heights = {
        round(
            sum(float(face[f"{part}-override"].rstrip("%")) for part in ("ascent", "descent"))
            * float(face["size-adjust"].rstrip("%"))
            / 10_000,
            2,
        )
        for face in SUBSTITUTES
        if face["font-style"] == style
    }

    # Ascent 1.177 em and descent 0.308 em are Literata's own.
    assert heights <= {1.48, 1.49}


def test_text_is_set_in_what_is_declared() -> None:
    families = re.search(r"--text: (.*);", STYLE)[1].split(", ")  # type: ignore[index]

    assert families[0] == "Literata"
    assert set(families[1:-1]) == {face["font-family"] for face in SUBSTITUTES}


def test_the_licence_lies_beside_the_fonts_and_is_named() -> None:
    assert b"SIL Open Font License, Version 1.1" in ASSETS["fonts/literata-LICENSE.txt"]
    assert "fonts/literata-LICENSE.txt" in STYLE
    assert "Literata" in (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
