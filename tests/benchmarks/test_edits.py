import sys
from pathlib import Path

import pytest

from benchmarks.course import write_site
from benchmarks.edits import EDITS, Expectation, apply, edits_of, unmet
from benchmarks.tools import Tool
from benchmarks.tools.catalogue import catalogue
from benchmarks.world import World, make_world

ROOT = Path(__file__).resolve().parents[2]
TOOLS = catalogue(Path(sys.executable), ROOT)


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(80)


def texts(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_each_edit_changes_the_site_and_is_taken_back_whole(tool: Tool, world: World, tmp_path: Path) -> None:
    write_site(tool, world, tmp_path)
    before = texts(tmp_path)

    for edit in edits_of(tool, world, tmp_path, 0):
        undone = apply(edit.changes, tmp_path)
        edited = texts(tmp_path)
        apply(undone, tmp_path)

        assert {path for path in edited if edited[path] != before[path]} == {change.path for change in edit.changes}
        assert edit.expectations
        assert texts(tmp_path) == before


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_edits_come_in_their_order_and_no_run_repeats_one(tool: Tool, world: World, tmp_path: Path) -> None:
    write_site(tool, world, tmp_path)
    first, second = (edits_of(tool, world, tmp_path, variant) for variant in (0, 1))

    assert tuple(edit.name for edit in first) == EDITS
    assert all(one.changes != other.changes for one, other in zip(first, second, strict=True))


def test_every_peer_is_told_the_same_of_an_entry(world: World) -> None:
    musician = world.musicians[0]
    texts_of_entry = [tool.entry(musician)[1] for tool in TOOLS]

    for text in texts_of_entry:
        for told in (musician.name, musician.summary, str(musician.born), *musician.instruments, *musician.venues):
            assert told in text
        assert all(one.before in text and one.after in text for one in musician.paragraphs)


def test_a_page_that_lacks_what_it_should_show_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("new")
    (tmp_path / "b.html").write_text("old")
    expectations = (
        Expectation("a.html", "new"),
        Expectation("b.html", "new"),
        Expectation("b.html", "old", present=False),
        Expectation("gone.html", "old", present=False),
        Expectation("gone.html", "new"),
    )

    assert unmet(expectations, tmp_path) == ("b.html", "b.html", "gone.html")
