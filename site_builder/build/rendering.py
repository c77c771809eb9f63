"""Page requests in, files out, over any mapper."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial

from site_builder.build.progress import Progress, counted
from site_builder.build.publish import File
from site_builder.build.workers import Mapper
from site_builder.model.diagnostic import Diagnostic, Outcome
from site_builder.model.facts import Document
from site_builder.pages.request import FilePage, PageRequest, TemplatePage
from site_builder.theme.layers import Theme
from site_builder.theme.render import Renderer, TemplateFailure

_Job = tuple[TemplatePage, Document | None]


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


def render_all(
    pages: Sequence[PageRequest],
    documents: Iterable[Document],
    theme: Theme,
    mapper: Mapper,
    progress: Progress,
) -> Outcome[tuple[File, ...]]:
    """The files of all pages that could be made, in their order, and why the others could not."""
    by_path: Mapping[str, Document] = {document.facts.path: document for document in documents}
    files = [File(page.path, page.content) for page in pages if isinstance(page, FilePage)]
    jobs = [
        (page, by_path.get(page.body.path) if page.body else None) for page in pages if isinstance(page, TemplatePage)
    ]
    results = mapper(partial(_render, _KeyedTheme(theme)), jobs)
    faults: list[Diagnostic] = []
    for result in counted(results, "rendering", len(jobs), progress):
        if isinstance(result, File):
            files.append(result)
        else:
            faults.append(result)
    return Outcome(tuple(files), tuple(faults))


def _render(theme: _KeyedTheme, job: _Job) -> File | Diagnostic:
    page, document = job
    try:
        return File(page.path, _renderer(theme).render(page, document))
    except TemplateFailure as failure:
        return failure.diagnostic


@lru_cache(maxsize=1)
def _renderer(theme: _KeyedTheme) -> Renderer:
    return Renderer(theme.theme)
