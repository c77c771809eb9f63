"""Each call to the file system fails once, and each is the last before the process is killed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.faults import (
    BROKEN,
    FORBIDDEN,
    FOREIGN,
    NEW,
    NO_SPACE,
    OLD,
    OTHER,
    FaultyCalls,
    Stopped,
    Tree,
    add_foreign_files,
    faulty,
    folders_of,
    put,
    refusal,
    tree_of,
)

STRIDE = 1 if os.environ.get("CI") else 7
"""Every call in CI; every seventh elsewhere, for those who wait."""


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is forced to the disk matters when the power fails, not when a process does."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture
def clean(tmp_path: Path) -> Callable[[Tree], tuple[dict[str, str], list[str]]]:
    """The folder as a clean build leaves it, among files of others."""

    def build(tree: Tree) -> tuple[dict[str, str], list[str]]:
        output = tmp_path / f"clean-{len(tree)}"
        put(output, tree)
        add_foreign_files(output)
        return tree_of(output), folders_of(output)

    return build


def pages(output: Path) -> dict[str, str]:
    return {path: text for path, text in tree_of(output).items() if not path.startswith(".site-builder")}


@pytest.mark.parametrize("atomic", [pytest.param(False, id="file-by-file"), pytest.param(True, id="at-once")])
@pytest.mark.parametrize(
    ("failure", "lasting"),
    [
        pytest.param(refusal(NO_SPACE), True, id="the-disk-stays-full"),
        pytest.param(refusal(BROKEN), False, id="one-call-breaks"),
        pytest.param(refusal(FORBIDDEN), False, id="one-call-is-forbidden"),
        pytest.param(Stopped, True, id="the-process-is-killed"),
    ],
)
def test_whichever_call_fails_no_page_is_torn_and_the_next_build_is_a_clean_one(
    tmp_path: Path,
    clean: Callable[[Tree], tuple[dict[str, str], list[str]]],
    failure: Callable[[], BaseException],
    *,
    lasting: bool,
    atomic: bool,
) -> None:
    before = tmp_path / "before"
    put(before, OLD)
    add_foreign_files(before)
    wanted = {"new": clean(NEW), "other": clean(OTHER)}
    output = tmp_path / "output"
    number = 1 - STRIDE
    while True:
        number += STRIDE
        calls = FaultyCalls(number, failure, lasting=lasting)
        shutil.copytree(before, output)
        with faulty(calls):
            try:
                put(output, NEW, atomic=atomic)
            except (OSError, Stopped) as error:
                stopped: BaseException | None = error
            else:
                stopped = None
        lying = pages(output)
        torn = {path: text for path, text in lying.items() if text not in (OLD.get(path), NEW.get(path))}
        assert torn.items() == FOREIGN.items(), (number, stopped)
        if atomic and failure is Stopped:
            assert {**lying} in ({**OLD, **FOREIGN}, {**NEW, **FOREIGN}), number

        following, tree = ("new", NEW) if number % 4 < 2 else ("other", OTHER)
        put(output, tree, atomic=atomic)

        assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == [], (number, stopped)
        assert (tree_of(output), folders_of(output)) == wanted[following], (number, stopped)
        shutil.rmtree(output)
        if not calls.reached:
            break
    assert number > 200
