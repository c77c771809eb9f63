"""A rebuild equals a clean build, whatever happened before it."""

import pytest

from tests.rebuilds.campaign import campaign

PARTS = 8


@pytest.mark.parametrize("part", range(PARTS))
def test_a_rebuild_equals_a_clean_build_whatever_happened_before_it(part: int) -> None:
    campaign(200 // PARTS, first_seed=part)
