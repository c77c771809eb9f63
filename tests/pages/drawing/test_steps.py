import pytest

from site_builder.pages.drawing.steps import step_of, steps_for


@pytest.mark.parametrize("most", [0, 1, 2, 7, 8, 64, 255, 256, 3999, 4000, 1_000_000])
def test_steps_follow_each_other_up_to_the_greatest_number(most: int) -> None:
    steps = steps_for(most)

    assert len(steps) <= 7
    assert [step.first for step in steps[1:]] == [step.last + 1 for step in steps[:-1]]
    assert [(steps[0].first, steps[-1].last)] == [(1, most)] if steps else most == 0
    assert [step.number for step in steps] == sorted({step.number for step in steps})


def test_few_steps_use_the_whole_range_of_shades() -> None:
    assert [step.number for step in steps_for(9)] == [1, 3, 5, 7]


def test_a_count_has_the_shade_of_its_step() -> None:
    assert [step_of(count, steps_for(9)) for count in (0, 1, 3, 4, 9)] == [0, 1, 3, 5, 7]
