"""Defects that a rebuild could have, each with a short sequence of steps that has to show it.

A defect that nothing shows is one that the program could have today: this list is how the proof itself is tested.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
import pytest

from site_builder.build import publish
from site_builder.model.digest import digest_of_bytes
from site_builder.model.identity import OutputPath
from tests.rebuilds.edits import (
    CountUp,
    Delete,
    EditProse,
    Mend,
    MoveFile,
    SecondOfOneAddress,
    SetField,
    SetFile,
    SetSetting,
    SpoilEntry,
)
from tests.rebuilds.folders import contents_of
from tests.rebuilds.happenings import Choose, Damage, Foreign
from tests.rebuilds.workshop import GoBack, Kill, Step, Swap, Together, Unseen

MARA, OTO, TARA, SABINE, HALL, VIOLIN, ABOUT = range(7)
"""The entries that every sequence begins with (`sources.START`)."""


class Defect(msgspec.Struct, frozen=True):
    name: str
    steps: tuple[Step, ...]
    seed: Callable[[pytest.MonkeyPatch], None] | None = None
    """Puts the defect into the program; None where the program has no such part yet."""


def _stale_pages_stay(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(publish, "_delete", lambda *_: False)


def _all_files_are_ours(patch: pytest.MonkeyPatch) -> None:
    def everything(output: Path) -> Mapping[str, tuple[str, ...]]:
        return {path: (digest_of_bytes(content),) for path, content in contents_of(output).items()}

    patch.setattr(publish, "_read_manifest", everything)


def _edited_pages_are_deleted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(publish, "_delete", lambda output, path, _: (output / path).unlink() is None)


def _sizes_tell_enough(patch: pytest.MonkeyPatch) -> None:
    write = publish._write

    def written(output: Path, path: str, content: bytes) -> bool:
        target = output / path
        same = target.is_file() and target.stat().st_size == len(content)
        return False if same else write(output, OutputPath(path), content)

    patch.setattr(publish, "_write", written)


def _everything_is_written(patch: pytest.MonkeyPatch) -> None:
    write = publish._write

    def written(output: Path, path: str, content: bytes) -> bool:
        (output / path).unlink(missing_ok=True)
        return write(output, OutputPath(path), content)

    patch.setattr(publish, "_write", written)


def _written_in_place(patch: pytest.MonkeyPatch) -> None:
    write = publish._write

    def written(output: Path, path: str, content: bytes) -> bool:
        target = output / path
        if not target.is_file() or target.read_bytes() == content:
            return write(output, OutputPath(path), content)
        target.write_bytes(content)
        return True

    patch.setattr(publish, "_write", written)


def _leftovers_stay(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(publish, "_clear_leftovers", lambda *_: None)


_WISH = EditProse(SABINE, "See [[Nobody Yet]].")
_FOOTER = "overrides/templates/partials/footer.html"
_FOOTER_OF_ONE = SetFile(_FOOTER, "<p>One.</p>")

DEFECTS: Sequence[Defect] = (
    Defect("stale pages are not deleted", (Delete(SABINE),), _stale_pages_stay),
    Defect("somebody else's file is deleted", (Foreign("notes/mine.txt"),), _all_files_are_ours),
    Defect(
        "a page that somebody edited is deleted",
        (Together((Damage("musicians/sabine-orn.html", "edited"), Delete(SABINE))),),
        _edited_pages_are_deleted,
    ),
    Defect("a page of the same size is taken for the same", (CountUp(TARA),), _sizes_tell_enough),
    Defect("every page is written", (EditProse(TARA, "New."),), _everything_is_written),
    Defect("a page is written in its place", (EditProse(TARA, "New."),), _written_in_place),
    Defect("what a killed build left stays", (Kill((EditProse(TARA, "New."),), 3), GoBack(1)), _leftovers_stay),
    Defect("the table of backlinks is not compared", (EditProse(SABINE, "See [[Mara Lind]]."),)),
    Defect("names in the prose are not in the trace", (EditProse(SABINE, "Then came Mara Lind."),)),
    Defect("a list is not in the trace", (SetField(SABINE, "instruments", "violin"),)),
    Defect("the count of a list is not in the trace", (Delete(OTO),)),
    Defect("the closure of a template is not in the key", (SetFile(_FOOTER, "<p>{{ site.title }}</p>"),)),
    Defect("overrides are not read again", (_FOOTER_OF_ONE, SetFile(_FOOTER, "<p>Two.</p>"))),
    Defect("a template that is shadowed no more is forgotten", (_FOOTER_OF_ONE, SetFile(_FOOTER, None))),
    Defect("settings are not in the key", (SetSetting("notice", '"All of it is fiction."'),)),
    Defect("options are not in the key", (Choose("--base-url"),)),
    Defect("the text of an entry is not in the key", (EditProse(TARA, "New."),)),
    Defect("diagnostics are told once", (_WISH, CountUp(MARA))),
    Defect("diagnostics keep their old lines", (_WISH, SetField(SABINE, "born", "1901"))),
    Defect("hints keep to the names of before", (EditProse(SABINE, "See [[Tra]]."), SetField(TARA, "name", "Ida"))),
    Defect("the time of a file is taken for its content", (Unseen(TARA, replaced=True, recent=False),)),
    Defect("a file that changed just now is trusted", (Unseen(TARA, replaced=False, recent=True),)),
    Defect("a damaged page is not noticed", (Damage("musicians/tara.html", "edited"),)),
    Defect("a lost page is not noticed", (Damage("musicians/tara.html", "lost"),)),
    Defect("a new name does not reach the prose of others", (SetField(TARA, "name", "Ida"),)),
    Defect("an alias does not reach the prose of others", (SetField(SABINE, "aliases", "[Tara]"),)),
    Defect("a parse is kept under the bytes alone", (MoveFile(SABINE, "ida"),)),
    Defect("a parse is kept under the path alone", (EditProse(TARA, "New."), GoBack(1))),
    Defect(
        "a parse is kept without the facets",
        (SetField(MARA, "festivals", "Bergen"), SetSetting("facets", '[{kind = "festivals", singular = "festival"}]')),
    ),
    Defect("the journal is not looked at", (Kill((Delete(SABINE), EditProse(TARA, "New.")), 9), Delete(TARA))),
    Defect(
        "what could not be made is taken for made",
        (Choose("--keep-going"), SpoilEntry(TARA, "field"), Together((EditProse(TARA, "New."), Mend()))),
    ),
    Defect("the loser of an address is forgotten", (SecondOfOneAddress(SABINE, first=True), Delete(SABINE))),
    Defect(
        "a picture is copied once",
        (
            SetField(TARA, "image", "{file: hall.png, alt: A hall}"),
            SetFile("content/musicians/hall.png", "another"),
        ),
    ),
    Defect(
        "a site's own pages are made once",
        (SetSetting("emitters", '["tests.rebuilds.extensions:ROLL"]'), SetField(TARA, "name", "Ida")),
    ),
    Defect(
        "a site's own checks are run once",
        (SetSetting("checks", '["tests.rebuilds.extensions:SHORT_NAMES"]'), SetField(TARA, "name", "Ida")),
    ),
    Defect(
        "drafts stay when they are no longer wanted",
        (Choose("--drafts"), SetField(SABINE, "draft", "true"), Choose("no --drafts")),
    ),
    Defect("two files that change names are not told apart", (Swap(MARA, OTO),)),
)
