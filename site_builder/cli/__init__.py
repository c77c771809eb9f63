"""The command line: one file a command, thin. Nothing is imported before it is needed, so that --help is instant."""

import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Runs the command of this process, and ends it with the exit code of `cli.run`."""
    from site_builder.cli.run import run

    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    # To take a hundred megabytes of values apart takes as long as a tenth of a build that finds nothing to do.
    os._exit(code)
