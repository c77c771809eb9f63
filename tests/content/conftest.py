"""What tests of reading share: one entry as text in, an outcome out."""

import re
from collections.abc import Callable

import pytest

from site_builder.content.parse import parse
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Outcome
from site_builder.model.facts import Document, Html, Prose
from site_builder.model.source import Source

Read = Callable[..., Outcome[Document | None]]


@pytest.fixture
def read() -> Read:
    """Reads an entry from its fields and its body; a name is added where the fields have none."""

    def read_entry(
        fields: str = "", body: str = "", *, path: str = "content/musicians/taro.md", config: SiteConfig | None = None
    ) -> Outcome[Document | None]:
        lines = [] if re.search(r"^name:", fields, re.MULTILINE) else ["name: Taro"]
        text = "\n".join(["---", *lines, *([fields] if fields else []), "---", body])
        return parse(Source(path, text.encode()), config or SiteConfig())

    return read_entry


@pytest.fixture
def read_bytes() -> Callable[[bytes], Outcome[Document | None]]:
    def read_file(data: bytes) -> Outcome[Document | None]:
        return parse(Source("content/musicians/taro.md", data), SiteConfig())

    return read_file


@pytest.fixture
def html_of() -> Callable[[Document], str]:
    """The page as one text: holes as `{n}`, prose as it is."""

    def joined(document: Document) -> str:
        return "".join(
            part.html if isinstance(part, Html) else part.text if isinstance(part, Prose) else f"{{{part.reference}}}"
            for part in document.parts
        )

    return joined


@pytest.fixture
def codes() -> Callable[[Outcome[Document | None]], list[str]]:
    def codes_of(outcome: Outcome[Document | None]) -> list[str]:
        return [diagnostic.code for diagnostic in outcome.diagnostics]

    return codes_of
