"""What the shell offers after Tab: names from the site that the command line is about."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.site import find_site

_KIND_OF_OPTION = {"instrument": "instruments", "country": "countries", "venue": "venues"}


def complete_kinds(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The kinds of the site: "venues"."""
    return _starting(incomplete, [(kind, "") for kind in _singulars(context)])


def complete_singulars(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The kinds of the site, as the word for one of them: "venue"."""
    return _starting(incomplete, [(singular, "") for singular in _singulars(context).values()])


def complete_themes(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The themes of the site, and those that come with the program."""
    from site_builder.theme.chain import builtin_themes, theme_folders

    root = _site(context)
    own = [root / "themes"] if root else []
    return _starting(incomplete, [(name, "") for name in theme_folders([*own, builtin_themes()])])


def complete_parts(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The templates and static files of the site's theme."""
    root = _site(context)
    if root is None:
        return []
    from site_builder.authoring.themes import part_names
    from site_builder.build.configuration import read_configuration
    from site_builder.build.options import BuildOptions
    from site_builder.theme.chain import builtin_themes, load_theme

    name = context.params.get("theme") or read_configuration(root, BuildOptions()).value.theme
    theme = load_theme(name, folders=(root / "themes", builtin_themes()), overrides=None).value
    return _starting(incomplete, [(part, "") for part in part_names(theme)] if theme else [])


def complete_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names that exist for an option such as --venue, with how many musicians each has."""
    root = _site(context)
    if root is None or parameter.name not in _KIND_OF_OPTION:
        return []
    from site_builder.authoring.known import known_names
    from site_builder.build.options import BuildOptions
    from site_builder.build.pipeline import encyclopedia_of

    encyclopedia, _ = encyclopedia_of(root, BuildOptions(drafts=True))
    known = known_names(encyclopedia, _KIND_OF_OPTION[parameter.name])
    return _starting(incomplete, [(one.name, f"{one.count} musicians") for one in known])


def _singulars(context: click.Context) -> Mapping[str, str]:
    root = _site(context)
    if root is None:
        return {}
    from site_builder.build.configuration import read_configuration
    from site_builder.build.options import BuildOptions
    from site_builder.cli.kinds import singulars

    return singulars(read_configuration(root, BuildOptions()).value)


def _site(context: click.Context) -> Path | None:
    try:
        return find_site(context.params.get("site"))
    except CannotRun:
        return None


def _starting(incomplete: str, words: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    beginning = incomplete.casefold()
    return [CompletionItem(word, help=note) for word, note in words if word.casefold().startswith(beginning)]
