"""Where wiki links lead."""

import msgspec

from site_builder.content.names import name_key
from site_builder.graph.directory import Directory
from site_builder.graph.encyclopedia import Target
from site_builder.graph.findings import finding
from site_builder.graph.nearest import nearest_value
from site_builder.graph.writing import any_of, singular, wiki_link
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts, Reference
from site_builder.model.identity import EntityId


class ResolvedReferences(msgspec.Struct, frozen=True):
    """What the references of an entry lead to."""

    targets: tuple[Target, ...]
    wishes: tuple[str, ...]
    """The names that nobody has."""
    findings: tuple[Finding, ...]
    """L001, L002, L004 and L006."""


def resolve_references(entry: Facts, directory: Directory) -> ResolvedReferences:
    """The target of every reference; where one leads nowhere, the target is empty."""
    resolver = _Resolver(directory)
    targets = [resolver.target(entry, f"link[{index}]", each) for index, each in enumerate(entry.references)]
    return ResolvedReferences(tuple(targets), tuple(resolver.wishes), tuple(resolver.findings))


class _Resolver:
    """Resolves references one by one, and keeps what is wrong with them."""

    def __init__(self, directory: Directory) -> None:
        self.wishes: list[str] = []
        self.findings: list[Finding] = []
        self._entries = directory.entries
        self._names = directory.names
        self._resolve = directory.resolve
        self._nearest = directory.nearest
        self._config = directory.config

    def target(self, entry: Facts, place: str, reference: Reference) -> Target:
        found = self._resolve(reference.target, reference.kind)
        if not found:
            self.wishes.append(reference.target)
            self._report("L001", entry, place, *self._unknown(reference))
            return Target()
        if len(found) > 1:
            self._report("L002", entry, place, *self._ambiguous(reference, found, entry.id))
            return Target(ambiguity=self._names.disambiguation(reference.target))
        entity = found[0]
        if not reference.anchor:
            if entity == entry.id:
                self._report("L006", entry, place, *_self_link(reference))
            return Target(entity)
        anchor = self._anchor(entity, reference.anchor)
        if not anchor:
            self._report("L004", entry, place, *self._unknown_heading(entity, reference))
        return Target(entity, anchor)

    def _anchor(self, entity: EntityId, wanted: str) -> str:
        """The id of the heading with this text or id; "" if the page has none."""
        headings = self._headings(entity)
        key = name_key(wanted)
        by_text = (id_ for text, id_ in headings if name_key(text) == key)
        return next(by_text, "") or next((id_ for _, id_ in headings if id_ == wanted), "")

    def _headings(self, entity: EntityId) -> tuple[tuple[str, str], ...]:
        return self._entries[entity].anchors if entity in self._entries else ()

    def _unknown(self, reference: Reference) -> tuple[str, str]:
        noun = singular(reference.kind, self._config) if reference.kind else "entity"
        near = self._nearest.near(reference.target, reference.kind) or self._nearest.near(reference.target, "")
        links = [self._link(entity, reference.label, reference.anchor) for entity in near]
        hint = f"did you mean {any_of(links)}?" if links else "write an entry of that name, or take the brackets away"
        return f'no {noun} is called "{reference.target}"', hint

    def _ambiguous(self, reference: Reference, candidates: tuple[EntityId, ...], own: EntityId) -> tuple[str, str]:
        label = reference.label or reference.target
        links = [self._link(entity, label, reference.anchor) for entity in candidates if entity != own]
        return f'"{reference.target}" could be {any_of(candidates)}', f"write {any_of(links)}"

    def _unknown_heading(self, entity: EntityId, reference: Reference) -> tuple[str, str]:
        headings = [text for text, _ in self._headings(entity)]
        near = nearest_value(reference.anchor, headings)
        if near:
            hint = f"did you mean {self._link(entity, reference.label, near)}?"
        elif headings:
            hint = "its headings are " + ", ".join(f'"{heading}"' for heading in headings)
        else:
            hint = f"it has no headings at all; write {self._link(entity, reference.label)}"
        return f'the page on {self._names.names[entity][0]} has no heading "{reference.anchor}"', hint

    def _link(self, entity: EntityId, label: str, anchor: str = "") -> str:
        return wiki_link(entity, self._names, self._config, label=label, anchor=anchor)

    def _report(self, code: str, entry: Facts, place: str, message: str, hint: str) -> None:
        self.findings.append(finding(code, entry.path, place, message, hint))


def _self_link(reference: Reference) -> tuple[str, str]:
    reads = reference.label or reference.target
    return f'"{reference.target}" is this entry itself', f'write "{reads}" without brackets'
