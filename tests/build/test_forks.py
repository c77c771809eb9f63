"""Copies of the process as workers."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.build.forks import forked, meanwhile

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not copy processes cheaply and safely"
)


def processes() -> set[str]:
    """The copies that there are, ended or not. Other tests may have some too."""
    return {pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


def descriptors() -> set[str]:
    """Those that are open, but the one that looks."""
    return {entry.name for entry in Path("/proc/self/fd").iterdir() if entry.exists()}


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(forked(3)(lambda number: number * number, range(1000))) == [number * number for number in range(1000)]
    assert list(forked(2)(str, [])) == []


def test_the_work_is_done_by_other_processes() -> None:
    assert os.getpid() not in set(forked(2)(lambda _: os.getpid(), range(100)))


def test_what_a_killed_worker_did_not_finish_is_done_here() -> None:
    here = os.getpid()

    def fatal(number: int) -> int:
        if number == 500 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert list(forked(2)(fatal, range(1000))) == list(range(1000))


def test_a_failure_is_the_one_that_a_single_process_has() -> None:
    def faulty(number: int) -> int:
        if number == 7:
            raise LookupError("seven")
        return number

    with pytest.raises(LookupError, match="seven"):
        list(forked(2)(faulty, range(100)))


def test_no_worker_and_no_pipe_is_left_behind() -> None:
    before = descriptors(), processes()
    results = forked(2)(lambda number: number, range(10_000))
    next(iter(results))
    del results
    list(forked(2)(str, range(10)))

    assert (descriptors(), processes()) == before


def test_big_results_come_whole() -> None:
    assert list(forked(2)(lambda number: bytes([number]) * 300_000, range(8))) == [
        bytes([n]) * 300_000 for n in range(8)
    ]


def test_what_is_worked_out_meanwhile_is_the_work_of_another_process() -> None:
    with meanwhile(lambda: (os.getpid(), "x" * 1_000_000)) as result:
        pid, text = result()

    assert pid != os.getpid()
    assert text == "x" * 1_000_000


@pytest.mark.parametrize("fate", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0])
def test_what_is_not_worked_out_meanwhile_is_worked_out_here(fate: Callable[[], object]) -> None:
    here = os.getpid()

    def unless_a_copy() -> int:
        if os.getpid() != here:
            fate()
        return os.getpid()

    with meanwhile(unless_a_copy) as result:
        assert result() == here


def test_a_result_that_nobody_asks_for_leaves_neither_process_nor_pipe() -> None:
    before = descriptors(), processes()
    with pytest.raises(LookupError), meanwhile(signal.pause):
        raise LookupError

    assert (descriptors(), processes()) == before
