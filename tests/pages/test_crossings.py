"""How many players of each instrument come from each country, counted at once or put right."""

from collections.abc import Iterable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.identity import COUNTRIES, INSTRUMENTS, EntityId, kind_of
from site_builder.pages.crossings import Crossing, crossings_after, crossings_of, has_hubs

TERMS = st.lists(
    st.sampled_from(
        ["instruments/oud", "instruments/viola", "countries/mali", "countries/peru", "countries/cuba", "venues/tent"]
    ).map(EntityId),
    unique=True,
)


def terms(text: str) -> list[EntityId]:
    names = {"o": "instruments/oud", "v": "instruments/viola", "m": "countries/mali", "p": "countries/peru"}
    return [EntityId(names[letter]) for letter in text]


def counted(musicians: Iterable[Sequence[EntityId]]) -> dict[EntityId, tuple[Crossing, ...]]:
    held = {EntityId(f"musicians/{number}"): all_terms for number, all_terms in enumerate(musicians)}
    return crossings_of(
        {
            kind: {
                musician: [term for term in all_terms if kind_of(term) == kind] for musician, all_terms in held.items()
            }
            for kind in (INSTRUMENTS, COUNTRIES)
        }
    )


def test_a_musician_counts_once_for_each_instrument_in_each_country() -> None:
    assert counted([terms("ovpm"), terms("om"), terms("v"), terms("p")]) == {
        "instruments/oud": (Crossing(EntityId("countries/mali"), 2), Crossing(EntityId("countries/peru"), 1)),
        "instruments/viola": (Crossing(EntityId("countries/mali"), 1), Crossing(EntityId("countries/peru"), 1)),
    }


def test_an_instrument_that_crosses_nothing_any_more_is_taken_out() -> None:
    before = counted([terms("om"), terms("vp")])

    assert crossings_after(before, [(terms("om"), terms("m"))]) == {"instruments/oud": None}


@settings(deadline=None, derandomize=True, max_examples=100)
@given(before=st.lists(TERMS, min_size=4, max_size=4), after=st.lists(TERMS, min_size=4, max_size=4))
def test_put_right_they_are_what_counting_anew_gives(
    before: Sequence[list[EntityId]], after: Sequence[list[EntityId]]
) -> None:
    old = counted(before)
    put_right = {**old, **crossings_after(old, zip(before, after, strict=True))}

    assert {instrument: held for instrument, held in put_right.items() if held} == counted(after)


def test_there_is_something_to_compare_where_there_are_two_of_both() -> None:
    assert not has_hubs({})
    assert not has_hubs(counted([terms("omp")]))
    assert not has_hubs(counted([terms("ovm")]))
    assert has_hubs(counted([terms("om"), terms("vp")]))
