"""How commands tell the diagnostics of a run: as text to stderr, or in a form for programs to stdout."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

from site_builder.cli.site import prefix_from_here

if TYPE_CHECKING:
    from site_builder.model.diagnostic import Diagnostic

FORMATS = ("text", "json", "sarif", "github")

Command = TypeVar("Command", bound=Callable[..., None])


def format_option(command: Command) -> Command:
    """Gives a command the option --format, as the parameter `form`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="text",
        help="How to tell faults: for people on stderr (text), or on stdout as JSON, as SARIF, or as annotations of "
        "GitHub Actions. As text, warnings and notices that say the same are told ten times and then counted; "
        "the other forms have them all.",
    )(command)


def tell(diagnostics: Sequence["Diagnostic"], form: str, root: Path) -> None:
    """Writes the diagnostics of the site at `root` in one of `FORMATS`."""
    if form == "text" and not diagnostics:
        return
    seen = _seen_from_here(diagnostics, root)
    if form == "text":
        from site_builder.report.text import render_text

        text = render_text(seen, colour=takes_colour(sys.stderr))
        click.echo(f"{text}\n", err=True, nl=False, color=takes_colour(sys.stderr))
    elif form == "json":
        from site_builder.report.json import render_json

        click.echo(render_json(seen), nl=False)
    elif form == "sarif":
        from site_builder.report.sarif import render_sarif

        click.echo(render_sarif(seen), nl=False)
    else:
        from site_builder.report.github import render_github

        click.echo(render_github(seen), nl=False)


def takes_colour(stream: TextIO) -> bool:
    """Whether to colour text: on a terminal that can, unless NO_COLOR (no-color.org) is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _seen_from_here(diagnostics: Sequence["Diagnostic"], root: Path) -> Sequence["Diagnostic"]:
    from site_builder.report.paths import seen_from_above

    return seen_from_above(diagnostics, prefix_from_here(root))
