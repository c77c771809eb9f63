"""Defects that a rebuild could have, each with a short sequence of steps that has to show it.

A defect that nothing shows is one that the program could have today: this list is how the proof itself is tested.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import build
from site_builder.model.digest import digest_of
from tests.rebuilds import seeds
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
from tests.rebuilds.happenings import Choose, Damage, Foreign
from tests.rebuilds.seeds import Seed, kept_tables, remembered
from tests.rebuilds.workshop import Build, GoBack, Kill, Step, Swap, Together, Unseen

MARA, OTO, TARA, SABINE, HALL, VIOLIN, ABOUT = range(7)
"""The entries that every sequence begins with (`sources.START`)."""


class Defect(msgspec.Struct, frozen=True):
    name: str
    steps: tuple[Step, ...]
    seed: Seed | None = None
    """Puts the defect into the program; None where the program has no such part yet."""


def with_defect(defect: Defect) -> Build:
    """A build by the program with the defect in it."""

    def rebuild(root: Path, options: BuildOptions) -> BuildResult:
        with pytest.MonkeyPatch.context() as patch:
            if defect.seed:
                defect.seed(patch)
            return build(root, options)

    return rebuild


_WISH = EditProse(SABINE, "See [[Nobody Yet]].")
_FOOTER = "overrides/templates/partials/footer.html"
_FOOTER_OF_ONE = SetFile(_FOOTER, "<p>One.</p>")


def defects() -> Sequence[Defect]:
    """All of them, new: some remember what they met."""
    return (
        Defect("stale pages are not deleted", (Delete(SABINE),), seeds.stale_pages_stay),
        Defect("somebody else's file is deleted", (Foreign("notes/mine.txt"),), seeds.all_files_are_ours),
        Defect(
            "a page that somebody edited is deleted",
            (Together((Damage("musicians/sabine-orn.html", "edited"), Delete(SABINE))),),
            seeds.edited_pages_are_deleted,
        ),
        Defect("a page of the same size is taken for the same", (CountUp(TARA),), seeds.sizes_tell_enough),
        Defect("every page is written", (EditProse(TARA, "New."),), seeds.everything_is_written),
        Defect("a page is written in its place", (EditProse(TARA, "New."),), seeds.written_in_place),
        Defect(
            "what a killed build left stays", (Kill((EditProse(TARA, "New."),), 3), GoBack(1)), seeds.leftovers_stay
        ),
        Defect(
            "the table of backlinks is not compared",
            (EditProse(SABINE, "See [[Mara Lind]]."),),
            kept_tables("backlinks"),
        ),
        Defect(
            "names in the prose are not in the trace",
            (EditProse(SABINE, "Then came Mara Lind."),),
            kept_tables("mentions"),
        ),
        Defect(
            "a list is not in the trace",
            (SetField(SABINE, "instruments", "violin"),),
            kept_tables("members", "memberships"),
        ),
        Defect("the count of a list is not in the trace", (Delete(OTO),)),
        Defect("the closure of a template is not in the key", (SetFile(_FOOTER, "<p>{{ site.title }}</p>"),)),
        Defect(
            "overrides are not read again",
            (_FOOTER_OF_ONE, SetFile(_FOOTER, "<p>Two.</p>")),
            remembered("build.stages.load_theme", lambda name, **_: name),
        ),
        Defect("a template that is shadowed no more is forgotten", (_FOOTER_OF_ONE, SetFile(_FOOTER, None))),
        Defect(
            "settings are not in the key",
            (SetSetting("notice", '"All of it is fiction."'),),
            remembered("build.stages.read_configuration", lambda root, options: options),
        ),
        Defect(
            "options are not in the key",
            (Choose("--base-url"),),
            remembered("build.stages.read_configuration", lambda root, options: (root / "site.toml").read_bytes()),
        ),
        Defect("the text of an entry is not in the key", (EditProse(TARA, "New."),)),
        Defect(
            "diagnostics are told once", (SetField(SABINE, "festivals", "Bergen"), CountUp(MARA)), seeds.told_once()
        ),
        Defect("diagnostics keep their old lines", (_WISH, SetField(SABINE, "born", "1901"))),
        Defect("hints keep to the names of before", (EditProse(SABINE, "See [[Tra]]."), SetField(TARA, "name", "Ida"))),
        Defect(
            "the time of a file is taken for its content",
            (Unseen(TARA, replaced=True, recent=False),),
            remembered("build.scan._read", lambda path, *_: (path, path.stat().st_mtime_ns, path.stat().st_size)),
        ),
        Defect("a file that changed just now is trusted", (Unseen(TARA, replaced=False, recent=True),)),
        Defect(
            "a damaged page is not noticed",
            (Damage("musicians/tara.html", "edited"),),
            remembered("build.publish._write", lambda _, path, content: (path, content)),
        ),
        Defect("a lost page is not noticed", (Damage("musicians/tara.html", "lost"),)),
        Defect(
            "a new name does not reach the prose of others",
            (SetField(TARA, "name", "Ida"),),
            remembered("build.stages.recognise", lambda document, _: digest_of(document)),
        ),
        Defect(
            "an alias does not reach the prose of others",
            (SetField(SABINE, "aliases", "[Tara]"),),
            remembered("build.stages.recognise", lambda document, _: digest_of(document)),
        ),
        Defect(
            "a parse is kept under the bytes alone",
            (MoveFile(SABINE, "ida"),),
            remembered("build.stages.parse", lambda source, config: (source.data, digest_of(config))),
        ),
        Defect(
            "a parse is kept under the path alone",
            (EditProse(TARA, "New."), GoBack(1)),
            remembered("build.stages.parse", lambda source, config: (source.path, digest_of(config))),
        ),
        Defect(
            "a parse is kept without the facets",
            (
                SetField(MARA, "festivals", "Bergen"),
                SetSetting("facets", '[{kind = "festivals", singular = "festival"}]'),
            ),
            remembered("build.stages.parse", lambda source, config: (source.path, source.data)),
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
