"""What an output folder has to hold after a rebuild: the clean site, what is kept of before, and what is not ours."""

import re
from collections.abc import Mapping, Sequence
from typing import NoReturn

import msgspec

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import page_of
from site_builder.report.order import ordered
from tests.rebuilds.clean import Clean
from tests.rebuilds.folders import Seen, is_link

Ours = Mapping[str, frozenset[bytes]]
"""The files that we published last, and with which bytes: two of each where a build was killed."""


_NONE: frozenset[str] = frozenset()


class Disagreement(AssertionError):  # noqa: N818 - not an error, but what is looked for
    """A rebuild did something else than a clean build."""


class Expected(msgspec.Struct, frozen=True):
    files: Mapping[str, bytes]
    """Everything in the folder."""
    ours: Ours = {}
    written: frozenset[str] = frozenset()
    """The files that have other bytes now, or were not there."""
    deleted: frozenset[str] = frozenset()
    untried: frozenset[str] = frozenset()
    """The pages that stay because of their entry: that they could not be made is not found out, then."""


def expected(options: BuildOptions, clean: Clean, before: Mapping[str, bytes], ours: Ours) -> Expected:
    """What a rebuild makes of a folder that holds `before`.

    Every file of the clean site gets its bytes, whatever lies there. A page of an entry with errors, or one that could
    not be made, stays as it was, if it was. A file of ours that is no longer part of the site goes, unless somebody
    changed it. Everything else stays.
    """
    if not clean.result.published:
        return Expected(before, ours)
    faulty, unmade = (_pages_of_faulty_entries(clean), _unmade(clean)) if options.keep_going else (_NONE, _NONE)
    kept = faulty | unmade
    staying = {path for path in kept if path in before and not is_link(before[path])}
    made = {path: content for path, content in clean.files.items() if path not in staying}
    deleted = frozenset(
        path
        for path, content in before.items()
        if path not in clean.files and path not in kept and content in ours.get(path, ())
    )
    return Expected(
        files={path: content for path, content in {**before, **made}.items() if path not in deleted},
        ours={
            **{path: ours[path] for path in kept if path in ours},
            **{path: frozenset({content}) for path, content in made.items()},
        },
        written=frozenset(path for path, content in made.items() if before.get(path) != content),
        deleted=deleted,
        untried=faulty & staying,
    )


def compare(
    expected: Expected,
    clean: Clean,
    result: BuildResult,
    before: Mapping[str, Seen],
    after: Mapping[str, Seen],
    *,
    exactly: bool = True,
) -> None:
    """Raises `Disagreement` unless the build did what it had to, and said so; if `exactly`, no more than it had to.

    A build that comes after a killed one may do more: it finishes first what that one had begun.
    """
    for path in sorted({*expected.files, *after}):
        if path not in after:
            _disagree(f"{path} is missing")
        if path not in expected.files:
            _disagree(f"{path} should not be there")
        if after[path].content != expected.files[path]:
            _disagree(f"{path} differs from a clean build:\n{_difference(expected.files[path], after[path].content)}")
        if not exactly:
            continue
        if path in before and path not in expected.written and after[path] != before[path]:
            _disagree(f"{path} was written, though its bytes were right")
        if path in before and path in expected.written and after[path].inode == before[path].inode:
            _disagree(f"{path} was written in its place, where a reader could meet half of it")
    told = [fault for fault in clean.result.diagnostics if expected.untried.isdisjoint(_unmade_by(fault))]
    _same("diagnostics", ordered(told), ordered(result.diagnostics))
    _same("published", clean.result.published, result.published)
    _same("entries", clean.result.entries, result.entries)
    _same("pages", clean.result.pages, result.pages)
    if not exactly:
        return
    _same("changed", sorted({*expected.written, *expected.deleted}), sorted(result.changed))
    _same("written", len(expected.written), result.written)
    _same("deleted", len(expected.deleted), result.deleted)


def unhurt(stages: Sequence[Mapping[str, bytes]], after: Mapping[str, bytes]) -> None:
    """Raises `Disagreement` unless a killed build left every file as it is in one of the stages it goes through."""
    for path in sorted({path for stage in (*stages, after) for path in stage}):
        allowed = {stage.get(path) for stage in stages}
        if after.get(path) not in allowed:
            _disagree(f"{path} is no file that was there before, and none that should be there after")


def _pages_of_faulty_entries(clean: Clean) -> frozenset[str]:
    entries = {fault.span.path for fault in _errors(clean)} & set(clean.entries)
    pages = {page_of(clean.entries[path]).removesuffix(".html") for path in entries}
    return frozenset(f"{page}{ending}" for page in pages for ending in (".html", ".json"))


def _unmade(clean: Clean) -> frozenset[str]:
    return frozenset(path for fault in _errors(clean) for path in _unmade_by(fault))


def _errors(clean: Clean) -> list[Diagnostic]:
    return [fault for fault in clean.result.diagnostics if fault.severity is Severity.ERROR]


def _unmade_by(fault: Diagnostic) -> list[str]:
    page = re.match(r"(\S+) could not be made", fault.message)
    picture = re.match(r"there is no picture content/(\S+)", fault.message)
    return [found for found in (page and page[1], picture and f"media/{picture[1]}") if found]


def _same(what: str, clean: object, rebuilt: object) -> None:
    if clean != rebuilt:
        _disagree(f"{what}: a clean build has\n  {clean}\nand this one\n  {rebuilt}")


def _difference(expected: bytes, found: bytes) -> str:
    """The first line that is not the same."""
    lines = zip(expected.split(b"\n"), found.split(b"\n"), strict=False)
    here = next(((clean, rebuilt) for clean, rebuilt in lines if clean != rebuilt), (b"(the end)", b"(another end)"))
    same = next((place for place, pair in enumerate(zip(*here, strict=False)) if pair[0] != pair[1]), 0)
    start = max(0, same - 60)
    return f"  clean:   {here[0][start : start + 200]!r}\n  rebuilt: {here[1][start : start + 200]!r}"


def _disagree(message: str) -> NoReturn:
    raise Disagreement(message)
