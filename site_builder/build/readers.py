"""Which pages read what: the records of the pages turned round, so that a change finds its pages without the others.

A page stands there by its *mark*, the checksum by which a table of the store finds it. Two pages may share one: then
one of them is looked at in vain.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial
from typing import cast

from site_builder.build.records import READ, PageRecord
from site_builder.build.tables import StoredTable, mark
from site_builder.model.identity import OutputPath

_MARK = "I"

Readers = Mapping[str, bytes]
"""The marks of the pages that read it, by the code of a read."""
Records = Mapping[OutputPath, PageRecord]


def readers_of(codes: Iterable[int], readers: Readers, records: Records) -> dict[OutputPath, PageRecord]:
    """The records of the pages that read one of these, and perhaps some more, in no particular order."""
    return _marked(records, {one for code in codes for one in array(_MARK, readers.get(str(code), b""))})


def changed_readers(readers: Readers, before: Records, after: Records, gone: Iterable[OutputPath]) -> dict[str, bytes]:
    """What is new among the readers of the pages `before`, now that some have the records `after`, and some are `gone`.

    What nobody reads any longer has no marks.
    """
    added: defaultdict[int, array[int]] = defaultdict(partial(array, _MARK))
    dropped: defaultdict[int, set[int]] = defaultdict(set)
    for path, reads in [*((path, record.reads) for path, record in after.items()), *((path, b"") for path in gone)]:
        one, known = mark(path), before.get(path)
        if known is None:
            for code in array(READ, reads):
                added[code].append(one)
        elif known.reads != reads:
            then, now = set(array(READ, known.reads)), set(array(READ, reads))
            for code in now - then:
                added[code].append(one)
            # What this page no longer reads, another of the same mark may.
            for code in then - now if len(_marked(before, {one})) == 1 else ():
                dropped[code].add(one)
    changed: dict[str, bytes] = {}
    for code, marks in dropped.items():
        name = str(code)
        changed[name] = array(_MARK, [one for one in array(_MARK, readers[name]) if one not in marks]).tobytes()
    for code, more in added.items():
        name = str(code)
        changed[name] = changed.get(name, readers.get(name, b"")) + more.tobytes()
    return changed


def _marked(records: Records, marks: set[int]) -> dict[OutputPath, PageRecord]:
    if isinstance(records, StoredTable):
        table: StoredTable[PageRecord] = records
        return cast("dict[OutputPath, PageRecord]", table.marked(marks))
    return {path: record for path, record in records.items() if mark(path) in marks}
