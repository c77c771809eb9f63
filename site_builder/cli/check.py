"""`site-builder check`"""

import sys
from pathlib import Path

import click

from site_builder.cli.options import base_url_option, drafts_option, jobs_option, strict_option, theme_option
from site_builder.cli.output import format_option, tell
from site_builder.cli.site import find_site, site_option
from site_builder.cli.themes import known_theme


@click.command(epilog="\b\nExample:\n  site-builder check\n  site-builder check --strict --format github")
@site_option
@strict_option
@drafts_option
@base_url_option
@theme_option
@format_option
@jobs_option
def command(
    *, site: Path | None, strict: bool, drafts: bool, base_url: str | None, theme: str | None, form: str, jobs: int
) -> None:
    """Say everything that is wrong, and write nothing.

    Beyond what a build says: links and anchors of the finished pages that lead nowhere, entries that nobody mentions,
    and what cannot be true, such as a musician who played in a hall before it opened.
    """
    root = find_site(site)
    from site_builder.build.options import BuildOptions
    from site_builder.build.pipeline import check
    from site_builder.report.progress import watched
    from site_builder.report.summary import render_check_summary

    options = BuildOptions(
        drafts=drafts or None, base_url=base_url, theme=known_theme(root, theme), strict=strict or None, jobs=jobs
    )
    with watched(sys.stderr) as progress:
        result = check(root, options, progress)
    tell(result.diagnostics, form, root)
    click.echo(render_check_summary(result), err=True)
    if result.failed:
        raise click.exceptions.Exit(1)
