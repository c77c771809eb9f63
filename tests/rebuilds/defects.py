"""Defects that a rebuild could have, each with a short sequence of steps that has to show it.

A defect that nothing shows is one that the program could have today: this list is how the proof itself is tested.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from site_builder.build.options import BuildOptions, BuildResult
from tests.rebuilds import seeds
from tests.rebuilds.builders import ManyProcesses
from tests.rebuilds.edits import (
    AddParagraph,
    CountUp,
    Delete,
    EditProse,
    MoveFile,
    SecondOfOneAddress,
    SetField,
    SetFile,
    SetSetting,
    SpoilEntry,
)
from tests.rebuilds.happenings import Choose, Damage, Foreign, LoseCache, LoseOutput
from tests.rebuilds.seeds import (
    Seed,
    instead,
    not_written_down,
    parse_is_named,
    remembered,
    uncompared,
    uncompared_lists,
)
from tests.rebuilds.workshop import GoBack, Kill, Step, Swap, Together, Unseen

MARA, OTO, TARA, SABINE, HALL, VIOLIN, ABOUT = range(7)
"""The entries that every sequence begins with (`sources.START`)."""


class Defect(msgspec.Struct, frozen=True):
    name: str
    steps: tuple[Step, ...]
    seed: Seed
    """Puts the defect into the program."""
    clock: str = "fine"


class Defective(ManyProcesses):
    """Builds by the program with the defect in it."""

    def __init__(self, defect: Defect) -> None:
        self._seed = defect.seed
        with pytest.MonkeyPatch.context() as patch:
            # Where there is no place for it any more, that is a fault of the seed, and proves nothing.
            defect.seed(patch)

    def __call__(self, root: Path, options: BuildOptions) -> BuildResult:
        with pytest.MonkeyPatch.context() as patch:
            self._seed(patch)
            return super().__call__(root, options)


_HALL = "{file: hall.png, alt: A hall}"
_WISH = EditProse(SABINE, "See [[Nobody Yet]].")
_FOOTER = "overrides/templates/partials/footer.html"
_FOOTER_OF_ONE = SetFile(_FOOTER, "<p>One.</p>")
_FEEDS_OF_TERMS = (
    SetSetting("base_url", '"https://example.org/lives/"'),
    SetSetting("feeds", '"terms"'),
    SetField(TARA, "updated", "2024-03-12"),
)
_BEFORE_THE_JOURNAL = 16
"""Some pages are staged by then."""


def defects() -> Sequence[Defect]:
    """All of them, new: some remember what they met."""
    return (*_of_reading(), *_of_linking(), *_of_pages(), *_of_settings(), *_of_publishing())


def _of_reading() -> Sequence[Defect]:
    return (
        Defect(
            "the time of a file is taken for its content",
            (Unseen(TARA, replaced=True, recent=False),),
            seeds.times_tell_enough,
        ),
        Defect(
            "a file that changed just now is trusted",
            (Unseen(TARA, replaced=False, recent=True),),
            instead("build.scan.is_settled", lambda *_: True),
            clock="standing",
        ),
        Defect(
            "a parse is kept under the bytes alone",
            (MoveFile(SABINE, "ida"),),
            parse_is_named(lambda path, digest, facets: (digest, facets)),
        ),
        Defect(
            "a parse is kept under the path alone",
            (EditProse(TARA, "New."), GoBack(1)),
            parse_is_named(lambda path, digest, facets: (path, facets)),
        ),
        Defect(
            "a parse is kept without the facets",
            (
                SetField(MARA, "festivals", "Bergen"),
                SetSetting("facets", '[{kind = "festivals", singular = "festival"}]'),
            ),
            parse_is_named(lambda path, digest, facets: (path, digest)),
        ),
        Defect(
            "two files that change names are not told apart",
            (Swap(MARA, OTO),),
            parse_is_named(lambda path, digest, facets: (digest, facets)),
        ),
        Defect("faults of a file are told once", (SetField(SABINE, "festivals", "Bergen"),), seeds.told_once),
        Defect(
            "drafts stay when they are no longer wanted",
            (Choose("--drafts"), SetField(SABINE, "draft", "true"), Choose("no --drafts")),
            seeds.drafts_are_no_setting,
        ),
        Defect(
            "a picture is copied once",
            (SetField(TARA, "image", _HALL), SetFile("content/musicians/hall.png", "another")),
            seeds.pictures_are_copied_once(),
        ),
    )


def _of_linking() -> Sequence[Defect]:
    return (
        Defect(
            "a new name does not reach the prose of others",
            (SetField(TARA, "name", "Ida"),),
            instead("graph.renaming.Renaming.concerns", lambda *_: False),
        ),
        Defect(
            "an alias does not reach the prose of others",
            (SetField(SABINE, "aliases", "[Tara]"),),
            instead("graph.renaming._meanings", lambda _: {}),
        ),
        Defect(
            "the names that an entry uses are not in its trace",
            (SetField(HALL, "aliases", "[Old Mill]"),),
            instead("graph.renaming._names_used", lambda *_: ()),
        ),
        Defect("faults between entries are told once", (CountUp(TARA),), seeds.findings_are_forgotten),
        Defect(
            "faults keep their old lines", (_WISH, SetField(SABINE, "born", "1901")), seeds.findings_keep_their_places
        ),
        Defect(
            "hints keep to the names of before",
            (EditProse(SABINE, "See [[Tra]]."), SetField(TARA, "name", "Ida")),
            seeds.findings_keep_their_words,
        ),
        Defect(
            "the loser of an address is forgotten",
            (Choose("--keep-going"), SecondOfOneAddress(SABINE, first=False), Delete(SABINE)),
            seeds.losers_are_forgotten,
        ),
        Defect(
            "a site's own checks are run once",
            (SetSetting("checks", '["tests.rebuilds.extensions:SHORT_NAMES"]'), SetField(TARA, "name", "Ida")),
            seeds.checks_are_run_once(),
        ),
        Defect(
            "what changed in the encyclopedia is not written down",
            (SetField(TARA, "name", "Ida"), AddParagraph(MARA, "Then came Ida.")),
            not_written_down("changed_world"),
        ),
        Defect(
            "what changed in the lists is not written down",
            (MoveFile(HALL, "violin"), CountUp(HALL), SetField(HALL, "name", "Ida")),
            not_written_down("changed_overview"),
        ),
    )


def _of_pages() -> Sequence[Defect]:
    return (
        Defect("backlinks are not in the trace", (EditProse(SABINE, "See [[Mara Lind]]."),), uncompared("backlinks")),
        Defect(
            "names in the prose are not in the trace",
            (EditProse(ABOUT, "Then came Ida Voss."), SetField(SABINE, "aliases", "[Ida Voss]")),
            uncompared("mentions"),
        ),
        Defect(
            "a list is not in the trace",
            (SetField(TARA, "venues", "[{name: Amber Hall, year: 1980}]"),),
            uncompared("members"),
        ),
        Defect(
            "the count of a list is not in the trace",
            (SetField(SABINE, "instruments", "violin"),),
            uncompared_lists("counts", "fullest", "families"),
        ),
        Defect(
            "the news of a term are not in the trace",
            (*_FEEDS_OF_TERMS, SetField(TARA, "updated", "2025-01-02")),
            uncompared_lists("news"),
        ),
        Defect(
            "a new term of a musician leaves its feeds as they were",
            (*_FEEDS_OF_TERMS, SetField(TARA, "instruments", "[piano, violin]")),
            instead("pages.resurvey._Edit._news", lambda *_: {}),
        ),
        Defect("the text of an entry is not in the trace", (CountUp(TARA),), seeds.texts_are_no_change),
        Defect(
            "who reads what is not written down",
            (CountUp(TARA),),
            instead("build.session.changed_readers", lambda *_: {}),
        ),
        Defect(
            "an edit of prose leaves the index as it was",
            (EditProse(TARA, "Played the glass harp."),),
            instead("build.indexing._edits", lambda *_: ()),
        ),
        Defect(
            "an index that changed is not written down",
            (EditProse(TARA, "Played the glass harp."), EditProse(SABINE, "Heard a glass harp.")),
            not_written_down("changed_index"),
        ),
        Defect(
            "an index keeps the numbers of musicians who are others now",
            (SetField(TARA, "name", "Ada Aa"),),
            instead("search.index.digest_of", lambda _: ""),
        ),
        Defect(
            "the closure of a template is not in the key",
            (SetFile(_FOOTER, "<p>{{ site.title }}</p>"),),
            seeds.closures_are_equal,
        ),
        Defect(
            "overrides are not read again",
            (_FOOTER_OF_ONE, SetFile(_FOOTER, "<p>Two.</p>")),
            remembered("build.stages.load_theme", lambda name, **_: name),
        ),
        Defect(
            "a template that is shadowed no more is forgotten",
            (_FOOTER_OF_ONE, SetFile(_FOOTER, None)),
            seeds.shadows_stay(),
        ),
        Defect(
            "a site's own pages are made once",
            (SetSetting("emitters", '["tests.rebuilds.extensions:ROLL"]'), SetField(TARA, "name", "Ida")),
            seeds.emitters_hear_nothing,
        ),
        Defect(
            "what could not be made is taken for made",
            (
                Choose("--keep-going"),
                EditProse(TARA, "![A face](face.jpg)"),
                SetFile("content/musicians/face.jpg", "a picture"),
            ),
            seeds.nothing_is_pending,
        ),
    )


def _of_settings() -> Sequence[Defect]:
    return (
        Defect(
            "settings are not in the key",
            (SetSetting("notice", '"All of it is fiction."'),),
            seeds.settings_are_equal,
        ),
        Defect(
            "settings are not read again",
            (SetSetting("notice", '"All of it is fiction."'),),
            remembered("build.stages.read_configuration", lambda root, options: options),
        ),
        Defect(
            "options are not in the key",
            (Choose("--base-url"),),
            remembered("build.stages.read_configuration", lambda root, options: (root / "site.toml").read_bytes()),
        ),
    )


def _of_publishing() -> Sequence[Defect]:
    return (
        Defect(
            "stale pages are not deleted",
            (Delete(SABINE),),
            instead("build.publishing.journal.remove", lambda *_: False),
        ),
        Defect(
            "somebody else's file is deleted",
            (Foreign("notes/mine.txt"), EditProse(TARA, "New.")),
            seeds.everything_is_ours,
        ),
        Defect(
            "a page that somebody edited is deleted",
            (Together((Damage("musicians/sabine-orn.html", "edited"), Delete(SABINE))),),
            seeds.edited_pages_are_deleted,
        ),
        Defect("a page of the same size is taken for the same", (CountUp(TARA),), seeds.sizes_tell_enough),
        Defect("every page is written", (LoseCache(),), seeds.everything_is_written),
        Defect("a page is written in its place", (EditProse(TARA, "New."),), seeds.written_in_place),
        Defect(
            "a damaged page is not noticed", (Damage("musicians/tara.html", "edited"),), seeds.damage_is_not_noticed
        ),
        Defect("a lost page is not noticed", (Damage("musicians/tara.html", "lost"),), seeds.losses_are_not_noticed),
        Defect(
            "a page that was edited without a trace is not noticed",
            (Damage("musicians/tara.html", "edited unseen"),),
            instead("build.outputs.is_settled", lambda *_: True),
        ),
        Defect(
            "the journal is not looked at",
            (Kill((Delete(SABINE), EditProse(TARA, "New.")), 3, late=True), SpoilEntry(MARA, "field")),
            seeds.journal_is_ignored,
        ),
        Defect(
            "what a killed build left stays",
            (Kill((EditProse(TARA, "New."),), _BEFORE_THE_JOURNAL), SpoilEntry(MARA, "field")),
            instead("build.session.recover", lambda _: None),
        ),
        Defect(
            "a folder is taken for ours without the list of our files",
            (LoseOutput(wholly=False),),
            instead("build.ordering.has_manifest", lambda *_: True),
        ),
    )
