"""The proof, proved: each of the defects that a rebuild could have is shown by its steps, and by nothing else."""

from pathlib import Path

import pytest

from tests.rebuilds.defects import DEFECTS, Defect
from tests.rebuilds.verdict import Disagreement
from tests.rebuilds.workshop import prove

SEEDED = [defect for defect in DEFECTS if defect.seed]


@pytest.mark.parametrize("defect", SEEDED, ids=lambda defect: defect.name)
def test_the_proof_catches(defect: Defect, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert defect.seed is not None
    defect.seed(monkeypatch)

    with pytest.raises(Disagreement):
        prove(defect.steps, workplace)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_the_steps_that_would_show(defect: Defect, workplace: Path) -> None:
    prove(defect.steps, workplace)


def test_what_is_caught_is_told_with_the_steps_that_led_to_it(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = next(defect for defect in SEEDED if defect.name == "stale pages are not deleted")
    assert stale.seed is not None
    stale.seed(monkeypatch)

    with pytest.raises(Disagreement) as caught:
        prove(stale.steps, workplace)

    assert str(caught.value) == "after these steps:\n  1. Delete(entry=3)\ngenres/index.html should not be there"
