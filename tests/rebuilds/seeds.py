"""Ways to put a defect into the program, for as long as a patch is in place.

Most defects of rebuilds are one: something is remembered under a key that leaves out what it depends on.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.build import publish
from site_builder.content.parse import parse
from site_builder.graph.link import Linked, link
from site_builder.graph.mentions import Recognised
from site_builder.graph.names import NameTable
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Outcome
from site_builder.model.digest import digest_of_bytes
from site_builder.model.facts import Document, Facts
from site_builder.model.identity import EntityId, OutputPath
from site_builder.model.source import Source
from tests.rebuilds.folders import contents_of

Seed = Callable[[pytest.MonkeyPatch], None]


def remembered(place: str, key: Callable[..., Hashable]) -> Seed:
    """The function at that place is asked once for each key, and its first answer given ever after."""
    known: dict[Hashable, object] = {}

    def seed(patch: pytest.MonkeyPatch) -> None:
        module, _, name = place.rpartition(".")
        function = getattr(import_module(f"site_builder.{module}"), name)

        def answer(*arguments: object, **named: object) -> object:
            chosen = key(*arguments, **named)
            if chosen not in known:
                known[chosen] = function(*arguments, **named)
            return known[chosen]

        patch.setattr(f"site_builder.{place}", answer)

    return seed


def kept_tables(*tables: str) -> Seed:
    """Some tables of the encyclopedia stay what they were at first."""
    first: dict[str, object] = {}

    def seed(patch: pytest.MonkeyPatch) -> None:
        def linked(
            facts: Sequence[Facts], recognised: Mapping[EntityId, Recognised], names: NameTable, config: SiteConfig
        ) -> Linked:
            whole = link(facts, recognised, names, config)
            first.update({name: getattr(whole.encyclopedia, name) for name in tables if name not in first})
            return replace(whole, encyclopedia=replace(whole.encyclopedia, **first))

        patch.setattr("site_builder.build.stages.link", linked)

    return seed


def told_once() -> Seed:
    """What was told of an entry is not told again while its file stays the same."""
    known: set[Source] = set()

    def seed(patch: pytest.MonkeyPatch) -> None:

        def parsed(source: Source, config: SiteConfig) -> Outcome[Document | None]:
            outcome = parse(source, config)
            told = () if source in known else outcome.diagnostics
            known.add(source)
            return Outcome(outcome.value, told)

        patch.setattr("site_builder.build.stages.parse", parsed)

    return seed


def stale_pages_stay(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(publish, "_delete", lambda *_: False)


def all_files_are_ours(patch: pytest.MonkeyPatch) -> None:
    def everything(output: Path) -> Mapping[str, tuple[str, ...]]:
        return {path: (digest_of_bytes(content),) for path, content in contents_of(output).items()}

    patch.setattr(publish, "_read_manifest", everything)


def edited_pages_are_deleted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(publish, "_delete", lambda output, path, _: (output / path).unlink() is None)


def sizes_tell_enough(patch: pytest.MonkeyPatch) -> None:
    write = publish._write

    def written(output: Path, path: str, content: bytes) -> bool:
        target = output / path
        same = target.is_file() and target.stat().st_size == len(content)
        return False if same else write(output, OutputPath(path), content)

    patch.setattr(publish, "_write", written)


def everything_is_written(patch: pytest.MonkeyPatch) -> None:
    write = publish._write

    def written(output: Path, path: str, content: bytes) -> bool:
        (output / path).unlink(missing_ok=True)
        return write(output, OutputPath(path), content)

    patch.setattr(publish, "_write", written)


def written_in_place(patch: pytest.MonkeyPatch) -> None:
    write = publish._write

    def written(output: Path, path: str, content: bytes) -> bool:
        target = output / path
        if not target.is_file() or target.read_bytes() == content:
            return write(output, OutputPath(path), content)
        target.write_bytes(content)
        return True

    patch.setattr(publish, "_write", written)


def leftovers_stay(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(publish, "_clear_leftovers", lambda *_: None)
