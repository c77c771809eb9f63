"""Sites for tests, written as one text: a line `-- path --` before each file."""

import re
from pathlib import Path
from textwrap import dedent

_FILE = re.compile(r"^-- (\S+) --\n", re.MULTILINE)


def write_site(root: Path, text: str) -> Path:
    """The folder, holding the files of `text`. Entries need no `---` lines: what stands before the first blank line
    of a file in content/ is its front matter."""
    (root / "site.toml").touch()
    pieces = _FILE.split(dedent(text).lstrip("\n"))
    for path, content in zip(pieces[1::2], pieces[2::2], strict=True):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_entry(content) if path.startswith("content/") and path.endswith(".md") else content)
    return root


def _entry(content: str) -> str:
    if content.startswith("---\n"):
        return content
    front_matter, _, body = content.partition("\n\n")
    return f"---\n{front_matter.rstrip()}\n---\n\n{body}"
