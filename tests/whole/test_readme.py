"""README.md shows nothing that does not work."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import check
from site_builder.model.diagnostic import Severity
from site_builder.report.text import render_text
from tests.tools import ROOT

README = (ROOT / "README.md").read_text()
RUN_ELSEWHERE = {
    "make site",  # test_distribution.py, in a fresh clone
    "make test",  # what runs this test
}


def commands() -> list[str]:
    blocks = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def test_every_command_of_the_readme_does_what_it_says(tmp_path: Path) -> None:
    for name in ("content", "themes", "site.toml"):
        source = ROOT / name
        shutil.copytree(source, tmp_path / name) if source.is_dir() else shutil.copy(source, tmp_path)
    binaries = Path(sys.executable).parent
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}"}

    ours = [command for command in commands() if command not in RUN_ELSEWHERE]
    assert len(ours) >= 6
    for command in ours:
        program, *arguments = shlex.split(command)
        assert program == ".venv/bin/site-builder"
        result = subprocess.run(
            [sys.executable, "-m", "site_builder", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        assert result.returncode == 0, f"{command}:\n{result.stdout}\n{result.stderr}"

    assert (tmp_path / "content/musicians/aset-dala.md").is_file()
    assert (tmp_path / "output/musicians/aset-dala.html").is_file()
    assert (tmp_path / "mysite/output/index.html").is_file()
    assert (tmp_path / "mysite-online/.github/workflows/pages.yml").is_file()


def test_every_file_that_the_documentation_links_to_is_there() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]

    missing = {
        f"{document.relative_to(ROOT)}: {link}"
        for document in documents
        for link in re.findall(
            r"\]\(([^)#]+)", re.sub(r"```.*?```|`[^`\n]*`", "", document.read_text(), flags=re.DOTALL)
        )
        if "://" not in link and not (document.parent / link).exists()
    }
    assert missing == set()


def test_the_message_that_the_readme_shows_is_the_one_that_comes(tmp_path: Path) -> None:
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "site.toml").touch()
    entry = re.search(r"```markdown\n(.*?)```", README, re.DOTALL)
    shown = re.search(r"```\n(content/.*?)```", README, re.DOTALL)
    assert entry is not None
    assert shown is not None
    mistaken = entry[1].replace("[[Yerkin Samalbek]]", "[[Yerkin Samalbekov]]")
    (tmp_path / "content/musicians/aset-dala.md").write_text(mistaken)

    result = check(tmp_path, BuildOptions())

    told = [fault for fault in result.diagnostics if fault.severity is Severity.WARNING]
    assert render_text(told, colour=False) == shown[1]
