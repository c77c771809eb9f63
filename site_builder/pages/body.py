"""The text of a page, and what an entry with a text has around it: table of contents, notes above."""

from site_builder.graph.encyclopedia import Mention, Target
from site_builder.model.digest import digest_of
from site_builder.model.facts import Document, Reference
from site_builder.model.identity import EntityId, page_of, slug_of
from site_builder.pages.edition import Edition
from site_builder.pages.request import Body, Filling, LinkedName
from site_builder.pages.routes import disambiguation_page, root_of
from site_builder.pages.views import TocItem

_DEEPEST_IN_CONTENTS = 3


def body_of(edition: Edition, entity: EntityId, document: Document | None) -> Body | None:
    """The text with what its links lead to; None where there is no text."""
    if document is None or not document.parts:
        return None
    root = root_of(page_of(entity))
    targets = edition.tables.targets.get(entity, ())
    return Body(
        path=document.facts.path,
        digest=digest_of(document.parts),
        fillings=tuple(
            [
                _filling(edition, entity, root, reference, target)
                for reference, target in zip(document.facts.references, targets, strict=True)
            ]
        ),
        names=tuple([_linked_name(root, mention) for mention in edition.tables.mentions.get(entity, ())]),
    )


def contents_of(document: Document | None) -> tuple[TocItem, ...]:
    """The headings of the second and third level."""
    headings = document.headings if document else ()
    return tuple(
        TocItem(heading.text, f"#{heading.id}", heading.level)
        for heading in headings
        if heading.level <= _DEEPEST_IN_CONTENTS
    )


def text_of_link(edition: Edition, reference: Reference, entity: EntityId) -> str:
    """What a link without a text of its own shows."""
    # [[dombra]] stays as it is, whatever the case of the name; [[ivan-petrovich-1931]] is an address, not prose.
    written = reference.target
    if written != slug_of(entity):
        return written
    outline = edition.outline(entity)
    return outline.word if written != outline.name.casefold() else written


def _filling(edition: Edition, source: EntityId, root: str, reference: Reference, target: Target) -> Filling:
    if target.ambiguity:
        return Filling(reference.label or reference.target, root + disambiguation_page(target.ambiguity))
    if target.entity is None:
        return Filling(reference.label or reference.target, wanted=True)
    text = reference.label or text_of_link(edition, reference, target.entity)
    anchor = f"#{target.anchor}" if target.anchor else ""
    if target.entity == source:
        return Filling(text, anchor)
    return Filling(text, f"{root}{page_of(target.entity)}{anchor}")


def _linked_name(root: str, mention: Mention) -> LinkedName:
    return LinkedName(mention.part, mention.start, mention.end, root + page_of(mention.target))
