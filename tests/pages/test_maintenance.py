from site_builder.pages.views import Link
from site_builder.pages.views_maintenance import Gap, MaintenanceView, WantedPage
from tests.pages.worlds import World, musician, world


def test_what_is_missing_is_listed_with_those_who_miss_it() -> None:
    built = world(
        musician(
            "A Aa",
            summary="Complete",
            born="1931",
            instruments=["violin"],
            countries=["France"],
            venues=["Tent"],
            body="Met [[B Bb]], [[Nobody]] and [[Somebody]].",
        ),
        musician("B Bb", died="1999", body="Met [[Nobody]]."),
        musician("C Cc", summary="Alone", teachers=["Stranger"]),
        musician("D Dd", teachers=["A Aa"]),
    )
    a, b, c, d = (Link(f"{n} {n}{n.lower()}", f"musicians/{n.lower()}-{n.lower() * 2}.html") for n in "ABCD")
    a, c = Link(a.text, a.href, "Complete"), Link(c.text, c.href, "Alone")

    assert built.view("maintenance.html") == MaintenanceView(
        name="Maintenance",
        wanted=(WantedPage("Nobody", (a, b)), WantedPage("Somebody", (a,)), WantedPage("Stranger", (c,))),
        orphans=(c,),
        gaps=(
            Gap("Without an instrument", (b, c, d)),
            Gap("Without a country", (b, c, d)),
            Gap("Without a venue", (b, c, d)),
            Gap("Without dates", (c, d)),
            Gap("Without a summary", (b, d)),
            Gap("Without a text", (c, d)),
        ),
    )


def test_an_encyclopedia_that_lacks_nothing_says_so_by_empty_lists() -> None:
    assert world().view("maintenance.html") == MaintenanceView("Maintenance", (), (), ())


def test_maintenance_is_not_for_search_engines(steppe: World) -> None:
    page = steppe.page("maintenance.html").page

    assert (page.title, page.type, page.index) == ("Maintenance", "maintenance", False)
