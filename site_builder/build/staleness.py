"""Which pages have to be looked at again, and why."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from site_builder.build.records import PageRecord
from site_builder.build.tables import StoredTable
from site_builder.model.identity import OutputPath

Page = TypeVar("Page")
_READ = "q"
_FEW = 16
"""Up to so many codes are looked for one by one among the bytes of a record, quicker than counting them out."""


class Stale(NamedTuple):
    path: OutputPath
    reasons: tuple[str, ...]


def packed(reads: Iterable[int]) -> bytes:
    """The codes of reads as a record keeps them."""
    return array(_READ, sorted(reads)).tobytes()


def stale_pages(
    paths: Iterable[OutputPath],
    records: Mapping[OutputPath, PageRecord],
    changed: Mapping[int, str] | None,
    closures: Mapping[str, str],
    damaged: frozenset[OutputPath],
) -> Iterator[Stale]:
    """Those of `paths` that are new or damaged, or that were made from something that has changed.

    `changed` are the codes of reads that give something else now, each with the change in words; None means that
    anything may.
    """
    reads_one = _reader(frozenset(changed or ()))
    known = records.unordered() if isinstance(records, StoredTable) else records
    for path in paths:
        record = known.get(path)
        if record is None:
            yield Stale(path, ("it is new",))
            continue
        reasons: list[str] = []
        if not record.request:
            reasons.append("it could not be made the last time")
        if changed is None:
            reasons.append("the settings have changed")
        elif reads_one(record.reads):
            reasons += dict.fromkeys(changed[read] for read in array(_READ, record.reads) if read in changed)
        if record.closure != closures.get(record.template, ""):
            reasons.append(f"{record.template}, or what it brings in, has changed")
        if path in damaged:
            reasons.append("its file was changed or is gone")
        if reasons:
            yield Stale(path, tuple(reasons))


def _reader(codes: frozenset[int]) -> Callable[[bytes], bool]:
    """Whether some reads have one of the codes among them: perhaps one page too many, never one too few."""
    if len(codes) > _FEW:
        return lambda reads: not codes.isdisjoint(array(_READ, reads))
    wanted = [packed([code]) for code in codes]
    return lambda reads: any(code in reads for code in wanted)
