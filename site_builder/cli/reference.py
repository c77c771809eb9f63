"""docs/commands.md and docs/messages.md, made from what the commands and the rules say of themselves.

python -m site_builder.cli.reference docs
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from site_builder.cli.application import COMMANDS, application
from site_builder.cli.program import PROGRAM
from site_builder.report.explain import messages_page

_INTRODUCTION = f"""\
# Commands

What each command says of itself; `{PROGRAM} COMMAND --help` shows the same.

Commands that work on a site find it by themselves: it is the nearest folder, from the working directory upwards, that
has a `site.toml`.

| exit code | meaning |
|---|---|
| 0 | all is well |
| 1 | the content has errors |
| 2 | the command cannot be run as given, or the operating system refused |
| 3 | a fault of the program itself: please report it |
| 130 | stopped by Ctrl-C |
"""

_COMPLETION = f"""\
## Completion in the shell

With completion, Tab offers commands and options, the codes of `explain`, the kinds of `list` and `add --kind`, and
for `add --instrument`, `--country` and `--venue` the names that the encyclopedia has. Add the line of your shell to its
file:

```sh
eval "$(_SITE_BUILDER_COMPLETE=bash_source {PROGRAM})"            # ~/.bashrc, bash 4.4 and newer
eval "$(_SITE_BUILDER_COMPLETE=zsh_source {PROGRAM})"             # ~/.zshrc
_SITE_BUILDER_COMPLETE=fish_source {PROGRAM} | source             # ~/.config/fish/completions/{PROGRAM}.fish
```
"""


def commands_page() -> str:
    """docs/commands.md, whole."""
    # The width is given, not that of whichever terminal runs this.
    context = click.Context(application, info_name=PROGRAM, terminal_width=80, **application.context_settings)
    sections = [_section(context)]
    for name in COMMANDS:
        command = application.get_command(context, name)
        assert command is not None  # noqa: S101 - it is one of its own names
        below = click.Context(command, parent=context, info_name=name, terminal_width=80)
        sections.append(_section(below))
        sections.extend(_subsections(command, below))
    return "\n".join([_INTRODUCTION, *sections, _COMPLETION])


def _subsections(command: click.Command, context: click.Context) -> Iterator[str]:
    """Those of a group's own commands."""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None  # noqa: S101 - it is one of its own names
            yield f"#{_section(click.Context(inner, parent=context, info_name=name, terminal_width=80))}"


def pages() -> dict[str, str]:
    """The generated pages by the name of their file in docs/."""
    return {"commands.md": commands_page(), "messages.md": messages_page()}


def _section(context: click.Context) -> str:
    return f"## {context.command_path}\n\n```text\n{context.get_help()}\n```\n"


if __name__ == "__main__":
    for name, page in pages().items():
        Path(sys.argv[1], name).write_text(page, encoding="utf-8")
