"""Chains for the examples of pages."""

from site_builder.pages.views import Link, ListItem
from site_builder.pages.views_connections import Chain, ChainStep, ConnectionsView

_LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochmuzikantenverein"
_IVAN = Link("Ivan Petrovich", "musicians/ivan.html")
_CHAIN = Chain(
    f"From Bakhyt Taro to {_LONG}",
    "Kazakhstan to the United Kingdom",
    (
        ChainStep(Link("Bakhyt Taro", "musicians/bakhyt.html"), "was taught by", None, "", _IVAN, ""),
        ChainStep(
            _IVAN,
            "played at",
            Link("Small Hall", "venues/small.html"),
            ", where",
            Link(_LONG, "musicians/l.html"),
            "also played",
        ),
    ),
)
_HUBS = (ListItem("Ivan Petrovich", "musicians/ivan.html", "1931 – 1990", "12 other musicians"),)
CONNECTIONS = ConnectionsView("How are they connected?", "Any two", _CHAIN, (_CHAIN, _CHAIN), _HUBS)
NO_CONNECTIONS = ConnectionsView("How are they connected?", "Any two", None, (), ())
