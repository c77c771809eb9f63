"""How to call this program from where the user stands: commands that messages show must work as they are."""

import shutil
import sys
from pathlib import Path
from shlex import quote

PROGRAM = "site-builder"


def program_here() -> str:
    """What to type in the working directory: the name where the shell finds it, else the path that was typed now."""
    return _call(sys.argv[0])


def program_elsewhere() -> str:
    """The same for after a change of the working directory."""
    return _call(str(Path.cwd() / sys.argv[0]))


def _call(script: str) -> str:
    if shutil.which(PROGRAM):
        return PROGRAM
    path = Path(script)
    if (path.parent.name, path.name) == ("site_builder", "__main__.py"):
        return f"{quote(sys.executable)} -m site_builder"
    # Whoever runs the command from a program of their own has typed no path of ours.
    return quote(script) if path.stem == PROGRAM else PROGRAM
