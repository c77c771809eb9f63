"""What is chosen for a list that does not show everything."""

from collections.abc import Iterable, Mapping
from heapq import nlargest

from site_builder.model.identity import COUNTRIES, INSTRUMENTS, VENUES, EntityId
from site_builder.pages.outlines import Outline, Standing

MOST_NEIGHBOURS = 3
NEIGHBOUR_KINDS = (INSTRUMENTS, COUNTRIES)
"""In the lists of which terms a musician's page names those before and after it."""
LACKING = (("Without an instrument", INSTRUMENTS), ("Without a country", COUNTRIES), ("Without a venue", VENUES))
WITHOUT_TEXT = "Without a text"
_MOST_FULLEST = 8


def fullest(
    terms: Iterable[EntityId], outlines: Mapping[EntityId, Outline], counts: Mapping[EntityId, int]
) -> tuple[EntityId, ...]:
    """The terms with most musicians, those with most first, and by the alphabet where they have as many."""
    numbers = {term: number for term in terms if (number := counts.get(term, 0))}
    # The alphabet is asked for few: to look a term up may mean to read it from the store.
    least = min(nlargest(_MOST_FULLEST, numbers.values()), default=0)
    held = [term for term, number in numbers.items() if number >= least]
    return tuple(sorted(held, key=lambda term: (-numbers[term], outlines[term].sort_key))[:_MOST_FULLEST])


def featured_of(
    musicians: Iterable[EntityId], outlines: Mapping[EntityId, Outline], standings: Mapping[EntityId, Standing]
) -> EntityId | None:
    """The musician others speak of most, of those who have a summary and a text."""
    fit = [musician for musician in musicians if is_fit(outlines[musician], standings[musician])]
    return min(fit, key=lambda entity: (-standings[entity].backlinks, outlines[entity].sort_key), default=None)


def is_fit(outline: Outline, standing: Standing) -> bool:
    """Whether the musician may be shown to whoever comes to the home page."""
    return bool(outline.summary and standing.has_text and not standing.draft)
