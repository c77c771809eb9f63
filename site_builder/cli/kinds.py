"""Kinds of entities as people call them on the command line: "venue" or "venues"."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.site import command_line
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.config import SiteConfig
from site_builder.model.identity import MUSICIANS, PAGES


def singulars(config: SiteConfig) -> Mapping[str, str]:
    """The word for one of each kind: "venue" for "venues", with the site's own facets."""
    return {MUSICIANS: "musician", **{facet.kind: facet.singular for facet in config.facets}, PAGES: "page"}


def kind_called(word: str, config: SiteConfig) -> str:
    """The kind that a word means, one or many. Raises `CannotRun` with the nearest for any other word."""
    words = singulars(config)
    kind = _kind_called(word, config)
    if kind:
        return kind
    near = get_close_matches(word, [*words.values(), *words], n=1)
    advice = f'Did you mean "{near[0]}"?' if near else f"The kinds are {', '.join(words.values())}."
    raise CannotRun(f'There is no kind "{word}". {advice}')


def kind_to_list(word: str, encyclopedia: Encyclopedia, site: Path | None) -> str:
    """The same where somebody may take one entity for a kind: "violins" are no kind, but a violin is an instrument.

    `site` is what --site said.
    """
    from site_builder.authoring.known import known_names, nearest_name, spelling_of

    config = encyclopedia.config
    for kind in () if _kind_called(word, config) else singulars(config):
        known = known_names(encyclopedia, kind)
        name = spelling_of(word, known) or nearest_name(word, known)
        if name:
            raise CannotRun(
                f'There is no kind "{word}". "{name}" is one of the {kind}, which are listed by: '
                f"{command_line(f'list {kind}', site)}"
            )
    return kind_called(word, config)


def _kind_called(word: str, config: SiteConfig) -> str:
    return next((kind for kind, one in singulars(config).items() if word.casefold() in (kind, one)), "")
