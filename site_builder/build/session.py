"""A site and what was last made of it. A build makes again what has changed since, and nothing else.

The steps are those of the diagram in ARCHITECTURE.md. Between two builds of one process what is known stays in memory,
between two processes it lies in the store. There is no other way to build: from nothing means that all has changed.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from site_builder.build.engine import engine_digest
from site_builder.build.keeping import kept_pages
from site_builder.build.knowledge import Knowledge, learn
from site_builder.build.looking import Look, glance, look
from site_builder.build.making import Made, Workshop, staged_copies
from site_builder.build.memory import Details, Memory, News, Summary, keep_memory, load_memory
from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.ordering import Order, order_of
from site_builder.build.outputs import Survey, has_manifest, manifest_of, survey
from site_builder.build.progress import SILENT, Progress, counted
from site_builder.build.publishing.commit import commit
from site_builder.build.publishing.files import KnownFile
from site_builder.build.publishing.lock import LockedOutError, OutputLock
from site_builder.build.publishing.obstacles import unwritable
from site_builder.build.publishing.recovery import recover
from site_builder.build.publishing.staging import Staged, abandon
from site_builder.build.readers import changed_readers
from site_builder.build.records import SETTLING_SECONDS, UNMADE
from site_builder.build.shelf import Changed
from site_builder.build.stages import judged
from site_builder.build.store import Store, StoreFault, delete_store
from site_builder.build.turns import Wanted, as_time_allows, concerned, in_turn
from site_builder.build.workers import can_fork, meanwhile, serial, workers
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.digest import digest_of
from site_builder.model.identity import OutputPath
from site_builder.model.source import Span
from site_builder.theme.layers import Theme

if TYPE_CHECKING:
    from site_builder.build.linking import Linking

CACHE = ".cache"
PREFIX = "overview/"
_MANY = 1000
"""Pages that take longer to read than to wait until they count as left alone, and that are worth compiling every
template for: of few pages, each process compiles the templates that its own need."""
_WORTH_A_COPY = 1000
"""Files that take longer to look at than a copy of this process to make."""


class Session:
    """Builds one site again and again."""

    def __init__(self, root: Path, options: BuildOptions) -> None:
        self._root = root
        self._options = options
        self._output = options.output or root / "output"
        self._store: Store | None = None
        self._memory = Memory()
        self._published = False
        """Whether this process has, since it last began anew."""
        self._looked: Look | None = None
        """What the last look at the site's folder found, if it is not to be looked at anew."""
        self._waiting: frozenset[OutputPath] = frozenset()
        """Pages whose turn has not come yet, though they may have to be other ones. Until it has, nothing is written
        into the store: whoever reads that takes the published site to be the one of its world."""
        self._is_failing = False
        """Whether the last build met pages that cannot be made. Then all are tried at once, so that all is told."""
        self._left: tuple[KnownFile | None, Mapping[OutputPath, str]] = (None, {})
        """The manifest as the last build left it, and what it lists."""
        self._kept: Callable[[], None] | None = None
        """Keeps what the last build found out, if that has not been done yet."""

    def build(
        self,
        progress: Progress = SILENT,
        changed: AbstractSet[str] | None = None,
        shown: AbstractSet[OutputPath] = frozenset(),
    ) -> BuildResult:
        """Publishes the site as it is now. With errors nothing is written, unless the options say otherwise.

        `changed` are the paths, relative to the site's folder, of all that may have changed since the last build of
        this session, if somebody watched; then nothing else need be looked at. Into a private folder not all need be
        published at once: what an author looks at after an edit comes first, and what was `shown` to somebody lately;
        the next builds do the rest, as long as pages are `waiting`.
        """
        started = perf_counter()
        if changed is not None and self._looked is not None:
            self._looked = glance(self._root, self._looked, changed)
        else:
            self._looked = None
        result = self._locked(progress, shown)
        return replace(result, seconds=perf_counter() - started)

    def settle(self) -> None:
        """Keeps what the last build found out. Where nobody has the time, the next build does that first."""
        if self._kept is None:
            return
        try:
            with OutputLock(self._output):
                self._keep()
        except StoreFault as fault:
            self._begin_anew(fault)
        except (LockedOutError, OSError):
            # The next build tells of it, if it lasts.
            return

    def close(self) -> None:
        """Ends the session. What is not finished will be found to be out of date by the next one."""
        self.settle()
        if self._store is not None:
            self._store.close()

    def _locked(self, progress: Progress, shown: AbstractSet[OutputPath]) -> BuildResult:
        try:
            with OutputLock(self._output):
                recover(self._output)
                try:
                    self._keep()
                    return self._built(progress, (), shown)
                except StoreFault as fault:
                    return self._built(progress, (self._begin_anew(fault),), shown)
        except LockedOutError as refusal:
            return BuildResult.refused(self._output, refusal.diagnostic)
        except OSError as error:
            return BuildResult.refused(self._output, unwritable(error, self._output))

    def _built(self, progress: Progress, told: tuple[Diagnostic, ...], shown: AbstractSet[OutputPath]) -> BuildResult:
        store, before, options = self._opened(), self._memory, self._options
        with self._surveying(before.summary) as surveyed:
            if self._looked is None:
                self._looked = look(self._root, options, before.summary, store)
            known = learn(self._root, self._looked, before, store, partial(workers, options.jobs), progress)
            # Somebody may have saved a file since it was looked at; its bytes were read again then.
            self._looked = replace(self._looked, found=known.found)
            order = order_of(
                self._root,
                self._output,
                known,
                before,
                store,
                adopt=options.adopt,
                surveyed=surveyed,
                waiting=self._waiting,
            )
        strict, theme = known.settings.config.strict, known.settings.theme
        diagnostics = judged((*told, *known.told, *order.hindrances), strict=strict)
        result = _result(known, order, diagnostics, self._output)
        if not self._waiting:
            # What was parsed is true whatever becomes of the rest.
            store.commit()
        if order.hindrances or theme is None or (result.failed and not options.keep_going):
            return result
        if order.nothing:
            if known.reading.sources != before.summary.sources or known.found.pictures != before.summary.pictures:
                self._remember(store, known, order, (), frozenset(), order.files)
            return replace(result, published=True)
        keep = kept_pages(diagnostics, known.reading, self._output) if result.failed else frozenset[OutputPath]()
        wanted, at_once = self._in_turn(known, order, keep, shown)
        try:
            pages = self._pages(known, theme, order.files, wanted, at_once, progress) if wanted else []
            faults = [page.fault for page in pages if page.fault is not None]
            result = replace(result, diagnostics=judged((*diagnostics, *faults), strict=strict))
            if result.failed and not options.keep_going:
                abandon(self._output)
                return result
            copies = staged_copies(order.copies, order.files, self._output)
            made = [*copies, *(page.file for page in pages if page.file is not None)]
            staying, unknown = order.unmade(keep, {file.path for file in made})
            published = commit(
                self._output,
                made,
                staying=staying,
                unknown=unknown,
                listed=self._listed(),
                atomic=options.atomic,
                durable=not options.private,
            )
        except OSError as error:
            abandon(self._output)
            stopped = judged((*result.diagnostics, unwritable(error, self._output)), strict=strict)
            return replace(result, diagnostics=stopped)
        self._left = manifest_of(self._output), published.listed
        notices: tuple[Diagnostic, ...] = (published.notice,) if published.notice else ()
        self._waiting, self._is_failing = frozenset(path for path, _ in wanted[len(pages) :]), bool(faults)
        pending = frozenset(page.path for page in pages if page.fault is not None) | (keep & order.pages.keys())
        files = {**staying, **published.files}
        self._kept = partial(self._remember, store, known, order, pages, pending, files)
        try:
            if not options.private:
                self._keep()
        except StoreFault as fault:
            notices = (*notices, self._begin_anew(fault))
        return replace(
            result,
            diagnostics=(*result.diagnostics, *notices),
            published=True,
            waiting=len(self._waiting),
            written=published.written,
            deleted=published.deleted,
            changed=tuple(sorted((*(file.path for file in made if isinstance(file, Staged)), *published.gone))),
        )

    def _surveying(self, known: Summary) -> AbstractContextManager[Callable[[], Survey] | None]:
        """What looks at the finished site; nothing where nobody but this process writes there."""
        if self._options.private and self._published:
            return nullcontext()
        looked = partial(survey, self._output, known.files, known.looked)
        return meanwhile(self._options.jobs, looked) if len(known.files) > _WORTH_A_COPY else nullcontext(looked)

    def _in_turn(
        self, known: Knowledge, order: Order, keep: AbstractSet[OutputPath], shown: AbstractSet[OutputPath]
    ) -> tuple[Wanted, int]:
        """The pages to make, and how many of them in this build; of the others so many as there is time for."""
        wanted = [item for item in order.pages.items() if item[0] not in keep]
        if not (self._options.private and self._published) or self._is_failing:
            return wanted, len(wanted)
        return in_turn(wanted, concerned(known.linking), order.files, shown)

    def _pages(
        self,
        known: Knowledge,
        theme: Theme,
        files: Mapping[OutputPath, KnownFile],
        wanted: Wanted,
        at_once: int,
        progress: Progress,
    ) -> Sequence[Made]:
        """The first pages, `at_once` and more while there is time for another."""
        workshop = Workshop(known, theme, self._memory.details.pages, files, self._output)
        if self._options.executor:
            from site_builder.build.executors import cluster

            with cluster(self._options.executor) as mapper:
                return list(counted(workshop.make_on_cluster(wanted, mapper), "rendering", len(wanted), progress))
        # A copy of this process is ready in no time; others have to be told everything first.
        with workers(self._options.jobs, 2 * at_once if can_fork() else at_once // 3) as mapper:
            if mapper is not serial and at_once > _MANY:
                workshop.prepare()
            pages = list(counted(workshop.make(wanted[:at_once], mapper), "rendering", at_once, progress))
        return [*pages, *as_time_allows(workshop.make(wanted[at_once:], serial), others=at_once)]

    def _listed(self) -> Mapping[OutputPath, str] | None:
        """What the manifest of a private folder lists, if nobody has touched it since the last build."""
        manifest, listed = self._left
        return listed if self._options.private and has_manifest(self._output, manifest) else None

    def _keep(self) -> None:
        if self._kept is not None:
            keep, self._kept = self._kept, None
            keep()

    def _remember(
        self,
        store: Store,
        known: Knowledge,
        order: Order,
        pages: Sequence[Made],
        pending: frozenset[OutputPath],
        files: Mapping[OutputPath, KnownFile],
    ) -> None:
        before = self._memory
        if len(pages) > _MANY:
            # So that the next build can tell by their stamps that they are whole, and need not read them.
            time.sleep(SETTLING_SECONDS)
        summary = Summary(
            basis=known.basis,
            theme=known.settings.theme_digest,
            premises=known.planner.premises if known.linking else before.summary.premises,
            sources=known.reading.sources,
            entries=known.reading.entries,
            pictures=known.found.pictures,
            photographs=known.photographs,
            files=files,
            manifest=manifest_of(self._output),
            copies=order.copied,
            looked=time.time_ns(),
            about_site=known.about_site,
            pages=order.page_count,
            # A page that is kept for the sake of a faulty entry is none of the site: the next build looks at them all.
            listing=order.listing if files.keys() <= order.paths else b"",
            owners=_owners(known),
            has_located=bool(known.located),
            pending=pending,
        )
        records = {page.path: page.record for page in pages} | dict.fromkeys(pending, UNMADE)
        vanished = before.summary.entries.keys() - known.reading.entries.keys()
        linking, details = known.linking, known.known.details
        readers = changed_readers(details.readers, details.pages, records, order.gone)
        traces, located = (linking.traces, linking.located) if linking else ({}, {})
        news = News(
            summary=summary,
            details=Details(known.located, traces, records, {code: marks for code, marks in readers.items() if marks}),
            changed_details={
                "located": located.keys() | vanished,
                "traces": traces.keys() | vanished,
                "pages": records.keys() | order.gone,
                "readers": readers.keys(),
            },
            world=linking.world if linking else None,
            changed_world=_changed_tables(linking) if linking else {},
            overview=known.plans.overview if linking else None,
            changed_overview={table.removeprefix(PREFIX): keys for table, keys in known.changed_in_overview.items()},
            index=known.plans.indexing.index if known.plans.indexing else None,
            changed_index={"shards": known.plans.indexing.changed if known.plans.indexing else ()},
        )
        for path, entry in before.summary.entries.items():
            now = known.reading.entries.get(path)
            if now is None or now.parsed != entry.parsed:
                store.drop(entry.parsed)
        self._memory = keep_memory(store, known.known, news)
        if not self._waiting:
            store.commit()
        self._published = True

    def _opened(self) -> Store:
        if self._store is None:
            self._store = Store(self.cache_file, engine_digest())
            self._memory = load_memory(self._store)
        return self._store

    def _begin_anew(self, fault: StoreFault) -> Diagnostic:
        """Forgets everything. Where not even that can be written down, this process works without a cache."""
        self.close()
        self._memory, self._published, self._looked = Memory(), False, None
        self._waiting, self._kept = frozenset(), None
        try:
            delete_store(self.cache_file)
            self._store = Store(self.cache_file, engine_digest())
        except StoreFault:
            self._store = Store(None, engine_digest())
        return _unusable(self.cache_file, fault)

    @property
    def cache_file(self) -> Path:
        """One for each output folder of the site: what is known is known of what lies there."""
        place = self._output
        with suppress(ValueError):
            place = place.relative_to(self._root)
        return self._root / CACHE / f"{digest_of(place.as_posix())[:16]}.sqlite"


def _changed_tables(linking: "Linking") -> Changed:
    deltas = ((table, getattr(linking.changes, table)) for table in linking.changes.__struct_fields__)
    return {table: delta.keys() for table, delta in deltas if isinstance(delta, Mapping)}


def _owners(known: Knowledge) -> int:
    """How many entries have an address of their own."""
    return len(known.world.entries) if known.linking else known.known.summary.owners


def _result(known: Knowledge, order: Order, diagnostics: tuple[Diagnostic, ...], output: Path) -> BuildResult:
    return BuildResult(
        diagnostics=diagnostics,
        published=False,
        entries=_owners(known),
        pages=order.page_count,
        written=0,
        deleted=0,
        seconds=0.0,
        output=output,
        reasons=order.reasons,
        paths=order.paths,
    )


def _unusable(cache: Path, fault: StoreFault) -> Diagnostic:
    return Diagnostic(
        "C001",
        Severity.NOTICE,
        Span(f"{CACHE}/{cache.name}"),
        f"the cache could not be used, so everything was made anew: {fault}",
        "nothing is lost, and there is nothing to do",
    )
