"""Makes the pages that may have changed: plans them, renders those whose request is new, stages those whose bytes are.

Each page is a task of its own, which any process can do that knows the encyclopedia: it needs no other page, and leaves
behind nothing but a staged file.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from site_builder.build.copies import Copy
from site_builder.build.knowledge import Knowledge
from site_builder.build.publishing.files import KnownFile
from site_builder.build.publishing.staging import Same, Staged, stage
from site_builder.build.records import PageRecord
from site_builder.build.staleness import packed
from site_builder.build.workers import Mapper
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.facts import Document
from site_builder.model.identity import OutputPath
from site_builder.pages.page_id import PageId
from site_builder.pages.request import FilePage, PageRequest, TemplatePage, request_digest
from site_builder.theme.layers import Theme
from site_builder.theme.render import Renderer, TemplateFailure


class Made(NamedTuple):
    """What became of one page."""

    path: OutputPath
    record: PageRecord
    """For the next build."""
    file: Staged | Same | None
    """What the output folder will have in its place; None if the page could not be made, or is as it was."""
    fault: Diagnostic | None = None
    """Why it could not be made."""


class Job(NamedTuple):
    """A page to be rendered, with everything that takes."""

    record: PageRecord
    request: PageRequest
    document: Document | None


class Workshop:
    """Everything that the pages of one build are made from."""

    def __init__(
        self,
        known: Knowledge,
        theme: Theme,
        records: Mapping[OutputPath, PageRecord],
        files: Mapping[OutputPath, KnownFile],
        output: Path,
    ) -> None:
        """`files` are those of the output that are as we left them, and `records` say what they were made from."""
        self._planner = known.planner
        self._library = known.reading.library
        self._theme = _KeyedTheme(theme)
        self._closures = known.settings.closures
        self._records = records
        self._files = files
        self._output = output

    def prepare(self) -> None:
        """Does once what every copy of this process would do again."""
        _renderer(self._theme).compile_all()

    def make(self, pages: Sequence[tuple[OutputPath, PageId]], mapper: Mapper) -> Iterator[Made]:
        """The pages, over workers that know this workshop: one function does all that a page needs."""
        return map(_MADE.decode, mapper(self._make_encoded, pages))

    def make_on_cluster(self, pages: Sequence[tuple[OutputPath, PageId]], mapper: Mapper) -> Iterator[Made]:
        """The same over workers that know nothing: they get each page closed, and give back its bytes."""
        jobs: list[Job] = []
        for path, page in pages:
            planned = self._plan(path, page)
            if isinstance(planned, Made):
                yield planned
            else:
                jobs.append(planned)
        for job, content in zip(jobs, mapper(partial(_render, self._theme), jobs), strict=True):
            yield self._staged(job, content)

    def _make_encoded(self, page: tuple[OutputPath, PageId]) -> bytes:
        # To pickle it would take three times as long.
        return _ENCODE(self._make(page))

    def _make(self, page: tuple[OutputPath, PageId]) -> Made:
        planned = self._plan(*page)
        return planned if isinstance(planned, Made) else self._staged(planned, _render(self._theme, planned))

    def _plan(self, path: OutputPath, page: PageId) -> Made | Job:
        plan = self._planner.page(page)
        request = plan.request
        template = request.template if isinstance(request, TemplatePage) else ""
        record = PageRecord(
            request_digest(request), template, self._closures.get(template, ""), packed(plan.reads), page.sort, page.key
        )
        known = self._records.get(path)
        if known and path in self._files and (known.request, known.closure) == (record.request, record.closure):
            return Made(path, record, None)
        body = request.body if isinstance(request, TemplatePage) else None
        return Job(record, request, self._library.document(body.path) if body else None)

    def _staged(self, job: Job, content: bytes | Diagnostic) -> Made:
        path = job.request.path
        if isinstance(content, Diagnostic):
            return Made(path, job.record, None, content)
        return Made(path, job.record, stage(self._output, path, content, self._files.get(path)))


def contents(known: Knowledge, theme: Theme, mapper: Mapper) -> Iterator[tuple[OutputPath, bytes | Diagnostic]]:
    """Every page of the site, made from nothing and kept nowhere; a diagnostic in place of one that cannot be made."""
    keyed = _KeyedTheme(theme)

    def content(page: PageId) -> tuple[OutputPath, bytes | Diagnostic]:
        request = known.planner.page(page).request
        body = request.body if isinstance(request, TemplatePage) else None
        document = known.reading.library.document(body.path) if body else None
        return request.path, _content(keyed, request, document)

    return iter(mapper(content, tuple(known.planner.paths().values())))


def staged_copies(copies: Sequence[Copy], files: Mapping[OutputPath, KnownFile], output: Path) -> list[Staged | Same]:
    """The files that come as they are."""
    return [stage(output, copy.path, copy.content(), files.get(copy.path)) for copy in copies]


class _KeyedTheme:
    """A theme that compares by its digest, so that a worker compiles its templates once."""

    __slots__ = ("digest", "theme")

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.digest = theme.digest()

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _KeyedTheme) and other.digest == self.digest


def _render(theme: _KeyedTheme, job: Job) -> bytes | Diagnostic:
    return _content(theme, job.request, job.document)


def _content(theme: _KeyedTheme, request: PageRequest, document: Document | None) -> bytes | Diagnostic:
    if isinstance(request, FilePage):
        return request.content
    try:
        return _renderer(theme).render(request, document)
    except TemplateFailure as failure:
        return failure.diagnostic


_ENCODE = msgspec.msgpack.Encoder().encode
_MADE = msgspec.msgpack.Decoder(Made)


@lru_cache(maxsize=1)
def _renderer(theme: _KeyedTheme) -> Renderer:
    return Renderer(theme.theme)
