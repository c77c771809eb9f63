"""Dates as people know them."""

import msgspec


class PartialDate(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A date that may be vague: the days it can be, and the words for it.

    Years count as in ISO 8601 (year 0 is 1 BC). A bound that nobody knows is `None`: "before 1900" has no
    `earliest`. Sources: ISO 8601-2:2019 (EDTF) for the meaning of "~", "?", "X" and "/".
    """

    text: str
    """For readers: "c. 1985", "12 March 1985", "1980s"."""
    earliest: tuple[int, int, int] | None
    latest: tuple[int, int, int] | None
    approximate: bool = False
    """"About", by the author's own word."""
    uncertain: bool = False
    """"Perhaps", by the author's own word."""

    @property
    def year(self) -> int | None:
        """One year to file it under: that of the earliest possible day, else of the latest."""
        bound = self.earliest or self.latest
        return bound[0] if bound else None

    @property
    def sort_key(self) -> tuple[int, int, int, int]:
        """Earliest first; "before 1900" before "1900", which comes before "after 1900"."""
        if self.earliest is not None:
            return (*self.earliest, 1)
        return (*self.latest, 0) if self.latest is not None else (9999, 12, 31, 2)

    def iso(self) -> str:
        """ISO 8601 at the precision that is known ("1985", "1985-03", "1985-03-12"); "" if it is vague."""
        if self.earliest is None or self.latest is None or self.approximate or self.uncertain:
            return ""
        (year, month, day), last = self.earliest, self.latest
        sign, digits = ("-" if year < 0 else ""), f"{abs(year):04}"
        if self.earliest == last:
            return f"{sign}{digits}-{month:02}-{day:02}"
        if (year, month) == last[:2] and day == 1 and last[2] >= 28:
            return f"{sign}{digits}-{month:02}"
        if year == last[0] and (month, day) == (1, 1) and last[1:] == (12, 31):
            return f"{sign}{digits}"
        return ""
