"""Options that `build` and `check` share."""

from collections.abc import Callable
from typing import TypeVar

import click

from site_builder.cli.completion import complete_themes

Command = TypeVar("Command", bound=Callable[..., None])


def strict_option(command: Command) -> Command:
    return click.option("--strict", is_flag=True, help="Count warnings as errors, as `strict = true` in site.toml.")(
        command
    )


def drafts_option(command: Command) -> Command:
    return click.option("--drafts", is_flag=True, help="Include entries with `draft: true`.")(command)


def theme_option(command: Command) -> Command:
    return click.option(
        "--theme",
        metavar="NAME",
        help="The theme to build with. Wins over `theme` in site.toml.",
        shell_complete=complete_themes,
    )(command)


def base_url_option(command: Command) -> Command:
    return click.option(
        "--base-url",
        metavar="URL",
        callback=_base_url,
        help="Where the site will live; the feed and the sitemap need it. Wins over `base_url` in site.toml.",
    )(command)


def jobs_option(command: Command) -> Command:
    return click.option(
        "--jobs",
        metavar="N|auto",
        default="auto",
        show_default=True,
        callback=_jobs,
        help="Processes to work with; auto takes as many as the work is worth.",
    )(command)


def _jobs(_context: click.Context, _parameter: click.Parameter, value: str) -> int:
    if value == "auto":
        return 0
    if not value.isascii() or not value.isdecimal() or int(value) < 1:
        raise click.BadParameter(f'"{value}" is no number of processes. Write 1 or more, or auto.')
    return int(value)


def _base_url(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from site_builder.build.configuration import base_url

    try:
        return base_url(value)
    except ValueError as refusal:
        raise click.BadParameter(f'"{value}" is not {refusal}.') from None
