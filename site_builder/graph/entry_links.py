"""What one entry says, resolved: a function of its facts, of the names in its prose, and of what names lead to."""

from collections.abc import Iterator, Mapping

import msgspec

from site_builder.graph.directory import Directory
from site_builder.graph.encyclopedia import Membership, Mention, Relation, Target
from site_builder.graph.findings import finding, in_order
from site_builder.graph.memberships import terms_of
from site_builder.graph.mentions import AmbiguousName, Recognised
from site_builder.graph.references import resolve_references
from site_builder.graph.relations import stated_relations
from site_builder.graph.writing import any_of, wiki_link
from site_builder.model.diagnostic import Finding
from site_builder.model.facts import Facts, Sentence, VenueFacts
from site_builder.model.identity import EntityId


class Stated(msgspec.Struct, frozen=True, gc=False):
    """What an entry says that no table of the encyclopedia shows as it is."""

    relations: tuple[Relation, ...] = ()
    """Its own side only."""
    wishes: tuple[str, ...] = ()
    """The targets of links that lead nowhere."""
    unknown: tuple[str, ...] = ()
    """The musicians of its front matter whom nobody has written."""
    ambiguous: tuple[AmbiguousName, ...] = ()
    findings: tuple[Finding, ...] = ()


class EntryLinks(msgspec.Struct, frozen=True, gc=False):
    """All that an entry says."""

    memberships: tuple[Membership, ...]
    """Of a musician."""
    country: EntityId | None
    """Of a venue."""
    targets: tuple[Target, ...]
    mentions: tuple[Mention, ...]
    stated: Stated


def entry_links(entry: Facts, prose: Recognised, directory: Directory) -> EntryLinks:
    terms = terms_of(entry, directory)
    relations = stated_relations(entry, directory)
    references = resolve_references(entry, directory)
    findings = (*terms.findings, *relations.findings, *references.findings, *_ambiguous_names(entry, prose, directory))
    is_venue = isinstance(entry.about, VenueFacts)
    return EntryLinks(
        memberships=() if is_venue else terms.memberships,
        country=terms.memberships[-1].term if is_venue and terms.memberships else None,
        targets=references.targets,
        mentions=prose.mentions,
        stated=Stated(
            relations.relations,
            references.wishes,
            relations.wishes,
            prose.ambiguous,
            in_order(findings) if findings else (),
        ),
    )


def sentences_of(
    entry: Facts, targets: tuple[Target, ...], mentions: tuple[Mention, ...]
) -> Mapping[EntityId, Sentence]:
    """The other entities that the entry speaks of, each with the first sentence that does.

    A link says more than a name that became one by itself: where there are both, the link's sentence is shown.
    """
    sentences: dict[EntityId, Sentence] = {}
    for reference, target in zip(entry.references, targets, strict=True):
        if target.entity is not None:
            sentences.setdefault(target.entity, reference.sentence)
    for mention in mentions:
        sentences.setdefault(mention.target, mention.sentence)
    sentences.pop(entry.id, None)
    return sentences


def _ambiguous_names(entry: Facts, prose: Recognised, directory: Directory) -> Iterator[Finding]:
    """L005 for every name in prose that could mean several entities."""
    for name in prose.ambiguous:
        sentence = f"{name.sentence.before}{name.sentence.link}{name.sentence.after}"
        links = [
            wiki_link(candidate, directory.names, directory.config, label=name.text) for candidate in name.candidates
        ]
        yield finding(
            "L005",
            entry.path,
            "",
            f'"{name.text}" in "{sentence}" could be {any_of(name.candidates)}',
            f"if it matters which one, write {any_of(links)}",
        )
