from site_builder.pages.views import Crumb, FamilyView, Group, ListItem
from tests.pages.worlds import World, instrument, musician, world


def test_a_family_shows_its_instruments_and_their_musicians() -> None:
    built = world(
        musician("A Aa", instruments=["violin", "oud"]),
        musician("B Bb", instruments=["oud"]),
        instrument("violin", "strings", summary="Four strings"),
        instrument("oud", "strings"),
        instrument("harp", "strings"),
    )

    assert built.view("instruments/family-strings.html") == FamilyView(
        name="Strings",
        instruments=(
            ListItem("Harp", "../instruments/harp.html"),
            ListItem("Oud", "../instruments/oud.html", count=2),
            ListItem("Violin", "../instruments/violin.html", summary="Four strings", count=1),
        ),
        count=2,
        members=(
            Group(
                "Oud",
                "by-oud",
                "../instruments/oud.html",
                (ListItem("Aa, A", "../musicians/a-aa.html"), ListItem("Bb, B", "../musicians/b-bb.html")),
            ),
            Group("Violin", "by-violin", "../instruments/violin.html", (ListItem("Aa, A", "../musicians/a-aa.html"),)),
        ),
    )


def test_the_frame_of_a_family(steppe: World) -> None:
    page = steppe.page("instruments/family-strings.html").page

    assert (page.title, page.type, page.description) == ("Strings", "family", "Strings: 2 instruments, 3 musicians")
    assert page.breadcrumbs == (
        Crumb("Home", "../index.html"),
        Crumb("Instruments", "../instruments/index.html"),
        Crumb("Strings", ""),
    )
