"""What it takes to make one output file, closed: a renderer may read nothing else.

`gc=False` as in `views`.
"""

import msgspec

from site_builder.model.digest import digest_of_bytes
from site_builder.model.identity import OutputPath
from site_builder.pages.views import (
    AlphabetView,
    FamilyView,
    HomeView,
    IndexView,
    MusicianView,
    Page,
    PairView,
    Site,
    TermView,
    TextView,
)
from site_builder.pages.views_addresses import DisambiguationView, NotFoundView, RedirectView
from site_builder.pages.views_connections import ConnectionsView
from site_builder.pages.views_explore import ExplorerView, RandomView, RecentView, TodayView
from site_builder.pages.views_hubs import HubsView
from site_builder.pages.views_maintenance import MaintenanceView
from site_builder.pages.views_map import MapView
from site_builder.pages.views_search import SearchView
from site_builder.pages.views_time import DecadeView, TimelineView

AnyView = (
    HomeView
    | MusicianView
    | TermView
    | FamilyView
    | PairView
    | IndexView
    | AlphabetView
    | DisambiguationView
    | RedirectView
    | MaintenanceView
    | TextView
    | NotFoundView
    | ConnectionsView
    | MapView
    | TimelineView
    | DecadeView
    | HubsView
    | SearchView
    | ExplorerView
    | RandomView
    | RecentView
    | TodayView
)


class Filling(msgspec.Struct, frozen=True, gc=False):
    """What goes into the hole of a wiki link."""

    text: str
    href: str = ""
    """"" where it is plain text."""
    wanted: bool = False
    """Whether the page is one that nobody has written."""


class LinkedName(msgspec.Struct, frozen=True, gc=False):
    """A name in the prose to be linked: characters `start` to `end` of the body part with this index."""

    part: int
    start: int
    end: int
    href: str


class Body(msgspec.Struct, frozen=True, gc=False):
    """The text of a page: which document's, and what its links lead to."""

    path: str
    """Of the content file."""
    digest: str
    """Of that document's parts."""
    fillings: tuple[Filling, ...] = ()
    """One for each of the document's references."""
    names: tuple[LinkedName, ...] = ()
    """Sorted by part and start; they never overlap."""


class TemplatePage(msgspec.Struct, frozen=True, gc=False, tag="template"):
    """A page made by a template from a view."""

    path: OutputPath
    template: str
    site: Site
    page: Page
    view: AnyView
    body: Body | None = None


class FilePage(msgspec.Struct, frozen=True, gc=False, tag="file"):
    """A file whose bytes are known already: a feed, JSON, robots.txt."""

    path: OutputPath
    content: bytes


PageRequest = TemplatePage | FilePage

_ENCODER = msgspec.msgpack.Encoder()


def request_digest(request: PageRequest) -> str:
    """The fingerprint of a request, the same in every process: nothing in it is a set, whose order could vary."""
    return digest_of_bytes(_ENCODER.encode(request))
