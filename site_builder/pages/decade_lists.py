"""The decade that a musician is listed under."""

from site_builder.model.identity import EntityId
from site_builder.pages.edition import Edition
from site_builder.pages.lives import decade_name, decade_slug, decade_start
from site_builder.pages.routes import decade_page
from site_builder.pages.views import Category


def decade_category(edition: Edition, musician: EntityId) -> tuple[Category, ...]:
    """The decade that a musician was born in, or was active in first, with the number of those on the same list."""
    life = edition.tables.lives.get(musician)
    if life is None:
        return ()
    born = life.birth_decade
    if born is not None:
        slug = decade_slug(born)
        count = edition.tables.tallies[slug].born
        return (Category(f"Born in the {decade_name(born)}", f"{edition.below.root}{decade_page(slug)}#born", count),)
    if life.first is None:
        return ()
    start = decade_start(life.start)
    slug = decade_slug(start)
    tally = edition.tables.tallies.get(slug)
    if tally is None:
        return ()
    return (Category(f"Active in the {decade_name(start)}", edition.below.root + decade_page(slug), tally.lived),)
