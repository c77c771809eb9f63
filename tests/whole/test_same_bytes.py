"""The finished site depends on its inputs alone."""

import os
import subprocess
import sys
from pathlib import Path

from site_builder.model.digest import digest_of_bytes
from tests.tools import ROOT

BUILD = """
import os, random, sys
from pathlib import Path
from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build

listed = os.scandir
class Shuffled(list):
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
def shuffled(folder):
    entries = Shuffled(listed(folder))
    random.Random(int(sys.argv[3])).shuffle(entries)
    return entries
if sys.argv[3] != "0":
    os.scandir = shuffled
result = build(Path(sys.argv[1]), BuildOptions(output=Path(sys.argv[2]), base_url="https://example.org/lives/"))
assert result.published, result.diagnostics
"""


def build_elsewhere(output: Path, cwd: Path, *, shuffle: int, **environment: str) -> dict[str, str]:
    subprocess.run(
        [sys.executable, "-c", BUILD, str(ROOT), str(output), str(shuffle)],
        check=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )
    return {
        path.relative_to(output).as_posix(): digest_of_bytes(path.read_bytes())
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def test_the_same_bytes_come_out_whatever_the_environment(tmp_path: Path) -> None:
    plain = build_elsewhere(tmp_path / "a", ROOT, shuffle=0, PYTHONHASHSEED="0", TZ="UTC", LANG="C", LC_ALL="C")
    other = build_elsewhere(
        tmp_path / "b", tmp_path, shuffle=7, PYTHONHASHSEED="42", TZ="Asia/Almaty", LANG="tr_TR.UTF-8", LC_ALL="C.UTF-8"
    )

    assert len(plain) > 100
    assert other == plain
