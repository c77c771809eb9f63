"""The proof, proved: each of the defects that a rebuild could have is shown by its steps, and by nothing else."""

from pathlib import Path

import pytest

from tests.rebuilds.defects import Defective, defects
from tests.rebuilds.verdict import Disagreement
from tests.rebuilds.workshop import prove

DEFECTS = {defect.name: defect for defect in defects()}


_NO_SEED_FAILED = r"(?s)\A(?!.*failed: (?:TypeError|AttributeError|ImportError))"


@pytest.mark.parametrize("name", DEFECTS)
def test_the_proof_catches(name: str, workplace: Path) -> None:
    with pytest.raises(Disagreement, match=_NO_SEED_FAILED):
        prove(DEFECTS[name].steps, workplace, Defective(DEFECTS[name]), clock=DEFECTS[name].clock)


@pytest.mark.parametrize("name", DEFECTS)
def test_without_the_defect_the_same_steps_are_taken_well(name: str, workplace: Path) -> None:
    prove(DEFECTS[name].steps, workplace, clock=DEFECTS[name].clock)


def test_what_is_caught_is_told_with_the_steps_that_led_to_it(workplace: Path) -> None:
    stale = DEFECTS["stale pages are not deleted"]

    with pytest.raises(Disagreement) as caught:
        prove(stale.steps, workplace, Defective(stale))

    assert (
        str(caught.value)
        == "after these steps:\n  1. Delete(entry=3)\nemblems/rose-engraved-slate-pearls.svg should not be there"
    )
