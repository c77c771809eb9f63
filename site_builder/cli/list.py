"""`site-builder list`"""

from pathlib import Path

import click

from site_builder.cli.completion import complete_kinds
from site_builder.cli.site import command_line, find_site, site_option


@click.command(epilog="\b\nExample:\n  site-builder list venues\n  site-builder list --format json > entities.json")
@click.argument("kind", required=False, shell_complete=complete_kinds)
@site_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Columns, or JSON for programs."
)
def command(*, kind: str | None, site: Path | None, form: str) -> None:
    """List what the encyclopedia has.

    Everything, drafts included, or only one KIND: musicians, venues … The number before an instrument, a country or a
    venue counts its musicians; before a musician, the other entries that speak of it. The exit code is 1 if files
    with errors may be missing from the list.
    """
    root = find_site(site)
    from site_builder.build.options import BuildOptions
    from site_builder.build.pipeline import encyclopedia_of
    from site_builder.cli.kinds import kind_to_list, singulars
    from site_builder.model.diagnostic import Severity
    from site_builder.report.listing import listed, render_list, render_list_as_json

    encyclopedia, diagnostics = encyclopedia_of(root, BuildOptions(drafts=True))
    kinds = [kind_to_list(kind, encyclopedia, site)] if kind else list(singulars(encyclopedia.config))
    entities = listed(encyclopedia, kinds)
    click.echo(render_list_as_json(entities) if form == "json" else render_list(entities), nl=False)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        see = command_line("check", site)
        click.echo(f"Files with errors may be missing from this list. See: {see}", err=True)
        raise click.exceptions.Exit(1)
