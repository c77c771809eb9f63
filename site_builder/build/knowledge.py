"""From files to what pages are made of: scan, parse, link, and the overview. Writes nothing but parses, into the store."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from site_builder.build.engine import digest_of_extensions
from site_builder.build.linking import Linking, link_entries
from site_builder.build.memory import Basis, Memory
from site_builder.build.options import BuildOptions
from site_builder.build.parsing import Documents
from site_builder.build.progress import Progress
from site_builder.build.reading import MapperFor, Read, Reading, missing_pictures, read_entries, told_of_entries
from site_builder.build.reasons import reason_of
from site_builder.build.scan import Scan, scan
from site_builder.build.stages import Settings, at_its_setting, located, read_settings
from site_builder.build.store import Store
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.graph.tables import Delta
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.digest import digest_of
from site_builder.model.facts import Document
from site_builder.model.identity import EntityId
from site_builder.pages.emitter import Emitter
from site_builder.pages.overview import Overview, differences
from site_builder.pages.planner import EVERYTHING, Planner
from site_builder.pages.survey import overview_of
from site_builder.pages.tracking import WHOLE, code

_TABLES = (
    *("entities", "memberships", "members", "venues_in", "venue_countries"),
    *("relations", "targets", "mentions", "backlinks", "related"),
)


class Knowledge(msgspec.Struct, frozen=True):
    """A site as it is now, and where that differs from what was known before."""

    settings: Settings
    basis: Basis
    found: Scan
    reading: Reading
    linking: Linking
    overview: Overview
    changed_in_overview: Mapping[str, frozenset[str]]
    plans: "Plans"
    changed: Mapping[int, str] | None
    """What pages may have read and is no longer so: the code of the read, and the change in words. None where everything
    may be different, because the settings are."""
    located: Mapping[str, tuple[Diagnostic, ...]]
    """What is wrong with what entries say of each other, by path."""
    about_site: tuple[Diagnostic, ...]
    told: tuple[Diagnostic, ...]
    """Everything that is wrong, as far as it shows before a page is made."""

    @property
    def planner(self) -> Planner:
        return self.plans.planner


class Plans:
    """The planner of a site, made when somebody asks for it: it lists all pages."""

    def __init__(
        self,
        site: Encyclopedia,
        overview: Overview,
        documents: Mapping[EntityId, Document],
        emitters: tuple[Emitter, ...],
    ) -> None:
        self._parts = site, overview, documents, emitters

    @cached_property
    def planner(self) -> Planner:
        return Planner(*self._parts)


def learn(
    root: Path, options: BuildOptions, before: Memory, store: Store, mapper: MapperFor, progress: Progress
) -> Knowledge:
    """What is known of the site at `root` now, made from what was known before and the files that changed since."""
    settings = read_settings(root, options, store)
    config, old = settings.value.config, before.summary
    basis = Basis(
        reading=digest_of((config.facets, config.drafts)),
        settings=digest_of((config, digest_of_extensions(config))),
    )
    found = scan(root, config, {**old.sources, **old.pictures})
    read_before = old.read if basis.reading == old.basis.reading else Read()
    reading = read_entries(root, found, read_before, config, store, mapper, progress)
    known = before if basis == old.basis else Memory()
    linking = link_entries(known, reading, config, mapper)
    overview, changed_in_overview = _overview(known, linking)
    documents = Documents(reading.library, linking.world.entries)
    plans = Plans(linking.world.site, overview, documents, settings.value.emitters)
    located = {**(known.details.located if known.details else {}), **linking.located}
    is_same = known.world is not None and linking.changes is None
    about_site = old.about_site if is_same else _about_site(root, settings.value, linking, plans.planner, documents)
    return Knowledge(
        settings=settings.value,
        basis=basis,
        found=found,
        reading=reading,
        linking=linking,
        overview=overview,
        changed_in_overview=changed_in_overview,
        plans=plans,
        changed=_changed(linking, changed_in_overview) if known.world is not None else None,
        located={path: faults for path, faults in located.items() if faults},
        about_site=about_site,
        told=(
            *settings.diagnostics,
            *found.diagnostics,
            *told_of_entries(reading),
            *missing_pictures(reading, found.pictures),
            *(fault for path in sorted(located) for fault in located[path]),
            *about_site,
        ),
    )


def _overview(known: Memory, linking: Linking) -> tuple[Overview, Mapping[str, frozenset[str]]]:
    if known.overview is not None and linking.changes is None:
        return known.overview, {}
    overview = overview_of(linking.world.site, known.overview, _touched(linking) if known.overview else None)
    changed: dict[str, set[str]] = {}
    if known.overview is not None:
        for table, key in differences(known.overview, overview):
            changed.setdefault(table, set()).add(key)
    return overview, {table: frozenset(keys) for table, keys in changed.items()}


def _touched(linking: Linking) -> Iterator[EntityId]:
    if linking.changes is not None:
        for table in ("entities", "memberships", "relations", "backlinks"):
            yield from getattr(linking.changes, table)


def _changed(linking: Linking, in_overview: Mapping[str, frozenset[str]]) -> Mapping[int, str]:
    changed = {code("documents", entity): f"the text of {entity}" for entity in linking.rewritten}
    if linking.changes is not None:
        for table in _TABLES:
            delta: Delta[str, object] = getattr(linking.changes, table)
            if delta:
                changed[code(table, WHOLE)] = f"the list of {table}"
            changed.update((code(table, key), reason_of(table, key, *values)) for key, values in delta.items())
    if changed or in_overview:
        changed[EVERYTHING] = "something in the encyclopedia"
    for table, keys in in_overview.items():
        changed.update((code(table, key), f"{table.removeprefix('overview/')} {key}".rstrip("* ")) for key in keys)
    return changed


def _about_site(
    root: Path, settings: Settings, linking: Linking, planner: Planner, documents: Documents
) -> tuple[Diagnostic, ...]:
    """What the site's own checks find, and what planning says of the settings."""
    planned = tuple(planner.diagnostics())
    findings = [finding for check in settings.checks for finding in check.run(linking.world.site)]
    concerned = {finding.path for finding in findings}
    owners = [entity for path, entity in linking.world.addresses.items() if path in concerned] if concerned else []
    texts = [documents[entity] for entity in owners if entity in documents]
    return (
        *(at_its_setting(fault, "navigation", root) for fault in planned if fault.code != "S004"),
        *(fault for fault in planned if fault.code == "S004" and settings.readable),
        *located(findings, texts),
    )
