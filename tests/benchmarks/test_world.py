import statistics
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from benchmarks.tools.site_builder import site_builder
from benchmarks.world import (
    World,
    changed_between,
    instruments_changed,
    make_world,
    mark,
    prose_edited,
    renamed_venue,
    subject,
    venue_renamed,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(400)


def test_the_same_number_of_entries_makes_the_same_world_in_any_process(world: World) -> None:
    script = (
        "import msgspec, hashlib; from benchmarks.world import make_world;"
        "print(hashlib.sha256(msgspec.json.encode(make_world(60))).hexdigest())"
    )
    digests = {
        subprocess.check_output(
            [sys.executable, "-c", script], env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}, text=True
        )
        for seed in ("1", "2")
    }

    assert len(digests) == 1
    assert make_world(400) == world


def test_entries_are_as_large_as_the_tables_say() -> None:
    world = make_world(2000)
    entry = site_builder(Path(sys.executable), ROOT).entry

    sizes = [len(entry(musician)[1].encode()) for musician in world.musicians]

    assert 2100 < statistics.mean(sizes) < 2300
    assert {len(musician.instruments) for musician in world.musicians} == {1, 2, 3}
    assert {len(musician.countries) for musician in world.musicians} == {1, 2}
    assert {len(musician.venues) for musician in world.musicians} == {1, 2, 3, 4}
    assert {sum(bool(one.to) for one in musician.paragraphs) for musician in world.musicians} == {4}
    assert (len(world.terms("instruments")), len(world.terms("countries")), len(world.terms("venues"))) == (
        60,
        120,
        100,
    )


def test_links_lead_to_other_entries_that_exist(world: World) -> None:
    names = {musician.name for musician in world.musicians}

    for musician in world.musicians:
        assert {one.to for one in musician.paragraphs if one.to} <= names - {musician.name}


def test_names_of_files_are_never_shared(world: World) -> None:
    assert len({musician.slug for musician in world.musicians}) == len(world.musicians)


def test_an_edit_of_prose_changes_one_entry_and_nothing_else_of_it(world: World) -> None:
    (changed,) = changed_between(world, prose_edited(world, 7))

    assert mark(7) in changed.paragraphs[0].after
    assert msgspec.structs.replace(changed, paragraphs=subject(world).paragraphs) == subject(world)


def test_a_change_of_instruments_keeps_the_one_that_the_prose_names(world: World) -> None:
    (changed,) = changed_between(world, instruments_changed(world, 0))

    assert changed.instruments[0] == subject(world).instruments[0]
    assert len(set(changed.instruments) - set(subject(world).instruments)) == 1


def test_a_renamed_venue_is_gone_and_all_who_named_it_name_the_new_one(world: World) -> None:
    old = renamed_venue(world)
    naming = [musician.slug for musician in world.musicians if old in musician.venues]
    after = venue_renamed(world, 0)

    assert [musician.slug for musician in changed_between(world, after)] == naming
    assert 30 <= len(naming) <= 50
    assert old not in after.terms("venues")
    assert len(after.terms("venues")) == len(world.terms("venues"))


@pytest.mark.parametrize("edited", [prose_edited, instruments_changed, venue_renamed])
def test_no_two_runs_make_the_same_edit(world: World, edited: object) -> None:
    assert callable(edited)
    variants = [edited(world, variant) for variant in range(10)]

    assert len({msgspec.json.encode(variant) for variant in variants}) == 10
