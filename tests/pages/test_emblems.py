"""Emblems: what the facts make of them, and that they are fit for a page."""

from itertools import product
from xml.etree import ElementTree

import pytest

from site_builder.model.identity import EntityId, page_of
from site_builder.pages.emblems.blazon import Blazon, blazon_named
from site_builder.pages.emblems.borders import BORDERS
from site_builder.pages.emblems.drawing import drawn_file, emblem
from site_builder.pages.emblems.figures import FIGURES
from site_builder.pages.emblems.grounds import GROUNDS
from site_builder.pages.emblems.palettes import CREAM, OF_COUNTRY, PALETTE, PALETTES, Palette
from site_builder.pages.emblems.vocabulary import BORDER_OF_COUNTRY, FIGURE_OF_FAMILY, FIGURE_OF_INSTRUMENT
from site_builder.pages.pictures import picture_of
from site_builder.pages.views import MusicianView
from tests.pages.worlds import country, instrument, musician, world

PAPER, NIGHT = "#fbf8f1", "#15130f"
EVERY_PART = [
    *(Blazon(name, "nouveau", "sky", "meander") for name in FIGURES),
    *(Blazon("voices", name, "sky", "meander") for name in GROUNDS),
    *(Blazon("voices", "nouveau", palette.name, "meander") for palette in PALETTES),
    *(Blazon("voices", "nouveau", "sky", name) for name in BORDERS),
]


def contrast(some: str, other: str) -> float:
    """As WCAG 2 defines it."""
    low, high = sorted(map(luminance, (some, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_a_palette_is_legible_by_itself_and_on_any_page(palette: Palette) -> None:
    assert contrast(palette.figure, palette.field) >= 7
    assert contrast(palette.accent, palette.field) >= 4
    assert contrast(CREAM, palette.band) >= 3
    assert contrast(palette.band, PAPER) >= 3
    assert contrast(palette.band, NIGHT) >= 3


@pytest.mark.parametrize("blazon", EVERY_PART, ids=lambda blazon: blazon.name)
def test_an_emblem_is_small_and_well_formed(blazon: Blazon) -> None:
    drawn = drawn_file(blazon)

    ElementTree.fromstring(drawn)  # noqa: S314 - our own
    assert len(drawn) <= 1500
    assert b"style" not in drawn
    assert b"script" not in drawn


def test_no_two_blazons_look_alike() -> None:
    drawn = {
        emblem(Blazon(*parts)) for parts in product(FIGURES, GROUNDS, [palette.name for palette in PALETTES], BORDERS)
    }

    assert len(drawn) == len(FIGURES) * len(GROUNDS) * len(PALETTES) * len(BORDERS)


def test_the_vocabulary_names_only_what_can_be_drawn() -> None:
    assert {*FIGURE_OF_INSTRUMENT.values(), *FIGURE_OF_FAMILY.values()} <= set(FIGURES)
    assert set(BORDER_OF_COUNTRY.values()) <= set(BORDERS)
    assert set(OF_COUNTRY.values()) <= PALETTE.keys()


def test_a_name_tells_the_whole_blazon() -> None:
    blazon = Blazon("spike", "grid", "turquoise", "lozenges")

    assert blazon_named(blazon.name) == blazon


def blazons(**people: dict[str, object]) -> dict[str, str]:
    """The emblem files of musicians with these facts, by name."""
    made = world(
        *(musician(name, **facts) for name, facts in people.items()),  # type: ignore[arg-type]
        instrument("glass thing", "Percussion"),
        instrument("violin", "strings"),
        country("Kazakhstan", "KZ"),
    )
    tables = made.edition.tables
    return {name: picture_of(tables, EntityId(f"musicians/{name.lower()}")) for name in people}


def test_instrument_countries_and_time_decide_the_emblem() -> None:
    found = blazons(
        A={"instruments": ["violin"], "countries": ["Kazakhstan"], "born": "1985"},
        B={"instruments": ["alto saxophone"], "countries": ["Kazakhstan", "Norway"], "born": "1900"},
        C={"instruments": ["glass thing"], "countries": ["Norway"], "died": "1900"},
        D={},
    )

    assert found == {
        "A": "emblems/violin-grid-turquoise-lozenges.svg",
        "B": "emblems/reed-deco-turquoise-teeth.svg",
        "C": "emblems/drum-engraved-slate-teeth.svg",
        "D": "emblems/rose-engraved-slate-pearls.svg",
    }


def test_equal_facts_share_one_file() -> None:
    facts = {"instruments": ["violin"], "countries": ["Kazakhstan"], "born": "1985"}
    made = world(musician("A", **facts), musician("B", **facts))  # type: ignore[arg-type]

    files = [path for path in made.paths() if path.startswith("emblems/")]

    assert files == ["emblems/violin-grid-turquoise-lozenges.svg"]


def test_whoever_has_a_photograph_has_no_emblem() -> None:
    made = world(musician("A", image=("musicians/a.jpg", "A at home", "")), musician("B"))

    seen, unseen = (made.view(page_of(EntityId(f"musicians/{name}"))) for name in "ab")

    assert isinstance(seen, MusicianView)
    assert isinstance(unseen, MusicianView)
    assert (seen.picture is not None, bool(seen.emblem)) == (True, False)
    assert (unseen.picture is not None, bool(unseen.emblem)) == (False, True)
    assert picture_of(made.edition.tables, EntityId("musicians/a")) == "media/musicians/a.jpg.320.webp"
