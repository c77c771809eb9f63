"""Copies of this process as workers. They know all that it knows: nothing has to be handed to them.

That is what makes planning and rendering in parallel worth it: to pickle a page's view costs more than to make the
page. The numbers of the portions of work lie in one pipe that all workers read from, so that none waits for the
others; results come back through a pipe for each. A portion whose worker dies, or fails in it, is done again in this
process: it succeeds here, or fails here with an exception that can be read.
"""

import gc
import os
import pickle
import selectors
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from site_builder.build.workers import Mapper

Item = TypeVar("Item")
Result = TypeVar("Result")

_PORTIONS_A_WORKER = 24
_MOST_PORTIONS = 8192
"""Their numbers have to fit into a pipe, which holds 64 KiB."""
_NUMBER_BYTES = 4
_LENGTH_BYTES = 8
_READ_BYTES = 1 << 20


def forked(count: int) -> Mapper:
    """A mapper over so many copies of this process, made for each call, so that they know what is known by then."""

    def mapped(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        size = -(-len(items) // min(_MOST_PORTIONS, count * _PORTIONS_A_WORKER)) or 1
        portions = [items[start : start + size] for start in range(0, len(items), size)]
        done: dict[int, list[Result]] = {}
        following = 0
        for number, results in _answers(min(count, len(portions)), function, portions):
            done[number] = results
            while following in done:
                yield from done.pop(following)
                following += 1
        while following < len(portions):
            yield from done.pop(following, None) or map(function, portions[following])
            following += 1

    return mapped


@contextmanager
def meanwhile(function: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Within the block a copy of this process works something out; what is yielded waits for it, and returns it.

    If the copy dies, or fails, it is worked out here. If nobody asks until the end of the block, the copy is stopped.
    """
    pipe, answer = os.pipe()
    pid = _copy(lambda: _write_all(answer, _packed(0, [function()])))
    os.close(answer)

    def result() -> Result:
        received = bytearray()
        while read := os.read(pipe, _READ_BYTES):
            received += read
        answers: list[tuple[int, list[Result]]] = [*_unpacked(received)]
        return answers[0][1][0] if answers else function()

    try:
        yield result
    finally:
        os.close(pipe)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _answers(
    count: int, function: Callable[[Item], Result], portions: Sequence[Sequence[Item]]
) -> Iterator[tuple[int, list[Result]]]:
    """The results of the portions, in the order in which they come; those of workers that died are missing."""
    tasks, feed = os.pipe()
    os.write(feed, b"".join(number.to_bytes(_NUMBER_BYTES) for number in range(len(portions))))
    os.close(feed)
    # What the workers share with this process shall not be copied because the collector looked at it.
    gc.freeze()
    pids: list[int] = []
    pipes = selectors.DefaultSelector()
    try:
        for _ in range(count):
            answers, answer = os.pipe()
            pid = _copy(partial(_work, tasks, answer, function, portions))
            os.close(answer)
            pids.append(pid)
            pipes.register(answers, selectors.EVENT_READ, bytearray())
        yield from _received(pipes)
    except BaseException:
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        raise
    finally:
        os.close(tasks)
        for key in list(pipes.get_map().values()):
            os.close(key.fd)
        pipes.close()
        for pid in pids:
            os.waitpid(pid, 0)
        gc.unfreeze()


def _received(pipes: selectors.BaseSelector) -> Iterator[tuple[int, list[Result]]]:
    while pipes.get_map():
        for key, _ in pipes.select():
            read = os.read(key.fd, _READ_BYTES)
            if not read:
                pipes.unregister(key.fileobj)
                os.close(key.fd)
                continue
            key.data.extend(read)
            yield from _unpacked(key.data)


def _packed(number: int, results: list[Result]) -> bytes:
    content = pickle.dumps((number, results), pickle.HIGHEST_PROTOCOL)
    return len(content).to_bytes(_LENGTH_BYTES) + content


def _unpacked(received: bytearray) -> Iterator[tuple[int, list[Result]]]:
    """The answers that have come whole; they are taken out."""
    while len(received) >= _LENGTH_BYTES:
        end = _LENGTH_BYTES + int.from_bytes(received[:_LENGTH_BYTES])
        if len(received) < end:
            return
        answer: tuple[int, list[Result]] = pickle.loads(memoryview(received)[_LENGTH_BYTES:end])  # noqa: S301 - our own
        del received[:end]
        yield answer


def _copy(work: Callable[[], None]) -> int:
    """The number of a copy of this process that does this and ends, without a word if it fails."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        # Ctrl-C reaches every process of the terminal; only the one that can say so in a sentence shall answer.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        work()
        status = 0
    finally:
        # No cleaning up: what this process could clean up belongs to the one it is a copy of.
        os._exit(status)


def _work(tasks: int, answer: int, function: Callable[[Item], Result], portions: Sequence[Sequence[Item]]) -> None:
    """What a worker does until the tasks are used up."""
    while number := os.read(tasks, _NUMBER_BYTES):
        place = int.from_bytes(number)
        _write_all(answer, _packed(place, [function(item) for item in portions[place]]))


def _write_all(pipe: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(pipe, rest) :]
