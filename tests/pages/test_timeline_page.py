from site_builder.pages.timelines import MOST_BARS
from site_builder.pages.views_time import TimelineView
from tests.pages.worlds import World, musician, world


def timeline_of(built: World) -> TimelineView:
    view = built.view("timeline.html")
    assert isinstance(view, TimelineView)
    return view


def many(count: int) -> World:
    return world(
        *(
            musician(f"P {number}", born=str(1800 + number % 150), instruments=["violin"], countries=["Mali"])
            for number in range(count)
        )
    )


def test_lives_are_drawn_by_country_and_by_instrument(steppe: World) -> None:
    by_country, by_instrument = timeline_of(steppe).timelines

    assert [(lane.text, [bar.text for bar in lane.bars]) for lane in by_country.lanes] == [
        ("Germany", ["Amalia Askarova"]),
        ("Kazakhstan", ["Milo Askarova", "Amalia Askarova", "Bakhyt Taro"]),
        ("Netherlands", ["Ivan Petrovich"]),
        ("Country not known", ["Қайрат Оспан"]),
    ]
    assert (by_country.id, by_instrument.id) == ("by-country", "by-instrument")


def test_bars_say_what_they_show(steppe: World) -> None:
    (bar,) = timeline_of(steppe).timelines[0].lanes[0].bars

    assert (bar.label, bar.href) == ("Amalia Askarova, 1960 – 2021", "musicians/amalia-askarova.html")
    assert (bar.first, bar.last, bar.faded) == (1960, 2021, "")


def test_the_year_of_a_death_that_nobody_knows_fades(steppe: World) -> None:
    bars = {bar.text: bar for bar in timeline_of(steppe).timelines[0].lanes[1].bars}

    assert bars["Bakhyt Taro"].faded
    assert not bars["Milo Askarova"].faded


def test_who_is_known_from_performances_alone_flourished() -> None:
    built = world(musician("A Aa", venues=["Tent @ 1920", "Hall @ 1935"]), musician("B Bb", ensembles=["Trio @ 1950"]))
    first, second = timeline_of(built).timelines[0].lanes[0].bars

    assert (first.label, second.label) == ("A Aa, fl. 1920–1935", "B Bb, fl. 1950")
    assert first.faded.count("M") == 2


def test_the_list_says_the_same_as_the_drawings(steppe: World) -> None:
    view = timeline_of(steppe)

    listed = {item.href for group in view.groups for item in group.items}
    assert listed == {bar.href for timeline in view.timelines for lane in timeline.lanes for bar in lane.bars}
    assert [item.text for item in view.undated] == ["Taro, Roza"]


def test_lives_too_many_to_draw_are_counted_by_decade() -> None:
    view = timeline_of(many(MOST_BARS + 1))

    assert (view.timelines, view.groups) == ((), ())
    assert view.histogram is not None
    assert sum(column.count for column in view.histogram.columns) == MOST_BARS + 1
    assert view.histogram.columns[0].label == "1800s: 21 musicians born"
    assert [(table.title, [row.text for row in table.rows]) for table in view.tables] == [
        ("Births by country", ["Mali"]),
        ("Births by instrument", ["Violin"]),
    ]
    assert sum(cell.count for cell in view.tables[0].rows[0].cells) == MOST_BARS + 1


def test_without_a_date_there_is_no_timeline() -> None:
    built = world(musician("A Aa"))

    assert [path for path in built.paths() if "timeline" in path or "decades" in path] == []
    assert "Timeline" not in [link.text for link in built.page("index.html").page.navigation]
