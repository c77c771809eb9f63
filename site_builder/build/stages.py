"""The stages, one function each: what goes in, what comes out, and the faults met on the way."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import msgspec

from site_builder.build.configuration import SITE_FILE, at_setting, read_configuration
from site_builder.build.extensions import load_checks, load_emitters
from site_builder.build.options import BuildOptions
from site_builder.build.progress import Progress, counted
from site_builder.build.publish import File
from site_builder.build.scan import CONTENT, Scan, scan
from site_builder.build.workers import workers
from site_builder.content.parse import parse
from site_builder.graph.checks import Check
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.graph.link import link
from site_builder.graph.mentions import recognise
from site_builder.graph.names import build_names
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Diagnostic, Finding, Outcome, Severity, locate
from site_builder.model.facts import Document
from site_builder.model.identity import EntityId, OutputPath
from site_builder.model.source import Span
from site_builder.pages.emitter import Emitter
from site_builder.pages.plan import plan
from site_builder.pages.request import PageRequest
from site_builder.theme.layers import Theme
from site_builder.theme.lint import lint
from site_builder.theme.manifest import builtin_themes, load_theme

MEDIA = "media"
STATIC = "static"


class Settings(msgspec.Struct, frozen=True):
    """All that is not content: what the site says of itself, and what it looks like."""

    config: SiteConfig
    theme: Theme | None
    """None where it cannot be used."""
    readable: bool
    """Whether site.toml could be read, so that what is missing in it is really missing."""
    checks: tuple[Check, ...]
    emitters: tuple[Emitter, ...]


class Linked(msgspec.Struct, frozen=True):
    site: Encyclopedia
    documents: Mapping[EntityId, Document]


def read_settings(root: Path, options: BuildOptions) -> Outcome[Settings]:
    config = read_configuration(root, options)
    overrides = root / "overrides"
    theme = load_theme(
        config.value.theme,
        folders=(root / "themes", builtin_themes()),
        overrides=overrides if overrides.is_dir() else None,
    )
    checks, emitters = load_checks(config.value.checks), load_emitters(config.value.emitters)
    readable = not any(fault.code == "S001" for fault in config.diagnostics)
    lint_faults = lint(theme.value) if theme.value else ()
    # A template with a fault would say so again on every page that it makes.
    usable = not any(fault.severity is Severity.ERROR for fault in lint_faults)
    faults = (
        *config.diagnostics,
        *(_at_its_setting(fault, "theme", root) for fault in theme.diagnostics),
        *lint_faults,
        *checks.diagnostics,
        *emitters.diagnostics,
    )
    return Outcome(
        Settings(config.value, theme.value if usable else None, readable, checks.value, emitters.value), faults
    )


def read_content(root: Path, config: SiteConfig) -> Outcome[Scan]:
    found = scan(root, config)
    return Outcome(found, found.diagnostics)


def parse_all(found: Scan, config: SiteConfig, *, jobs: int, progress: Progress) -> Outcome[tuple[Document, ...]]:
    """The documents that could be read, drafts only where they are wanted, in the order of their files."""
    documents: list[Document] = []
    faults: list[Diagnostic] = []
    with workers(jobs, len(found.sources)) as mapper:
        outcomes = mapper(partial(parse, config=config), found.sources)
        for outcome in counted(outcomes, "reading", len(found.sources), progress):
            document = outcome.value
            if document is None or config.drafts or not document.facts.draft:
                faults.extend(outcome.diagnostics)
                documents.extend([document] if document else [])
            elif place := document.places.get("draft"):
                # Of a draft nothing matters but whether it is meant to be one.
                faults.extend(fault for fault in outcome.diagnostics if fault.span.line == place.line)
    return Outcome(tuple(documents), (*faults, *_missing_pictures(documents, set(found.media))))


def link_all(documents: Iterable[Document], config: SiteConfig) -> Outcome[Linked]:
    by_path = {document.facts.path: document for document in documents}
    facts = [document.facts for document in by_path.values()]
    names = build_names(facts, config)
    # Of two files that want one address, the first by path has it.
    owners = {document.facts.id: document for _, document in sorted(by_path.items(), reverse=True)}
    recognised = {entity: recognise(document, names) for entity, document in owners.items() if config.mentions}
    linked = link(facts, recognised, names, config)
    own = {entity.id: by_path[entity.facts.path] for entity in linked.encyclopedia.entities.values() if entity.facts}
    return Outcome(Linked(linked.encyclopedia, own), located(linked.findings, by_path.values()))


def plan_all(linked: Linked, settings: Settings, root: Path) -> Outcome[tuple[PageRequest, ...]]:
    planned = plan(linked.site, linked.documents, settings.emitters)
    findings = [finding for check in settings.checks for finding in check.run(linked.site)]
    faults = [_at_its_setting(fault, "navigation", root) for fault in planned.diagnostics if fault.code != "S004"]
    notices = [fault for fault in planned.diagnostics if fault.code == "S004" and settings.readable]
    return Outcome(planned.pages, (*faults, *notices, *located(findings, linked.documents.values())))


def copied_files(root: Path, theme: Theme, documents: Iterable[Document], found: Scan) -> tuple[File, ...]:
    """The files that come as they are: the theme's assets, and the pictures that pages show."""
    assets = [File(OutputPath(f"{STATIC}/{asset.name}"), asset.content) for asset in theme.assets()]
    pictures = [
        File(picture, (root / CONTENT / name).read_bytes())
        for name, picture in shown_pictures(documents).items()
        if name in found.media
    ]
    return (*assets, *pictures)


def shown_pictures(documents: Iterable[Document]) -> Mapping[str, OutputPath]:
    """Where the pictures that pages show go, by their path below content/; missing ones (F019) too."""
    shown = sorted({name for document in documents for name in document.media})
    return {name: OutputPath(f"{MEDIA}/{name}") for name in shown}


def located(findings: Iterable[Finding], documents: Iterable[Document]) -> tuple[Diagnostic, ...]:
    """The findings as diagnostics with line and column."""
    places = {document.facts.path: document.places for document in documents}
    return tuple(locate(finding, places) for finding in findings)


def _at_its_setting(fault: Diagnostic, key: str, root: Path) -> Diagnostic:
    return at_setting(fault, key, root) if fault.span == Span(SITE_FILE) else fault


def _missing_pictures(documents: Iterable[Document], media: set[str]) -> Iterable[Diagnostic]:
    for document in documents:
        for index, name in enumerate(document.media):
            if name not in media:
                place = document.places.get(f"media[{index}]")
                span = place.span(document.facts.path) if place else Span(document.facts.path)
                yield Diagnostic(
                    "F019",
                    Severity.ERROR,
                    span,
                    f"there is no picture {CONTENT}/{name}",
                    "put the file there, or mend its name; capital letters count",
                    place.excerpt if place else "",
                )
