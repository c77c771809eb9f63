"""`site-builder theme new`"""

from pathlib import Path

import click

from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.completion import complete_themes
from site_builder.cli.site import command_line, find_site, path_from_here, site_option
from site_builder.cli.themes import known_theme, theme_places


@click.command(epilog="\b\nExample:\n  site-builder theme new mine\n  site-builder theme new plain --parent base")
@click.argument("name")
@click.option(
    "--parent",
    metavar="NAME",
    default="encyclopedia",
    show_default=True,
    help="The theme whose look it begins with.",
    shell_complete=complete_themes,
)
@site_option
def command(*, name: str, parent: str, site: Path | None) -> None:
    """Make a theme of your own in themes/NAME.

    It has a theme.toml with all that the parent sets, to be changed line by line, a template that shows how one is
    replaced, and a style sheet. It looks like its parent until you change something.
    """
    root = find_site(site)
    from site_builder.authoring.themes import theme_files
    from site_builder.theme.chain import theme_folders
    from site_builder.theme.manifest import is_theme_name

    if not is_theme_name(name):
        raise CannotRun(
            f'No folder of a theme can be called "{name}". Use small letters, digits and hyphens: green-room.'
        )
    known_theme(root, parent)
    if name in theme_folders(theme_places(root)) or (root / "themes" / name).exists():
        raise CannotRun(f'There is a theme "{name}" already. Choose another name.')
    folder = root / "themes" / name
    for path, content in theme_files(name, parent, theme_places(root)).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as opened:
            opened.write(content)
    click.echo(
        f"Made the theme {name} in {path_from_here(folder)}. Now:\n\n"
        f"  {command_line('serve', site)} --theme {name}\n\n"
        f"and change {path_from_here(folder / 'theme.toml')} while you watch. To use it, write in site.toml:\n\n"
        f'  theme = "{name}"\n'
    )
