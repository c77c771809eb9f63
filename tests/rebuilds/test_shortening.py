from collections.abc import Sequence

from tests.rebuilds.edits import CountUp, Delete, DropText, Mend
from tests.rebuilds.shortening import shortened
from tests.rebuilds.workshop import Kill, Step, Together


def deletes(steps: Sequence[Step]) -> bool:
    """Whether a text is dropped, and an entry deleted later."""
    flat = [one for step in steps for one in (step.steps if isinstance(step, Together | Kill) else (step,))]
    return DropText(1) in flat and Delete(2) in flat[flat.index(DropText(1)) :]


def test_what_has_no_part_in_it_is_left_out() -> None:
    steps: tuple[Step, ...] = (
        Mend(),
        CountUp(1),
        Together((Mend(), DropText(1), Mend())),
        *([Mend()] * 9),
        Delete(2),
        Delete(3),
    )

    assert shortened(steps, deletes) == (DropText(1), Delete(2))


def test_a_killed_build_is_left_one_with_fewer_steps_before_it() -> None:
    steps = (DropText(1), Kill((Mend(), Delete(2)), 4))

    assert shortened(steps, deletes) == (DropText(1), Kill((Delete(2),), 4))
