"""What earlier builds left behind, so that this one need not do it again: named blobs in an SQLite file.

A cache is untrusted: it may be damaged, cut short, from another version, or somebody else's file. So every blob
carries a checksum over its name and content, and the *root* lists the checksums of all blobs that belong together: a
row that was lost, or an old one that came back, is noticed as well as a flipped bit. Whatever is wrong raises
`StoreFault`, and the caller starts from nothing, with the same result. Values are msgpack, never pickle: reading a
cache can run no code.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

_APPLICATION = 0x53425743
"""Stands in the header of the file, so that no other program's database is taken for ours."""
_ROOT = "root"
_CHECKSUM_BYTES = 8
_MOST_KEY_BYTES = 64
_IMMUTABLE = "="
"""Begins the names of blobs that are named by their content. They can be missing or whole, but never be out of date."""


class StoreFault(Exception):  # noqa: N818 - a fault of a file, which never reaches the user as an error
    """The cache cannot be used; the text says why."""


class Store:
    """Named blobs. Writes are collected, and become visible all at once with `commit`, or not at all."""

    def __init__(self, path: Path | None, engine: str) -> None:
        """Opens the file, or makes it; without one nothing outlives this process. What an `engine` (a digest) other
        than this one left is thrown away.

        Raises `StoreFault` where it cannot be read.
        """
        self._path = path
        self._engine = engine
        self._checksums: dict[str, bytes] = {}
        self._changed: dict[str, bytes | None] = {}
        self._empty = True
        """Whether nothing was ever committed, so that nobody need be asked."""
        self._process = os.getpid()
        self._connection: sqlite3.Connection | None = None
        if path is not None:
            with _faults():
                path.parent.mkdir(parents=True, exist_ok=True)
                try:
                    self._open(self._database())
                except BaseException:
                    self.close()
                    raise

    def __contains__(self, name: str) -> bool:
        return self._changed[name] is not None if name in self._changed else name in self._checksums

    def get(self, name: str) -> bytes | None:
        """The blob; None if there is none. Raises `StoreFault` if it is damaged."""
        if name in self._changed:
            return self._changed[name]
        if self._empty or (not name.startswith(_IMMUTABLE) and name not in self._checksums):
            return None
        with _faults():
            row = self._database().execute("SELECT value FROM blobs WHERE id = ?", (_id(name),)).fetchone()
        if row is None:
            if name.startswith(_IMMUTABLE):
                return None
            raise StoreFault(f"{name} is missing")
        return self._verified(name, row[0])

    def __getitem__(self, name: str) -> bytes:
        value = self.get(name)
        if value is None:
            raise StoreFault(f"{name} is missing")
        return value

    def put(self, name: str, value: bytes) -> None:
        self._changed[name] = value

    def drop(self, name: str) -> None:
        self._changed[name] = None

    def commit(self) -> None:
        """Writes everything that was put and dropped, in one transaction."""
        if not self._changed or self._path is None:
            return
        written = sorted((_id(name), name, value) for name, value in self._changed.items() if value is not None)
        dropped = [(_id(name),) for name, value in self._changed.items() if value is None]
        checksums = dict(self._checksums)
        rows = []
        for number, name, value in written:
            checksum = _checksum(name, value)
            rows.append((number, checksum + value))
            if not name.startswith(_IMMUTABLE):
                checksums[name] = checksum
        for name, _ in filter(lambda item: item[1] is None, self._changed.items()):
            checksums.pop(name, None)
        # What is named by its content is in no list; without a root there must be nothing else.
        if checksums != self._checksums or self._empty:
            root = msgspec.msgpack.encode([self._engine, checksums])
            rows.append((_id(_ROOT), _checksum(_ROOT, root) + root))
        with _faults():
            database = self._database()
            database.execute("BEGIN IMMEDIATE")
            try:
                database.executemany("DELETE FROM blobs WHERE id = ?", dropped)
                database.executemany("REPLACE INTO blobs VALUES (?, ?)", rows)
                database.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    database.execute("ROLLBACK")
                raise
        self._checksums = checksums
        self._empty = False
        self._changed = {}

    def close(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _database(self) -> sqlite3.Connection:
        """A connection of this process: a copy of the process that opened one must not use it."""
        if self._connection is None or self._process != os.getpid():
            self._process = os.getpid()
            self._connection = sqlite3.connect(self._path or "", isolation_level=None, check_same_thread=False)
        return self._connection

    def _open(self, database: sqlite3.Connection) -> None:
        run = database.execute
        # A commit that a power cut undoes is no loss.
        run("PRAGMA synchronous = OFF")
        if run("PRAGMA application_id").fetchone()[0] != _APPLICATION:
            if run("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise StoreFault("it is another program's database")
            run("BEGIN IMMEDIATE")
            run("CREATE TABLE blobs (id INTEGER PRIMARY KEY, value BLOB NOT NULL)")
            run(f"PRAGMA application_id = {_APPLICATION}")
            run("COMMIT")
            # SQLite's own journal keeps what is overwritten: nothing, here. With WAL all would be written twice.
            return
        self._empty = False
        # A build that is killed leaves the last commit whole, either way.
        run("PRAGMA journal_mode = WAL")
        row = run("SELECT value FROM blobs WHERE id = ?", (_id(_ROOT),)).fetchone()
        if row is None:
            if run("SELECT count(*) FROM blobs").fetchone()[0]:
                raise StoreFault("its table of contents is missing")
            return
        engine, checksums = _decoded(self._verified(_ROOT, row[0]), tuple[str, dict[str, bytes]])
        if engine != self._engine:
            run("DELETE FROM blobs")
            self._empty = True
            return
        self._checksums = checksums

    def _verified(self, name: str, row: object) -> bytes:
        if not isinstance(row, bytes):
            raise StoreFault(f"{name} is damaged")
        checksum, value = row[:_CHECKSUM_BYTES], row[_CHECKSUM_BYTES:]
        if checksum != _checksum(name, value) or self._checksums.get(name, checksum) != checksum:
            raise StoreFault(f"{name} is damaged")
        return value


def delete_store(path: Path) -> None:
    """Removes the file and what SQLite keeps beside it. Raises `StoreFault` where that cannot be done."""
    with _faults():
        for file in (path, *(path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal"))):
            file.unlink(missing_ok=True)


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeError, ValueError) as error:
        raise StoreFault(str(error)) from error


def _decoded(value: bytes, type_: type) -> tuple[str, dict[str, bytes]]:
    try:
        decoded: tuple[str, dict[str, bytes]] = msgspec.msgpack.decode(value, type=type_)
    except msgspec.MsgspecError as error:
        raise StoreFault(str(error)) from error
    return decoded


def _checksum(name: str, value: bytes) -> bytes:
    return blake2b(value, digest_size=_CHECKSUM_BYTES, key=name.encode()[:_MOST_KEY_BYTES]).digest()


def _id(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
