"""Why a command is not run."""

import click


class CannotRun(click.ClickException):
    """The command cannot be run as given; the message is one line that says why, and what to do."""

    exit_code = 2
