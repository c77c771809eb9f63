"""Dates as authors write them: "1985", "c. 1985", "12 March 1931", "1980s", "before 1900", or EDTF (ISO 8601-2:2019).

A date is read into the days it can mean, and said again in one kind of English. What nobody can read for certain
(03/04/1931) and what does not exist (31 February) is no date.
"""

import re
from functools import lru_cache

from site_builder.model.dates import PartialDate

Day = tuple[int, int, int]
Interval = tuple[Day | None, Day | None]

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_MONTH_NUMBER = {
    name.lower()[:length]: number for number, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))
}
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASON_NUMBER = {**{name: number for number, name in _SEASONS.items()}, "fall": 23}
# The years of a decade that a word leaves. People differ by a year or so; these halves do not overlap.
_PARTS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_PARTS_OF_CENTURY = {"early": (1, 33), "mid": (34, 66), "late": (67, 100)}

# A date can be made of dates ("between … and …"), so its length is the depth of its reading.
_MAX_LENGTH = 80

# As texts, since most entries need three of them: `re` compiles each when it is first used, and keeps it.
_ABOUT = r"(?:c|ca|circa|about|around|approximately|approx)(?:\.\s*|\s+|(?=\d))(.+)"
_PERHAPS = r"(?:perhaps|possibly|probably|maybe)\s+(.+)"
_BOUND = r"(before|after|until|by|since|from)\s+(.+)"
_BETWEEN = r"between\s+(.+?)\s+and\s+(.+)"
_FROM_TO = r"(.+?)\s[-–—]\s(.+)|(\d{3,4})[-–—](\d{3,4})"
_ISO = r"(-?\d{4})(?:-(\d\d|xx))?(?:-(\d\d|xx))?"
# Fewer than three digits could be the end of a year ("85"), so they need an era.
_YEAR = r"\d{3,4}|(?:ad|ce)\s*\d{1,4}|\d{1,4}\s*(?:ad|ce)|\d{1,5}\s*bce?"
_YEAR_ALONE = re.compile(_YEAR)
_MASKED = r"(-?)(\d{2})(\dx|xx)"
_DECADE = r"(?:the\s+)?(?:(early|mid|late)[\s-]+)?(?:the\s+)?(\d{3}0)['’]?s"
_CENTURY = r"(?:the\s+)?(?:(early|mid|late)[\s-]+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\s+century(?:\s+(bce?))?"
_DAY_FIRST = rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]+)\.?,?\s+({_YEAR})"
_MONTH_FIRST = rf"([a-z]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,\s*({_YEAR})"
_MONTH_ONLY = rf"([a-z]+)\.?,?\s+(?:of\s+)?({_YEAR})"


@lru_cache(maxsize=4096)
def read_date(text: str) -> PartialDate | None:
    """The date, with what a reader is shown; None where the text is no date that exists."""
    words = " ".join(text.casefold().split())
    if len(words) > _MAX_LENGTH:
        return None
    if "/" in words:
        return _slashed(words)
    return _qualified(words)


def _qualified(words: str) -> PartialDate | None:
    """A date with or without "about" and "perhaps", by words or by the signs of EDTF."""
    approximate = uncertain = False
    for _ in range(2):
        if about := re.fullmatch(_ABOUT, words):
            words, approximate = about.group(1), True
        elif perhaps := re.fullmatch(_PERHAPS, words):
            words, uncertain = perhaps.group(1), True
    bare = words.rstrip("?~%")
    signs = words[len(bare) :]
    if len(signs) > 2:
        return None
    approximate = approximate or "~" in signs or "%" in signs
    uncertain = uncertain or "?" in signs or "%" in signs
    found = _bare(bare.strip())
    if found is None:
        return None
    if not approximate and not uncertain:
        return found
    shown = f"{'c. ' if approximate else ''}{found.text}{'?' if uncertain else ''}"
    return PartialDate(
        shown, found.earliest, found.latest, approximate or found.approximate, uncertain or found.uncertain
    )


