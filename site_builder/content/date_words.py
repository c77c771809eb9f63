"""What is wrong with a date that nobody can read for certain, and how it would be written: words for its author."""

import re
from calendar import monthrange

import msgspec

from site_builder.content.dates import read_date

DATE_FORMS = (
    "write it as 1985, 1985-03, 1985-03-12, 12 March 1985, c. 1985, 1985?, 1980s, before 1900 or 1931/1935; "
    "leave it out if nothing is known"
)

_ENGLISH = "January February March April May June July August September October November December".split()  # noqa: SIM905
# English, German, French, Spanish, Italian, Portuguese, Russian, Kazakh and Turkish, in the case that a date takes.
_MONTHS = (
    "january jan januar jänner janvier enero gennaio janeiro январь января қаңтар ocak",
    "february feb februar feber février fevrier febrero febbraio fevereiro февраль февраля ақпан şubat",
    "march mar märz maerz marz mars marzo março marco март марта наурыз mart",
    "april apr avril abril aprile апрель апреля сәуір nisan",
    "may mai mayo maggio maio май мая мамыр mayıs",
    "june jun juni juin junio giugno junho июнь июня маусым haziran",
    "july jul juli juillet julio luglio julho июль июля шілде temmuz",
    "august aug août aout agosto август августа тамыз ağustos",
    "september sep sept septembre septiembre settembre setembro сентябрь сентября қыркүйек eylül",
    "october oct oktober okt octobre octubre ottobre outubro октябрь октября қазан ekim",
    "november nov novembre noviembre novembro ноябрь ноября қараша kasım",
    "december dec dezember dez décembre decembre diciembre dicembre dezembro декабрь декабря желтоқсан aralık",
)
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

_SPELLING = {
    word.casefold(): word
    for word in (*_ENGLISH, *"circa about perhaps before after until since between and early mid late century".split())  # noqa: SIM905
}
"""The words that dates are made of, as they are written."""
_ALIKE = 0.7
"""How much of two words is the same: of `Mrach` and `March` 0.8, of `Mai` and `May` 0.67."""

_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_ISO_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,2})\.?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})\.?")
_WORD = re.compile(r"[^\W\d_]+|\d+")


class DateFault(msgspec.Struct, frozen=True):
    message: str
    hint: str


def explain_date(text: str) -> DateFault:
    """Why `text` is no date, with the way to write what it may have been."""
    if match := _ISO_DAY.fullmatch(text):
        return _no_such_day(text, *map(int, match.groups()))
    if match := _ISO_MONTH.fullmatch(text):
        hint = f"months go from 01 to 12; write {match.group(1)} if the month is not known"
        return DateFault(f"there is no such month as {text}", hint)
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
        return _dated(text, year, month, day)
    if match := _YEAR_LAST.fullmatch(text):
        return _day_or_month_first(text, *map(int, match.groups()))
    if named := _with_month_in_words(text):
        return _dated(text, *named)
    meant = _respelt(text)
    return DateFault(f'"{text}" is not a date', f'did you mean "{meant}"?' if meant else DATE_FORMS)


def _with_month_in_words(text: str) -> tuple[int, int, int] | None:
    """Year, month and day (0 where none is given) of a date with a month in words, whatever the order."""
    words = _WORD.findall(text.casefold())
    months = [_MONTH_NUMBER[word] for word in words if word in _MONTH_NUMBER]
    numbers = [word for word in words if word.isdecimal()]
    years = [int(number) for number in numbers if len(number) == 4]
    days = [int(number) for number in numbers if len(number) <= 2]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(numbers) != 1 + len(days):
        return None
    return years[0], months[0], days[0] if days else 0


def _respelt(text: str) -> str:
    """The date that it is with one word spelt in another way; "" if there is none."""
    from difflib import get_close_matches

    for word in re.finditer(r"[^\W\d_]+", text):
        for near in get_close_matches(word.group().casefold(), _SPELLING, cutoff=_ALIKE):
            respelt = text[: word.start()] + _SPELLING[near] + text[word.end() :]
            if read_date(respelt):
                return respelt
    return ""


def _day_or_month_first(text: str, first: int, second: int, year: int) -> DateFault:
    readings = [(month, day) for month, day in ((second, first), (first, second)) if _iso(year, month, day)]
    if len(set(readings)) == 2:
        choices = " or ".join(f"{_iso(year, month, day)} for {day} {_ENGLISH[month - 1]}" for month, day in readings)
        return DateFault(f'"{text}" can be two days: which number is the month?', f"write {choices}")
    month, day = readings[0] if readings else (second, first)
    return _dated(text, year, month, day)


def _dated(text: str, year: int, month: int, day: int) -> DateFault:
    iso = _iso(year, month, day)
    if not iso:
        return _no_such_day(text, year, month, day)
    return DateFault(f'the date "{text}" is in a form that is not read here', f"write {iso}")


def _no_such_day(text: str, year: int, month: int, day: int) -> DateFault:
    message = f"there is no such day as {text}"
    if not 1 <= month <= 12:
        return DateFault(message, f"months go from 01 to 12; write {year:04} if the month is not known")
    length = f"{_ENGLISH[month - 1]} {year} has {monthrange(year, month)[1]} days"
    return DateFault(message, f"{length}; write {year:04}-{month:02} if the day is not known")


def _iso(year: int, month: int, day: int) -> str:
    """The date by ISO 8601; "" where there is no such day."""
    iso = f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"
    return iso if read_date(iso) else ""
