"""Ways to put a defect into the program, for as long as a patch is in place.

Most defects of rebuilds are one of two: something is remembered under a key that leaves out what it depends on, or a
change is not handed on to those who have to hear of it.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from importlib import import_module
from operator import attrgetter
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.build import knowledge, linking, scan, session
from site_builder.build.copies import Copy, pictures_of
from site_builder.build.linking import Linking
from site_builder.build.memory import Details, News
from site_builder.build.outputs import Survey, survey
from site_builder.build.publishing import commit, journal, staging
from site_builder.build.publishing.files import KnownFile
from site_builder.build.publishing.journal import Move, Removal, move
from site_builder.build.publishing.staging import Same, Staged, clear_stage, stage, staged_at
from site_builder.build.reading import Reading, told_of_entries
from site_builder.build.records import Stamp, source_stamp
from site_builder.build.stages import Settings
from site_builder.build.store import Store
from site_builder.graph import update
from site_builder.graph.revision import Revision
from site_builder.graph.world import Changes, World
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.digest import digest_of, digest_of_bytes
from site_builder.model.identity import OutputPath
from site_builder.pages.overview import PREFIX, Overview, differences
from site_builder.pages.planner import EVERYTHING
from site_builder.theme.assessment import Assessment
from site_builder.theme.layers import Theme
from tests.rebuilds.folders import contents_of

Seed = Callable[[pytest.MonkeyPatch], None]


def instead(place: str, substitute: object) -> Seed:
    """Something else is at that place of the program: `build.session.recover`."""

    def seed(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(f"site_builder.{place}", substitute)

    return seed


def remembered(place: str, key: Callable[..., Hashable]) -> Seed:
    """The function at that place is asked once for each key, and its first answer given ever after."""
    known: dict[Hashable, object] = {}
    module, _, name = place.rpartition(".")
    function: Callable[..., object] = attrgetter(name)(import_module(f"site_builder.{module}"))

    def answer(*arguments: object, **named: object) -> object:
        chosen = key(*arguments, **named)
        if chosen not in known:
            known[chosen] = function(*arguments, **named)
        return known[chosen]

    return instead(place, answer)


def uncompared(*tables: str) -> Seed:
    """Changes of these tables of the encyclopedia are not handed on to pages."""
    return instead("build.knowledge._TABLES", tuple(table for table in knowledge._TABLES if table not in tables))


def uncompared_lists(*tables: str) -> Seed:
    """Changes of these tables of the overview are not handed on to pages."""

    def fewer(old: Overview, new: Overview) -> Iterator[tuple[str, str]]:
        names = {f"{PREFIX}{table}" for table in tables}
        return (change for change in differences(old, new) if change[0] not in names)

    return instead("pages.overview.differences", fewer)


def not_written_down(field: str) -> Seed:
    """What changed is true in memory, but not in the store."""

    def written(**news: object) -> News:
        return News(**{**news, field: {}})  # type: ignore[arg-type]

    return instead("build.session.News", written)


def parse_is_named(name: Callable[[str, str, Hashable], Hashable]) -> Seed:
    """By path, digest and facets, or by less."""
    return instead("build.reading.parsed_name", lambda *known: f"=parsed/{digest_of(name(*known))}")


def settings_are_equal(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("site_builder.build.knowledge.digest_of", lambda _: "")
    patch.setattr("site_builder.pages.planner.digest_of", lambda _: "")


def drafts_are_no_setting(patch: pytest.MonkeyPatch) -> None:
    def digest(value: tuple[object, object]) -> str:
        return digest_of(value[0] if isinstance(value[1], bool) else value)

    patch.setattr(knowledge, "digest_of", digest)


def closures_are_equal(patch: pytest.MonkeyPatch) -> None:
    def assessed(theme: Theme, _: Store | None) -> Assessment:
        whole = assess(theme, None)
        return replace(whole, closures=dict.fromkeys(whole.closures, ""))

    assess: Callable[[Theme, Store | None], Assessment] = attrgetter("_assessed")(
        import_module("site_builder.build.stages")
    )
    patch.setattr("site_builder.build.stages._assessed", assessed)


def shadows_stay() -> Seed:
    """A template in overrides/ that was seen once is always there."""
    seen: set[str] = set()

    def files(name: str, *, folders: object, overrides: Path | None) -> Hashable:
        seen.update(str(path) for path in (overrides.rglob("*") if overrides else ()))
        return name, frozenset(seen)

    return remembered("build.stages.load_theme", files)


def texts_are_no_change(patch: pytest.MonkeyPatch) -> None:
    changed = knowledge._changed
    patch.setattr(knowledge, "_changed", lambda known, lists: changed(replace(known, rewritten=frozenset()), lists))


def emitters_hear_nothing(patch: pytest.MonkeyPatch) -> None:
    """Of a change, whatever it is."""
    changed = knowledge._changed

    def fewer(known: Linking, lists: Mapping[str, frozenset[str]]) -> Mapping[int, str]:
        return {read: reason for read, reason in changed(known, lists).items() if read != EVERYTHING}

    patch.setattr(knowledge, "_changed", fewer)


def told_once(patch: pytest.MonkeyPatch) -> None:
    """What is wrong in a file is told by the build that read it."""

    def told(reading: Reading) -> Iterator[Diagnostic]:
        return (fault for fault in told_of_entries(reading) if fault.span.path in reading.changed)

    patch.setattr(knowledge, "told_of_entries", told)


def findings_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    """What is wrong between entries is told by the build that found it."""
    patch.setattr(session, "Details", lambda *parts: Details(*(({}, *parts[1:]) if parts else ())))


def findings_keep_their_places(patch: pytest.MonkeyPatch) -> None:
    located = linking._located

    def fewer(world: World, changes: Changes, reading: Reading) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
        return ((path, faults) for path, faults in located(world, changes, reading) if path in changes.findings)

    patch.setattr(linking, "_located", fewer)


def findings_keep_their_words(patch: pytest.MonkeyPatch) -> None:
    linked = update._linked_anew

    def fewer(world: World, revision: Revision, *others: object) -> object:
        return linked(replace(world, findings={}), revision, *others)  # type: ignore[arg-type]

    patch.setattr(update, "_linked_anew", fewer)


def losers_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    def forgetful(*parts: object) -> tuple[World, Changes]:
        world, changes = update.update(*parts)  # type: ignore[arg-type]
        return replace(world, late={}), replace(changes, late={})

    patch.setattr(linking, "update", forgetful)


def checks_are_run_once() -> Seed:
    def settings_alone(root: Path, settings: Settings, *_: object) -> Hashable:
        return digest_of(settings.config)

    return remembered("build.knowledge._about_site", settings_alone)


def times_tell_enough(patch: pytest.MonkeyPatch) -> None:
    """Of a content file: its date and its size."""

    def stamp(status: object) -> Stamp:
        return replace(source_stamp(status), inode=0, changed=0)  # type: ignore[arg-type]

    patch.setattr(scan, "source_stamp", stamp)


def pictures_are_copied_once() -> Seed:
    first: dict[OutputPath, str] = {}

    def copies(*parts: object) -> Iterator[Copy]:
        for copy in pictures_of(*parts):  # type: ignore[arg-type]
            yield copy._replace(digest=first.setdefault(copy.path, copy.digest))

    return instead("build.ordering.pictures_of", copies)


def nothing_is_pending(patch: pytest.MonkeyPatch) -> None:
    """What could not be made is not remembered as such."""
    remember = session.Session._remember

    def remembering(building: session.Session, *known: object) -> None:
        *others, _, files = known
        remember(building, *others, frozenset(), files)  # type: ignore[arg-type, call-arg]

    patch.setattr(session.Session, "_remember", remembering)


def damage_is_not_noticed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(session, "survey", lambda *_: Survey(frozenset(), {}))


def losses_are_not_noticed(patch: pytest.MonkeyPatch) -> None:
    def looked(output: Path, known: Mapping[OutputPath, KnownFile], time: int) -> Survey:
        return survey(output, {path: file for path, file in known.items() if (output / path).exists()}, time)

    patch.setattr(session, "survey", looked)


def everything_is_ours(patch: pytest.MonkeyPatch) -> None:
    def everything(output: Path) -> Mapping[str, str]:
        return {path: digest_of_bytes(content) for path, content in contents_of(output).items()}

    patch.setattr(commit, "read_manifest", everything)


def edited_pages_are_deleted(patch: pytest.MonkeyPatch) -> None:
    def removed(output: Path, planned: Removal) -> bool:
        (output / planned.path).unlink()
        return True

    patch.setattr(journal, "remove", removed)


def sizes_tell_enough(patch: pytest.MonkeyPatch) -> None:
    """Of a page: whether it has to be written."""

    def staged(output: Path, path: OutputPath, content: bytes, known: KnownFile | None = None) -> Staged | Same:
        if known is not None and known.size == len(content):
            return Same(path, known)
        return stage(output, path, content, known)

    patch.setattr("site_builder.build.making.stage", staged)


def everything_is_written(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(staging, "_known_there", lambda *_: None)


def written_in_place(patch: pytest.MonkeyPatch) -> None:
    def moved(output: Path, planned: Move) -> None:
        if (output / planned.path).is_file():
            (output / planned.path).write_bytes(Path(staged_at(output, planned.path)).read_bytes())
        else:
            move(output, planned)

    patch.setattr(journal, "move", moved)


def journal_is_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(session, "recover", clear_stage)
