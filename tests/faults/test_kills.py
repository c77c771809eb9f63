"""Real builds, killed at random moments; `python -m tests.faults.kills` is the long campaign."""

import os
import sys
from pathlib import Path

import pytest

from tests.faults.kills import Campaign


@pytest.mark.skipif(sys.platform == "win32", reason="this test kills processes as POSIX does")
def test_killed_builds_leave_whole_pages_and_the_next_build_is_a_clean_one(tmp_path: Path) -> None:
    kills = 60 if os.environ.get("CI") else 6
    campaign = Campaign(tmp_path, seed=1)

    number = 0
    while campaign.met["builds killed"] < kills or number % 3:
        number += 1
        campaign.kill_one(number)
