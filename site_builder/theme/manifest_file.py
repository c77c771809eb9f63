"""theme.toml as a file: where in it a fault stands."""

import re
import tomllib

import msgspec

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span

MANIFEST = "theme.toml"


class ManifestFile(msgspec.Struct, frozen=True):
    """A file that speaks of a theme, by the path that messages show."""

    path: str
    text: str = ""

    def fault(self, message: str, hint: str, key: str = "", section: str = "") -> Diagnostic:
        """T002 at the line that sets `key`, in the table `section` if one is named; else of the whole file."""
        found = self._line(key, section)
        if found is None:
            return Diagnostic("T002", Severity.ERROR, Span(self.path), message, hint)
        number, column, line = found
        return Diagnostic("T002", Severity.ERROR, Span(self.path, number, column, len(key)), message, hint, line)

    def no_toml(self, error: tomllib.TOMLDecodeError) -> Diagnostic:
        """T002 at the place where the file is not TOML."""
        lines = self.text.splitlines()
        place = re.search(r" \(at line (\d+), column (\d+)\)$", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (len(lines), 0)
        reason = re.sub(r" \(at .*\)$", "", str(error))
        return Diagnostic(
            "T002",
            Severity.ERROR,
            Span(self.path, line, column),
            f"this is not TOML: {reason[0].lower()}{reason[1:]}",
            'a setting is a name, an equals sign and a value; text stands in quotes: name = "mine"',
            lines[line - 1] if 0 < line <= len(lines) else "",
        )

    def _line(self, key: str, section: str) -> tuple[int, int, str] | None:
        """Number, column and text of the line that sets `key`."""
        if not key:
            return None
        setting = re.compile(rf"\s*\[*({re.escape(key)})\b")
        inside = not section
        for number, line in enumerate(self.text.splitlines(), 1):
            if section and line.lstrip().startswith("["):
                inside = line.strip().strip("[]").strip() == section
            elif inside and (match := setting.match(line)):
                return number, match.start(1) + 1, line
        return None
