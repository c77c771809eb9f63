"""`site-builder build`"""

import gc
import sys
from pathlib import Path

import click

from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.options import base_url_option, drafts_option, jobs_option, strict_option, theme_option
from site_builder.cli.output import format_option, tell
from site_builder.cli.site import find_site, path_from_here, site_option
from site_builder.cli.themes import known_theme


@click.command(
    epilog="\b\nExample:\n  site-builder build\n  site-builder build --strict --base-url https://example.org/music/\n"
    "  site-builder build --explain musicians/bakhyt-taro.html"
)
@site_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the finished site goes. By default output/ in the site's folder.",
)
@strict_option
@click.option(
    "--keep-going",
    is_flag=True,
    help="Publish in spite of errors: what is sound is updated, and faulty entries keep their last good page.",
)
@drafts_option
@base_url_option
@theme_option
@click.option(
    "--adopt",
    is_flag=True,
    help="Publish into a folder that holds other files as well. "
    "They are kept, except where the site has a file of the same name.",
)
@click.option(
    "--atomic",
    is_flag=True,
    help="Exchange the whole folder at once, so that readers never meet pages of two builds. On Linux only.",
)
@click.option(
    "--verify",
    is_flag=True,
    help="Afterwards build everything from nothing in memory, and compare every byte.",
)
@click.option(
    "--explain",
    metavar="PAGE",
    help="Say why this build made the page again, or why it did not, such as venues/carnegie-hall.html.",
)
@format_option
@jobs_option
@click.option(
    "--executor",
    metavar="ADDRESS",
    help="Parse and render on a cluster of your own: dask://HOST:PORT. Needs the extra `cluster`.",
)
def command(
    *,
    site: Path | None,
    output: Path | None,
    strict: bool,
    keep_going: bool,
    drafts: bool,
    base_url: str | None,
    theme: str | None,
    adopt: bool,
    atomic: bool,
    verify: bool,
    explain: str | None,
    form: str,
    jobs: int,
    executor: str | None,
) -> None:
    """Build the site.

    Only what has changed is made again, and the result is always that of a build from nothing. Nothing is published
    while there are errors, and all of them are told in one run.
    """
    root = find_site(site)
    from site_builder.build.executors import ExecutorRefusal
    from site_builder.build.options import BuildOptions
    from site_builder.build.pipeline import build
    from site_builder.report.progress import watched
    from site_builder.report.summary import render_build_summary

    options = BuildOptions(
        # Whole, because it counts from the working directory and the paths of diagnostics from the site's.
        output=output and Path.cwd() / output,
        drafts=drafts or None,
        base_url=base_url,
        theme=known_theme(root, theme),
        strict=strict or None,
        keep_going=keep_going,
        adopt=adopt,
        atomic=atomic,
        verify=verify,
        jobs=jobs,
        executor=executor or "",
    )
    # A build makes hundreds of thousands of values that live as long as it does, and no cycles worth looking for.
    gc.disable()
    with watched(sys.stderr) as progress:
        try:
            result = build(root, options, progress)
        except ExecutorRefusal as refusal:
            raise CannotRun(str(refusal)) from None
    tell(result.diagnostics, form, root)
    place = f"{path_from_here(result.output)}/"
    if explain is not None:
        from site_builder.report.reasons import render_reasons

        click.echo(render_reasons(result, explain.removeprefix(place)), err=True)
    click.echo(render_build_summary(result, output=place), err=True)
    if result.failed:
        raise click.exceptions.Exit(1)
