"""What the site says of itself, and its pages of service, for the examples of pages."""

from site_builder.pages.views import Link, Site, TocItem
from site_builder.pages.views_addresses import NotFoundView, RedirectView
from site_builder.pages.views_maintenance import Gap, MaintenanceView, WantedPage
from site_builder.pages.views_search import SearchView

SITE = Site(
    title="The Encyclopedia of Musicians",
    description="Lives of musicians who never were.",
    language="en-GB",
    licence="Texts: CC BY 4.0",
    notice="All of it is fiction.",
    search=True,
)
BARE_SITE = Site(title="Musicians", description="", language="en", licence="", notice="", search=False)
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochmuzikantenverein"
MARKUP = "<b>Tom</b> & \"Jerry\" 'n' </script>"
REDIRECT = RedirectView(
    "Бақыт Таро", Link("Bakhyt Taro", "bakhyt-taro.html?a=1&b=2"), "bakhyt-taro.html?a=1&b=2#from=x"
)
EDIT = "https://example.org/edit?a=1&file=content/musicians/bakhyt-taro.md"
MAINTENANCE = MaintenanceView(
    name="What is missing",
    wanted=(WantedPage("Scott La Faro", (Link("Bakhyt Taro", "musicians/bakhyt-taro.html"), Link("X", "x.html"))),),
    orphans=(Link("Vera Zabelskaya", "musicians/vera-zabelskaya.html"),),
    gaps=(Gap("Without an instrument", (Link("X", "x.html"),)), Gap("Without a country", ())),
)
NO_MAINTENANCE = MaintenanceView("What is missing", (), (), ())
SEARCH = SearchView(
    "Search", texts=True, lists=(Link("Musicians from A to Z", "a-z.html"), Link("Venues", "venues/index.html"))
)
SEARCH_NAMES = SearchView("Search", texts=False, lists=())
NOT_FOUND = NotFoundView("Not found", (Link("Home", "https://example.org/e/index.html"), Link("Text without a place")))
NAVIGATION = (
    Link("Musicians", "../a-z.html"),
    Link("Instruments", "../instruments/index.html"),
    Link("Countries", "../countries/index.html"),
    Link("Venues", "../venues/index.html"),
    Link("About", "../about.html"),
)
EXPLORE = (Link("Explorer", "../explore.html"), Link("Random musician", "../random.html"))
SERVICE = (Link("What is still missing", "../maintenance.html"), Link("Accessibility", "../accessibility.html"))
TOC = (TocItem("Career", "#career", 2), TocItem("Records", "#records", 3), TocItem("Қобыз", "#қобыз", 2))
