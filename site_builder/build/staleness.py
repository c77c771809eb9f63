"""Which pages have to be looked at again, and why."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, cast

from site_builder.build.readers import Readers, readers_of
from site_builder.build.records import READ, PageRecord
from site_builder.build.tables import StoredTable
from site_builder.model.identity import OutputPath
from site_builder.pages.page_id import PageId

_FEW = 16
"""Up to so many codes are looked for one by one among bytes, quicker than counting them out."""


class Stale(NamedTuple):
    page: PageId
    reasons: tuple[str, ...]


_Judge = Callable[[OutputPath, PageRecord], list[str]]
"""Why a page that was made from what the record says has to be looked at again; [] if it need not."""


def packed(reads: Iterable[int]) -> bytes:
    """The codes of reads as a record keeps them."""
    return array(READ, sorted(reads)).tobytes()


def is_touched(reads: bytes, changed: Mapping[int, str]) -> bool:
    """Whether one of the reads gives something else now."""
    return not changed.keys().isdisjoint(array(READ, reads))


def stale_pages(
    pages: Mapping[OutputPath, PageId],
    records: Mapping[OutputPath, PageRecord],
    changed: Mapping[int, str] | None,
    closures: Mapping[str, str],
    damaged: frozenset[OutputPath],
) -> Iterator[Stale]:
    """Those of `pages` that are new or damaged, or that were made from something that has changed.

    `changed` are the codes of reads that give something else now, each with the change in words; None means that
    anything may.
    """
    judge, known = _judge(changed, closures, damaged), _at_hand(records)
    for path, page in pages.items():
        record = known.get(path)
        if record is None:
            yield Stale(page, ("it is new",))
        elif record.request and (record.sort, record.key) != (page.sort, page.key):
            yield Stale(page, ("it was a page of something else",))
        elif reasons := judge(path, record):
            yield Stale(page, tuple(reasons))


def stale_records(
    records: Mapping[OutputPath, PageRecord],
    changed: Mapping[int, str],
    closures: Mapping[str, str],
    damaged: frozenset[OutputPath],
    readers: Readers | None,
) -> Iterator[Stale]:
    """The same where the pages are those of the records, which saves listing them, and all were made.

    With `readers`, which are of these records, all closures are those of the records: the other pages need no look.
    """
    judge = _judge(changed, closures, damaged)
    if readers is None:
        suspects = _at_hand(records)
    else:
        suspects = {path: records[path] for path in damaged if path in records} | readers_of(changed, readers, records)
    for path, record in suspects.items():
        if reasons := judge(path, record):
            yield Stale(PageId(path, record.sort, record.key), tuple(reasons))


def _judge(changed: Mapping[int, str] | None, closures: Mapping[str, str], damaged: frozenset[OutputPath]) -> _Judge:
    reads_one = _reader(frozenset(changed or ()))

    def judge(path: OutputPath, record: PageRecord) -> list[str]:
        reasons: list[str] = []
        if not record.request:
            reasons.append("it could not be made the last time")
        if changed is None:
            reasons.append("the settings have changed")
        elif reads_one(record.reads):
            reasons += dict.fromkeys(changed[read] for read in array(READ, record.reads) if read in changed)
        if record.closure != closures.get(record.template, ""):
            reasons.append(f"{record.template}, or what it brings in, has changed")
        if path in damaged:
            reasons.append("its file was changed or is gone")
        return reasons

    return judge


def _at_hand(records: Mapping[OutputPath, PageRecord]) -> Mapping[OutputPath, PageRecord]:
    # To look one up in a table of the store takes longer than to have them all.
    if isinstance(records, StoredTable):
        table: StoredTable[PageRecord] = records
        return cast("Mapping[OutputPath, PageRecord]", table.unordered())
    return records


def _reader(codes: frozenset[int]) -> Callable[[bytes], bool]:
    """Whether some reads have one of the codes among them: perhaps one page too many, never one too few."""
    if len(codes) > _FEW:
        return lambda reads: not codes.isdisjoint(array(READ, reads))
    wanted = [packed([code]) for code in codes]
    return lambda reads: any(code in reads for code in wanted)
