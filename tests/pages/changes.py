"""What an edit changes, said in reads: what a build finds out by comparing, tests find out the long way."""

from collections.abc import Iterator, Mapping

import msgspec

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.pages.overview import Overview, differences
from site_builder.pages.planner import EVERYTHING, Planner
from site_builder.pages.tables import INDEXED, SHARD_PREFIXES, SHARDS
from site_builder.pages.tracking import ONLY, WHOLE, code
from tests.pages.worlds import World

TABLES = tuple(
    name
    for name, table in zip(Encyclopedia.__struct_fields__, msgspec.structs.fields(Encyclopedia), strict=True)
    if "Mapping" in str(table.type)
)
OVERVIEW_TABLES = tuple(name for name in Overview.__struct_fields__ if name != "standings")


def changed_keys(old: World, new: World) -> Iterator[tuple[str, str]]:
    """Every table and key whose value is not the same in both."""
    for table, before, after in (
        *((name, getattr(old.site, name), getattr(new.site, name)) for name in TABLES),
        ("documents", old.documents, new.documents),
    ):
        changed = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
        yield from ((table, key) for key in (*changed, *([WHOLE] if changed else [])))
    yield from differences(old.overview, new.overview)
    before, after = old.index, new.index
    shards = [p for p in before.shards.keys() | after.shards.keys() if before.shards.get(p) != after.shards.get(p)]
    yield from ((SHARDS, prefix) for prefix in (*shards, *([WHOLE] if shards else [])))
    if before.prefixes != after.prefixes:
        yield SHARD_PREFIXES, ONLY
    if before.entries != after.entries:
        yield INDEXED, ONLY


def stale_paths(old: World, new: World) -> set[str]:
    """The pages of `old` that have read something that `new` changed."""
    changed = {code(table, key) for table, key in changed_keys(old, new)}
    changed |= {EVERYTHING} if changed else set()
    planner = old.planner
    return {page.path for page in planner.pages if planner.page(page).reads & changed}


def changed_paths(old: World, new: World) -> set[str]:
    """The pages of `old` that have another request in `new`, or none."""
    before, after = requests(old.planner), requests(new.planner)
    return {path for path, request in before.items() if after.get(path) != request}


def requests(planner: Planner) -> Mapping[str, object]:
    return {page.path: planner.page(page).request for page in planner.pages}
