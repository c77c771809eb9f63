"""What the store keeps, and what it does about a file that cannot be trusted."""

import sqlite3
from pathlib import Path

import pytest

from site_builder.build.store import Store, StoreFault, delete_store


def kept(path: Path, **blobs: bytes) -> None:
    store = Store(path, "engine")
    for name, value in blobs.items():
        store.put(name, value)
    store.commit()
    store.close()


def test_what_was_committed_is_there_the_next_time(tmp_path: Path) -> None:
    kept(tmp_path / "cache.sqlite", names=b"Bakhyt", empty=b"")

    store = Store(tmp_path / "cache.sqlite", "engine")

    assert (store.get("names"), store.get("empty"), store.get("else")) == (b"Bakhyt", b"", None)


def test_nothing_is_written_before_the_commit(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache.sqlite", "engine")
    store.put("names", b"Bakhyt")
    assert store["names"] == b"Bakhyt"
    store.close()

    assert Store(tmp_path / "cache.sqlite", "engine").get("names") is None


def test_what_was_dropped_is_gone(tmp_path: Path) -> None:
    kept(tmp_path / "cache.sqlite", names=b"Bakhyt", other=b"Amalia")
    store = Store(tmp_path / "cache.sqlite", "engine")
    store.drop("names")
    assert store.get("names") is None
    store.commit()
    store.close()

    again = Store(tmp_path / "cache.sqlite", "engine")
    assert (again.get("names"), again.get("other")) == (None, b"Amalia")


def test_another_engine_starts_from_nothing(tmp_path: Path) -> None:
    kept(tmp_path / "cache.sqlite", names=b"Bakhyt")

    store = Store(tmp_path / "cache.sqlite", "a newer engine")

    assert store.get("names") is None


def test_what_another_engine_parsed_before_it_failed_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    kept(path, names=b"Bakhyt")
    store = Store(path, "a newer engine")
    store.put("=parsed", b"Amalia")
    store.commit()
    store.close()

    assert Store(path, "a newer engine").get("=parsed") == b"Amalia"


def test_a_blob_that_is_named_by_its_content_may_be_missing(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache.sqlite", "engine")
    store.put("=parsed/1", b"entry")
    store.commit()

    assert (store.get("=parsed/1"), store.get("=parsed/2")) == (b"entry", None)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE blobs SET value = substr(value, 1, length(value) - 1)",
        "UPDATE blobs SET value = x'00' || substr(value, 2)",
        "UPDATE blobs SET value = 'text'",
        "UPDATE blobs SET value = (SELECT max(value) FROM blobs)",
    ],
)
def test_a_damaged_blob_is_never_returned(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "cache.sqlite"
    kept(path, first=b"Bakhyt", second=b"Amalia")
    database = sqlite3.connect(path)
    root = Store(path, "engine")
    with database:
        database.execute(damage)

    with pytest.raises(StoreFault):
        _ = (root.get("first"), root.get("second"))


def test_an_older_blob_that_comes_back_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    kept(path, names=b"old")
    database = sqlite3.connect(path)
    rows = dict(database.execute("SELECT id, value FROM blobs").fetchall())
    kept(path, names=b"new")
    (number,) = (number for number, value in rows.items() if value.endswith(b"old"))
    with database:
        database.execute("UPDATE blobs SET value = ? WHERE id = ?", (rows[number], number))

    with pytest.raises(StoreFault, match="names is damaged"):
        Store(path, "engine").get("names")


def test_a_row_that_was_lost_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    kept(path, names=b"Bakhyt")
    store = Store(path, "engine")
    with sqlite3.connect(path) as database:
        database.execute("DELETE FROM blobs")

    with pytest.raises(StoreFault, match="names is missing"):
        store.get("names")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE songs (title)")

    with pytest.raises(StoreFault, match="another program"):
        Store(path, "engine")
    assert sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to look like one" * 99, b"SQLite format 3\0"]
)
def test_a_file_that_is_no_database_is_a_fault(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cache.sqlite").write_bytes(content)

    with pytest.raises(StoreFault):
        Store(tmp_path / "cache.sqlite", "engine")


def test_a_folder_in_its_place_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "cache.sqlite").mkdir()

    with pytest.raises(StoreFault):
        Store(tmp_path / "cache.sqlite", "engine")


def test_a_deleted_store_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    kept(path, names=b"Bakhyt")

    delete_store(path)

    assert list(tmp_path.iterdir()) == []
    assert Store(path, "engine").get("names") is None
