"""Explorer and days: what themes have to cope with."""

from site_builder.pages.views import Category, Group, ListItem
from site_builder.pages.views_explore import ExplorerView, RecentView, TodayView

_VIOLINISTS = ListItem("Violinists of Kazakhstan", "pairs/violin-kazakhstan.html", count=3)
_PLAYERS = ListItem("Dombra players of X", "pairs/dombra-x.html", count=2)
_TARO = ListItem("Taro, Bakhyt", "../musicians/bakhyt-taro.html", "born 1985", "Violinist")

EXPLORER = ExplorerView(
    "Explorer",
    "Musicians by instrument, country and decade.",
    (Category("Musicians", "a-z.html", 64), Category("Instruments", "instruments/index.html", 11)),
    (
        Group(
            "Violin",
            "instruments-by-violin",
            "instruments/violin.html",
            (_VIOLINISTS,),
        ),
        Group(
            "Dombra",
            "instruments-by-dombra",
            "instruments/dombra.html",
            (_PLAYERS,),
        ),
    ),
)
TODAY = TodayView(
    "On this day",
    "Births and deaths.",
    (Category("May", "today/may.html", 3), Category("June", "june.html", 0)),
    (),
    (),
)
MONTH = TodayView(
    "May",
    "Of a leap day.",
    (Category("May", "", 3), Category("June", "june.html", 0)),
    (Category("4 May", "may-4.html", 3),),
    (Group("4 May", "day-4", "", (_TARO,)),),
)
RECENT = RecentView(
    "Recent changes",
    "The latest first.",
    21,
    (
        Group(
            "May 2026",
            "2026-05",
            "",
            (ListItem("Bakhyt Taro", "musicians/bakhyt-taro.html", "4 May 2026", "Violinist"),),
        ),
        Group("2025", "2025", "", (ListItem("Kazakhstan", "countries/kazakhstan.html", "2025 · country"),)),
    ),
    terms_have_feeds=True,
)
NO_RECENT = RecentView("Recent changes", "", 0, ())
NO_EXPLORER = ExplorerView("Explorer", "", (), ())
NO_DAYS = TodayView("X", "", (), (), ())
