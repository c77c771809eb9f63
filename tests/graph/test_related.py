"""Musicians with much in common."""

from collections.abc import Mapping
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.graph.encyclopedia import Kinship, Membership, Relation
from site_builder.graph.related import MOST_RELATED, Circles, concerned, related_to, rounded
from site_builder.model.identity import EntityId
from tests.graph.examples import example


def test_who_shares_the_rarest_things_is_closest_and_the_rarest_is_named_first() -> None:
    site = example("""
        -- musicians/taro.md --
        name: Bakhyt Taro
        instruments: [violin, qobyz]
        countries: [Kazakhstan]
        -- musicians/a.md --
        name: A
        instruments: [violin]
        countries: [Kazakhstan]
        -- musicians/b.md --
        name: B
        instruments: [violin, qobyz]
        -- musicians/c.md --
        name: C
        instruments: [violin]
        -- musicians/d.md --
        name: D
        instruments: [harp]
    """)

    assert site.encyclopedia.related["musicians/taro"] == (
        Kinship("musicians/a", ("countries/kazakhstan", "instruments/violin")),
        Kinship("musicians/b", ("instruments/qobyz", "instruments/violin")),
        Kinship("musicians/c", ("instruments/violin",)),
    )
    assert "musicians/d" not in site.encyclopedia.related


def test_a_shared_teacher_is_something_in_common() -> None:
    site = example("""
        -- musicians/p.md --
        name: Ivan Petrovich
        -- musicians/a.md --
        name: Anna
        teachers: [Ivan Petrovich]
        -- musicians/b.md --
        name: Berta
        teachers: [Ivan Petrovich]
    """)

    assert site.encyclopedia.related == {
        "musicians/a": (Kinship("musicians/b", ("musicians/p",)),),
        "musicians/b": (Kinship("musicians/a", ("musicians/p",)),),
    }


def test_a_direct_relation_makes_closer_those_who_share_something() -> None:
    site = example("""
        -- musicians/a.md --
        name: A
        instruments: [violin]
        family: [Z, Y]
        -- musicians/b.md --
        name: B
        instruments: [violin]
        -- musicians/y.md --
        name: Y
        instruments: [harp]
        -- musicians/z.md --
        name: Z
        instruments: [violin]
    """)

    assert [kin.other for kin in site.encyclopedia.related["musicians/a"]] == ["musicians/z", "musicians/b"]


def _crowd(size: int) -> Circles:
    """Musicians who all play the violin, by tens from one town."""
    names = [EntityId(f"musicians/{number:05}") for number in range(size)]
    memberships = {
        name: (
            Membership(name, EntityId("instruments/violin")),
            *([Membership(name, EntityId(f"venues/{number // 10}"))] if number % 2 else []),
        )
        for number, name in enumerate(names)
    }
    members: dict[EntityId, list[Membership]] = {}
    for membership in chain.from_iterable(memberships.values()):
        members.setdefault(membership.term, []).append(membership)
    return Circles(memberships, members, {})


def test_those_who_are_only_in_a_large_circle_are_related_to_their_neighbours_in_it() -> None:
    circles = _crowd(200)

    last = related_to(EntityId("musicians/00198"), circles)
    assert len(last) == MOST_RELATED
    assert all(kin.shared == ("instruments/violin",) for kin in last)
    assert [kin.other for kin in related_to(EntityId("musicians/00011"), circles)][:4] == [
        f"musicians/{number:05}" for number in (13, 15, 17, 19)
    ]


_MUSICIANS = [EntityId(f"musicians/{letter}") for letter in "abcdefghijklmnop"]
_VENUES = [EntityId(f"venues/{letter}") for letter in "wxyz"]
_lives = st.tuples(st.sets(st.sampled_from(_VENUES), max_size=3), st.sets(st.sampled_from(_MUSICIANS), max_size=2))


def _circles(lives: Mapping[EntityId, tuple[set[EntityId], set[EntityId]]], small: int) -> Circles:
    """Of musicians by the venues that they share, and by whom they have played with."""
    memberships = {name: [Membership(name, venue) for venue in sorted(venues)] for name, (venues, _) in lives.items()}
    members = {venue: [Membership(name, venue) for name in lives if venue in lives[name][0]] for venue in _VENUES}
    friends = {(one, other) for one, (_, others) in lives.items() for other in others if other in lives}
    relations = {
        name: [Relation("played_with", other, other) for other in lives if {(name, other), (other, name)} & friends]
        for name in lives
    }
    return Circles(memberships, members, relations, small, digits=1)


@given(
    st.fixed_dictionaries(dict.fromkeys(_MUSICIANS, _lives)),
    st.dictionaries(st.sampled_from(_MUSICIANS), _lives, max_size=2),
    st.integers(2, 6),
)
@settings(max_examples=300, deadline=None)
def test_nobody_but_those_concerned_is_related_to_others_than_before(
    before: Mapping[EntityId, tuple[set[EntityId], set[EntityId]]],
    edits: Mapping[EntityId, tuple[set[EntityId], set[EntityId]]],
    small: int,
) -> None:
    old, new = _circles(before, small), _circles({**before, **edits}, small)
    changed = [name for name in _MUSICIANS if old.friends(name) != new.friends(name) or name in edits]

    found = concerned(changed, old, new)

    assert {name for name in _MUSICIANS if related_to(name, old) != related_to(name, new)} <= found


@pytest.mark.parametrize(("members", "size"), [(2, 2), (15, 15), (17, 16), (330, 320), (10_000, 9_216)])
def test_a_size_has_four_binary_digits(members: int, size: int) -> None:
    assert rounded(members) == size
