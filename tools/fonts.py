"""Makes the fonts of the themes `encyclopedia` and `programme`, and the part of their style sheets that declares them.

Each is cut to the weight and letters that its theme sets, and beside each face stands what a browser needs to give a
font of the reader's the same widths and lines: until the font is there, text stands where it will stand with it.

All files have one weight, of which browsers make the bold themselves: it is little, and would double the bytes. What
is written in Latin letters takes one file, with the roman and the italic; each other part has a file for either.

    npm install --no-save --ignore-scripts @fontsource-variable/literata@5.3.0 @expo-google-fonts/literata@0.4.3 \\
        @fontsource-variable/brygada-1918@5.3.0 @expo-google-fonts/brygada-1918@0.4.2 \\
        @fontsource/gelasio@5.3.0 @fontsource/tinos@5.3.0 @fontsource/noto-serif@5.3.0
    pip install fonttools==4.68.0 brotli==1.2.1
    python -m tools.fonts node_modules

With these versions the same bytes come out on any machine.
"""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from tools.italics import with_italics

THEMES = Path(__file__).resolve().parents[1] / "themes"
WEIGHT = 400
"""What style sheets call the one weight, whatever the designers do."""
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "rvrn", "tnum"]
LATIN = "U+0-17F, U+218-21B, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+2000-206F, U+20AC, U+2116, U+2122, U+2212, U+1E9E"
"""The letters of the one file: what is written in Latin letters from Lisbon to Istanbul."""
KERNED_ITALICS = "U+20-7E, U+2019, U+201C-201D"
RANGES = {
    "latin-ext": "U+192, U+1CD-1DC, U+1E2-1E3, U+1E6-1E7, U+1EA-1EB, U+1F8-1F9, U+1FC-1FF, U+22A-22D, U+230-233, "
    "U+1E00-1E9D, U+1E9F, U+1EF2-1EF3",
    "cyrillic": "U+301, U+400-45F, U+490-491, U+4B0-4B1",
    "cyrillic-ext": "U+462-463, U+472-475, U+48A-48F, U+492-4AF, U+4B2-4F9",
}
"""The letters of the other files. What Kazakh has beyond Russian is in the last two."""
STYLES = {"normal": "", "italic": " Italic"}


class Family(NamedTuple):
    """A font of a theme."""

    name: str
    """What style sheets call it."""
    file: str
    """What its files are called."""
    package: str
    drawing: str
    """What its static files are called."""
    weight: int
    """The one that is taken, as its designers call it."""
    style: str
    """The same in words."""
    theme: str
    one_file: tuple[str, ...] = ()
    """The parts of `RANGES` whose roman letters are in the one file as well."""


FAMILIES = (
    Family("Literata", "literata", "literata", "Literata", 400, "Regular", "encyclopedia"),
    # Its regular weight is too thin to be read at length. It also sets the facts, where names stand in any spelling.
    Family(
        *("Brygada", "brygada", "brygada-1918", "Brygada1918", 500, "Medium", "programme"),
        one_file=("latin-ext", "cyrillic", "cyrillic-ext"),
    ),
)


class Substitute(NamedTuple):
    """A font that readers have, and a free one with the same widths, by which it is measured."""

    local: str
    package: str


SUBSTITUTES = {
    "Georgia": Substitute("Georgia", "gelasio"),
    "Times": Substitute("Times New Roman", "tinos"),
    "Noto": Substitute("Noto Serif", "noto-serif"),
}
ALSO_CALLED = {"Times New Roman": ("Liberation Serif",)}

# Of a thousand signs of English prose. Spaces and the letters decide where lines break.
FREQUENCIES = dict(
    zip(
        " etaoinshrdlucmwfgypbvkjxqz",
        (182, 104, 74, 67, 61, 57, 57, 52, 50, 49, 35, 33, 23, 23, 20, 19, 18, 16, 16, 16, 12, 8, 6, 1, 1, 1, 1),
        strict=True,
    )
)


def main(packages: Path) -> None:
    for family in FAMILIES:
        make(family, packages)


