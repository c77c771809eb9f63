"""`site-builder theme list`"""

from pathlib import Path

import click

from site_builder.cli.site import find_site, site_option
from site_builder.cli.themes import theme_places


@click.command(epilog="\b\nExample:\n  site-builder theme list")
@site_option
def command(*, site: Path | None) -> None:
    """List the themes there are: the site's own, and those that come with the program.

    The one that the site uses has a star.
    """
    root = find_site(site)
    from site_builder.authoring.themes import listed_themes, render_themes
    from site_builder.build.configuration import read_configuration
    from site_builder.build.options import BuildOptions

    used = read_configuration(root, BuildOptions()).value.theme
    click.echo(render_themes(listed_themes(theme_places(root)), used), nl=False)
