from pathlib import Path

import pytest

from benchmarks.course import COLD, Sample, Size
from benchmarks.measure import Extent
from benchmarks.memory import Memory
from benchmarks.preview import Wait, waits_table
from benchmarks.result import Result, save, saved
from benchmarks.scale import Point, drawn_out, power_of, seconds_on
from benchmarks.table import between_markers, misses, sizes, spread, timings


def sample(tool: str, wall_s: float, *wrong: str) -> Sample:
    return Sample(tool, "disk", COLD, wall_s, wall_s, wrong)


def point(entries: int, **changed: float) -> Point:
    values = {name: float(entries) for name in Point.__struct_fields__ if name not in {"entries", "cores"}}
    return Point(entries=entries, cores=2, **{**values, **changed})


def test_a_table_has_medians_and_how_many_times_ours_they_are() -> None:
    samples = [sample("ours", second) for second in (1.0, 9.0, 2.0)] + [sample("peer", 5.0, "a.html")]

    assert timings(samples, "disk", "ours").splitlines() == [
        "| output on disk | ours |          peer |",
        "|----------------|-----:|--------------:|",
        "| cold           | 2.00 | 5.00 (×2.5) * |",
    ]
    assert misses(samples) == "- peer, cold: `a.html`"


def test_the_time_of_processors_has_a_table_of_its_own() -> None:
    result = Result(10, 1, "a machine", {}, (Sample("ours", "disk", COLD, 1.0, 7.5),), (), {})

    assert "| processor, disk |" in result.as_markdown()
    assert "7.50" in result.as_markdown()


def test_ratios_that_are_small_keep_two_figures() -> None:
    samples = [sample("ours", 20.0), sample("peer", 1.0)]

    assert "1.00 (×0.05)" in timings(samples, "disk", "ours")


def test_sizes_are_in_mebibytes() -> None:
    size = Size("ours", Memory(3 * 2**20, 4 * 2**20), Extent(1234, 5 * 2**20), 0)

    assert sizes([size]).splitlines()[2].replace(" ", "") == "|ours|3|4|1,234|5.0|0.0|"


def test_noise_is_the_usual_spread_of_what_ran_more_than_once() -> None:
    assert spread([sample("ours", 9.0), sample("ours", 10.0), sample("ours", 12.0), sample("peer", 4.0)]) == 0.3
    assert spread([sample("ours", 9.0)]) == 0.0


def test_results_are_put_between_their_markers_and_nothing_else_changes() -> None:
    document = "# A\n<!-- a: begin -->\nold\n<!-- a: end -->\n<!-- b: begin -->\n<!-- b: end -->\nend\n"

    once = between_markers(document, "a", "new \\1\n")

    assert once == "# A\n<!-- a: begin -->\n\nnew \\1\n\n<!-- a: end -->\n<!-- b: begin -->\n<!-- b: end -->\nend\n"
    assert between_markers(once, "a", "new \\1") == once
    with pytest.raises(ValueError, match="no place for c"):
        between_markers(document, "c", "new")


def test_the_documents_have_a_place_for_every_table() -> None:
    docs = Path(__file__).resolve().parents[2] / "docs"

    for name in ("results", "large", "preview"):
        assert between_markers((docs / "benchmarks.md").read_text(), name, "text")
    assert between_markers((docs / "scale.md").read_text(), "scale", "text")


def test_a_result_is_kept_as_it_was(tmp_path: Path) -> None:
    size = Size("ours", Memory(1, 2), Extent(3, 4), 5)
    result = Result(10, 1, "a machine", {"ours": "1"}, (sample("ours", 1.0),), (size,), {"peer": "why\nmore"})

    save(result, tmp_path)

    assert saved(10, tmp_path) == result
    assert saved(11, tmp_path) is None
    assert "- peer: why" in result.as_markdown()


def test_what_grows_in_proportion_has_the_power_one() -> None:
    points = [point(1000), point(10_000)]

    assert power_of(points, lambda one: one.cold_s) == pytest.approx(1.0)
    assert drawn_out(points, lambda one: one.cold_s) == pytest.approx(1_000_000)


def test_what_grows_faster_is_drawn_out_as_a_power() -> None:
    points = [point(1000, cold_s=1.0), point(10_000, cold_s=100.0)]

    assert drawn_out(points, lambda one: one.cold_s, 100_000) == pytest.approx(10_000)


def test_a_cost_before_the_first_entry_does_not_flatter_the_estimate() -> None:
    points = [point(1000, cold_s=11.0), point(2000, cold_s=12.0)]

    assert drawn_out(points, lambda one: one.cold_s, 100_000) == pytest.approx(110.0)


def test_more_machines_shorten_only_what_can_be_divided() -> None:
    # Six seconds in one process and four in two: two that cannot be divided, four that can.
    points = [point(1_000_000, alone_s=6.0, cold_s=4.0)]

    assert (points[0].serial_s, points[0].divided_s) == (2.0, 4.0)
    assert seconds_on(points, 1) == pytest.approx(4.0)
    assert seconds_on(points, 10) == pytest.approx(2.2)


def test_waits_are_told_by_their_middle_and_their_slow_end() -> None:
    waits = [Wait("ours", "prose", float(number), float(number + 1)) for number in range(1, 31)]
    waits.append(Wait("ours", "prose", None, None, ("a.html",)))

    assert waits_table(waits).splitlines()[2].replace(" ", "") == "|ours,prose|16|29|16|30|1of31|"
