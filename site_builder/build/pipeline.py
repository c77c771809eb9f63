"""The line from files to pages: scan, parse, link, plan, render, publish. `build` and `check` both run along it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter

import msgspec

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.page_links import broken_links
from site_builder.build.progress import SILENT, Progress
from site_builder.build.publish import File, publish
from site_builder.build.publishing.lock import LockedOutError, OutputLock
from site_builder.build.publishing.obstacles import collisions, obstacles, unwritable
from site_builder.build.rendering import render_all
from site_builder.build.scan import CONTENT, Scan
from site_builder.build.stages import (
    Linked,
    Settings,
    copied_files,
    link_all,
    located,
    parse_all,
    plan_all,
    read_content,
    read_settings,
    shown_pictures,
)
from site_builder.build.workers import workers
from site_builder.graph.consistency import CHECKS
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath, entity_id, page_of
from site_builder.model.source import Span
from site_builder.pages.request import TemplatePage


class _Finished(msgspec.Struct, frozen=True):
    """The site as it should be, in memory; what could not be made is told by a diagnostic."""

    settings: Settings
    found: Scan
    linked: Linked
    files: tuple[File, ...]
    paths: tuple[OutputPath, ...]
    """Of all files, those that could not be made included."""
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def build(root: Path, options: BuildOptions, progress: Progress = SILENT) -> BuildResult:
    """Publishes the site at `root`. With errors nothing is written, unless `options.keep_going` says otherwise."""
    started = perf_counter()
    output = _output(root, options)
    finished = _finish(root, options, progress)
    hindrances = (*_misplaced(root, output), *obstacles(output, finished.paths, adopt=options.adopt))
    diagnostics = _judged((*finished.diagnostics, *hindrances), strict=finished.settings.config.strict)
    result = _result(finished, diagnostics, output, started)
    if hindrances or not finished.files or (result.failed and not options.keep_going):
        return result
    unmade = set(finished.paths) - {file.path for file in finished.files}
    keep = _faulty_pages(diagnostics, finished) | unmade
    files = [file for file in finished.files if file.path not in keep or not (output / file.path).is_file()]
    try:
        with OutputLock(output):
            published = publish(output, files, keep=keep)
    except LockedOutError as locked:
        return _result(finished, (*diagnostics, locked.diagnostic), output, started)
    except OSError as error:
        return _result(finished, (*diagnostics, unwritable(error, output)), output, started)
    result = _result(finished, diagnostics, output, started)
    return msgspec.structs.replace(result, published=True, written=published.written, deleted=published.deleted)


def check(root: Path, options: BuildOptions, progress: Progress = SILENT) -> BuildResult:
    """Everything a build would say, and what a build does not look for: whether the world can be true, and whether
    every link of the finished pages leads somewhere. Writes nothing."""
    started = perf_counter()
    finished = _finish(root, options, progress)
    linked, config = finished.linked, finished.settings.config
    faulty = {fault.span.path for fault in finished.diagnostics if fault.severity is Severity.ERROR}
    findings = [finding for check in CHECKS for finding in check.run(linked.site) if finding.path not in faulty]
    sources = {source.path: source for source in finished.found.sources}
    origins = {page_of(entity): sources[document.facts.path] for entity, document in linked.documents.items()}
    diagnostics = (
        *finished.diagnostics,
        *located(findings, linked.documents.values()),
        *broken_links(finished.files, finished.paths, origins, config.base_url),
        *collisions(finished.paths),
    )
    return _result(finished, _judged(diagnostics, strict=config.strict), _output(root, options), started)


def encyclopedia_of(root: Path, options: BuildOptions) -> tuple[Encyclopedia, tuple[Diagnostic, ...]]:
    """What the site knows, for programs that ask about it; and what is wrong with it."""
    settings = read_settings(root, options)
    found = read_content(root, settings.value.config)
    documents = parse_all(found.value, settings.value.config, jobs=options.jobs, progress=SILENT)
    linked = link_all(documents.value, settings.value.config)
    told = (*settings.diagnostics, *found.diagnostics, *documents.diagnostics, *linked.diagnostics)
    return linked.value.site, _judged(told, strict=settings.value.config.strict)


def _finish(root: Path, options: BuildOptions, progress: Progress) -> _Finished:
    settings = read_settings(root, options)
    config, theme = settings.value.config, settings.value.theme
    found = read_content(root, config)
    documents = parse_all(found.value, config, jobs=options.jobs, progress=progress)
    linked = link_all(documents.value, config)
    planned = plan_all(linked.value, settings.value, root)
    told = (
        *settings.diagnostics,
        *found.diagnostics,
        *documents.diagnostics,
        *linked.diagnostics,
        *planned.diagnostics,
    )
    paths = [page.path for page in planned.value]
    if theme is None:
        return _Finished(settings.value, found.value, linked.value, (), tuple(paths), 0, told)
    own = linked.value.documents.values()
    # Measured: to hand a page's view to another process costs more than to make the page (0.4 ms).
    with workers(options.jobs or 1, len(planned.value)) as mapper:
        rendered = render_all(planned.value, own, theme, mapper, progress)
    copied = copied_files(root, theme, own, found.value)
    return _Finished(
        settings=settings.value,
        found=found.value,
        linked=linked.value,
        files=(*rendered.value, *copied),
        paths=(*paths, *dict.fromkeys((*(file.path for file in copied), *shown_pictures(own).values()))),
        pages=sum(isinstance(page, TemplatePage) for page in planned.value),
        diagnostics=(*told, *rendered.diagnostics),
    )


def _judged(diagnostics: Iterable[Diagnostic], *, strict: bool) -> tuple[Diagnostic, ...]:
    """The diagnostics, each once, warnings being errors where the site is strict."""
    error, warning = Severity.ERROR, Severity.WARNING
    return tuple(
        msgspec.structs.replace(diagnostic, severity=error) if strict and diagnostic.severity is warning else diagnostic
        for diagnostic in dict.fromkeys(diagnostics)
    )


def _faulty_pages(diagnostics: Sequence[Diagnostic], finished: _Finished) -> frozenset[OutputPath]:
    """The pages of content files with errors: those stay as they last were."""
    faulty = {diagnostic.span.path for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR}
    known = {document.facts.path: page_of(entity) for entity, document in finished.linked.documents.items()}
    pages = {
        known.get(path) or page_of(entity_id(*path.removeprefix(f"{CONTENT}/").removesuffix(".md").split("/")))
        for path in faulty
        if path in {source.path for source in finished.found.sources}
    }
    return frozenset(pages) | {OutputPath(f"{page.removesuffix('.html')}.json") for page in pages}


def _misplaced(root: Path, output: Path) -> tuple[Diagnostic, ...]:
    """An output folder that is the site itself, or lies among its sources."""
    place = output.resolve()
    if root.resolve().is_relative_to(place):
        message = "this folder holds the site's own sources, so nothing was written into it"
    elif any(place.is_relative_to((root / name).resolve()) for name in (CONTENT, "themes", "overrides")):
        message = "this folder lies among the site's own sources, so nothing was written into it"
    else:
        return ()
    span = Span(output.as_posix())
    return (Diagnostic("P002", Severity.ERROR, span, message, "name another folder with --output"),)


def _output(root: Path, options: BuildOptions) -> Path:
    return options.output or root / "output"


def _result(finished: _Finished, diagnostics: tuple[Diagnostic, ...], output: Path, started: float) -> BuildResult:
    return BuildResult(
        diagnostics=diagnostics,
        published=False,
        entries=len(finished.linked.documents),
        pages=finished.pages,
        written=0,
        deleted=0,
        seconds=perf_counter() - started,
        output=output,
    )