def _bare(words: str) -> PartialDate | None:
    for read in (_iso, _named, _vague, _bounded, _years):
        found = read(words)
        if found is not None:
            return found
    return None


def _iso(words: str) -> PartialDate | None:
    match = re.fullmatch(_ISO, words)
    if not match:
        return _masked(words)
    year, month, day = match.groups()
    if month == "xx":
        return _year(int(year)) if day in (None, "xx") else None
    if month is not None and day is None and int(year) > 0 and int(month) == (int(year) + 1) % 100 > 12:
        # "1921-22" is two years, as seasons of concerts are counted; EDTF alone would say: summer.
        return _between(_year(int(year)), _year(int(year) + 1))
    if month is not None and int(month) in _SEASONS and day is None:
        return _season(int(year), int(month))
    if "00" in (month, day):
        return None
    return _day(int(year), int(month) if month else 0, int(day) if day and day != "xx" else 0)


def _named(words: str) -> PartialDate | None:
    if match := re.fullmatch(_DAY_FIRST, words):
        day, month, year = match.groups()
    elif match := re.fullmatch(_MONTH_FIRST, words):
        month, day, year = match.groups()
    elif match := re.fullmatch(_MONTH_ONLY, words):
        day, (month, year) = "", match.groups()
        if month in _SEASON_NUMBER:
            return _season(_year_number(year), _SEASON_NUMBER[month])
    else:
        return None
    number = _MONTH_NUMBER.get(month)
    if number is None or (day and int(day) == 0):
        return None
    return _day(_year_number(year), number, int(day) if day else 0)


def _vague(words: str) -> PartialDate | None:
    """Decades, centuries, and years of three digits or with an era."""
    if match := re.fullmatch(_DECADE, words):
        return _decade(int(match.group(2)), match.group(1) or "")
    if match := re.fullmatch(_CENTURY, words):
        part, number, era = match.groups()
        return _century(int(number), part or "", before_christ=bool(era))
    return _day(_year_number(words), 0, 0) if re.fullmatch(_YEAR, words) else None


def _bounded(words: str) -> PartialDate | None:
    match = re.fullmatch(_BOUND, words)
    if not match:
        return None
    return _open(match.group(1), _qualified(match.group(2)))


def _open(word: str, inner: PartialDate | None) -> PartialDate | None:
    if inner is None or inner.earliest is None or inner.latest is None:
        return None
    bounds: dict[str, Interval] = {
        "before": (None, _neighbour(inner.earliest, -1)),
        "after": (_neighbour(inner.latest, 1), None),
        "until": (None, inner.latest),
        "by": (None, inner.latest),
        "from": (inner.earliest, None),
        "since": (inner.earliest, None),
    }
    return PartialDate(f"{word} {inner.text}", *bounds[word], inner.approximate, inner.uncertain)


def _years(words: str) -> PartialDate | None:
    match = re.fullmatch(_BETWEEN, words) or re.fullmatch(_FROM_TO, words)
    if not match:
        return None
    first, last = (side for side in match.groups() if side)
    return _between(_qualified(first), _qualified(last))


def _slashed(words: str) -> PartialDate | None:
    """An interval of EDTF; ".." is an end that nobody set, and nothing is one that nobody knows."""
    first, _, last = (side.strip() for side in words.partition("/"))
    if "/" in last:
        return None
    if first in ("", ".."):
        return _open("until", _qualified(last))
    if last in ("", ".."):
        return _open("from", _qualified(first))
    return _between(_qualified(first), _qualified(last))


