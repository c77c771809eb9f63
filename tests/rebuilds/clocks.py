"""The clocks of file systems. Whether a file may be taken for the same without being read depends on them."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from os import stat_result
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.build.records import Stamp, source_stamp

_FOR_EVER_NS = 1 << 62


@contextmanager
def _fine() -> Iterator[None]:
    """One so fine that no two changes have the same time: so every file that is as it was is taken for the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("site_builder.build.records._FINE_NS", 0)
        yield


@contextmanager
def _standing() -> Iterator[None]:
    """One so coarse that it seems to stand: all changes of a test have one time, and a file that changed is known by
    its size alone."""

    def stamp(status: stat_result) -> Stamp:
        return replace(source_stamp(status), modified=0, changed=0)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("site_builder.build.scan.source_stamp", stamp)
        patch.setattr("site_builder.build.scan.is_settled", partial(_is_settled_after, _FOR_EVER_NS))
        yield


def _is_settled_after(granularity_ns: int, last: int, now: int) -> bool:
    return last < now - granularity_ns


CLOCKS: Mapping[str, Callable[[], AbstractContextManager[None]]] = {
    "fine": _fine,
    "real": nullcontext,
    "standing": _standing,
}


def let_it_tick(folder: Path) -> None:
    """Waits until a change now gets a later time than any before: clocks of files go in steps of some milliseconds."""
    probe = folder / ".probe"
    probe.touch()
    changed_ns = probe.stat().st_ctime_ns
    while probe.stat().st_ctime_ns <= changed_ns:
        time.sleep(0.0005)
        probe.touch()
    probe.unlink()
