"""Sequences of steps, for Hypothesis to choose and to shorten."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from site_builder.content.slugs import slugify
from tests.rebuilds.edits import (
    AddParagraph,
    CountUp,
    Delete,
    DropText,
    Edit,
    EditProse,
    Mend,
    MoveFile,
    NewEntry,
    SecondOfOneAddress,
    SetField,
    SetFile,
    SetSetting,
    SpoilEntry,
    SpoilFile,
)
from tests.rebuilds.happenings import (
    CHOICES,
    DAMAGES,
    HARMS,
    Choose,
    Damage,
    Foreign,
    Happening,
    HarmCache,
    LoseCache,
    LoseOutput,
    Touch,
)
from tests.rebuilds.sources import SPOILS
from tests.rebuilds.words import FIELDS, FILES, FOREIGN, NAMES, OUTPUTS, SENTENCES, SETTINGS, TERMS
from tests.rebuilds.workshop import Elsewhere, GoBack, Kill, Step, Swap, Together, Unseen

LONGEST = 20


def _values(choices: Mapping[str, Sequence[str]]) -> list[tuple[str, str | None]]:
    """Every key with every value, and with none."""
    return [(key, value) for key, values in choices.items() for value in (None, *values)]


_entry = st.integers(0, 9)
_fields = [(field, value) for fields in FIELDS.values() for field, value in _values(fields)]
_names = [("name", name) for names in (NAMES, *TERMS.values()) for name in names]
_terms = [(kind, name) for kind, names in TERMS.items() for name in names]
_mentions = [mention for name in NAMES for mention in (f"Then came {name}.", f"Then came [[{name}]].")]

_entry_edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(EditProse, _entry, st.sampled_from(SENTENCES)),
    st.builds(AddParagraph, _entry, st.sampled_from((*SENTENCES, *_mentions))),
    st.builds(DropText, _entry),
    st.builds(CountUp, _entry),
    st.builds(lambda entry, field: SetField(entry, *field), _entry, st.sampled_from(_fields)),
    st.builds(lambda entry, field: SetField(entry, *field), _entry, st.sampled_from(_fields)),
    st.builds(lambda entry, name: SetField(entry, *name), _entry, st.sampled_from(_names)),
    st.builds(MoveFile, _entry, st.sampled_from([slugify(name) for name in NAMES])),
    st.builds(Delete, _entry),
    st.builds(lambda term: NewEntry(*term), st.sampled_from(_terms)),
    st.builds(SecondOfOneAddress, _entry, st.booleans()),
)
_other_edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(lambda setting: SetSetting(*setting), st.sampled_from(_values(SETTINGS))),
    st.builds(lambda file: SetFile(*file), st.sampled_from(_values(FILES))),
    st.builds(lambda file: SetFile(*file), st.sampled_from(_values(FILES))),
    st.builds(SpoilEntry, _entry, st.sampled_from(SPOILS)),
    st.builds(SpoilFile, st.sampled_from(["site.toml", "themes/mine/theme.toml", *FILES])),
    st.builds(Mend),
)
_happenings: st.SearchStrategy[Happening] = st.one_of(
    st.builds(Damage, st.sampled_from(OUTPUTS), st.sampled_from(DAMAGES)),
    st.builds(Foreign, st.sampled_from(FOREIGN)),
    st.builds(LoseOutput, st.booleans()),
    st.builds(HarmCache, st.integers(0, 3), st.sampled_from(HARMS), st.integers(0, 2**20)),
    st.builds(LoseCache),
    st.builds(Touch, st.integers(-9, 9)),
)
_single = st.one_of(_entry_edits, _entry_edits, _other_edits, _happenings)
_several = st.lists(_single, min_size=2, max_size=4).map(tuple)
_kills: st.SearchStrategy[Step] = st.builds(
    Kill, st.one_of(st.tuples(_single), _several), st.integers(0, 39), st.booleans()
)
_others: st.SearchStrategy[Step] = st.one_of(
    st.builds(GoBack, st.integers(1, 5)),
    st.builds(Unseen, _entry, st.booleans(), st.booleans()),
    st.builds(Swap, _entry, _entry),
    _kills,
    st.builds(Elsewhere, st.one_of(st.just(()), st.tuples(_single), _several)),
    st.builds(Choose, st.sampled_from(("--keep-going", "--keep-going", *CHOICES))),
)
_together = st.builds(Together, _several)
_steps: st.SearchStrategy[Step] = st.one_of(
    _entry_edits, _other_edits, _happenings, _together, _together, _others, _others
)


def sequences(longest: int = LONGEST, *, deadly: bool = False) -> st.SearchStrategy[list[Step]]:
    """Sequences of every length up to the longest, each as likely; half of the builds of a `deadly` one are killed."""
    steps = st.one_of(_kills, _steps) if deadly else _steps
    return st.integers(1, longest).flatmap(lambda length: st.lists(steps, min_size=length, max_size=length))
