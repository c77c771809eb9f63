"""`site-builder theme`"""

import click

from site_builder.cli.commands import Commands


class ThemeCommands(Commands):
    names = ("list", "new", "eject", "check")
    prefix = "theme_"


@click.group(
    cls=ThemeCommands,
    subcommand_metavar="COMMAND [ARGS]...",
    epilog="\b\nExample:\n  site-builder theme new mine\n  site-builder theme check mine",
)
def command() -> None:
    """Make, change and check themes."""
