"""`site-builder init`"""

from pathlib import Path
from shlex import quote

import click

from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.program import program_elsewhere, program_here
from site_builder.cli.site import path_from_here


@click.command(epilog="\b\nExample:\n  site-builder init mysite\n  cd mysite\n  site-builder build")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@click.option("--github-pages", is_flag=True, help="Add a workflow that publishes the site to GitHub Pages.")
def command(*, folder: str, github_pages: bool) -> None:
    """Make a new site in DIR, a new or empty folder.

    It has settings, and a few invented entries that show what an entry can have.
    """
    if not folder.strip():
        raise CannotRun(f"The name of the folder is empty. Name a new one, such as: {program_here()} init mysite")
    count = _made(Path(folder), github_pages=github_pages)
    where = path_from_here(Path.cwd() / folder)
    steps = [program_here()] if where == "." else [f"cd {quote(where)}", program_elsewhere()]
    lines = "\n  ".join(steps)
    click.echo(f"Made a small encyclopedia of {count} files in {where}. Now:\n\n  {lines} build\n")


def _made(folder: Path, *, github_pages: bool) -> int:
    """The number of files of the new site. Raises `CannotRun` if there cannot be one."""
    from site_builder.authoring.site import create_site, is_free

    try:
        if is_free(folder):
            return len(create_site(folder, github_pages=github_pages))
    except OSError as error:
        advice = f"Name a folder where you may write, such as: {program_here()} init mysite"
        raise CannotRun(f"No site can be made in {folder}: {error.strerror}. {advice}") from None
    other = "mysite" if folder.name in ("", "..") else f"{folder}-site"
    raise CannotRun(f"{folder} holds files already. Name a new folder: {program_here()} init {quote(other)}")
