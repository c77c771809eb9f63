import json
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from site_builder.authoring.origin import requirements, requirements_of

BY_HAND = "# This copy of the program has no public address: put its wheel there, or name where it can be had."


def installed(folder: Path, direct_url: object = None) -> PathDistribution:
    information = folder / "site_builder-1.2.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.4\nName: site-builder\nVersion: 1.2\n")
    if direct_url is not None:
        (information / "direct_url.json").write_text(json.dumps(direct_url))
    return PathDistribution(information)


@pytest.mark.parametrize(
    ("direct_url", "lines"),
    [
        (None, ["site-builder==1.2"]),
        (
            {"url": "https://example.org/lives.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            ["site-builder @ git+https://example.org/lives.git@abc"],
        ),
        (
            {"url": "https://example.org/site_builder-1.2.tar.gz", "archive_info": {}},
            ["site-builder @ https://example.org/site_builder-1.2.tar.gz"],
        ),
        (
            {"url": "file:///home/somebody/lives", "dir_info": {"editable": True}},
            [BY_HAND, "./site_builder-1.2-py3-none-any.whl"],
        ),
    ],
)
def test_the_workflow_installs_what_made_the_site(tmp_path: Path, direct_url: object, lines: list[str]) -> None:
    text = requirements_of(installed(tmp_path, direct_url))

    assert text.splitlines() == ["# What the workflow in .github/workflows/pages.yml installs.", *lines]


def test_a_name_that_somebody_else_may_own_is_never_asked_for_without_reason() -> None:
    assert "\nsite-builder\n" not in requirements()
