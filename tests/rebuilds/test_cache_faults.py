"""A cache is untrusted: whatever became of it, the next build makes the same site, and says one line at most."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rebuilds.cached import (
    BuiltOnce,
    as_nobody,
    built_once,
    left_by_another_version,
    other_database,
    told_of_the_cache,
)
from tests.rebuilds.happenings import cut_file, flip_byte

SAMPLES = 40


@pytest.fixture
def site(workplace: Path) -> BuiltOnce:
    return built_once(workplace)


def _each(change: Callable[[Path], object]) -> Callable[[BuiltOnce], None]:
    def changed(site: BuiltOnce) -> None:
        for file in site.files():
            change(file)

    return changed


@pytest.mark.parametrize(
    "befall",
    [
        pytest.param(_each(lambda file: file.write_text("mine\n" * 2000)), id="another file"),
        pytest.param(_each(lambda file: cut_file(file, 5000)), id="half a database"),
        pytest.param(_each(other_database), id="another database"),
    ],
)
def test_a_cache_that_is_none_costs_one_line_and_a_whole_build(
    befall: Callable[[BuiltOnce], None], site: BuiltOnce
) -> None:
    befall(site)

    assert len(told_of_the_cache(site)) == 1
    assert told_of_the_cache(site) == ()


@pytest.mark.parametrize(
    "befall",
    [
        pytest.param(lambda site: shutil.rmtree(site.cache), id="gone"),
        pytest.param(_each(lambda file: file.write_bytes(b"")), id="empty"),
        pytest.param(_each(left_by_another_version), id="of another version"),
    ],
)
def test_a_cache_that_says_nothing_is_no_fault(befall: Callable[[BuiltOnce], None], site: BuiltOnce) -> None:
    befall(site)

    assert told_of_the_cache(site) == ()


def test_a_file_in_place_of_the_cache_stays_and_costs_one_line(site: BuiltOnce) -> None:
    shutil.rmtree(site.cache)
    site.cache.write_text("mine")

    assert len(told_of_the_cache(site)) == 1
    assert site.cache.read_text() == "mine"


def test_a_cache_that_cannot_be_written_costs_one_line_and_a_whole_build(site: BuiltOnce) -> None:
    with as_nobody(site.root):
        told = told_of_the_cache(site)

    assert len(told) == 1


@pytest.mark.parametrize("sample", range(SAMPLES))
def test_a_byte_that_changed_anywhere_in_the_cache_changes_no_page(sample: int, site: BuiltOnce) -> None:
    file = max(site.files(), key=lambda file: file.stat().st_size)
    flip_byte(file, file.stat().st_size * sample // SAMPLES + sample)

    assert len(told_of_the_cache(site)) <= 1


@pytest.mark.parametrize("sample", range(SAMPLES))
def test_a_cache_that_ends_too_early_changes_no_page(sample: int, site: BuiltOnce) -> None:
    file = max(site.files(), key=lambda file: file.stat().st_size)
    cut_file(file, file.stat().st_size * sample // SAMPLES)

    assert len(told_of_the_cache(site)) <= 1
