"""What a newcomer does first: clone and make, or install the wheel."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.tools import ROOT

CONSTRAINTS = ROOT / "constraints.txt"


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH", "MAKEFLAGS")
    }
    result = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env={**inherited, **environment}
    )
    assert result.returncode == 0, f"{command}:\n{result.stdout}\n{result.stderr}"
    return result.stdout + result.stderr


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The files that git has, as they are now."""
    names = (
        subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    )
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (tmp_path / "clone" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / "clone" / name)
    return tmp_path / "clone"


def test_make_site_builds_the_encyclopedia_from_a_fresh_clone_and_the_second_time_at_once(clone: Path) -> None:
    first = run("make", "site", f"PYTHON={sys.executable}", cwd=clone)
    second = run("make", "site", f"PYTHON={sys.executable}", cwd=clone)

    assert "Installing" in first
    assert "Installing" not in second
    assert (clone / "output/musicians/bakhyt-taro.html").is_file()


def test_the_wheel_makes_a_working_encyclopedia_in_an_empty_environment(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", wheels, ROOT, cwd=tmp_path)
    (wheel,) = wheels.glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    binaries = tmp_path / "venv" / "bin"
    run(binaries / "python", "-m", "pip", "install", "--quiet", "--constraint", CONSTRAINTS, wheel, cwd=tmp_path)

    run(binaries / "site-builder", "init", "mysite", cwd=tmp_path)
    summary = run(binaries / "site-builder", "build", cwd=tmp_path / "mysite")

    output = tmp_path / "mysite" / "output"
    assert (output / "index.html").is_file()
    assert (output / "static/style.css").is_file()
    assert len(list((output / "musicians").glob("*.html"))) >= 2
    assert "warning" not in summary.replace("0 warnings", "").replace("no warnings", "")
