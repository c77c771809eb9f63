"""How a pure stage is spread over its items: in this process, or over several.

A *mapper* takes a function and values and gives the results in the order of the values, whoever computed them.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Protocol, TypeVar

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


def over(executor: Executor, workers: int) -> Mapper:
    """A mapper that hands chunks of the items to any executor of `concurrent.futures`."""

    def mapped(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        size = max(1, -(-len(items) // (workers * CHUNKS_PER_WORKER)))
        futures = [
            executor.submit(_apply, function, items[start : start + size]) for start in range(0, len(items), size)
        ]
        for future in futures:
            yield from future.result()

    return mapped


@contextmanager
def workers(jobs: int, items: int) -> Iterator[Mapper]:
    """A mapper for so many items: serial where they are few or `jobs` is 1, else over a pool of processes.

    `ProcessPoolExecutor` and not `multiprocessing.Pool`, which hangs for ever when a worker is killed. The start
    method is one that copies no threads.
    """
    count = jobs or (os.cpu_count() or 1)
    if count == 1 or (jobs == 0 and items < ITEMS_WORTH_A_POOL):
        yield serial
        return
    import multiprocessing
    import signal
    from concurrent.futures import ProcessPoolExecutor

    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    # Ctrl-C reaches every process of the terminal; only the one that can say so in a sentence shall answer.
    with ProcessPoolExecutor(count, context, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as executor:
        yield over(executor, count)


def _apply(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [function(item) for item in items]
