from site_builder.pages.timelines import MOST_BARS
from site_builder.pages.views import TermView
from tests.pages.worlds import World, musician, world


def players(count: int, *others: tuple[str, str]) -> World:
    """Violinists, each born a year after the one before, and others with the births that are said."""
    born = ((f"Player {number:03}", str(1900 + number)) for number in range(count))
    return world(*(musician(name, born=birth, instruments=["violin"]) for name, birth in (*born, *others)))


def violin(built: World) -> TermView:
    view = built.view("instruments/violin.html")
    assert isinstance(view, TermView)
    return view


def listed(view: TermView) -> dict[str, list[str]]:
    return {decade.title: [f"{item.text}, {item.detail}" for item in decade.items] for decade in view.decades}


def test_a_few_lives_are_drawn_as_bars_and_many_are_counted(steppe: World) -> None:
    few, plenty = violin(steppe), violin(players(MOST_BARS + 1))

    assert few.timeline is not None
    assert [bar.text for bar in few.timeline.lanes[0].bars] == ["Ivan Petrovich", "Milo Askarova", "Bakhyt Taro"]
    assert (plenty.timeline, plenty.histogram is not None) == (None, True)


def test_two_lives_are_not_drawn() -> None:
    view = violin(players(2))

    assert (view.timeline, view.histogram, view.decades) == (None, None, ())


def test_players_are_listed_by_decade_and_year_of_birth_and_the_unknown_last() -> None:
    built = players(12, ("Zoe", "1900"), ("Anna", "1899/1901"), ("Unknown", ""))

    assert listed(violin(built)) == {
        "1900s": ["Player 000, born 1900", "Zoe, born 1900"]
        + [f"Player 00{year}, born 190{year}" for year in range(1, 10)],
        "1910s": ["Player 010, born 1910", "Player 011, born 1911"],
        "Decade not known": ["Anna, born between 1899 and 1901", "Unknown, "],
    }


def test_a_player_of_unknown_birth_is_listed_with_the_years_that_are_known() -> None:
    born = [musician(f"Player {year}", born=str(year), instruments=["violin"]) for year in range(1900, 1912)]
    view = violin(world(*born, musician("Anna", instruments=["violin"], venues=["Tent @ 1931"])))

    assert listed(view)["Decade not known"] == ["Anna, fl. 1931"]


def test_so_few_that_their_drawing_tells_it_are_not_listed_again() -> None:
    assert (violin(players(11)).decades, violin(players(12)).decades != ()) == ((), True)


def test_each_column_leads_to_the_list_of_its_decade_on_the_same_page() -> None:
    view = violin(players(MOST_BARS + 1))
    assert view.histogram is not None

    assert [(c.href, c.count) for c in view.histogram.columns] == [(f"#{d.id}", len(d.items)) for d in view.decades]


def test_many_lives_without_a_birth_are_neither_drawn_nor_listed() -> None:
    many = (musician(f"Player {n}", instruments=["violin"], venues=["Tent @ 1931"]) for n in range(MOST_BARS + 1))
    view = violin(world(*many))

    assert (view.timeline, view.histogram, view.decades) == (None, None, ())


def test_no_part_of_a_page_has_the_id_of_another() -> None:
    view = violin(players(12, ("Unknown", "")))

    ids = [group.id for group in (*view.members, *view.decades)]
    assert len(ids) == len(set(ids))
