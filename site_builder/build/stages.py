"""The first stages, one function each: what goes in, what comes out, and the faults met on the way."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from site_builder.build.configuration import SITE_FILE, at_setting, read_configuration
from site_builder.build.extensions import load_checks, load_emitters
from site_builder.build.options import BuildOptions
from site_builder.build.store import Store
from site_builder.graph.checks import Check
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Diagnostic, Finding, Outcome, Severity, locate
from site_builder.model.digest import digest_of
from site_builder.model.source import Place, Span
from site_builder.pages.emitter import Emitter
from site_builder.theme.assessment import Assessment, assess
from site_builder.theme.chain import builtin_themes, load_theme
from site_builder.theme.idle_files import idle_files
from site_builder.theme.layers import Theme

_ASSESSMENT = msgspec.msgpack.Decoder(Assessment)


class Settings(msgspec.Struct, frozen=True):
    """All that is not content: what the site says of itself, and what it looks like."""

    config: SiteConfig
    theme: Theme | None
    """None where it cannot be used."""
    closures: Mapping[str, str]
    """By the name of a template, the digest of all that it is made of."""
    theme_digest: str
    """Of all these."""
    readable: bool
    """Whether site.toml could be read, so that what is missing in it is really missing."""
    checks: tuple[Check, ...]
    emitters: tuple[Emitter, ...]


def read_settings(root: Path, options: BuildOptions, memory: Store | None = None) -> Outcome[Settings]:
    """What site.toml, the command line and the theme say. `memory` knows the themes that were looked at before."""
    config = read_configuration(root, options)
    overrides = root / "overrides"
    theme = load_theme(
        config.value.theme,
        folders=(root / "themes", builtin_themes()),
        overrides=overrides if overrides.is_dir() else None,
    )
    checks, emitters = load_checks(config.value.checks), load_emitters(config.value.emitters)
    readable = not any(fault.code == "S001" for fault in config.diagnostics)
    assessment = _assessed(theme.value, memory) if theme.value else Assessment((), {})
    faults = (
        *config.diagnostics,
        *(at_its_setting(fault, "theme", root) for fault in theme.diagnostics),
        *assessment.faults,
        *(idle_files(theme.value) if theme.value else ()),
        *checks.diagnostics,
        *emitters.diagnostics,
    )
    settings = Settings(
        config=config.value,
        theme=theme.value if assessment.usable else None,
        closures=assessment.closures,
        theme_digest=digest_of(assessment.closures),
        readable=readable,
        checks=checks.value,
        emitters=emitters.value,
    )
    return Outcome(settings, faults)


def locate_all(findings: Iterable[Finding], places: Mapping[str, Mapping[str, Place]]) -> tuple[Diagnostic, ...]:
    """The findings as diagnostics with line and column. `places` are those of the files, by path."""
    return tuple(locate(finding, places) for finding in findings)


def at_its_setting(fault: Diagnostic, key: str, root: Path) -> Diagnostic:
    """A fault of site.toml as a whole, at the line that sets `key`; any other as it is."""
    return at_setting(fault, key, root) if fault.span == Span(SITE_FILE) else fault


def judged(diagnostics: Iterable[Diagnostic], *, strict: bool) -> tuple[Diagnostic, ...]:
    """The diagnostics, each once, warnings being errors where the site is strict."""
    error, warning = Severity.ERROR, Severity.WARNING
    return tuple(
        msgspec.structs.replace(diagnostic, severity=error) if strict and diagnostic.severity is warning else diagnostic
        for diagnostic in dict.fromkeys(diagnostics)
    )


def _assessed(theme: Theme, memory: Store | None) -> Assessment:
    if memory is None:
        return assess(theme)
    name = f"=theme/{theme.digest_of_templates()}"
    kept = memory.get(name)
    if kept is None:
        kept = msgspec.msgpack.encode(assess(theme))
        memory.put(name, kept)
    return _ASSESSMENT.decode(kept)
