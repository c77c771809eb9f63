"""(interim) The stage that links: whole."""

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from site_builder.build.reading import Reading
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.graph.link import link
from site_builder.graph.mentions import recognise
from site_builder.graph.names import build_names
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Diagnostic, locate
from site_builder.model.identity import EntityId


class Linking(msgspec.Struct, frozen=True):
    site: Encyclopedia
    changed: Mapping[str, frozenset[str]]
    paths: Mapping[EntityId, str]
    told: Mapping[str, tuple[Diagnostic, ...]]


def link_entries(before: Encyclopedia | None, reading: Reading, config: SiteConfig) -> Linking:
    library = reading.library
    facts = [f for path, entry in reading.entries.items() if entry.entity and (f := library.facts(path))]
    names = build_names(facts, config)
    paths: dict[EntityId, str] = {}
    for fact in facts:
        paths.setdefault(fact.id, fact.path)
    recognised = {}
    if config.mentions:
        for entity, path in paths.items():
            document = library.document(path)
            assert document
            recognised[entity] = recognise(document, names)
    linked = link(facts, recognised, names, config)
    by_path = defaultdict(list)
    for finding in linked.findings:
        by_path[finding.path].append(finding)
    told = {}
    for path, findings in by_path.items():
        document = library.document(path)
        places = {path: document.places} if document else {}
        for f in findings:
            for other, _ in f.related:
                if other not in places and (d := library.document(other)):
                    places[other] = d.places
        told[path] = tuple(locate(f, places) for f in findings)
    return Linking(linked.encyclopedia, _changes(before, linked.encyclopedia), paths, told)


def _changes(before: Encyclopedia | None, after: Encyclopedia) -> Mapping[str, frozenset[str]]:
    changed = {}
    for field in Encyclopedia.__struct_fields__:
        new = getattr(after, field)
        old = getattr(before, field) if before is not None else {}
        if not isinstance(new, Mapping):
            if old != new:
                changed[field] = frozenset([""])
            continue
        old = dict(old)
        keys = frozenset(k for k in old.keys() | new.keys() if k not in old or k not in new or old[k] != new[k])
        if keys:
            changed[field] = keys
    return changed
