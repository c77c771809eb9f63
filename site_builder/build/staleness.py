"""Which pages have to be looked at again, and why."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, cast

from site_builder.build.records import PageRecord
from site_builder.build.tables import StoredTable
from site_builder.model.identity import OutputPath
from site_builder.pages.page_id import PageId

_READ = "i"
_FEW = 16
"""Up to so many codes are looked for one by one among bytes, quicker than counting them out."""


class Stale(NamedTuple):
    page: PageId
    reasons: tuple[str, ...]


_Judge = Callable[[OutputPath, PageRecord], list[str]]
"""Why a page that was made from what the record says has to be looked at again; [] if it need not."""


class Readers:
    """Which pages read what, for a process that builds again and again: no record is looked through then."""

    def __init__(self, records: Mapping[OutputPath, PageRecord]) -> None:
        self._records = dict(_at_hand(records))
        self._paths: dict[int, set[OutputPath]] = {}
        for path, record in self._records.items():
            self._add(path, record.reads)

    def change(self, records: Mapping[OutputPath, PageRecord], gone: Iterable[OutputPath]) -> None:
        """Takes in what became of some pages."""
        for path in gone:
            if path in self._records:
                self._drop(path, self._records.pop(path).reads)
        for path, record in records.items():
            known = self._records.get(path)
            self._records[path] = record
            if known is None:
                self._add(path, record.reads)
            elif known.reads != record.reads:
                self._drop(path, known.reads)
                self._add(path, record.reads)

    def of(self, codes: Iterable[int]) -> Mapping[OutputPath, PageRecord]:
        """The records of the pages that read one of these, in no particular order."""
        found = set[OutputPath]().union(*(self._paths.get(code, ()) for code in codes))
        return {path: self._records[path] for path in sorted(found)}

    def _add(self, path: OutputPath, reads: bytes) -> None:
        for code in array(_READ, reads):
            if code in self._paths:
                self._paths[code].add(path)
            else:
                self._paths[code] = {path}

    def _drop(self, path: OutputPath, reads: bytes) -> None:
        for code in array(_READ, reads):
            self._paths[code].discard(path)


def packed(reads: Iterable[int]) -> bytes:
    """The codes of reads as a record keeps them."""
    return array(_READ, sorted(reads)).tobytes()


def is_touched(reads: bytes, changed: Mapping[int, str]) -> bool:
    """Whether one of the reads gives something else now."""
    return not changed.keys().isdisjoint(array(_READ, reads))


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
    *,
    same_theme: bool,
    readers: Readers | None = None,
) -> Iterator[Stale]:
    """The same where the pages are those of the records, which saves listing them, and all were made.

    If `same_theme`, all closures are those of the records. `readers` are of these records, if anybody has them.
    """
    judge = _judge(changed, closures, damaged)
    if same_theme and readers is not None:
        suspects = {path: records[path] for path in damaged if path in records}
        suspects.update(readers.of(changed))
    elif same_theme:
        # Two steps, since of very many pages few are stale: one line of Python for each, and not a call.
        suspects = {path: records[path] for path in damaged if path in records}
        suspects.update(_readers(records, changed))
    else:
        suspects = dict(_at_hand(records))
    for path, record in suspects.items():
        if reasons := judge(path, record):
            yield Stale(PageId(path, record.sort, record.key), tuple(reasons))


def _readers(records: Mapping[OutputPath, PageRecord], changed: Mapping[int, str]) -> dict[OutputPath, PageRecord]:
    """The records that may have read something that changed."""
    if len(changed) > _FEW:
        codes = frozenset(changed)
        known = _at_hand(records)
        return {path: one for path, one in known.items() if not codes.isdisjoint(array(_READ, one.reads))}
    wanted = [packed([code]) for code in changed]
    if isinstance(records, StoredTable):
        # Few pages are decoded, then: those that lie in one chunk with what is looked for.
        return cast("dict[OutputPath, PageRecord]", records.near(wanted))
    return {path: one for path, one in records.items() if any(code in one.reads for code in wanted)}


def _judge(changed: Mapping[int, str] | None, closures: Mapping[str, str], damaged: frozenset[OutputPath]) -> _Judge:
    reads_one = _reader(frozenset(changed or ()))

    def judge(path: OutputPath, record: PageRecord) -> list[str]:
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
        return lambda reads: not codes.isdisjoint(array(_READ, reads))
    wanted = [packed([code]) for code in codes]
    return lambda reads: any(code in reads for code in wanted)
