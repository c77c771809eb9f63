"""From files to what pages are made of: scan, parse, link, overview. Writes nothing but parses, into the store."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from site_builder.build.engine import digest_of_extensions
from site_builder.build.looking import Look
from site_builder.build.memory import Basis, Memory
from site_builder.build.parsing import Documents
from site_builder.build.photographs import Negative, photographs_of, unusable
from site_builder.build.progress import Progress
from site_builder.build.reading import MapperFor, Read, Reading, missing_pictures, read_entries, told_of_entries
from site_builder.build.scan import Scan
from site_builder.build.stages import Settings, at_its_setting, locate_all
from site_builder.build.store import Store
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.digest import digest_of
from site_builder.model.identity import EntityId
from site_builder.pages.emitter import Emitter

if TYPE_CHECKING:
    from site_builder.build.indexing import Indexing
    from site_builder.build.linking import Linking
    from site_builder.graph.tables import Delta
    from site_builder.graph.world import World
    from site_builder.pages.overview import Overview
    from site_builder.pages.planner import Planner
    from site_builder.search.index import TextIndex

_TABLES = (
    *("entities", "memberships", "members", "venues_in", "venue_countries"),
    *("relations", "targets", "mentions", "backlinks", "related"),
)


class Knowledge(msgspec.Struct, frozen=True):
    """A site as it is now, and where that differs from what was known before."""

    settings: Settings
    basis: Basis
    found: Scan
    """Without the bytes that were read."""
    reading: Reading
    known: Memory
    """What was known before; nothing if that was under other settings."""
    photographs: Mapping[str, Negative]
    """Of those that front matter names, by path below content/."""
    linking: "Linking | None"
    """None where nothing had to be linked."""
    plans: "Plans"
    changed_in_overview: Mapping[str, frozenset[str]]
    changed_in_index: Mapping[str, frozenset[str]]
    changed: Mapping[int, str] | None
    """What pages may have read and is no longer so: the code of the read, and the change in words. None where
    everything may be different, because the settings are."""
    located: Mapping[str, tuple[Diagnostic, ...]]
    """What is wrong with what entries say of each other, by path."""
    about_site: tuple[Diagnostic, ...]
    told: tuple[Diagnostic, ...]
    """Everything that is wrong, as far as it shows before a page is made."""

    @property
    def world(self) -> "World":
        return self.plans.world

    @property
    def planner(self) -> "Planner":
        return self.plans.planner


class Plans:
    """What pages are planned from. A build that has nothing to do never asks for it."""

    def __init__(
        self,
        known: Memory,
        linking: "Linking | None",
        reading: Reading,
        photographs: Mapping[str, Negative],
        emitters: tuple[Emitter, ...],
        mapper: MapperFor,
    ) -> None:
        self._photographs = photographs
        self._known = known
        self._mapper = mapper
        self._linking = linking
        self.reading = reading
        self._emitters = emitters

    @cached_property
    def world(self) -> "World":
        world = self._linking.world if self._linking else self._known.world
        assert world is not None  # noqa: S101 - what is known without linking was linked once
        return world

    @cached_property
    def overview(self) -> "Overview":
        from site_builder.pages.survey import overview_of

        before = self._known.overview
        if before is not None and self._linking is None:
            return before
        return overview_of(self.world.site, before, _touched(self._linking) if before and self._linking else None)

    @cached_property
    def indexing(self) -> "Indexing | None":
        """None where no text is new, or readers cannot search in any."""
        if self._linking is None or self.world.site.config.search != "full":
            return None
        from site_builder.build.indexing import index_texts

        return index_texts(self._known, self._linking, self.overview, self.reading, self._mapper)

    @cached_property
    def index(self) -> "TextIndex | None":
        return self.indexing.index if self.indexing else self._known.index

    @cached_property
    def documents(self) -> Documents:
        return Documents(self.reading.library, self.world.site.entities)

    @cached_property
    def planner(self) -> "Planner":
        from site_builder.pages.planner import Planner

        usable = {name: one.photograph for name, one in self._photographs.items() if one.photograph}
        return Planner(self.world.site, self.overview, self.documents, self._emitters, self.index, usable)


def learn(root: Path, looked: Look, before: Memory, store: Store, mapper: MapperFor, progress: Progress) -> Knowledge:
    """What is known of the site at `root`: from what was known before, and the files that changed since."""
    settings, found = looked.settings, looked.found
    config, old = settings.value.config, before.summary
    basis = Basis(
        reading=digest_of((config.facets, config.drafts)),
        settings=digest_of((config, digest_of_extensions(config))),
    )
    read_before = old.read if basis.reading == old.basis.reading else Read()
    reading = read_entries(root, found, read_before, config, store, mapper, progress)
    known = before if basis == old.basis else Memory()
    linking: Linking | None = None
    if known.is_empty or reading.changed:
        from site_builder.build.linking import link_entries

        linking = link_entries(known, reading, config, mapper)
    photographs = photographs_of(root, reading, found.pictures, old.photographs, store, mapper)
    plans = Plans(known, linking, reading, photographs, settings.value.emitters, mapper)
    changed_in_overview = _differences(known, linking, plans) if linking else {}
    changed_in_index = _differences_of_index(known, plans)
    located = {**known.details.located, **(linking.located if linking else {})} if linking or old.has_located else {}
    about_site = _about_site(root, settings.value, plans) if linking else old.about_site
    in_overview_and_index = {**changed_in_overview, **changed_in_index}
    changed = _changed(linking, in_overview_and_index) if linking and not known.is_empty else {}
    return Knowledge(
        settings=settings.value,
        basis=basis,
        # The texts are parsed: whoever makes the pages need not carry all of them.
        found=replace(found, entries=reading.sources, read={}),
        reading=reading,
        known=known,
        photographs=photographs,
        linking=linking,
        plans=plans,
        changed_in_overview=changed_in_overview,
        changed_in_index=changed_in_index,
        changed=None if known.is_empty else {**changed, **_changed_photographs(old.photographs, photographs)},
        located={path: faults for path, faults in located.items() if faults},
        about_site=about_site,
        told=(
            *settings.diagnostics,
            *found.diagnostics,
            *told_of_entries(reading),
            *missing_pictures(reading, found.pictures),
            *unusable(reading, photographs),
            *(fault for path in sorted(located) for fault in located[path]),
            *about_site,
        ),
    )


def _differences(known: Memory, linking: "Linking", plans: Plans) -> Mapping[str, frozenset[str]]:
    from site_builder.pages.overview import PREFIX, differences

    changed: dict[str, set[str]] = {}
    if known.overview is not None and plans.overview is not known.overview:
        # No page reads them, so they are no difference of the overview; but they are kept with it.
        changed[f"{PREFIX}standings"] = set(_touched(linking))
        for table, key in differences(known.overview, plans.overview):
            changed.setdefault(table, set()).add(key)
    return {table: frozenset(keys) for table, keys in changed.items()}


def _differences_of_index(known: Memory, plans: Plans) -> Mapping[str, frozenset[str]]:
    changed: dict[str, set[str]] = {}
    if plans.indexing is not None:
        for table, key in plans.indexing.reads(known.index):
            changed.setdefault(table, set()).add(key)
    return {table: frozenset(keys) for table, keys in changed.items()}


def _changed_photographs(old: Mapping[str, Negative], new: Mapping[str, Negative]) -> Mapping[int, str]:
    if old == new:
        return {}
    from site_builder.pages.tracking import code

    names = [name for name in old.keys() | new.keys() if old.get(name) != new.get(name)]
    return {code("photographs", name): f"the picture {name}" for name in sorted(names)}


def _touched(linking: "Linking") -> Iterator[EntityId]:
    for table in ("entities", "memberships", "relations", "backlinks"):
        yield from getattr(linking.changes, table)


def _changed(linking: "Linking", in_lists: Mapping[str, frozenset[str]]) -> Mapping[int, str]:
    from site_builder.build.reasons import reason_of
    from site_builder.pages.overview import PREFIX
    from site_builder.pages.planner import EVERYTHING
    from site_builder.pages.tracking import WHOLE, code

    changed = {code("documents", entity): f"the text of {entity}" for entity in linking.rewritten}
    for table in _TABLES:
        delta: Delta[str, object] = getattr(linking.changes, table)
        if delta:
            changed[code(table, WHOLE)] = f"the list of {table}"
        changed.update((code(table, key), reason_of(table, key, *values)) for key, values in delta.items())
    for table, keys in in_lists.items():
        changed.update((code(table, key), f"{table.removeprefix(PREFIX)} {key}".rstrip("* ")) for key in keys)
    if changed:
        changed[EVERYTHING] = "something in the encyclopedia"
    return changed


def _about_site(root: Path, settings: Settings, plans: Plans) -> tuple[Diagnostic, ...]:
    """What the site's own checks find, and what planning says of the settings."""
    planned = plans.planner.diagnostics()
    findings = [finding for check in settings.checks for finding in check.run(plans.world.site)]
    concerned = {finding.path for finding in findings}
    return (
        *(at_its_setting(fault, "navigation", root) for fault in planned if fault.code != "S004"),
        *(fault for fault in planned if fault.code == "S004" and settings.readable),
        *locate_all(findings, plans.reading.places(concerned)),
    )
