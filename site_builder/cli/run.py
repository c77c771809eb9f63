"""What happens around every command: exit codes, and how faults that are not the content's reach the user.

0 all is well, 1 the content has errors, 2 the command cannot be run as given, 3 a bug of ours, 130 stopped by Ctrl-C,
141 nobody reads the output any more (the last two as shells count them: 128 and the signal).
"""

import errno
import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from site_builder import __version__
from site_builder.cli.application import application
from site_builder.cli.program import PROGRAM, program_here

USAGE = 2
BUG = 3
INTERRUPTED = 130
PIPE_CLOSED = 141

COMPLETION_VARIABLE = "_SITE_BUILDER_COMPLETE"
"""Set by a shell that asks what could come next."""

_REFUSALS = frozenset(
    [
        *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EBUSY),
        *(errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE),
    ]
)
"""The operating system says no, for reasons that no program can help. Other errors from it are bugs of ours."""


def run(arguments: Sequence[str]) -> int:
    """Runs a command. Returns its exit code; whatever goes wrong, no bare traceback reaches the user."""
    _accept_every_character()
    try:
        if COMPLETION_VARIABLE in os.environ:
            application.main(list(arguments), PROGRAM)
        with application.make_context(program_here(), list(arguments)) as context:
            application.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as refusal:
        click.echo(f"Error: {_one_line(refusal)}", err=True)
        return USAGE
    except (KeyboardInterrupt, EOFError, click.Abort):
        # A second Ctrl-C, from somebody impatient, must not interrupt the goodbye.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        click.echo("\nStopped.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _close_output_for_good()
        return PIPE_CLOSED
    except OSError as error:
        return _tell_refusal(error) if error.errno in _REFUSALS else _tell_bug(error, arguments)
    except Exception as bug:
        return _tell_bug(bug, arguments)
    return 0


def _accept_every_character() -> None:
    # Names in any script go to terminals of any encoding; a question mark in hex is better than no output.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _close_output_for_good() -> None:
    # Python flushes stdout once more at its end, and would complain. Source: "Note on SIGPIPE" in its manual.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _one_line(refusal: click.ClickException) -> str:
    message = refusal.format_message()
    context = refusal.ctx if isinstance(refusal, click.UsageError) else None
    return f"{message.rstrip('.')}. See: {context.command_path} --help" if context else message


def _tell_refusal(error: OSError) -> int:
    place = f"{error.filename}: " if error.filename else ""
    click.echo(f"Error: {place}{error.strerror}. Put that right and run the command again.", err=True)
    return USAGE


def _tell_bug(bug: Exception, arguments: Sequence[str]) -> int:
    import textwrap

    where = _traceback_file(bug, arguments)
    told = (
        f"{PROGRAM} met a fault of its own ({type(bug).__name__}: {_first_line(bug)}). Your content is not to blame. "
        f"Please report this and send the file {where} along: it holds the command you gave, and the place in the "
        "program where it failed."
    )
    click.echo(textwrap.fill(told, 100, break_long_words=False, break_on_hyphens=False), err=True)
    return BUG


def _traceback_file(bug: Exception, arguments: Sequence[str]) -> Path:
    import platform
    import tempfile
    import traceback

    python = f"Python {platform.python_version()} on {platform.platform()}"
    head = f"{PROGRAM} {__version__}, {python}\n{PROGRAM} {' '.join(map(repr, arguments))}\n\n"
    text = head + "".join(traceback.format_exception(bug))
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", prefix=f"{PROGRAM}-", suffix=".txt", delete=False
    ) as file:
        file.write(text)
    return Path(file.name)


def _first_line(bug: Exception) -> str:
    from site_builder.report.columns import visible

    lines = str(bug).splitlines()
    return visible(lines[0][:200]) if lines else "no more is known"
