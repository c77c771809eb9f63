"""A limit on the computing time of one page, so that no text can stop a build."""

import gc
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN_SECONDS = 0.05
"""After this time it is tried again, where an exception would have been lost."""


class DeadlineError(BaseException):
    """The time is up. Not an `Exception`: libraries that swallow those must not swallow this one."""


@contextmanager
def cpu_deadline(seconds: float) -> Iterator[None]:
    """Raises `DeadlineError` in the block once the process has computed for `seconds`, within a regular expression too.

    Signals reach the main thread only: in other threads, and on Windows, there is no deadline.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    running = True

    def stop(_number: int, frame: FrameType | None) -> None:
        if running and not _is_swallowed_in(frame):
            raise DeadlineError

    previous = signal.signal(signal.SIGPROF, stop)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN_SECONDS)
        yield
    finally:
        running = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, previous)


def _is_swallowed_in(frame: FrameType | None) -> bool:
    """Whether Python only prints what is raised there: in a finaliser, or in a callback of the garbage collector."""
    callbacks = [getattr(callback, "__code__", None) for callback in gc.callbacks]
    while frame is not None:
        if frame.f_code in callbacks or frame.f_code.co_name == "__del__":
            return True
        frame = frame.f_back
    return False
