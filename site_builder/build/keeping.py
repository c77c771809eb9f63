"""What stays of the last site where errors are no hindrance."""

from pathlib import Path

from site_builder.build.publishing.files import is_file
from site_builder.build.reading import Reading
from site_builder.build.records import EntryRecord
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import EntityId, OutputPath, entity_id, page_of


def kept_pages(diagnostics: tuple[Diagnostic, ...], reading: Reading, output: Path) -> frozenset[OutputPath]:
    """The pages of content files with errors, as far as they are there: those stay as they are.

    The answer must not depend on what is remembered: a lost cache costs time, and no page.
    """
    faulty = {diagnostic.span.path for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR}
    entities = (_entity_at(path, entry) for path, entry in reading.entries.items() if path in faulty)
    pages = {page_of(entity).removesuffix(".html") for entity in entities}
    paths = (OutputPath(f"{page}{ending}") for page in pages for ending in (".html", ".json"))
    return frozenset(path for path in paths if is_file(output / path))


def _entity_at(path: str, entry: EntryRecord) -> EntityId:
    """What a content file is about; its name alone decides where nothing in it can be read."""
    _, kind, name = path.split("/")
    return EntityId(entry.entity) if entry.entity else entity_id(kind, name.removesuffix(".md"))
