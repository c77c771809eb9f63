"""What lies in the site's folder: content files and pictures. Nothing outside it is ever read.

A file whose stamp is that of its record is not read again, if it had settled when it was; its digest is what it was.
"""

import os
import stat
import time
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

import msgspec

from site_builder.build.folders import entries_of
from site_builder.build.records import SourceRecord, Stamp, is_settled, source_stamp
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.digest import digest_of_bytes
from site_builder.model.identity import MUSICIANS, PAGES
from site_builder.model.source import Source, Span

CONTENT = "content"
OTHER_TEXTS = frozenset({".txt", ".text", ".markdown", ".mdown", ".docx", ".odt", ".rtf"})
"""What writing programs save, and somebody may take for an entry."""
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"})


class Scan(msgspec.Struct, frozen=True):
    entries: Mapping[str, SourceRecord]
    """The content files, sorted by path."""
    pictures: Mapping[str, SourceRecord]
    """By path, sorted."""
    read: Mapping[str, Source]
    """The content files that had to be read, by path: the bytes that were hashed are the bytes to parse."""
    diagnostics: tuple[Diagnostic, ...]


def scan(root: Path, config: SiteConfig, known: Mapping[str, SourceRecord] | None = None) -> Scan:
    """Everything in content/ of the site at `root`; what has no meaning there is reported, not skipped in silence.

    Left alone without a word are files that do not claim to be entries or pictures: dot-files, README.md, and whatever
    ends in neither .md nor the name of a picture format. All paths are relative to `root`.
    """
    if (root / CONTENT).is_symlink():
        return Scan({}, {}, {}, (_symbolic_link(CONTENT),))
    if not (root / CONTENT).is_dir():
        return Scan({}, {}, {}, (_no_content(),))
    survey = _Survey(root, {MUSICIANS, PAGES, *(facet.kind for facet in config.facets)}, known or {})
    survey.walk(CONTENT, ())
    if not any(path.startswith(f"{CONTENT}/{MUSICIANS}/") for path in survey.entries):
        survey.faults.append(_nothing_to_build())
    return Scan(survey.entries, survey.pictures, survey.read, tuple(survey.faults))


def scan_again(root: Path, last: Scan, changed: AbstractSet[str]) -> Scan | None:
    """The same after a change of these files alone; None if one of them came, went, or is not what it was.

    Those are looked at again, too, of which the last look could not tell whether they would change once more.
    """
    paths = {*changed, *(path for path, record in last.entries.items() if not record.settled)}
    survey = _Survey(root, set(), {})
    for path in sorted(paths):
        if path in last.entries:
            if not survey.look(path, survey.entries, survey.read):
                return None
        elif path not in last.pictures or not survey.look(path, survey.pictures, None):
            return None
    pictures = {**last.pictures, **survey.pictures} if survey.pictures else last.pictures
    return Scan({**last.entries, **survey.entries}, pictures, survey.read, last.diagnostics)


def read_again(root: Path, path: str) -> Source | None:
    """The file as it is now; None if it is gone."""
    try:
        return Source(path, (root / path).read_bytes())
    except OSError:
        return None


