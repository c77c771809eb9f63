"""The words of a body, without its markup."""

from site_builder.model.facts import Document, Prose


def prose_of(document: Document) -> str:
    """All running text in which a name may become a link, piece by piece on a line of its own."""
    return "\n".join(part.text for part in document.parts if isinstance(part, Prose))
