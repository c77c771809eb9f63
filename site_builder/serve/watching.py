"""Watches what a site is made of, in threads, and tells every change within milliseconds.

The site's folder itself is watched without what lies below it: output/, .git/ and .venv/ are nobody's sources. The
folders of sources are watched to the bottom, and anew when one of them appears or is replaced.
"""

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from watchfiles import Change
from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

from site_builder.serve.changes import Changed, Changes

SITE_FILE = "site.toml"
FOLDERS = ("content", "themes", "overrides", "data")

_DEBOUNCE_MS = 30
_STEP_MS = 5
_TIMEOUT_MS = 5_000
_POLL_MS = 300
_GONE_SECONDS = 0.1
_LONGEST_SETTING_UP_SECONDS = 10.0


@contextmanager
def watched(root: Path, changes: Changes) -> Iterator[None]:
    """Puts changes of the site at `root` into the line. Whatever changes inside the block is told."""
    watching = _Watching(root.resolve(), changes)
    threads = [threading.Thread(target=work, daemon=True) for work in (watching.watch_top, watching.watch_folders)]
    for thread in threads:
        thread.start()
    watching.wait_until_ready()
    try:
        yield
    finally:
        watching.stop()
        for thread in threads:
            thread.join(1)


def is_source(path: str) -> bool:
    """Whether a change of this path can change the site; it is relative to the site's folder. Dot-files cannot."""
    parts = PurePosixPath(path).parts
    if not parts or any(part.startswith(".") for part in parts):
        return False
    if len(parts) == 1:
        return parts[0] in (SITE_FILE, *FOLDERS)
    # Vim tries out whether it may write with a file called 4913, and Emacs locks with #name#.
    name = parts[-1]
    return parts[0] in FOLDERS and not name.endswith(("~", ".swp", ".swx", ".tmp", "#")) and name != "4913"


class _Watching:
    def __init__(self, root: Path, changes: Changes) -> None:
        self._root = root
        self._changes = changes
        self._stopped = threading.Event()
        self._moved = threading.Event()
        self._top_ready = threading.Event()
        self._folders_ready = threading.Event()

    def wait_until_ready(self) -> None:
        for ready in (self._top_ready, self._folders_ready):
            ready.wait(_LONGEST_SETTING_UP_SECONDS)

    def stop(self) -> None:
        self._stopped.set()
        self._moved.set()

    def watch_top(self) -> None:
        for found in _changes([self._root], self._stopped, self._top_ready.set, recursive=False):
            # Some systems call a folder modified when a file in it is; those who watch that folder know better.
            moved = {path for kind, path in found if kind != Change.modified or Path(path).name not in FOLDERS}
            if self._told(moved) & set(FOLDERS):
                self._moved.set()

    def watch_folders(self) -> None:
        first = True
        while not self._stopped.is_set():
            self._moved.clear()
            folders = [self._root / name for name in FOLDERS if (self._root / name).is_dir()]
            if not folders:
                self._folders_ready.set()
                self._moved.wait()
            else:
                # What was written into a new folder before it was watched is in the state that is built now.
                ready = self._folders_ready.set if first else self._tell_all
                try:
                    for found in _changes(folders, self._moved, ready, recursive=True):
                        self._told(path for _, path in found)
                except FileNotFoundError:
                    # One of them went away meanwhile, which the other thread is about to hear of.
                    self._moved.wait(_GONE_SECONDS)
            first = False

    def _told(self, paths: Iterable[str]) -> frozenset[str]:
        names = frozenset(name for path in paths if is_source(name := self._relative(path)))
        if names:
            self._changes.put(Changed(names, time.monotonic()))
        return names

    def _tell_all(self) -> None:
        self._changes.put(Changed(frozenset(FOLDERS), time.monotonic()))

    def _relative(self, path: str) -> str:
        return Path(path).relative_to(self._root).as_posix() if Path(path).is_relative_to(self._root) else ""


def _changes(
    folders: list[Path], stop: threading.Event, ready: Callable[[], None], *, recursive: bool
) -> Iterator[set[tuple[int, str]]]:
    """What changed, and how, as it happens. `ready` is called once from now on every change is told."""
    with _notify([str(folder) for folder in folders], recursive=recursive) as notify:
        ready()
        while True:
            found = notify.watch(_DEBOUNCE_MS, _STEP_MS, _TIMEOUT_MS, stop)
            if isinstance(found, set):
                yield found
            elif found != "timeout":
                return


def _notify(paths: list[str], *, recursive: bool) -> RustNotify:
    try:
        return _notify_by(paths, polling=bool(os.environ.get("WATCHFILES_FORCE_POLLING")), recursive=recursive)
    except FileNotFoundError:
        raise
    except (OSError, WatchfilesRustInternalError):
        # The system lets nobody watch so many folders: look at them again and again.
        return _notify_by(paths, polling=True, recursive=recursive)


def _notify_by(paths: list[str], *, polling: bool, recursive: bool) -> RustNotify:
    return RustNotify(
        watch_paths=paths,
        debug=False,
        force_polling=polling,
        poll_delay_ms=_POLL_MS,
        recursive=recursive,
        ignore_permission_denied=True,
    )
