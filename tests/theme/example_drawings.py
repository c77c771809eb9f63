"""Maps and timelines for the examples of pages, as small as they can be."""

from site_builder.pages.views import Category, Group, Link, ListItem
from site_builder.pages.views_drawings import Column, Histogram, Lane, LifeBar, Locator, Tick, Timeline
from site_builder.pages.views_hubs import Hub, HubCrossing, HubDrawing, HubGroup, HubRow, HubsView, Thickness
from site_builder.pages.views_map import CountryRow, MapView, Shade, Spot, Territory
from site_builder.pages.views_time import (
    DecadeRow,
    DecadeView,
    Generation,
    LaneRow,
    LaneTable,
    PerformanceRow,
    TimelineView,
)

_LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochmuzikantenverein"
_BOX = "M10 10l40 0 0 40 -40 0z"
_TARO = ListItem("Taro, Bakhyt", "musicians/bakhyt-taro.html", "born 1985")
_BELOW = ListItem("Taro, Bakhyt", "../musicians/bakhyt-taro.html", "born 1985")

LOCATOR = Locator("Where Kazakhstan lies", 480, 360, _BOX, "M60 60l90 0 0 60z", marked=True, x=90, y=80)


def _timeline(id: str, title: str, lane: str) -> Timeline:  # noqa: A002  (the name of the field)
    bars = (
        LifeBar(
            "Bakhyt Taro", "t.html", "Bakhyt Taro, born 1985", 1985, 2011, "M10 50H90V68H10z", "M90 50L120 59z", 15, 63
        ),
        LifeBar(_LONG, "l.html", f"{_LONG}, 1900 – 1950", 1900, 1950, "M10 74H90V92H10z", "", 15, 87),
    )
    return Timeline(id, title, 760, 120, (Tick("1900", 10), Tick("1950", 90)), (Lane(lane, "c.html", 40, 50, bars),))


PLAYERS = _timeline("lives", "When they lived", "")
HISTOGRAM = Histogram(
    "births",
    "Births by decade",
    760,
    140,
    (Column("1930s", "d.html#born", "1930s: 14 musicians born", 14, 1, 20, 40, 96),),
)
MAP = MapView(
    name="Map",
    intro="3 countries and 1 venue by their musicians",
    width=960,
    height=467,
    land=_BOX,
    territories=(
        Territory(
            "kz", "Kazakhstan", "countries/kz.html", "Kazakhstan, 12 musicians", 12, 7, _BOX, 30, 30, numbered=True
        ),
        Territory("mt", "Malta", "countries/mt.html", "Malta, 0 musicians", 0, 0, "", 80, 30, numbered=False),
    ),
    spots=(Spot("venues/hall.html", "Small Hall, 4 musicians", 90, 90),),
    shades=(Shade(1, "1–3"), Shade(7, "4–12")),
    rows=(
        CountryRow("kz", "Kazakhstan", "countries/kz.html", 12, 1, drawn=True),
        CountryRow("su", _LONG, "countries/su.html", 1, 0, drawn=False),
        CountryRow("mt", "Malta", "countries/mt.html", 0, 0, drawn=True),
    ),
    venues=(ListItem("Small Hall", "venues/hall.html", "Almaty", count=4),),
    more_venues=2,
)
NO_MAP = MapView("Map", "1 country by its musicians", 960, 467, _BOX, (), (), (), (), ())
TIMELINE = TimelineView(
    name="Timeline",
    intro="2 lives from 1900 to 2011",
    decades=(
        DecadeRow("1900s", "decades/1900s.html", 1900, 1909, 1, 0, 1, 0),
        DecadeRow("1980s", "decades/1980s.html", 1980, 1989, 1, 0, 1, 2),
    ),
    timelines=(_timeline("by-country", "Lives by country", _LONG),),
    histogram=HISTOGRAM,
    tables=(
        LaneTable(
            "by-instrument",
            "Births by instrument",
            (Link("1900s", "decades/1900s.html"), Link("1980s", "decades/1980s.html")),
            (LaneRow("Violin", "instruments/violin.html", (Generation(12, 7), Generation(0, 0))),),
        ),
    ),
    groups=(Group("1980s", "from-1980s", "decades/1980s.html", (_TARO,)),),
    undated=(ListItem("Nobody", "musicians/nobody.html"),),
    more_undated=3,
)
NO_TIMELINE = TimelineView("Timeline", "1 life from 1900 to 1900", (), (), None, (), (), ())
_THREAD = "M200 44C340 44 340 12 480 12"
HUBS = HubsView(
    name="Instruments and countries",
    intro="2 instruments and 2 countries, and how many musicians they share",
    note="Of 61 instruments and 2 countries these have most musicians.",
    drawing=HubDrawing(
        title="Instruments and countries",
        width=680,
        height=112,
        row=24,
        left=200,
        right=480,
        threads=(Thickness(1, "1", _THREAD), Thickness(3, "2–5", "M200 100C340 100 340 100 480 100")),
        groups=(
            HubGroup("Strings", 20, (Hub("Violin", "v.html", "Violin, 4 musicians; Mali 4", 4, 200, 44, _THREAD),)),
            HubGroup(_LONG, 76, (Hub("Oud", "o.html", f"Oud, 1 musician; {_LONG} 1", 1, 200, 100, _THREAD),)),
        ),
        countries=(
            Hub("Mali", "m.html", "Mali, 4 musicians; Violin 4", 4, 480, 28, _THREAD),
            Hub("Peru & co", "p.html", "Peru & co, 1 musician; Oud 1", 1, 480, 84, _THREAD),
        ),
    ),
    rows=(
        HubRow("Oud", "o.html", 1, (HubCrossing(_LONG, "", "", 1),), 0),
        HubRow("Violin", "v.html", 4, (HubCrossing("Mali", "pairs/m.html", "Violinists of Mali", 4),), 3),
    ),
)
NO_HUBS = HubsView("Instruments and countries", "", "", HubDrawing("Nothing", 280, 24, 24, 0, 280, (), (), ()), ())
DECADE = DecadeView(
    name="The 1980s",
    intro="1 born, 1 died and 2 others living; 2 performances",
    previous=Link("1970s", "1970s.html"),
    next=Link("1990s", "1990s.html"),
    born=(Group("1985", "born-1985", "", (_BELOW,)),),
    died=(Group("1986", "died-1986", "", (_BELOW,)),),
    living_count=2,
    living=(_BELOW, _BELOW),
    generations=(Category("Born in the 1930s", "1930s.html#born", 12), Category("Birth not known", "", 1)),
    performances=(
        PerformanceRow("1985", Link("Bakhyt Taro", "../m.html"), Link(_LONG, "../v.html"), "in a box"),
        PerformanceRow("c. 1986", Link("Bakhyt Taro", "../m.html"), Link("Small Hall", "../v.html"), ""),
    ),
    halls=(Category("Small Hall", "../v.html", 400),),
)
NO_DECADE = DecadeView("The 1980s", "", None, None, (), (), 0, (), (), (), ())
