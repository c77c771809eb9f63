"""Tables in the store: what goes in comes out, piece by piece."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.build.store import Store, StoreFault
from site_builder.build.tables import StoredTable, mark

WORDS = st.text("abcdefg", min_size=1, max_size=3)


def opened(path: Path) -> tuple[Store, StoredTable[int]]:
    store = Store(path, "engine")
    return store, StoredTable(store, "counts", int)


def test_a_table_that_was_never_saved_is_empty(tmp_path: Path) -> None:
    _, table = opened(tmp_path / "cache.sqlite")

    assert (dict(table), "a" in table, table.get("a"), len(table)) == ({}, False, None, 0)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.dictionaries(WORDS, st.integers(-9, 9), max_size=120),
    st.lists(
        st.tuples(st.dictionaries(WORDS, st.integers(-9, 9), max_size=4), st.frozensets(WORDS, max_size=4)), max_size=4
    ),
)
def test_a_table_is_the_mapping_that_was_put_into_it(
    tmp_path: Path, first: dict[str, int], changes: list[tuple[dict[str, int], frozenset[str]]]
) -> None:
    path = tmp_path / "cache.sqlite"
    store, table = opened(path)
    table.replace(first)
    table.save()
    store.commit()
    store.close()
    expected = dict(first)
    for values, gone in changes:
        store, table = opened(path)
        table.change(values, gone - values.keys())
        table.save()
        store.commit()
        store.close()
        expected = {key: value for key, value in expected.items() if key not in gone} | values

    store, table = opened(path)

    assert all(table[key] == value and key in table for key, value in expected.items())
    assert (dict(table), table.whole(), len(table)) == (expected, expected, len(expected))
    assert list(table) == list(table.whole()) == sorted(expected)
    store.close()


def test_only_the_pieces_that_changed_are_written(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    store, table = opened(path)
    table.replace({str(number): number for number in range(1000)})
    table.save()
    store.commit()

    table.change({"7": 8})
    table.save()

    assert sum(name.startswith("counts/") and name != "counts/size" for name in store._changed) == 1


def test_a_table_of_other_values_is_a_fault(tmp_path: Path) -> None:
    store, table = opened(tmp_path / "cache.sqlite")
    table.replace({"a": 1})
    table.save()

    with pytest.raises(StoreFault):
        _ = StoredTable(store, "counts", bytes)["a"]


def test_values_are_found_by_the_marks_of_their_keys_without_decoding_the_rest(tmp_path: Path) -> None:
    store, table = opened(tmp_path / "cache.sqlite")
    table.replace({f"page {number}": number for number in range(1000)})
    table.save()
    store.commit()

    known = opened(tmp_path / "cache.sqlite")[1]
    found = known.marked([mark("page 7"), mark("page 700"), mark("no page")])

    assert found == {"page 7": 7, "page 700": 700}
    assert sum(chunk is not None for chunk in known._chunks) <= 3


def test_keys_that_share_a_mark_are_both_found(tmp_path: Path) -> None:
    _, table = opened(tmp_path / "cache.sqlite")
    table.replace({"plumless": 1, "buckeroo": 2, "another": 3})

    assert mark("plumless") == mark("buckeroo")
    assert table.marked([mark("plumless")]) == {"plumless": 1, "buckeroo": 2}


def test_nothing_has_a_mark_in_a_table_without_anything(tmp_path: Path) -> None:
    assert opened(tmp_path / "cache.sqlite")[1].marked([7]) == {}
