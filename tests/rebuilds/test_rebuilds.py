"""A rebuild equals a clean build, whatever happened before it."""

import pytest

from tests.rebuilds.campaign import campaign

SEQUENCES = {"processes": 120, "memory": 80}
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("way", SEQUENCES)
def test_a_rebuild_equals_a_clean_build_whatever_happened_before_it(way: str, part: int) -> None:
    campaign(SEQUENCES[way] // PARTS, first_seed=part, way=way)
