import gc
import re
import signal
import threading
from contextlib import suppress
from time import process_time

import pytest

from site_builder.content.deadline import DeadlineError, cpu_deadline


def spin(seconds):
    end = process_time() + seconds
    while process_time() < end:
        pass


def test_time_that_is_not_used_up_does_nothing():
    with cpu_deadline(5):
        spin(0.01)


def test_a_loop_is_interrupted():
    start = process_time()

    with pytest.raises(DeadlineError), cpu_deadline(0.05):
        spin(5)

    assert process_time() - start < 1


def test_a_regular_expression_is_interrupted():
    with pytest.raises(DeadlineError), cpu_deadline(0.05):
        re.match(r"(a+)+b", "a" * 40)


def test_a_library_that_swallows_exceptions_does_not_swallow_the_deadline():
    def stubborn():
        while True:
            try:
                spin(0.01)
            except Exception:  # noqa: S112
                continue

    with pytest.raises(DeadlineError), cpu_deadline(0.05):
        stubborn()


def test_a_deadline_that_was_swallowed_comes_again():
    def swallow_once():
        with suppress(DeadlineError):
            spin(5)
        spin(5)

    start = process_time()
    with pytest.raises(DeadlineError), cpu_deadline(0.05):
        swallow_once()

    assert process_time() - start < 2


def test_a_deadline_in_a_callback_of_the_garbage_collector_is_not_lost_there():
    def slow(_phase, _info):
        spin(0.1)

    def collect_and_go_on():
        gc.callbacks.append(slow)
        gc.collect()
        gc.callbacks.remove(slow)
        spin(5)

    start = process_time()
    with pytest.raises(DeadlineError), cpu_deadline(0.05):
        collect_and_go_on()

    assert process_time() - start < 2


def test_a_deadline_in_a_finaliser_is_not_lost_there():
    class Slow:
        def __del__(self):
            spin(0.1)

    def finish_and_go_on():
        Slow()
        spin(5)

    start = process_time()
    with pytest.raises(DeadlineError), cpu_deadline(0.05):
        finish_and_go_on()

    assert process_time() - start < 2


def test_nothing_is_left_behind():
    before = signal.getsignal(signal.SIGPROF)

    with pytest.raises(DeadlineError), cpu_deadline(0.02):
        spin(5)
    spin(0.3)

    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_in_another_thread_there_is_no_deadline():
    reached = []

    def work():
        with cpu_deadline(0.01):
            spin(0.05)
            reached.append("end")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert reached == ["end"]
