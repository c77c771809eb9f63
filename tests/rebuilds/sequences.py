"""Sequences of steps, for Hypothesis to choose and to shorten."""

from hypothesis import strategies as st

from tests.rebuilds.edits import (
    AddParagraph,
    CountUp,
    Delete,
    DropText,
    Edit,
    EditProse,
    Mend,
    MentionName,
    MoveFile,
    NewEntry,
    Rename,
    SecondOfOneAddress,
    SetAsset,
    SetField,
    SetFile,
    SetSetting,
    SetTemplate,
    Spoil,
    Together,
)
from tests.rebuilds.happenings import Choose, Damage, Foreign, HarmCache, LoseOutput, Touch
from tests.rebuilds.workshop import GoBack, Kill, Step, Swap, Unseen

LONGEST = 20

_few = st.integers(0, 9)
_many = st.integers(0, 39)
_entry_edits = st.one_of(
    st.builds(EditProse, _few, _few),
    st.builds(AddParagraph, _few, _few),
    st.builds(MentionName, _few, _few, st.booleans()),
    st.builds(DropText, _few),
    st.builds(CountUp, _few),
    st.builds(SetField, _few, _many, _few),
    st.builds(SetField, _few, _many, _few),
    st.builds(Rename, _few, _many),
    st.builds(MoveFile, _few, _few, _few),
    st.builds(Delete, _few),
    st.builds(NewEntry, _few, _few),
    st.builds(SecondOfOneAddress, _few, st.booleans()),
)
_other_edits = st.one_of(
    st.builds(SetSetting, _many, _few),
    st.builds(SetTemplate, _few, _few, _few),
    st.builds(SetAsset, _few, _few, _few),
    st.builds(SetFile, _few, _few),
    st.builds(Spoil, _many, _few),
    st.builds(Mend),
)
_single_edits: st.SearchStrategy[Edit] = st.one_of(_entry_edits, _entry_edits, _other_edits)
_edits = st.one_of(
    _single_edits,
    _single_edits,
    st.builds(Together, st.lists(_single_edits, min_size=2, max_size=4).map(tuple)),
)
_others = st.one_of(
    st.builds(GoBack, _few),
    st.builds(GoBack, _few),
    st.builds(Unseen, _few, st.booleans(), st.booleans()),
    st.builds(Swap, _few, _few),
    st.builds(Kill, _edits, st.integers(0, 19)),
    st.builds(Choose, _few),
    st.builds(Choose, _few),
    st.builds(Damage, st.integers(0, 199), _few),
    st.builds(Foreign, _few),
    st.builds(LoseOutput, st.booleans()),
    st.builds(HarmCache, _few, st.integers(0, 2**20)),
    st.builds(Touch, st.integers(-9, 9)),
)
_steps: st.SearchStrategy[Step] = st.one_of(_edits, _edits, _others)


def sequences(longest: int = LONGEST) -> st.SearchStrategy[list[Step]]:
    """Sequences of every length up to the longest, each as likely."""
    return st.integers(1, longest).flatmap(lambda length: st.lists(_steps, min_size=length, max_size=length))
