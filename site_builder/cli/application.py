"""The command `site-builder`, whose subcommands are imported when somebody names them."""

import click

from site_builder import __version__
from site_builder.cli.commands import Commands
from site_builder.cli.program import PROGRAM

COMMANDS = ("init", "add", "build", "serve", "check", "list", "theme", "explain")
"""In the order in which a newcomer meets them. Each is the `command` of the module of its name."""


class Application(Commands):
    names = COMMANDS


@click.group(
    cls=Application,
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExample:\n  site-builder init mysite\n  cd mysite\n  site-builder build",
)
@click.version_option(__version__, prog_name=PROGRAM)
@click.pass_context
def application(context: click.Context) -> None:
    """Turn a folder of Markdown files into an encyclopedia of musicians.

    Exit codes: 0 all is well; 1 the content has errors; 2 the command could not be run as given; 3 a fault of the
    program itself.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        raise click.exceptions.Exit(2)
