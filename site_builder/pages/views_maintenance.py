"""What templates get of what the encyclopedia still lacks."""

import msgspec

from site_builder.pages.views import Link, View


class WantedPage(msgspec.Struct, frozen=True, gc=False):
    name: str
    wanted_by: tuple[Link, ...]


class Gap(msgspec.Struct, frozen=True, gc=False):
    """What is missing from entries: "Without an instrument"."""

    title: str
    entries: tuple[Link, ...]


class MaintenanceView(View, frozen=True, gc=False):
    """maintenance.html, by `maintenance.html`: what the encyclopedia still lacks."""

    name: str
    wanted: tuple[WantedPage, ...]
    orphans: tuple[Link, ...]
    gaps: tuple[Gap, ...]
