"""`site-builder theme eject`"""

from pathlib import Path

import click

from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.completion import complete_parts, complete_themes
from site_builder.cli.site import find_site, path_from_here, site_option
from site_builder.cli.themes import known_theme, theme_places


@click.command(
    epilog="\b\nExample:\n  site-builder theme eject entry.html\n  site-builder theme eject partials/footer.html\n"
    "  site-builder theme eject style.css/53-facts.css"
)
@click.argument("part", shell_complete=complete_parts)
@click.option(
    "--theme",
    metavar="NAME",
    help="The theme to copy from. By default the one that the site uses.",
    shell_complete=complete_themes,
)
@site_option
def command(*, part: str, theme: str | None, site: Path | None) -> None:
    """Copy a part of the theme to overrides/, where you may change it.

    PART is a template or a file in static/, by its path or its name. The copy says where it is from. Nothing is
    overwritten, and no page changes before the copy does. Delete it to have the theme's part again.
    """
    root = find_site(site)
    from site_builder.authoring.themes import NoSuchPartError, ejected
    from site_builder.build.configuration import read_configuration
    from site_builder.build.options import BuildOptions
    from site_builder.theme.chain import load_theme

    name = known_theme(root, theme) or read_configuration(root, BuildOptions()).value.theme
    loaded = load_theme(name, folders=theme_places(root), overrides=None)
    if loaded.value is None:
        raise CannotRun(f"The theme cannot be read: {loaded.diagnostics[0].message}. site-builder check says more.")
    try:
        copy = ejected(part, loaded.value)
    except NoSuchPartError as refusal:
        raise CannotRun(str(refusal)) from None
    file = root / "overrides" / copy.path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as opened:
            opened.write(copy.content)
    except FileExistsError:
        raise CannotRun(f"{path_from_here(file)} is there already. Change it, or move it out of the way.") from None
    click.echo(f"Copied {copy.origin} to {path_from_here(file)}. It now takes the place of the theme's.")
