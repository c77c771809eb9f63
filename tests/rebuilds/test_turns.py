"""A preview makes pages turn by turn, and is right in the end, whatever comes between two turns."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from site_builder.build import session
from site_builder.build.session import Session
from site_builder.build.turns import Wanted, in_turn
from tests.rebuilds.builders import Preview
from tests.rebuilds.edits import SetField
from tests.rebuilds.happenings import Damage
from tests.rebuilds.limits import low_limits
from tests.rebuilds.seeds import Seed
from tests.rebuilds.verdict import Disagreement
from tests.rebuilds.workshop import Step, Together, prove

_SABINE = 3
_RETERMED = SetField(_SABINE, "instruments", "violin")


def _nothing_waits(patch: pytest.MonkeyPatch) -> None:
    def first_ones(*arguments: Any) -> tuple[Wanted, int]:
        pages, at_once = in_turn(*arguments)
        return pages[:at_once], at_once

    patch.setattr(session, "in_turn", first_ones)


def _all_is_taken_to_be_made(patch: pytest.MonkeyPatch) -> None:
    close: Callable[[Session], None] = Session.close

    def close_as_if_nothing_waited(self: Session) -> None:
        self._waiting = frozenset()
        close(self)

    patch.setattr(Session, "close", close_as_if_nothing_waited)


DEFECTS: dict[str, tuple[tuple[Step, ...], Seed]] = {
    "what had to wait is forgotten": ((_RETERMED,), _nothing_waits),
    "a preview that ends takes what waits to be made": (
        (Together((_RETERMED, Damage("venues/amber-hall.html", "edited"))),),
        _all_is_taken_to_be_made,
    ),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_the_proof_catches_a_preview_in_which(name: str, workplace: Path) -> None:
    steps, seed = DEFECTS[name]
    with low_limits(), pytest.MonkeyPatch.context() as patch:
        seed(patch)
        with pytest.raises(Disagreement, match="differs from a clean build"):
            prove(steps, workplace, Preview())


@pytest.mark.parametrize("name", DEFECTS)
def test_without_the_defect_the_same_steps_are_taken_well(name: str, workplace: Path) -> None:
    with low_limits():
        prove(DEFECTS[name][0], workplace, Preview())
