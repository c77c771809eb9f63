"""What can be done with a site: build it, check it, ask it. All three come to know it in the same way.

What only a check needs is loaded by a check: it would take longer to load than a small rebuild takes.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from site_builder.build.copies import MEDIA, Copy, assets_of, pictures_expected, pictures_of, shown
from site_builder.build.keeping import kept_pages
from site_builder.build.knowledge import Knowledge, learn
from site_builder.build.looking import look
from site_builder.build.making import contents
from site_builder.build.memory import Memory
from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.progress import SILENT, Progress, counted
from site_builder.build.publishing.obstacles import collisions
from site_builder.build.scan import read_again
from site_builder.build.session import Session
from site_builder.build.stages import judged, locate_all
from site_builder.build.store import Store
from site_builder.build.workers import workers
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.digest import digest_of_bytes
from site_builder.model.identity import OutputPath, page_of
from site_builder.model.source import Span

if TYPE_CHECKING:
    from site_builder.build.publish import File
    from site_builder.graph.encyclopedia import Encyclopedia


def build(root: Path, options: BuildOptions, progress: Progress = SILENT) -> BuildResult:
    """Publishes the site at `root`. With errors nothing is written, unless `options.keep_going` says otherwise."""
    started = perf_counter()
    session = Session(root, options)
    try:
        result = session.build(progress)
    finally:
        session.close()
    if options.verify and result.published:
        result = verified(root, options, result, progress)
    return replace(result, seconds=perf_counter() - started)


def check(root: Path, options: BuildOptions, progress: Progress = SILENT) -> BuildResult:
    """Everything a build would say, and what a build does not look for: whether the world can be true, and whether
    every link of the finished pages leads somewhere. Writes nothing."""
    started = perf_counter()
    known = from_nothing(root, options, progress)
    files, faults = _made(root, known, options, progress)
    paths = _paths(known)
    diagnostics = judged(
        (*known.told, *faults, *_impossible(known), *_broken(root, known, files, paths), *collisions(paths)),
        strict=known.settings.config.strict,
    )
    return BuildResult(
        diagnostics=diagnostics,
        published=False,
        entries=len(known.world.entries),
        pages=_pages_of(known),
        written=0,
        deleted=0,
        seconds=perf_counter() - started,
        output=options.output or root / "output",
    )


def encyclopedia_of(root: Path, options: BuildOptions) -> tuple["Encyclopedia", tuple[Diagnostic, ...]]:
    """What the site knows, for programs that ask about it; and what is wrong with it."""
    known = from_nothing(root, options, SILENT)
    return known.world.site, judged(known.told, strict=known.settings.config.strict)


def from_nothing(root: Path, options: BuildOptions, progress: Progress) -> Knowledge:
    """What a build knows that remembers nothing."""
    store, nothing = Store(None, ""), Memory()
    return learn(
        root, look(root, options, nothing.summary, store), nothing, store, partial(workers, options.jobs), progress
    )


def verified(root: Path, options: BuildOptions, result: BuildResult, progress: Progress) -> BuildResult:
    """The result, with P007 for every file of the output that is not that of a build from nothing."""
    known = from_nothing(root, options, progress)
    assert known.settings.theme is not None  # noqa: S101 - it was published
    copies = (*assets_of(known.settings.theme), *_pictures(root, known))
    expected = {copy.path: copy.digest for copy in copies}
    # Of these a build from nothing says nothing: they are what they last were, or are not there.
    unmade = set(kept_pages(result.diagnostics, known.reading, result.output) if result.failed else ())
    unmade.update(OutputPath(f"{MEDIA}/{name}") for name in shown(known.reading.entries))
    unmade -= expected.keys()
    with workers(options.jobs, len(known.planner.pages)) as mapper:
        made = contents(known, known.settings.theme, mapper)
        for path, content in counted(made, "verifying", len(known.planner.pages), progress):
            if isinstance(content, bytes):
                expected[path] = digest_of_bytes(content)
            else:
                unmade.add(path)
    told = sorted({*expected, *result.paths} - unmade)
    wrong = [path for path in told if _digest(result.output / path) != expected.get(path)]
    return replace(result, verified=not wrong, diagnostics=(*result.diagnostics, *map(_different, wrong)))


def _made(
    root: Path, known: Knowledge, options: BuildOptions, progress: Progress
) -> tuple[list["File"], list[Diagnostic]]:
    """All files of the site, in memory, and why some cannot be made."""
    from site_builder.build.publish import File

    theme = known.settings.theme
    if theme is None:
        return [], []
    files = [File(copy.path, copy.content()) for copy in assets_of(theme)]
    files += [File(copy.path, b"") for copy in _pictures(root, known)]
    faults: list[Diagnostic] = []
    count = len(known.planner.paths())
    with workers(options.jobs, count) as mapper:
        for path, content in counted(contents(known, theme, mapper), "rendering", count, progress):
            if isinstance(content, bytes):
                files.append(File(path, content))
            else:
                faults.append(content)
    return files, faults


def _pictures(root: Path, known: Knowledge) -> Iterable[Copy]:
    # A photograph that somebody asks for is made anew: nothing is remembered here.
    return pictures_of(root, known.reading.entries, known.found.pictures, known.photographs, Store(None, ""))


def _pages_of(known: Knowledge) -> int:
    return sum(page.path.endswith(".html") for page in known.planner.pages)


def _paths(known: Knowledge) -> tuple[OutputPath, ...]:
    theme = known.settings.theme
    assets = (copy.path for copy in assets_of(theme)) if theme else ()
    pictures = pictures_expected(known.reading.entries, known.photographs)
    return (*(page.path for page in known.planner.pages), *assets, *sorted(pictures))


def _impossible(known: Knowledge) -> Iterator[Diagnostic]:
    """What the world's own checks find, but in entries that could not be read whole."""
    from site_builder.graph.consistency import CHECKS

    faulty = {fault.span.path for fault in known.told if fault.severity is Severity.ERROR}
    findings = [finding for check in CHECKS for finding in check.run(known.world.site) if finding.path not in faulty]
    concerned = {path for finding in findings for path in (finding.path, *(other for other, _ in finding.related))}
    yield from locate_all(findings, known.reading.places(concerned))


def _broken(root: Path, known: Knowledge, files: list["File"], paths: tuple[OutputPath, ...]) -> Iterator[Diagnostic]:
    from site_builder.build.page_links import broken_links

    sources = {page_of(entity): read_again(root, path) for path, entity in known.world.addresses.items()}
    origins = {page: source for page, source in sources.items() if source is not None}
    yield from broken_links(files, paths, origins, known.settings.config.base_url)


def _digest(path: Path) -> str | None:
    try:
        return digest_of_bytes(path.read_bytes())
    except OSError:
        return None


def _different(path: OutputPath) -> Diagnostic:
    return Diagnostic(
        "P007",
        Severity.ERROR,
        Span(path),
        "this file is not what a build from nothing makes of it",
        "this is a fault of the program: please report it. Until it is mended, delete .cache/ before you build",
    )