class _Survey:
    """What has been found so far."""

    def __init__(self, root: Path, kinds: set[str], known: Mapping[str, SourceRecord]) -> None:
        self.entries: dict[str, SourceRecord] = {}
        self.pictures: dict[str, SourceRecord] = {}
        self.read: dict[str, Source] = {}
        self.faults: list[Diagnostic] = []
        self._root = root
        self._kinds = kinds
        self._known = known
        self._now = time.time_ns()

    def walk(self, folder: str, above: tuple[str, ...]) -> None:
        """Looks at everything below the folder, in the order of the names, without dot-files; `above` leads to it."""
        try:
            with entries_of(self._root / folder) as entries:
                self._walk(sorted(entries, key=lambda entry: entry.name), folder, above)
        except FileNotFoundError:
            return

    def _walk(self, entries: Sequence[os.DirEntry[str]], folder: str, above: tuple[str, ...]) -> None:
        holds_entries = len(above) == 1 and above[0] in self._kinds
        for entry in entries:
            name = entry.name
            path = f"{folder}/{name}"
            is_entry = name.endswith(".md")
            # What most files are, once there are many: as they were the last time.
            if (holds_entries or not is_entry) and (known := self._unchanged(entry, path)):
                (self.entries if is_entry else self.pictures)[path] = known
            elif name.startswith("."):
                continue
            elif not name.isprintable():
                self.faults.append(_unprintable(path))
            elif entry.is_symlink():
                self.faults.append(_symbolic_link(path))
            elif entry.is_dir():
                self.walk(path, (*above, name))
            elif entry.is_file():
                self._file(entry, path, above)

    def look(self, path: str, found: dict[str, SourceRecord], read: dict[str, Source] | None) -> bool:
        """Whether the file at `path` could be read, and lies there as a file."""
        try:
            status = (self._root / path).lstat()
        except OSError:
            return False
        return stat.S_ISREG(status.st_mode) and self._read(source_stamp(status), path, found, read) is None

    def _file(self, entry: os.DirEntry[str], path: str, above: tuple[str, ...]) -> None:
        suffix = ".md" if entry.name.endswith(".md") else Path(entry.name).suffix.lower()
        if suffix == ".md" and entry.name.lower() != "readme.md":
            if len(above) == 1 and above[0] in self._kinds:
                self._look(entry, path, self.entries, self.read)
            else:
                self.faults.append(_misplaced(above, path, self._kinds))
        elif suffix in PICTURES:
            self._look(entry, path, self.pictures, None)
        elif suffix in OTHER_TEXTS and above and above[0] in self._kinds:
            self.faults.append(_other_text(path))

    def _unchanged(self, entry: os.DirEntry[str], path: str) -> SourceRecord | None:
        """What is known of the file, if it has been left alone since."""
        known = self._known.get(path)
        if known is None or not known.settled:
            return None
        try:
            return known if known.stamp == source_stamp(entry.stat(follow_symlinks=False)) else None
        except OSError:
            return None

    def _look(
        self, entry: os.DirEntry[str], path: str, found: dict[str, SourceRecord], read: dict[str, Source] | None
    ) -> None:
        try:
            stamp = source_stamp(entry.stat(follow_symlinks=False))
        except OSError as error:
            self.faults.append(_unreadable(path, error))
            return
        if (refusal := self._read(stamp, path, found, read)) is not None:
            self.faults.append(_unreadable(path, refusal))

    def _read(
        self, stamp: Stamp, path: str, found: dict[str, SourceRecord], read: dict[str, Source] | None
    ) -> OSError | None:
        try:
            data = (self._root / path).read_bytes()
        except OSError as error:
            return error
        found[path] = SourceRecord(
            stamp, digest_of_bytes(data), is_settled(max(stamp.modified, stamp.changed), self._now)
        )
        if read is not None:
            read[path] = Source(path, data)
        return None


def _unreadable(path: str, error: OSError) -> Diagnostic:
    message = f"this file cannot be read: {error.strerror}"
    return Diagnostic("S009", Severity.ERROR, Span(path), message, "look at its permissions")


def _misplaced(above: tuple[str, ...], path: str, kinds: set[str]) -> Diagnostic:
    folder = above[0] if above else ""
    if not folder:
        message = "an entry lies at the top of content/, where nothing says what it is about"
        hint = "move it to the folder of its kind, such as content/musicians/"
    elif folder in kinds:
        message = f"an entry lies in a folder inside content/{folder}/, which has no meaning"
        hint = f"move it to content/{folder}/"
    else:
        from rapidfuzz import process

        message = f"content/{folder}/ is no kind of entry"
        nearest = process.extractOne(folder, sorted(kinds), score_cutoff=70)
        hint = f"did you mean content/{nearest[0]}/?" if nearest else f"the kinds are {', '.join(sorted(kinds))}"
    return Diagnostic("S005", Severity.ERROR, Span(path), message, hint)


def _other_text(path: str) -> Diagnostic:
    return Diagnostic(
        "S011",
        Severity.WARNING,
        Span(path),
        "this file is not read: the name of an entry ends in .md",
        f"save its text as {Path(path).stem}.md",
    )


def _symbolic_link(name: str) -> Diagnostic:
    return Diagnostic(
        "S006", Severity.ERROR, Span(name), "this is a symbolic link, which is not followed", "put the file itself here"
    )


def _unprintable(name: str) -> Diagnostic:
    shown = name.encode("utf-8", "backslashreplace").decode()
    return Diagnostic(
        "S010",
        Severity.ERROR,
        Span(shown),
        "the name of this file holds a character that cannot be shown",
        "rename it: a-z, 0-9 and hyphens make the address of an entry",
    )


def _no_content() -> Diagnostic:
    hint = "is this the right folder? A new site is made by: site-builder init"
    return Diagnostic("S007", Severity.ERROR, Span(CONTENT), "there is no folder content/", hint)


def _nothing_to_build() -> Diagnostic:
    return Diagnostic(
        "S007",
        Severity.WARNING,
        Span(f"{CONTENT}/{MUSICIANS}"),
        "there is no entry about a musician",
        'write the first one with: site-builder add "Name"',
    )
