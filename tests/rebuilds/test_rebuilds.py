"""A rebuild equals a clean build, whatever happened before it."""

from pathlib import Path

import pytest

from tests.rebuilds.campaign import campaign
from tests.rebuilds.edits import SecondOfOneAddress, SetFile, SetSetting, SpoilEntry
from tests.rebuilds.happenings import Choose, Damage, LoseCache, LoseOutput
from tests.rebuilds.workshop import Kill, Step, prove

_FAILING = SetFile("overrides/templates/partials/infobox.html", "<p>{{ 12 // (view.name|length - 9) }}</p>")
KEPT: dict[str, tuple[Step, ...]] = {
    "of an address that two files want": (SecondOfOneAddress(4, first=True), Choose("--keep-going")),
    "of an entry that cannot be read": (Choose("--keep-going"), SpoilEntry(4, "opening")),
    "that somebody edited": (
        Choose("--keep-going"),
        Damage("venues/amber-hall.html", "edited"),
        SpoilEntry(4, "opening"),
    ),
    "that cannot be made": (_FAILING, Choose("--keep-going")),
    "that is not even tried": (_FAILING, Choose("--keep-going"), SetSetting("strict", "true")),
}
SEQUENCES = {"processes": 120, "memory": 80, "preview": 60}
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("way", SEQUENCES)
def test_a_rebuild_equals_a_clean_build_whatever_happened_before_it(way: str, part: int) -> None:
    campaign(SEQUENCES[way] // PARTS, first_seed=part, way=way)


@pytest.mark.parametrize("page", KEPT)
def test_a_page_is_kept_whether_or_not_there_is_a_cache(page: str, workplace: Path) -> None:
    prove(KEPT[page], workplace / "with")
    prove([one for step in KEPT[page] for one in (step, LoseCache())], workplace / "without")


@pytest.mark.parametrize("change", [0, 11, 28])
def test_the_first_build_of_all_may_be_killed_and_the_next_carries_it_out(change: int, workplace: Path) -> None:
    prove((Kill((LoseOutput(wholly=True),), change, late=True),), workplace)
