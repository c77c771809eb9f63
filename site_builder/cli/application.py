"""The command `site-builder`, whose subcommands are imported when somebody names them."""

from difflib import get_close_matches
from importlib import import_module

import click

from site_builder import __version__
from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.program import PROGRAM

COMMANDS = ("init", "add", "build", "serve", "check", "list", "explain")
"""In the order in which a newcomer meets them. Each is the `command` of the module of its name."""


class Application(click.Group):
    """A group that knows the names of its commands, and imports them one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"site_builder.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 - a promise of our own modules
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(name, COMMANDS, n=1)
            advice = f'Did you mean "{near[0]}"?' if near else f"The commands are {', '.join(COMMANDS)}."
            raise CannotRun(f'There is no command "{name}". {advice}')
        return super().resolve_command(ctx, args)


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
