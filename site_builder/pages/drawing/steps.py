"""Numbers in a few steps of colour."""

from bisect import bisect_right

import msgspec

MOST_STEPS = 7
_SERIES = (
    (7, (1, 2, 3, 4, 5, 6, 7)),
    (255, (1, 2, 4, 8, 16, 32, 64)),
    (3999, (1, 3, 10, 30, 100, 300, 1000)),
)
_LONGEST = (1, 10, 50, 200, 1000, 5000, 20_000)
"""Where the steps begin, for numbers up to one; the last for all beyond."""


class Step(msgspec.Struct, frozen=True):
    number: int
    """The shade, from 1, the palest, to 7: few steps are as far apart as many."""
    first: int
    last: int


def steps_for(most: int) -> tuple[Step, ...]:
    """Steps from 1 to the greatest number there is; at most seven, and none up to 0.

    >>> [(step.number, step.first, step.last) for step in steps_for(12)]
    [(1, 1, 1), (3, 2, 3), (5, 4, 7), (7, 8, 12)]
    """
    series = next((starts for limit, starts in _SERIES if most <= limit), _LONGEST)
    starts = [start for start in series if start <= most]
    if not starts:
        return ()
    ends = [*(start - 1 for start in starts[1:]), most]
    apart = (MOST_STEPS - 1) / max(1, len(starts) - 1)
    spans = zip(starts, ends, strict=True)
    return tuple(Step(1 + round(place * apart), first, last) for place, (first, last) in enumerate(spans))


def step_of(count: int, steps: tuple[Step, ...]) -> int:
    """The number of the step that the count is in; 0 for nothing."""
    place = bisect_right([step.first for step in steps], count)
    return steps[place - 1].number if place else 0


def span_of(step: Step) -> str:
    """ "4–7", or "4" where it is one number."""
    return f"{step.first:,}" if step.first == step.last else f"{step.first:,}–{step.last:,}"
