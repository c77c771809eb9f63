"""`site-builder theme check`"""

from pathlib import Path

import click

from site_builder.cli.completion import complete_themes
from site_builder.cli.output import tell
from site_builder.cli.site import find_site, site_option
from site_builder.cli.themes import known_theme


@click.command(
    epilog="\b\nExample:\n  site-builder theme check mine\n  site-builder theme check --format json > theme.json"
)
@click.argument("name", required=False, shell_complete=complete_themes)
@site_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Tables, or JSON for programs."
)
def command(*, name: str | None, site: Path | None, form: str) -> None:
    """Put a theme to the test.

    Without NAME, the theme that the site uses, with what lies in overrides/. Its templates are checked as a build does.
    Then it has to set five small encyclopedias made to be hard to set: no dates, names of 60 letters without a space,
    several scripts, writing from right to left, 200 works, one entry, none. The contrast of every pair of colours is
    worked out in both schemes, and what readers have to load is held against budgets. Warnings count as faults. The
    exit code is 1 if the theme does not pass.
    """
    root = find_site(site)
    from site_builder.authoring.theme_check import check_theme
    from site_builder.authoring.theme_report import render_report, render_report_as_json
    from site_builder.build.configuration import read_configuration
    from site_builder.build.options import BuildOptions

    used = read_configuration(root, BuildOptions()).value.theme
    overrides = None if name else root / "overrides"
    report = check_theme(known_theme(root, name or used) or used, root / "themes", overrides)
    if form == "json":
        click.echo(render_report_as_json(report), nl=False)
    else:
        tell(report.diagnostics, form, root)
        click.echo(render_report(report), nl=False)
    if not report.passed:
        raise click.exceptions.Exit(1)