def _between(start: PartialDate | None, end: PartialDate | None) -> PartialDate | None:
    if start is None or end is None or None in (start.earliest, start.latest, end.earliest, end.latest):
        return None
    if start == end:
        return start
    if start.sort_key > end.sort_key or (start.earliest, start.latest) == (end.earliest, end.latest):
        return None
    # A dash between bare years; between longer dates it needs room, as it does beside words.
    dash = "–" if start.text.isdecimal() and end.text.isdecimal() else " – "
    return PartialDate(
        f"{start.text}{dash}{end.text}",
        start.earliest,
        end.latest,
        start.approximate or end.approximate,
        start.uncertain or end.uncertain,
    )


def _year_number(words: str) -> int | None:
    """A year with or without an era, counted as ISO 8601 does; None for the year 0 of an era, which never was."""
    year = int(words.strip("abcde "))
    if year == 0:
        return None
    return 1 - year if "b" in words else year


def _day(year: int | None, month: int, day: int) -> PartialDate | None:
    """A date of known precision; a month or day of 0 is one that was not said."""
    if year is None:
        return None
    if not month:
        return _year(year) if not day else None
    if not 1 <= month <= 12:
        return None
    last = _days_in_month(year, month)
    if day > last:
        return None
    text = f"{MONTHS[month - 1]} {_year_in_words(year)}"
    if not day:
        return PartialDate(text, (year, month, 1), (year, month, last))
    return PartialDate(f"{day} {text}", (year, month, day), (year, month, day))


def _year(year: int) -> PartialDate:
    return PartialDate(_year_in_words(year), (year, 1, 1), (year, 12, 31))


def _season(year: int | None, number: int) -> PartialDate | None:
    if year is None:
        return None
    # Spring comes in September south of the equator, and winter lies across two years: only the year is certain.
    return PartialDate(f"{_SEASONS[number]} {_year_in_words(year)}", (year, 1, 1), (year, 12, 31))


def _masked(words: str) -> PartialDate | None:
    """ "198X" and "19XX" of EDTF."""
    match = re.fullmatch(_MASKED, words)
    if not match or match.group(1):
        return None
    if match.group(3) == "xx":
        first = int(match.group(2)) * 100
        return PartialDate(f"{first}s", (first, 1, 1), (first + 99, 12, 31))
    first = int(match.group(2) + match.group(3)[0]) * 10
    return _between(_year(first), _year(first + 9)) if first % 100 == 0 else _decade(first, "")


def _decade(first: int, part: str) -> PartialDate:
    if part:
        start, end = _PARTS_OF_DECADE[part]
        joint = "-" if part == "mid" else " "
        if first % 100 == 0:
            end = min(99, _PARTS_OF_CENTURY[part][1])
        return PartialDate(f"{part}{joint}{first}s", (first + start, 1, 1), (first + end, 12, 31))
    # "1900s" is ten years to some and a hundred to others: the longer is true for both.
    years = 99 if first % 100 == 0 else 9
    return PartialDate(f"{first}s", (first, 1, 1), (first + years, 12, 31))


def _century(number: int, part: str, *, before_christ: bool) -> PartialDate | None:
    if number == 0 or (before_christ and part):
        return None
    start, end = _PARTS_OF_CENTURY.get(part, (1, 100))
    base = (number - 1) * 100
    first, last = (-base - 99, -base) if before_christ else (base + start, base + end)
    words = f"{part}{'-' if part == 'mid' else ' '}" if part else ""
    text = f"{words}{number}{_ordinal_suffix(number)} century{' BC' if before_christ else ''}"
    return PartialDate(text, (first, 1, 1), (last, 12, 31))


def _year_in_words(year: int) -> str:
    if year > 99:
        return str(year)
    return f"AD {year}" if year > 0 else f"{1 - year} BC"


def _ordinal_suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _neighbour(day: Day, step: int) -> Day:
    """The day before or after."""
    year, month, number = day
    if 1 <= number + step <= _days_in_month(year, month):
        return year, month, number + step
    if step > 0:
        return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    return (year, month - 1, _days_in_month(year, month - 1)) if month > 1 else (year - 1, 12, 31)