def make(family: Family, packages: Path) -> None:
    folder = THEMES / family.theme / "static/fonts"
    folder.mkdir(exist_ok=True)
    source = packages / "@fontsource-variable" / family.package
    shutil.copyfile(source / "LICENSE", folder / f"{family.file}-LICENSE.txt")
    roman, italic = (static_file(family, packages, style) for style in ("", "_Italic"))
    letters_of_one = ", ".join([LATIN, *(RANGES[part] for part in family.one_file)])
    font = with_italics(
        cut_static(roman, letters_of_one), cut_static(italic, LATIN), cut_static(italic, KERNED_ITALICS)
    )
    font.flavor = "woff2"
    font.save(folder / f"{family.file}-latin.woff2")
    faces = []
    for style in STYLES:
        faces.append(declared(family, "latin", style, letters_of_one if style == "normal" else LATIN))
        for part, letters in RANGES.items():
            if style == "normal" and part in family.one_file:
                continue
            font = cut(source / f"files/{family.package}-{part}-wght-{style}.woff2", letters, family.weight)
            font.save(folder / f"{family.file}-{part}-{style}.woff2")
            faces.append(declared(family, f"{part}-{style}", style, letters))
        faces.extend(substituted(family, packages, style))
    sheet = folder.parent / "style.css/05-fonts.css"
    before, start, rest = sheet.read_text(encoding="utf-8").partition("/* Made by tools/fonts.py: */\n")
    _, end, after = rest.partition("/* Made so far. */\n")
    sheet.write_text("".join((before, start, *faces, end, after)), encoding="utf-8")


def static_file(family: Family, packages: Path, style: str) -> Path:
    folder = packages / "@expo-google-fonts" / family.package / f"{family.weight}{family.style}{style}"
    return folder / f"{family.drawing}_{family.weight}{family.style}{style}.ttf"


def cut(file: Path, letters: str, weight: int) -> TTFont:
    """The font with these letters, in the one weight."""
    font = TTFont(file, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, name_IDs=[0, 1, 2, 5, 13, 14], notdef_outline=True, flavor="woff2")
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(code_points(letters)))
    subsetter.subset(font)
    instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
    font.flavor = "woff2"
    return font


def cut_static(file: Path, letters: str) -> TTFont:
    """The font with these letters, of a file that has one weight."""
    font = TTFont(file, recalcTimestamp=False)
    options = Options(layout_features=["kern", "tnum"], name_IDs=[0, 1, 2, 5, 13, 14], notdef_outline=True)
    options.hinting = False
    options.drop_tables += ["vhea", "vmtx", "STAT", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(code_points(letters)))
    subsetter.subset(font)
    return font


def code_points(letters: str) -> Iterator[int]:
    """
    >>> list(code_points("U+41-43, U+61"))
    [65, 66, 67, 97]
    """
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", letters):
        yield from range(int(first, 16), int(last or first, 16) + 1)


def declared(family: Family, file: str, style: str, letters: str) -> str:
    return (
        f"@font-face {{ font-family: {family.name}; font-style: {style}; font-weight: {WEIGHT}; "
        f'font-display: optional; src: url("fonts/{family.file}-{file}.woff2"); unicode-range: {letters}; }}\n'
    )


def substituted(family: Family, packages: Path, style: str) -> Iterator[str]:
    """The reader's own fonts, each under a name that says what it stands in for, with the font's widths and lines."""
    file = packages / "@fontsource-variable" / family.package / f"files/{family.package}-latin-wght-{style}.woff2"
    width, lines = average_width(file), TTFont(file)
    for name, (local, package) in SUBSTITUTES.items():
        size = width / average_width(packages / f"@fontsource/{package}/files/{package}-latin-400-{style}.woff2")
        ascent, descent = (
            value / lines["head"].unitsPerEm / size for value in (lines["hhea"].ascent, -lines["hhea"].descent)
        )
        sources = ", ".join(f'local("{called}{STYLES[style]}")' for called in (local, *ALSO_CALLED.get(local, ())))
        yield (
            f"@font-face {{ font-family: {family.name}-{name}; font-style: {style}; src: {sources}; "
            f"size-adjust: {size:.1%}; ascent-override: {ascent:.1%}; descent-override: {descent:.1%}; "
            f"line-gap-override: 0%; }}\n"
        )


def average_width(file: Path) -> float:
    """Of a sign of English prose, in em."""
    font = TTFont(file)
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    total = sum(widths[glyphs[ord(letter)]][0] * times for letter, times in FREQUENCIES.items())
    units: int = font["head"].unitsPerEm
    return total / sum(FREQUENCIES.values()) / units


if __name__ == "__main__":
    main(Path(sys.argv[1]))
