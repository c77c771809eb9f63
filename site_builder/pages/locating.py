"""Where a country or a venue lies, as a small map beside its text.

It is made from the entity alone, so that an edit of another entry changes no page that has one.
"""

from site_builder.graph.encyclopedia import Entity
from site_builder.model.identity import COUNTRIES, VENUES, kind_of
from site_builder.pages.drawing.locator import HEIGHT, WIDTH, Drawn, country_drawn, place_drawn
from site_builder.pages.drawing.world import world
from site_builder.pages.edition import Edition
from site_builder.pages.outlines import coordinates_of, territory_of
from site_builder.pages.views_drawings import Locator


def locator_of(edition: Edition, entity: Entity) -> Locator | None:
    """The map; None for what has no place on the earth, or none that is known."""
    drawn = _drawn(edition, entity)
    if drawn is None:
        return None
    x, y = drawn.mark or (0, 0)
    return Locator(
        label=f"Where {edition.title(entity.id)} lies",
        width=WIDTH,
        height=HEIGHT,
        land=drawn.land,
        country=drawn.country,
        marked=drawn.mark is not None,
        x=x,
        y=y,
    )


def _drawn(edition: Edition, entity: Entity) -> Drawn | None:
    kind = kind_of(entity.id)
    if kind == COUNTRIES:
        return country_drawn(world(), territory_of(entity))
    coordinates = coordinates_of(entity) if kind == VENUES else None
    if coordinates is None:
        return None
    country = edition.tables.venue_countries.get(entity.id)
    key = territory_of(edition.tables.entities[country]) if country else ""
    return place_drawn(world(), world().place(*coordinates), key)
