import pytest

from site_builder.serve.quiet import PATIENCE_SECONDS, QUICK_SECONDS, QUIET_SECONDS, Pending, due, noticed


def test_a_lone_save_is_built_almost_at_once() -> None:
    pending = noticed(None, {"content/musicians/oja.md"}, 10.0)

    assert due(pending, last_build=0.0) == 10.0 + QUICK_SECONDS


def test_a_burst_is_built_when_it_has_been_quiet_after_its_last_file() -> None:
    pending = None
    for number in range(1000):
        pending = noticed(pending, {f"content/musicians/{number}.md"}, 10.0 + number / 1000)

    assert pending is not None
    assert len(pending.paths) == 1000
    assert due(pending, last_build=0.0) == pytest.approx(10.999 + QUIET_SECONDS)


def test_a_save_that_follows_a_build_closely_waits_for_more() -> None:
    pending = noticed(None, {"content/musicians/oja.md"}, 10.1)

    assert due(pending, last_build=10.0) == pytest.approx(10.1 + QUIET_SECONDS)


def test_where_it_never_gets_quiet_there_is_a_build_in_the_end() -> None:
    pending = Pending(frozenset(["a", "b", "c"]), first=10.0, last=10.0 + PATIENCE_SECONDS - 0.001)

    assert due(pending, last_build=0.0) == 10.0 + PATIENCE_SECONDS


def test_the_same_file_saved_twice_is_still_one_file() -> None:
    pending = noticed(noticed(None, {"a.md"}, 1.0), {"a.md"}, 1.01)

    assert pending == Pending(frozenset(["a.md"]), 1.0, 1.01)
