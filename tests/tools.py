"""Programs of others that some tests need. In CI they have to be there; elsewhere their tests skip and say why."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from tools import devtools

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM_NAMES = devtools.PROGRAMS
CHROMIUM_OPTIONS = devtools.OPTIONS


def missing(reason: str) -> NoReturn:
    """Skips the test; in CI fails it."""
    if os.environ.get("CI"):
        pytest.fail(f"CI has to have it: {reason}")
    pytest.skip(reason)


def chromium(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What headless Chromium printed when it was run with a new profile."""
    program = next((found for name in CHROMIUM_NAMES if (found := shutil.which(name))), None)
    if program is None:
        missing("this test opens pages in Chromium, which is not installed")
    with tempfile.TemporaryDirectory() as profile:
        return subprocess.run(
            [program, *CHROMIUM_OPTIONS, f"--user-data-dir={profile}", *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )


def node(script: str) -> str:
    """What Node.js printed when it ran the script."""
    program = shutil.which("node")
    if program is None:
        missing("this test runs a script of the theme in Node.js, which is not installed")
    done = subprocess.run([program, "-"], input=script, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout


def nu_html_checker() -> list[str]:
    """The command that runs the Nu HTML checker, from `npm install vnu-jar`."""
    jar = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
    java = shutil.which("java")
    if java is None or not jar.is_file():
        missing("this test runs the Nu HTML checker, which needs Java and `npm install --no-save vnu-jar`")
    return [java, "-Xss4m", "-jar", str(jar)]
