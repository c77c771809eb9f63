"""A theme put to the test: read as a build reads it, and shown everything that is hard to set."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from site_builder.authoring.torture import torture_sites
from site_builder.build.options import BuildOptions
from site_builder.build.rehearsal import Rehearsal, rehearse
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.pages.contract import VIEW_OF_TEMPLATE
from site_builder.theme.budgets import Spent, Weight, spent, weights
from site_builder.theme.chain import builtin_themes, chain_of
from site_builder.theme.contrast import Contrast, contrasts
from site_builder.theme.tokens import merged

_OF_THEMES = ("T", "K")
"""What messages about themes, and about the links of finished pages, begin with."""


class RehearsedSite(msgspec.Struct, frozen=True):
    name: str
    pages: int


class ThemeReport(msgspec.Struct, frozen=True):
    theme: str
    chain: tuple[str, ...]
    """The theme, its parent, that one's parent …"""
    diagnostics: tuple[Diagnostic, ...]
    sites: tuple[RehearsedSite, ...]
    missing: tuple[str, ...]
    """Templates that no page was made by, because of faults."""
    contrasts: tuple[Contrast, ...]
    weights: tuple[Weight, ...]
    """Of the ordinary site."""
    budgets: tuple[Spent, ...]

    @property
    def passed(self) -> bool:
        return (
            not self.diagnostics
            and not self.missing
            and all(contrast.enough for contrast in self.contrasts)
            and all(spent.kept for spent in self.budgets)
        )


def check_theme(name: str, themes: Path, overrides: Path | None = None) -> ThemeReport:
    """The theme of that name, from the folder `themes` or the program's own, with a site's overrides on top if given.

    Nothing is written but into a temporary folder, which is gone afterwards.
    """
    chain = chain_of(name, (themes, builtin_themes())).value
    sites = torture_sites(name)
    rehearsals: list[Rehearsal] = []
    for site in sites:
        with tempfile.TemporaryDirectory(prefix="site-builder-") as folder:
            root = Path(folder)
            _write(root, site.files)
            for member in chain:
                if member.folder.parent == themes:
                    shutil.copytree(member.folder, root / "themes" / member.folder.name, symlinks=True)
            if overrides is not None and overrides.is_dir():
                shutil.copytree(overrides, root / "overrides", symlinks=True)
            rehearsals.append(rehearse(root, BuildOptions(jobs=1)))
    ordinary = rehearsals[0]
    found = weights(ordinary.templates, ordinary.files)
    made = {
        rehearsal.templates[path] for rehearsal in rehearsals for path in rehearsal.templates.keys() & rehearsal.files
    }
    return ThemeReport(
        theme=name,
        chain=tuple(member.manifest.name for member in chain),
        diagnostics=_about_theme(rehearsals),
        sites=tuple(
            RehearsedSite(site.name, len(rehearsal.templates.keys() & rehearsal.files))
            for site, rehearsal in zip(sites, rehearsals, strict=True)
        ),
        missing=tuple(template for template in VIEW_OF_TEMPLATE if template not in made),
        contrasts=tuple(contrasts(merged([member.manifest.tokens for member in chain]))),
        weights=found,
        budgets=tuple(spent(found, ordinary.files)),
    )


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _about_theme(rehearsals: Sequence[Rehearsal]) -> tuple[Diagnostic, ...]:
    """What concerns the theme, once. What is odd about the torture sites themselves is meant."""
    told = (diagnostic for rehearsal in rehearsals for diagnostic in rehearsal.diagnostics)
    return tuple(
        dict.fromkeys(
            diagnostic
            for diagnostic in told
            if diagnostic.severity is not Severity.NOTICE
            and (diagnostic.code.startswith(_OF_THEMES) or diagnostic.severity is Severity.ERROR)
        )
    )
