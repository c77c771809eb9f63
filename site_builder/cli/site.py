"""Which site a command works on."""

from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import TypeVar

import click

from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.program import program_here

SITE_FILE = "site.toml"

Command = TypeVar("Command", bound=Callable[..., None])


def site_option(command: Command) -> Command:
    """Gives a command the option --site."""
    return click.option(
        "--site",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        help="The site's folder. By default the nearest one, from here upwards, that has a site.toml.",
    )(command)


def find_site(given: Path | None) -> Path:
    """The folder of the site, absolute. Raises `CannotRun` with what to do if there is none."""
    if given is not None:
        if not (given / SITE_FILE).is_file():
            raise CannotRun(
                f"{given} has no site.toml, so it is not a site's folder. "
                f"Make it one with: {program_here()} init {quote(str(given))}"
            )
        return Path.cwd() / given
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SITE_FILE).is_file():
            return folder
    raise CannotRun(
        "There is no site.toml here or in a folder above. Go to a site's folder, name it with --site DIR, "
        f"or make a new one with: {program_here()} init DIR"
    )


def path_from_here(path: Path) -> str:
    """How to call a path: relative if it lies below the working directory, else whole."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def prefix_from_here(root: Path) -> str:
    """What to put before the paths of a site that lies below the working directory; "" for any other site."""
    here = Path.cwd()
    return root.relative_to(here).as_posix() if root != here and root.is_relative_to(here) else ""


def command_line(command: str, site: Path | None) -> str:
    """What to type here to run a command on the same site; `site` is what --site said."""
    return f"{program_here()} {command}{f' --site {quote(str(site))}' if site else ''}"
