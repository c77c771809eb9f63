"""Small encyclopedias for tests, written as one text or kept as files, and taken through every stage up to linking."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import dedent

import msgspec

from site_builder.content.parse import parse
from site_builder.graph.consistency import CHECKS
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.graph.link import link
from site_builder.graph.mentions import Recognised, recognise
from site_builder.graph.names import NameTable, build_names
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Diagnostic, Finding, locate
from site_builder.model.facts import Document
from site_builder.model.identity import EntityId
from site_builder.model.source import Source

_FILE = re.compile(r"^-- (\S+) --\n", re.MULTILINE)


class Example(msgspec.Struct, frozen=True):
    documents: tuple[Document, ...]
    names: NameTable
    recognised: dict[EntityId, Recognised]
    encyclopedia: Encyclopedia
    findings: tuple[Finding, ...]

    def told(self, *codes: str) -> list[tuple[str, str, str, str]]:
        """Path, place, message and hint of the findings with these codes."""
        return [
            (found.path.removeprefix("content/"), found.place, found.message, found.hint)
            for found in self.findings
            if found.code in codes
        ]

    def mentioned(self, source: str) -> list[tuple[str, str]]:
        """The names in the entry's prose that became links, and where they lead."""
        document = next(document for document in self.documents if document.facts.id == source)
        return [
            (document.parts[mention.part].text[mention.start : mention.end], mention.target)  # type: ignore[union-attr]
            for mention in self.recognised[EntityId(source)].mentions
        ]

    def checked(self, code: str) -> list[tuple[str, str, str]]:
        """Path, place and message of what the checks for this fault find."""
        checks = (check for check in CHECKS if code in {rule.code for rule in check.rules})
        return [
            (found.path.removeprefix("content/"), found.place, found.message)
            for check in checks
            for found in check.run(self.encyclopedia)
        ]


_DEFAULTS = SiteConfig()


def example(text: str, config: SiteConfig = _DEFAULTS) -> Example:
    """The site in `text`: before each file a line `-- KIND/STEM.md --`, then its fields, a blank line, its prose."""
    return linked(read(_sources(text), config), config)


def read(sources: Iterable[Source], config: SiteConfig = _DEFAULTS) -> tuple[Document, ...]:
    documents = (parse(source, config).value for source in sources)
    return tuple(document for document in documents if document is not None)


def linked(documents: tuple[Document, ...], config: SiteConfig = _DEFAULTS) -> Example:
    facts = [document.facts for document in documents]
    names = build_names(facts, config)
    recognised: dict[EntityId, Recognised] = {}
    for document in documents:
        recognised.setdefault(document.facts.id, recognise(document, names))
    result = link(facts, recognised, names, config)
    return Example(documents, names, recognised, result.encyclopedia, result.findings)


def diagnostics(folder: Path) -> list[Diagnostic]:
    """All that the stages up to linking, and the checks, say of the site in a folder."""
    sources = [
        Source(file.relative_to(folder).as_posix(), file.read_bytes())
        for file in sorted(folder.rglob("content/*/*.md"))
    ]
    site = linked(read(sources))
    places = {document.facts.path: document.places for document in site.documents}
    found = (*site.findings, *(finding for check in CHECKS for finding in check.run(site.encyclopedia)))
    return [locate(finding, places) for finding in found]


def _sources(text: str) -> Iterator[Source]:
    pieces = _FILE.split(dedent(text).lstrip("\n"))
    for path, content in zip(pieces[1::2], pieces[2::2], strict=True):
        front_matter, _, body = content.partition("\n\n")
        yield Source(f"content/{path}", f"---\n{front_matter.rstrip()}\n---\n\n{body}".encode())
