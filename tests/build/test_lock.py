import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.build.publishing.lock import LOCK, LockedOutError, OutputLock

HOLD = """
import sys
from pathlib import Path
from site_builder.build.publishing.lock import OutputLock
with OutputLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(folder: Path) -> subprocess.Popen[str]:
    """Another process that holds the folder."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_whoever_comes_second_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    with hold(tmp_path) as holder:
        with pytest.raises(LockedOutError) as caught, OutputLock(tmp_path):
            pass
        holder.communicate("")

    told = caught.value.diagnostic
    assert (told.code, told.span.path) == ("P005", tmp_path.as_posix())
    assert re.search(rf"process {holder.pid} on \S+, since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d \(-c ", told.message)


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    with hold(tmp_path) as holder:
        holder.kill()
        holder.wait()
    assert (tmp_path / LOCK).exists()

    with OutputLock(tmp_path):
        assert f'"pid":{os.getpid()},' in (tmp_path / LOCK).read_text()


def test_the_folder_holds_no_lock_file_after_the_build(tmp_path: Path) -> None:
    with OutputLock(tmp_path):
        assert (tmp_path / LOCK).exists()

    assert list(tmp_path.iterdir()) == []


def test_a_folder_made_for_a_build_that_wrote_nothing_goes_with_the_lock(tmp_path: Path) -> None:
    with OutputLock(tmp_path / "output"):
        pass

    assert not (tmp_path / "output").exists()


def test_the_second_does_not_take_the_folder_from_the_first(tmp_path: Path) -> None:
    with OutputLock(tmp_path):
        for _attempt in range(2):
            with pytest.raises(LockedOutError), OutputLock(tmp_path):
                pass


def test_a_lock_file_without_a_readable_name_still_locks(tmp_path: Path) -> None:
    with OutputLock(tmp_path):
        (tmp_path / LOCK).write_text('{"pid": 1')

        with pytest.raises(LockedOutError, match=r"another build is at work in this folder$"), OutputLock(tmp_path):
            pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no workers")
def test_a_worker_that_ends_leaves_the_lock_to_its_parent(tmp_path: Path) -> None:
    lock = OutputLock(tmp_path)
    with lock:
        worker = os.fork()
        if worker == 0:
            lock.__exit__(None, None, None)
            os._exit(0)
        os.waitpid(worker, 0)

        with pytest.raises(LockedOutError), OutputLock(tmp_path):
            pass


def test_a_symbolic_link_in_the_place_of_the_lock_is_not_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / LOCK).symlink_to(victim)

    with pytest.raises(OSError, match=re.escape(LOCK)), OutputLock(tmp_path / "output"):
        pass

    assert victim.read_text() == "mine"
