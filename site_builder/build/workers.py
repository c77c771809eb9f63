"""How a pure stage is spread over its items: in this process, over several, or over somebody's cluster.

A *mapper* takes a function and values and gives the results in the order of the values, whoever computed them.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

Item = TypeVar("Item")
Result = TypeVar("Result")

ITEMS_WORTH_A_POOL = 400
"""Below it, starting two workers (0.2 s) costs more than they save at about a millisecond an item."""
CHUNKS_PER_WORKER = 8


class Mapper(Protocol):
    def __call__(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterable[Result]: ...


def serial(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """The results, one after the other, in this process."""
    return map(function, items)


def over(executor: "Executor", workers: int) -> Mapper:
    """A mapper that hands chunks of the items to any executor of `concurrent.futures`."""

    def mapped(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        size = max(1, -(-len(items) // (workers * CHUNKS_PER_WORKER)))
        futures = [
            executor.submit(_apply, function, items[start : start + size]) for start in range(0, len(items), size)
        ]
        for future in futures:
            yield from future.result()

    return mapped


def worth(jobs: int, items: int) -> int:
    """How many processes to work with: as many as are asked for, or by the amount of work where `jobs` is 0."""
    if jobs:
        return jobs
    return (os.cpu_count() or 1) if items >= ITEMS_WORTH_A_POOL else 1


def can_fork() -> bool:
    """Whether a copy of this process is cheap and safe: on macOS its own libraries do not survive it."""
    return sys.platform == "linux"


@contextmanager
def workers(jobs: int, items: int) -> Iterator[Mapper]:
    """A mapper for so many items: serial where they are few or `jobs` is 1, else over several processes."""
    count = worth(jobs, items)
    if count == 1:
        yield serial
    elif can_fork():
        from site_builder.build.forks import forked

        yield forked(count)
    else:
        yield from _pool(count)


@contextmanager
def meanwhile(jobs: int, function: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Yields what returns the function's result: another process works it out within the block, if there may be one."""
    if can_fork() and (jobs or os.cpu_count() or 1) > 1:
        from site_builder.build import forks

        with forks.meanwhile(function) as result:
            yield result
    else:
        yield function


def _pool(count: int) -> Iterator[Mapper]:
    # Not `multiprocessing.Pool`, which hangs for ever when a worker is killed.
    import multiprocessing
    import signal
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    # Ctrl-C reaches every process of the terminal; only the one that can say so in a sentence shall answer.
    with ProcessPoolExecutor(count, context, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as executor:
        yield over(executor, count)


def _apply(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [function(item) for item in items]
