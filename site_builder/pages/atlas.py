"""The map of the world: where the musicians come from, and where they played."""

from collections.abc import Iterable, Mapping, Sequence

from site_builder.model.identity import COUNTRIES, VENUES, EntityId, page_of, slug_of
from site_builder.pages.drawing.rings import Point, Ring, area, bounds, path_of, scaled, simplified, widest_place
from site_builder.pages.drawing.steps import Step, span_of, step_of, steps_for
from site_builder.pages.drawing.world import world
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import MAP
from site_builder.pages.views_drawings import Miniature
from site_builder.pages.views_map import CountryRow, MapView, Shade, Spot, Territory
from site_builder.pages.wording import counted, listed

MOST_VENUES = 200
_NAME = "Map"
_FACTOR = 0.1
"""From the grid of the world to pixels."""
_SMALL, _SMALL_STEP = 0.04, 3
"""The same where the map is a link, and how far points are apart there at least, in pixels."""
_ROOM_BESIDE = 6
_ROOM_OF_DIGIT = 8
_LEAST_HEIGHT = 12
"""What a number needs of a country, in pixels."""


def map_page(edition: Edition) -> TemplatePage:
    """map.html, where any country or venue is known to lie somewhere."""
    view = _view(edition)
    page = frame(
        edition,
        MAP,
        title=_NAME,
        description=view.intro,
        type="map",
        about=collection(edition, MAP, _NAME, view.intro),
    )
    return request(edition, "map.html", page, view)


def miniature_of(edition: Edition) -> Miniature | None:
    """The map so small that nothing can be read off it; None where no country has an outline."""
    drawn, land = set(edition.tables.territories.values()), world().shapes
    here = [key for key in land if key in drawn]
    if not here:
        return None
    return Miniature(
        label=f"Map of {counted(len(edition.tables.kinds.get(COUNTRIES, ())), 'country', 'countries')}",
        href=edition.top.root + MAP,
        width=round(world().width * _SMALL),
        height=round(world().height * _SMALL),
        land=_small(rings for key, rings in land.items() if key not in drawn),
        countries=_small(land[key] for key in here),
    )


def _small(countries: Iterable[tuple[Ring, ...]]) -> str:
    return path_of([ring for rings in countries for ring in simplified(scaled(rings, _SMALL), _SMALL_STEP)])


def _view(edition: Edition) -> MapView:
    tables = edition.tables
    countries = tables.kinds.get(COUNTRIES, ())
    counts = {country: tables.counts.get(country, 0) for country in countries}
    ordered = sorted(countries, key=lambda country: (-counts[country], edition.outline(country).sort_key))
    steps = steps_for(max(counts.values(), default=0))
    shapes = _shapes()
    keys = {country: tables.territories.get(country, "") for country in ordered}
    # Two entries may share a code; the map leads to the one with more musicians, and the table to both.
    drawn = {key: country for country, key in reversed(keys.items()) if key in shapes or key in world().dots}
    territories = tuple(_territory(edition, country, key, shapes.get(key, ()), steps) for key, country in drawn.items())
    venues = _venues(edition)
    shown = venues[:MOST_VENUES]
    told = (counted(len(ordered), "country", "countries"), *([counted(len(venues), "venue")] if venues else []))
    return MapView(
        name=_NAME,
        intro=f"{listed(told)} by their musicians",
        width=round(world().width * _FACTOR),
        height=round(world().height * _FACTOR),
        land=path_of([ring for key, rings in shapes.items() if key not in drawn for ring in rings]),
        territories=tuple(sorted(territories, key=lambda territory: (bool(not territory.path), territory.text))),
        spots=tuple(_spot(edition, venue) for venue in shown),
        shades=tuple(Shade(step.number, span_of(step)) for step in steps),
        rows=tuple(_row(edition, country, drawn=drawn.get(keys[country]) == country) for country in ordered),
        venues=tuple(map(edition.top.item, shown)),
        more_venues=len(venues) - len(shown),
    )


def _shapes() -> Mapping[str, tuple[Ring, ...]]:
    """All outlines in whole pixels; none of what vanishes at that size."""
    found = {key: scaled(rings, _FACTOR) for key, rings in world().shapes.items()}
    return {key: rings for key, rings in found.items() if rings}


def _territory(
    edition: Edition, country: EntityId, key: str, rings: Sequence[Ring], steps: tuple[Step, ...]
) -> Territory:
    category = edition.top.term(country)
    place, room = _middle(key, rings)
    return Territory(
        id=slug_of(country),
        text=category.text,
        href=category.href,
        label=f"{category.text}, {counted(category.count, 'musician')}",
        count=category.count,
        step=step_of(category.count, steps),
        path=path_of(rings),
        x=place[0],
        y=place[1],
        numbered=category.count > 0 and _ROOM_BESIDE + _ROOM_OF_DIGIT * len(f"{category.count:,}") <= room,
    )


def _middle(key: str, rings: Sequence[Ring]) -> tuple[Point, int]:
    """Where the country's number stands, and how wide it may be."""
    if not rings:
        x, y = world().dots.get(key) or _corner(world().shapes[key])
        return (round(x * _FACTOR), round(y * _FACTOR)), 0
    largest = max(rings, key=area)
    x, y, width = widest_place(largest)
    return (x, y), width if bounds([largest]).height >= _LEAST_HEIGHT else 0


def _corner(rings: Sequence[Ring]) -> Point:
    return rings[0][0]


def _venues(edition: Edition) -> list[EntityId]:
    """The venues with coordinates, those with most musicians first."""
    counts, located = edition.tables.counts, edition.tables.coordinates
    venues = [venue for venue in edition.tables.kinds.get(VENUES, ()) if venue in located]
    return sorted(venues, key=lambda venue: (-counts.get(venue, 0), edition.outline(venue).sort_key))


def _spot(edition: Edition, venue: EntityId) -> Spot:
    category = edition.top.term(venue)
    x, y = world().place(*edition.tables.coordinates[venue])
    label = f"{category.text}, {counted(category.count, 'musician')}"
    return Spot(category.href, label, round(x * _FACTOR), round(y * _FACTOR))


def _row(edition: Edition, country: EntityId, *, drawn: bool) -> CountryRow:
    tables = edition.tables
    return CountryRow(
        slug_of(country),
        edition.title(country),
        edition.top.root + page_of(country),
        tables.counts.get(country, 0),
        len(tables.venues_in.get(country, ())),
        drawn,
    )
