"""Numbers, dates and lists as an English sentence has them."""

from collections.abc import Sequence

from site_builder.graph.encyclopedia import Occasion
from site_builder.model.config import Facet
from site_builder.model.dates import PartialDate
from site_builder.pages.english import common_noun

_LONGEST_LIST = 4


def counted(count: int, singular: str, plural: str = "") -> str:
    """ "1 musician", "1,252 musicians"."""
    return f"{count:,} {numbered(count, singular, plural)}"


def numbered(count: int, singular: str, plural: str = "") -> str:
    """The word that goes with the number, without the number."""
    return singular if count == 1 else plural or f"{singular}s"


def term_noun(facet: Facet) -> str:
    """What one term of the facet is called: "instrument", "record prize"."""
    return facet.singular.replace("-", " ")


def counted_terms(count: int, facet: Facet) -> str:
    """ "4 instruments", "1 record prize"."""
    return counted(count, term_noun(facet), common_noun(facet.title))


def listed(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def shortened(words: Sequence[str]) -> str:
    """ "a, b, c" in full, or "a, b, c and 5 more" where there are many; with semicolons where a word has a comma."""
    if len(words) == 1:
        return words[0]
    kept = words if len(words) <= _LONGEST_LIST else words[: _LONGEST_LIST - 1]
    listing = ("; " if "," in "".join(kept) else ", ").join(kept)
    return listing if len(kept) == len(words) else f"{listing} and {len(words) - len(kept)} more"


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def year_of(date: PartialDate) -> str:
    """The year alone where the date is exact ("1985" for 12 March 1985), else its own words ("c. 1985")."""
    if date.year is None or not date.iso():
        return date.text
    return str(date.year) if date.year > 0 else f"{1 - date.year} BC"


def lifespan(born: PartialDate | None, died: PartialDate | None) -> str:
    """ "c. 1985 – 2021", "born 1985", "born between 1931 and 1935", "died before 1931", or ""."""
    if born and died:
        # A span of years for one day must not be read as the span of the life.
        return " – ".join(year_of(date).replace("–", "/") for date in (born, died))
    if born:
        return f"born {_some_day_in(born)}"
    return f"died {_some_day_in(died)}" if died else ""


def _some_day_in(date: PartialDate) -> str:
    first, span, last = year_of(date).partition("–")
    return f"between {first} and {last}" if span and last else first


def duration(opened: PartialDate | None, closed: PartialDate | None) -> str:
    """ "1903–1960" for a building, "1903–" where it still stands, "closed 1960", or ""."""
    if opened:
        return f"{year_of(opened)}–{year_of(closed) if closed else ''}"
    return f"closed {year_of(closed)}" if closed else ""


def age_at_death(born: PartialDate | None, died: PartialDate | None) -> str:
    """ "aged 77", "aged 77 or 78"; "" where the dates leave more doubt than that."""
    if born is None or died is None or any(date.approximate or date.uncertain for date in (born, died)):
        return ""
    youngest, eldest = _full_years(born.latest, died.earliest), _full_years(born.earliest, died.latest)
    if youngest < 0 or eldest - youngest not in (0, 1):
        return ""
    return f"aged {youngest}" if youngest == eldest else f"aged {youngest} or {eldest}"


def remark(years: Sequence[PartialDate], note: str) -> str:
    """What is said of a value: "1999, 2004 (with the Almaty Trio)"."""
    told = ", ".join(date.text for date in years)
    return f"{told} ({note})" if told and note else told or note


def remarks(occasions: Sequence[Occasion]) -> str:
    """The same of a value that was given several times: "1999; 2004 (with the Almaty Trio)"."""
    return "; ".join(remark(occasion.years, occasion.note) for occasion in occasions)


def coordinates(latitude: float, longitude: float) -> str:
    """ "43.2380° N, 76.9450° E", to about ten metres."""
    return f"{_degrees(latitude, 'N', 'S')}, {_degrees(longitude, 'E', 'W')}"


def _degrees(angle: float, positive: str, negative: str) -> str:
    return f"{abs(angle):.4f}° {positive if angle >= 0 else negative}"


def _full_years(start: tuple[int, int, int] | None, end: tuple[int, int, int] | None) -> int:
    """From day to day; -1 where one of them is not known."""
    if start is None or end is None:
        return -1
    return end[0] - start[0] - (end[1:] < start[1:])
