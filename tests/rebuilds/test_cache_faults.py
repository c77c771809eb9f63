"""A cache is untrusted: whatever became of it, the next build makes the same site, and says one line at most."""

import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.rebuilds.cached import BuiltOnce, as_nobody, built_once, other_database, told_of_the_cache
from tests.rebuilds.happenings import cut_file, flip_byte

pytestmark = pytest.mark.skipif(find_spec("site_builder.build.store") is None, reason="there is no cache yet")

SAMPLES = 40


@pytest.fixture
def site(workplace: Path) -> BuiltOnce:
    return built_once(workplace)


def _file_in_place_of_the_folder(site: BuiltOnce) -> None:
    shutil.rmtree(site.cache)
    site.cache.write_text("mine")


def _each(change: Callable[[Path], object]) -> Callable[[BuiltOnce], None]:
    def changed(site: BuiltOnce) -> None:
        for file in site.files():
            change(file)

    return changed


@pytest.mark.parametrize(
    "befall",
    [
        pytest.param(_each(lambda file: file.write_text("mine\n" * 2000)), id="another file"),
        pytest.param(_each(lambda file: file.write_bytes(b"")), id="an empty file"),
        pytest.param(_each(other_database), id="another database"),
        pytest.param(_file_in_place_of_the_folder, id="a file in place of the folder"),
    ],
)
def test_a_cache_that_is_none_costs_one_line_and_a_whole_build(
    befall: Callable[[BuiltOnce], None], site: BuiltOnce
) -> None:
    befall(site)

    assert len(told_of_the_cache(site)) == 1


def test_a_cache_that_is_gone_is_no_fault(site: BuiltOnce) -> None:
    shutil.rmtree(site.cache)

    assert told_of_the_cache(site) == ()


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
