"""Instruments and countries: the drawing, and the table that says the same."""

from itertools import product

from site_builder.model.config import Pairs, SiteConfig
from site_builder.pages.hubs import MOST_HUBS, MOST_THREADS
from site_builder.pages.views_hubs import Hub, HubCrossing, HubDrawing, HubRow, HubsView
from tests.pages.changes import stale_paths
from tests.pages.worlds import World, instrument, musician, world

PAGE = "instruments-and-countries.html"
LABEL = "Instruments and countries"


def hubs_of(built: World) -> HubsView:
    view = built.view(PAGE)
    assert isinstance(view, HubsView)
    return view


def drawing_of(built: World) -> HubDrawing:
    return hubs_of(built).drawing


def names(drawing: HubDrawing) -> tuple[list[str], list[str]]:
    return [hub.text for group in drawing.groups for hub in group.hubs], [hub.text for hub in drawing.countries]


def crowded(instruments: int, countries: int) -> World:
    """Every instrument in every country; the lower the numbers, the more musicians."""
    everywhere = [
        musician(f"P {i} {c}", instruments=[f"horn {i:02}"], countries=[f"Land {c:02}"])
        for i, c in product(range(instruments), range(countries))
    ]
    more = [musician(f"Q {i}", instruments=[f"horn {i:02}"], countries=["Land 00"]) for i in range(instruments - 1)]
    return world(*everywhere, *more, config=SiteConfig(pairs=Pairs(at_most=0)))


def test_players_from_a_country_draw_a_thread_to_it() -> None:
    drawing = drawing_of(
        world(
            musician("A Aa", instruments=["oud"], countries=["Mali"]),
            musician("B Bb", instruments=["oud", "viola"], countries=["Mali", "Peru"]),
            musician("C Cc", instruments=["flute"]),
        )
    )
    (group,) = drawing.groups

    assert names(drawing) == (["Oud", "Viola"], ["Mali", "Peru"])
    assert [hub.label for hub in group.hubs] == [
        "Oud, 2 musicians; Mali 2 and Peru 1",
        "Viola, 1 musician; Mali 1 and Peru 1",
    ]
    assert [(thickness.width, thickness.text, thickness.path.count("M")) for thickness in drawing.threads] == [
        (1, "1", 3),
        (3, "2", 1),
    ]
    assert drawing.countries[0] == Hub(
        "Mali", "countries/mali.html", "Mali, 2 musicians; Oud 2 and Viola 1", 2, drawing.right, 12,
        f"M{drawing.left} 12C{drawing.left + 140} 12 {drawing.left + 140} 12 {drawing.right} 12"
        f"M{drawing.left} 36C{drawing.left + 140} 36 {drawing.left + 140} 12 {drawing.right} 12",
    )  # fmt: skip


def test_instruments_stand_with_their_families() -> None:
    players = (
        musician("A Aa", instruments=["oud", "drum"], countries=["Mali"]),
        musician("B Bb", instruments=["viola"], countries=["Peru"]),
    )
    with_families = drawing_of(
        world(*players, instrument("oud", family="Strings"), instrument("viola", family="Strings"))
    )

    assert {group.text: {hub.text for hub in group.hubs} for group in with_families.groups} == {
        "Strings": {"Oud", "Viola"},
        "Other instruments": {"Drum"},
    }
    assert [group.text for group in drawing_of(world(*players)).groups] == [""]


def test_the_table_leads_to_those_who_have_both(steppe: World) -> None:
    rows = {row.text: row for row in hubs_of(steppe).rows}

    assert list(rows) == sorted(rows)
    kazakhstan = HubCrossing(
        "Kazakhstan", "pairs/violin-kazakhstan.html", "Violinists of Kazakhstan", rows["Violin"].crossings[0].count
    )
    assert rows["Violin"].crossings[0] == kazakhstan
    assert all(crossing.href == "" for crossing in rows["Violin"].crossings[1:])


def test_the_table_says_the_same_as_the_drawing(steppe: World) -> None:
    view = hubs_of(steppe)

    drawn = {
        (hub.text, hub.href, hub.count, hub.threads.count("M")) for group in view.drawing.groups for hub in group.hubs
    }
    assert {(row.text, row.href, row.count, len(row.crossings)) for row in view.rows} == drawn
    assert {row.more for row in view.rows} == {0}
    assert view.note == ""


def test_of_many_the_fullest_are_drawn_and_the_page_says_so() -> None:
    view = hubs_of(crowded(MOST_HUBS + 1, 6))

    lefts, rights = names(view.drawing)
    assert set(lefts) == {f"Horn {number:02}" for number in range(MOST_HUBS)}
    assert set(rights) == {f"Land {number:02}" for number in range(6)}
    assert sum(thickness.path.count("M") for thickness in view.drawing.threads) == MOST_THREADS
    assert view.intro == "40 instruments and 6 countries, and how many musicians they share"
    assert view.note == (
        "Of 41 instruments and 6 countries these have most musicians. "
        "Of 240 lines between them the 200 strongest are drawn."
    )
    assert sum(row.more for row in view.rows) == 40


def test_nothing_that_is_drawn_stands_without_a_thread() -> None:
    drawing = drawing_of(crowded(MOST_HUBS, 30))

    lefts, rights = names(drawing)
    assert (len(lefts), len(rights)) == (MOST_HUBS, 30)
    assert all(hub.threads for group in drawing.groups for hub in group.hubs)
    assert all(hub.threads for hub in drawing.countries)


def test_a_long_name_is_cut_in_the_drawing_alone() -> None:
    long = "Llanfairpwllgwyngyllgogerychwyrn"
    view = hubs_of(
        world(
            musician("A Aa", instruments=["oud"], countries=[long]),
            musician("B Bb", instruments=["viola"], countries=["Peru"]),
        )
    )

    (country,) = (hub for hub in view.drawing.countries if hub.text != "Peru")
    assert (country.text, country.label) == ("Llanfairpwllgwyngyllgog…", f"{long}, 1 musician; Oud 1")
    assert view.rows[0] == HubRow("Oud", "instruments/oud.html", 1, (HubCrossing(long, "", "", 1),), 0)


def test_without_two_of_both_there_is_no_such_page() -> None:
    built = world(musician("A Aa", instruments=["oud", "viola"], countries=["Mali"]), musician("B Bb"))

    assert PAGE not in built.paths()
    assert LABEL not in [link.text for link in built.page("index.html").page.explore]


def test_an_edit_of_prose_does_not_plan_the_page_again() -> None:
    def edition(text: str, *countries: str) -> World:
        return world(
            musician("A Aa", instruments=["oud"], countries=countries, body=text),
            musician("B Bb", instruments=["viola"], countries=["Peru"]),
        )

    before = edition("Played well.", "Mali")
    assert PAGE not in stale_paths(before, edition("Played badly, with [[B Bb]].", "Mali"))
    assert PAGE in stale_paths(before, edition("Played well.", "Mali", "Peru"))


def test_the_menu_leads_to_the_page(steppe: World) -> None:
    assert (LABEL, PAGE) in [(link.text, link.href) for link in steppe.page("index.html").page.explore]
