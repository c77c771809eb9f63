import os
import threading
import time
from pathlib import Path
from queue import SimpleQueue

from site_builder.serve.changes import Changed, Changes, git_at_work, next_state
from tests.serve.running import until


def test_what_changes_in_one_burst_is_one_state() -> None:
    changes: Changes = SimpleQueue()
    for name in ("a", "b", "c"):
        changes.put(Changed(frozenset([name]), time.monotonic()))

    pending = next_state(changes, 0.0, lambda: False)

    assert pending is not None
    assert pending.paths == {"a", "b", "c"}


def test_the_end_is_told_at_once_even_in_the_middle_of_a_burst() -> None:
    changes: Changes = SimpleQueue()
    changes.put(Changed(frozenset(["a", "b", "c"]), time.monotonic()))
    changes.put(None)

    assert next_state(changes, 0.0, lambda: True) is None


def test_while_git_writes_nothing_is_built(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    lock = tmp_path / ".git/index.lock"
    lock.touch()
    changes: Changes = SimpleQueue()
    changes.put(Changed(frozenset(["a"]), time.monotonic()))
    done = threading.Event()
    threading.Thread(target=lambda: next_state(changes, 0.0, git_at_work(tmp_path)) and done.set(), daemon=True).start()

    waited = not done.wait(0.4)
    lock.unlink()

    assert waited
    until(done.is_set)


def test_a_lock_that_a_dead_git_left_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    lock = tmp_path / ".git/index.lock"
    lock.touch()
    os.utime(lock, (0, 0))

    assert not git_at_work(tmp_path)()


def test_the_lock_of_a_second_work_tree_is_found(tmp_path: Path) -> None:
    (tmp_path / "main/.git/worktrees/two").mkdir(parents=True)
    (tmp_path / "two/site").mkdir(parents=True)
    (tmp_path / "two/.git").write_text("gitdir: ../main/.git/worktrees/two\n")
    is_busy = git_at_work(tmp_path / "two/site")

    before = is_busy()
    (tmp_path / "main/.git/worktrees/two/index.lock").touch()

    assert (before, is_busy()) == (False, True)
