"""The faults met while one file is read."""

from site_builder.model.diagnostic import Diagnostic
from site_builder.model.rules import RULE_BY_CODE
from site_builder.model.source import Place


class Faults:
    """Collects diagnostics of the file at `path`; each has the severity of its rule."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._found: list[Diagnostic] = []

    def add(self, code: str, place: Place, message: str, hint: str = "", *, related: tuple[Place, ...] = ()) -> None:
        self._found.append(
            Diagnostic(
                code=code,
                severity=RULE_BY_CODE[code].severity,
                span=place.span(self._path),
                message=message,
                hint=hint,
                excerpt=place.excerpt,
                related=tuple(other.span(self._path) for other in related),
            )
        )

    def beside(self) -> "Faults":
        """An empty collection for the same file, for work that may come to nothing."""
        return Faults(self._path)

    def take(self, others: "Faults") -> None:
        self._found += others.by_place()

    def by_place(self) -> tuple[Diagnostic, ...]:
        """What was found, from the top of the file to its end."""
        return tuple(sorted(self._found, key=lambda found: (found.span, found.code)))
