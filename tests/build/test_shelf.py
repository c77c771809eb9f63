"""Structs of tables, kept in the store."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from site_builder.build.shelf import Shelf
from site_builder.build.store import Store, StoreFault


class Library(msgspec.Struct, frozen=True):
    books: Mapping[str, tuple[int, ...]]
    title: str


class Renamed(msgspec.Struct, frozen=True):
    books: Mapping[str, str]
    name: str


def test_what_is_kept_can_be_loaded_by_another_process(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache.sqlite", "engine")
    Shelf(store, "library", Library).keep(Library({"b": (2,), "a": (1, 1)}, "Mine"), None, {})
    store.commit()

    loaded = Shelf(Store(tmp_path / "cache.sqlite", "engine"), "library", Library).load()

    assert loaded is not None
    assert (dict(loaded.books), loaded.title) == ({"a": (1, 1), "b": (2,)}, "Mine")


def test_what_was_never_kept_is_none(tmp_path: Path) -> None:
    assert Shelf(Store(tmp_path / "cache.sqlite", "engine"), "library", Library).load() is None


def test_only_the_keys_that_changed_are_taken_over(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache.sqlite", "engine")
    shelf = Shelf(store, "library", Library)
    before = shelf.keep(Library({"a": (1,), "b": (2,)}, "Mine"), None, {})

    after = shelf.keep(Library({"a": (9,), "c": (3,)}, "Ours"), before, {"books": ["b", "c"]})

    assert (dict(after.books), after.title) == ({"a": (1,), "c": (3,)}, "Ours")
    store.commit()
    again = Shelf(Store(tmp_path / "cache.sqlite", "engine"), "library", Library).load()
    assert again is not None
    assert dict(again.books) == {"a": (1,), "c": (3,)}


def test_a_struct_of_another_shape_is_a_fault(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache.sqlite", "engine")
    Shelf(store, "library", Library).keep(Library({"a": (1,)}, "Mine"), None, {})

    with pytest.raises(StoreFault):
        Shelf(store, "library", Renamed).load()


def test_a_field_that_is_the_very_same_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "cache.sqlite", "engine")
    shelf = Shelf(store, "library", Library)
    before = shelf.keep(Library({}, "Mine"), None, {})
    written: list[str] = []
    monkeypatch.setattr(store, "put", lambda name, _: written.append(name))

    shelf.keep(Library({}, before.title), before, {})
    assert written == []
    shelf.keep(Library({}, "Ours"), before, {})
    assert written == ["library/title"]
