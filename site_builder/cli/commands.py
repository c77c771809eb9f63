"""Groups of commands, which are imported when somebody names them."""

from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

import click

from site_builder.cli.cannot_run import CannotRun


class Commands(click.Group):
    """A group that knows the names of its commands, and imports them one by one."""

    names: Sequence[str] = ()
    """In the order in which a newcomer meets them."""
    prefix = ""
    """What the names of their modules in cli/ begin with. Each module has a `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.names:
            return None
        command = import_module(f"site_builder.cli.{self.prefix}{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 - a promise of our own modules
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.names and not name.startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(name, self.names, n=1)
            advice = f'Did you mean "{near[0]}"?' if near else f"The commands are {', '.join(self.names)}."
            called = f"{ctx.info_name} {name}" if ctx.parent else name
            raise CannotRun(f'There is no command "{called}". {advice}')
        return super().resolve_command(ctx, args)
