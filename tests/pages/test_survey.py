from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.facts import Document
from site_builder.pages.overview import differences
from site_builder.pages.survey import overview_of
from tests.pages.test_plan import configurations, documents
from tests.pages.worlds import World, musician, world

_LOOKED_AT = ("entities", "memberships", "relations", "backlinks")


def touched(old: World, new: World) -> set[str]:
    found: set[str] = set()
    for table in _LOOKED_AT:
        before, after = getattr(old.site, table), getattr(new.site, table)
        found |= {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    return found


@settings(deadline=None, derandomize=True, max_examples=30)
@given(some=documents(), others=documents(), config=configurations, count=st.integers(0, 3))
def test_an_overview_brought_up_to_date_is_the_one_made_from_nothing(
    some: list[Document], others: list[Document], config: object, count: int
) -> None:
    merged = {document.facts.id: document for document in (*some[count:], *others[:count])}
    old, new = world(*some, config=config), world(*merged.values(), config=config)

    updated = overview_of(new.site, old.overview, touched(old, new))

    assert updated == new.overview
    assert list(updated.outlines) == list(new.overview.outlines)


def test_an_edit_of_prose_leaves_the_overview_as_it_is() -> None:
    old, new = (
        world(musician("A Aa", summary="A player", body=body), musician("B Bb", body="See [[A Aa]]."))
        for body in ("One.\n## Life", "Another.\n## Early life")
    )
    before = old.overview

    assert touched(old, new) == {"musicians/a-aa"}
    assert overview_of(new.site, before, touched(old, new)) is before


def test_a_new_mention_changes_only_who_is_featured_and_who_is_an_orphan() -> None:
    old, new = (
        world(musician("A Aa", summary="A player", body="Text."), musician("B Bb", body=body))
        for body in ("See nobody.", "See [[A Aa]].")
    )

    updated = overview_of(new.site, old.overview, touched(old, new))

    assert updated == new.overview
    assert {table for table, _ in differences(old.overview, updated)} == {"overview/orphans"}


def test_a_new_summary_is_one_difference() -> None:
    old, new = (world(musician("A Aa", summary=summary), musician("B Bb")) for summary in ("One", "Another"))

    assert list(differences(old.overview, new.overview)) == [
        ("overview/outlines", "musicians/a-aa"),
        ("overview/outlines", "*"),
    ]
