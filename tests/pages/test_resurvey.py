"""An overview put right table by table is the one that is made from nothing."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.config import Pairs, SiteConfig
from site_builder.pages import survey
from site_builder.pages.overview import Overview
from site_builder.pages.survey import overview_of
from tests.pages.test_survey import touched
from tests.pages.worlds import World, instrument, musician, world

NAMES = ("A Aa", "B Bb", "C Cc", "D Dd", "E Ee", "F Ff")
WITH_FEEDS = SiteConfig(base_url="https://example.org/", feeds="terms")
CONFIGS = (SiteConfig(), SiteConfig(pairs=Pairs(at_most=0)), SiteConfig(pairs=Pairs(at_least=1)), WITH_FEEDS)
UPDATED = ("2026-03", "", "2025", "2026-03", "44 BC", "2026-03-04")
"""When the musicians' entries were revised."""

Terms = tuple[list[str], list[str], list[str], list[str]]
"""A musician's instruments, countries and venues, and whom its text names."""


def some(*names: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=3)


TERMS = st.tuples(
    some("violin", "viola", "flute", "oud"),
    some("Norway", "Kenya", "Peru"),
    some("Amber Hall", "Old Mill"),
    some(*NAMES),
)


def encyclopedia(terms: Sequence[Terms], config: SiteConfig) -> World:
    players = [
        musician(
            name,
            summary="A player",
            instruments=instruments,
            countries=countries,
            venues=venues,
            updated=updated,
            body=" ".join(f"See [[{other}]]." for other in others if other != name),
        )
        for name, updated, (instruments, countries, venues, others) in zip(NAMES, UPDATED, terms, strict=True)
    ]
    return world(*players, instrument("violin", family="Strings"), instrument("viola", family="Strings"), config=config)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    before=st.lists(TERMS, min_size=len(NAMES), max_size=len(NAMES)),
    edits=st.dictionaries(st.integers(0, len(NAMES) - 1), TERMS, max_size=2),
    config=st.sampled_from(CONFIGS),
)
def test_new_terms_and_links_are_put_right_everywhere(
    before: list[Terms], edits: dict[int, Terms], config: SiteConfig
) -> None:
    after = [edits.get(number, terms) for number, terms in enumerate(before)]
    old, new = encyclopedia(before, config), encyclopedia(after, config)

    assert overview_of(new.site, old.overview, touched(old, new)) == new.overview


def test_an_edit_of_terms_does_not_make_the_overview_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before: list[Terms] = [(["violin"], ["Norway", "Peru"], ["Amber Hall"], [])] * len(NAMES)
    old = encyclopedia(before, WITH_FEEDS)
    new = encyclopedia([(["flute", "viola"], ["Norway"], ["Old Mill"], ["C Cc"]), *before[1:]], WITH_FEEDS)
    known, expected = old.overview, new.overview

    def never(*_: object) -> Overview:
        raise AssertionError

    monkeypatch.setattr(survey, "_of", never)

    assert overview_of(new.site, known, touched(old, new)) == expected
