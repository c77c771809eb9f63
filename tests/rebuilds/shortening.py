"""A sequence of steps, made as short as it can be while it still shows what it showed."""

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from tests.rebuilds.workshop import Elsewhere, Kill, Step, Together

Steps = tuple[Step, ...]


def shortened(steps: Sequence[Step], shows: Callable[[Steps], bool]) -> Steps:
    """Steps of which none can be left out, nor any part of one, with `shows` still true of the rest."""
    short = tuple(steps)
    while (shorter := next(filter(shows, _shorter(short)), None)) is not None:
        short = shorter
    return short


def _shorter(steps: Steps) -> Iterator[Steps]:
    """The same without one half, without one step, or with less in one step; what leaves out most comes first."""
    if len(steps) > 3:
        half = len(steps) // 2
        yield from (steps[:half], steps[half:])
    for place in reversed(range(len(steps))):
        yield (*steps[:place], *steps[place + 1 :])
    for place, step in enumerate(steps):
        yield from ((*steps[:place], less, *steps[place + 1 :]) for less in _less(step))


def _less(step: Step) -> Iterator[Step]:
    if isinstance(step, Together | Elsewhere):
        yield from step.steps
    if isinstance(step, Together | Elsewhere | Kill):
        for place in range(len(step.steps)):
            yield replace(step, steps=(*step.steps[:place], *step.steps[place + 1 :]))
