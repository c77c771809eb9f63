import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.course import COLD, UNCHANGED, Entrant, Runner, write_site
from benchmarks.edits import EDITS, PROSE
from benchmarks.measure import BuildFailedError, run
from benchmarks.tools import Command, Place, Tool
from benchmarks.world import Musician, World, make_world

WORLD = make_world(60)
COPY = """
import pathlib, shutil, sys
site, output, kept = map(pathlib.Path, sys.argv[1:])
shutil.rmtree(output, ignore_errors=True)
shutil.copytree(site, output)
if kept.exists(): (output / "warm").touch()
kept.touch()
"""


def copier(name: str, script: str = COPY) -> Tool:
    """A tool whose finished site is a copy of its sources."""

    def skeleton(_world: World) -> Mapping[str, bytes]:
        return {"style.css": b"", "layout.html": b"<main>"}

    def entry(musician: Musician) -> tuple[str, str]:
        return f"{musician.slug}.md", f"{musician.name}\n{musician.paragraphs[0].after}\n"

    def command(place: Place) -> Command:
        arguments = (sys.executable, "-c", script, str(place.site), str(place.output), str(place.site / "kept"))
        return Command(arguments, place.site)

    return Tool(
        name=name,
        package="",
        requires=None,
        skeleton=skeleton,
        entry=entry,
        command=command,
        kept=("kept",),
        incremental=False,
        stylesheet="style.css",
        published_stylesheet="style.css",
        layout="layout.html",
        entry_page="{}.md".format,
        term_page="{}-{}.md".format,
    )


def entrant(tool: Tool, folder: Path) -> Entrant:
    place = Place(folder / tool.name / "site", folder / tool.name / "output", folder)
    write_site(tool, WORLD, place.site)
    return Entrant(tool, place, "disk")


def test_tools_take_turns_at_every_step(tmp_path: Path) -> None:
    runner = Runner(WORLD, [entrant(copier(name), tmp_path) for name in ("one", "other")], lambda _: None)

    runner.run(1, patience_s=60)

    assert [(sample.step, sample.tool) for sample in runner.samples] == [
        (step, tool) for step in (COLD, UNCHANGED, *EDITS) for tool in ("one", "other")
    ]
    assert [size.tool for size in runner.sizes] == ["one", "other"]


def test_pages_that_do_not_show_an_edit_are_found(tmp_path: Path) -> None:
    runner = Runner(WORLD, [entrant(copier("copier"), tmp_path)], lambda _: None)

    runner.run(1, patience_s=60)

    # A copy shows the edited prose; it has no page of any instrument.
    wrong = {sample.step: sample.wrong for sample in runner.samples}
    assert wrong[PROSE] == ()
    assert any(path.startswith("instruments-") for path in wrong["instruments of one entry"])


def test_the_site_is_afterwards_as_it_was(tmp_path: Path) -> None:
    one = entrant(copier("copier"), tmp_path)
    before = {path: path.read_bytes() for path in one.place.site.iterdir()}

    Runner(WORLD, [one], lambda _: None).run(1, patience_s=60)

    assert {path: path.read_bytes() for path in one.place.site.iterdir() if path.name != "kept"} == before


def test_a_cold_build_starts_from_nothing(tmp_path: Path) -> None:
    one = entrant(copier("copier"), tmp_path)
    (one.place.site / "kept").touch()

    Runner(WORLD, [one], lambda _: None).run(1, patience_s=60)

    # The memory is measured last, in a cold build.
    assert not (one.place.output / "warm").exists()


def test_a_slow_tool_is_built_cold_and_once_more(tmp_path: Path) -> None:
    runner = Runner(WORLD, [entrant(copier("slow"), tmp_path)], lambda _: None)

    runner.run(3, patience_s=0)

    assert [sample.step for sample in runner.samples] == [COLD, PROSE]


def test_a_tool_that_fails_is_out_and_the_others_go_on(tmp_path: Path) -> None:
    tools = [copier("broken", "print('no such thing'); raise SystemExit(3)"), copier("sound")]
    runner = Runner(WORLD, [entrant(tool, tmp_path) for tool in tools], lambda _: None)

    runner.run(1, patience_s=60)

    assert {sample.tool for sample in runner.samples} == {"sound"}
    assert runner.failures["broken"].splitlines() == ["the build failed with exit code 3", "no such thing"]


def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    hold = "import subprocess, sys, time; held = bytearray(b'x' * 40_000_000); {}; time.sleep(0.3)"
    child = f"subprocess.run([sys.executable, '-c', {hold.format('pass')!r}])"
    command = Command((sys.executable, "-c", hold.format(child)), tmp_path)

    memory = run(command, sample_memory=True).memory

    assert 80_000_000 < memory.pss <= memory.rss < 200_000_000


def test_a_failed_build_tells_its_last_lines(tmp_path: Path) -> None:
    with pytest.raises(BuildFailedError, match="exit code 2\nwhy"):
        run(Command((sys.executable, "-c", "print('why'); raise SystemExit(2)"), tmp_path))


def test_a_measurement_that_is_interrupted_leaves_nothing_running(tmp_path: Path) -> None:
    build = "import os, pathlib, time; pathlib.Path('started').write_text(str(os.getpid())); time.sleep(60)"
    script = (
        "import sys; from pathlib import Path;"
        "from benchmarks.measure import run; from benchmarks.tools import Command;"
        f"run(Command((sys.executable, '-c', {build!r}), Path.cwd()))"
    )
    environment = {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    measuring = subprocess.Popen(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL
    )
    started = tmp_path / "started"
    deadline = time.monotonic() + 20
    while not (started.is_file() and started.read_text()) and time.monotonic() < deadline:
        time.sleep(0.02)

    measuring.send_signal(signal.SIGINT)
    measuring.wait(timeout=20)

    assert not Path("/proc", started.read_text()).exists()
