import pytest

from site_builder.model.config import SiteConfig
from site_builder.pages.views import Feed, Group, Link, ListItem
from site_builder.pages.views_explore import RecentView
from tests.pages.changes import stale_paths
from tests.pages.worlds import World, musician, term, world

INTRO = "Entries that are new or were revised, the latest first."


def test_changes_are_told_by_month_and_those_of_no_month_by_year() -> None:
    built = world(
        musician("A Aa", updated="2026-03-12", summary="One"),
        musician("B Bb", updated="2026-03-01"),
        musician("C Cc", updated="2025"),
        musician("D Dd", updated="c. 2024-05"),
        musician("E Ee"),
        musician("F Ff", updated="2026-04", draft=True),
        term("genres", "kuy", updated="2026-03"),
    )

    assert built.view("recent.html") == RecentView(
        "Recent changes",
        INTRO,
        5,
        (
            Group(
                "March 2026",
                "2026-03",
                "",
                (
                    ListItem("A Aa", "musicians/a-aa.html", "12 March 2026", "One"),
                    ListItem("B Bb", "musicians/b-bb.html", "1 March 2026"),
                    ListItem("Kuy", "genres/kuy.html", "March 2026 · genre"),
                ),
            ),
            Group("2025", "2025", "", (ListItem("C Cc", "musicians/c-cc.html", "2025"),)),
            Group("2024", "2024", "", (ListItem("D Dd", "musicians/d-dd.html", "c. May 2024"),)),
        ),
    )


def test_the_page_of_changes_is_in_the_menu_where_there_are_any(steppe: World) -> None:
    link = Link("Recent changes", "../recent.html")

    assert link in steppe.page("musicians/roza.html").page.explore
    assert link not in world(musician("A Aa")).page("musicians/a-aa.html").page.explore


def test_the_page_of_changes_names_the_feeds_of_a_site_that_knows_its_address(steppe: World) -> None:
    assert steppe.page("recent.html").page.feeds == (
        Feed("Atom", "application/atom+xml", "feed.xml", "Steppe & Hall"),
        Feed("JSON Feed", "application/feed+json", "feed.json", "Steppe & Hall"),
    )
    assert world(musician("A Aa", updated="2026")).page("recent.html").page.feeds == ()


@pytest.mark.parametrize(("feeds", "told"), [("site", False), ("terms", True), ("off", False)])
def test_the_page_of_changes_says_whether_terms_have_feeds_too(feeds: str, *, told: bool) -> None:
    config = SiteConfig(base_url="https://example.org/", feeds=feeds)
    built = world(musician("A Aa", instruments=["violin"], updated="2026"), config=config)

    view = built.view("recent.html")

    assert isinstance(view, RecentView)
    assert view.terms_have_feeds is told


def test_an_edit_of_prose_leaves_the_changes_and_the_feeds_alone() -> None:
    def build(body: str, updated: str = "2026-01-01") -> World:
        config = SiteConfig(base_url="https://example.org/")
        return world(musician("A Aa", body=body, updated=updated), musician("B Bb", updated="2026"), config=config)

    told = {"recent.html", "feed.xml", "feed.json"}

    assert told & stale_paths(build("Began."), build("Began early.")) == set()
    assert told < stale_paths(build("Began."), build("Began.", "2026-01-02"))
