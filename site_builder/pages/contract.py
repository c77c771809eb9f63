"""Which view each template gets, and the modules that all views are in: together they are the theme contract."""

from site_builder.pages import views, views_connections
from site_builder.pages.views import (
    AlphabetView,
    DisambiguationView,
    FamilyView,
    HomeView,
    IndexView,
    MaintenanceView,
    MusicianView,
    NotFoundView,
    PairView,
    RedirectView,
    TermView,
    TextView,
    View,
)
from site_builder.pages.views_connections import ConnectionsView

MODULES = (views, views_connections)

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
    "text.html": TextView,
    "404.html": NotFoundView,
}
