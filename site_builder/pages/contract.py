"""Which view each template gets, and the modules that all views are in: together they are the theme contract."""

from site_builder.pages import (
    views,
    views_addresses,
    views_connections,
    views_drawings,
    views_explore,
    views_hubs,
    views_maintenance,
    views_map,
    views_pictures,
    views_search,
    views_time,
)
from site_builder.pages.views import (
    AlphabetView,
    FamilyView,
    HomeView,
    IndexView,
    MusicianView,
    PairView,
    TermView,
    TextView,
    View,
)
from site_builder.pages.views_addresses import DisambiguationView, NotFoundView, RedirectView
from site_builder.pages.views_connections import ConnectionsView
from site_builder.pages.views_explore import ExplorerView, RandomView, RecentView, TodayView
from site_builder.pages.views_hubs import HubsView
from site_builder.pages.views_maintenance import MaintenanceView
from site_builder.pages.views_map import MapView
from site_builder.pages.views_search import SearchView
from site_builder.pages.views_time import DecadeView, TimelineView

MODULES = (
    views,
    views_addresses,
    views_explore,
    views_search,
    views_connections,
    views_map,
    views_time,
    views_hubs,
    views_drawings,
    views_pictures,
    views_maintenance,
)

VIEW_OF_TEMPLATE: dict[str, type[View]] = {
    "home.html": HomeView,
    "entry.html": MusicianView,
    "term.html": TermView,
    "family.html": FamilyView,
    "pair.html": PairView,
    "index.html": IndexView,
    "alphabet.html": AlphabetView,
    "disambiguation.html": DisambiguationView,
    "redirect.html": RedirectView,
    "maintenance.html": MaintenanceView,
    "connections.html": ConnectionsView,
    "map.html": MapView,
    "timeline.html": TimelineView,
    "hubs.html": HubsView,
    "decade.html": DecadeView,
    "search.html": SearchView,
    "explore.html": ExplorerView,
    "random.html": RandomView,
    "recent.html": RecentView,
    "today.html": TodayView,
    "text.html": TextView,
    "404.html": NotFoundView,
}
