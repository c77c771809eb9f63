"""What lies in the site's folder: content files, read, and pictures, listed. Nothing outside it is ever read."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import MUSICIANS, PAGES
from site_builder.model.source import Source, Span

CONTENT = "content"
OTHER_TEXTS = frozenset({".txt", ".text", ".markdown", ".mdown", ".docx", ".odt", ".rtf"})
"""What writing programs save, and somebody may take for an entry."""
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"})


class Scan(msgspec.Struct, frozen=True):
    sources: tuple[Source, ...]
    """The content files, sorted by path."""
    media: tuple[str, ...]
    """The pictures, as paths below content/, sorted."""
    diagnostics: tuple[Diagnostic, ...]


def scan(root: Path, config: SiteConfig) -> Scan:
    """Everything in content/ of the site at `root`; what has no meaning there is reported, not skipped in silence.

    Left alone without a word are files that do not claim to be entries or pictures: dot-files, README.md, and whatever
    ends in neither .md nor the name of a picture format.
    """
    kinds = {MUSICIANS, PAGES, *(facet.kind for facet in config.facets)}
    sources: list[Source] = []
    media: list[str] = []
    faults: list[Diagnostic] = []
    if (root / CONTENT).is_symlink():
        return Scan((), (), (_symbolic_link(CONTENT),))
    if not (root / CONTENT).is_dir():
        return Scan((), (), (_no_content(),))
    for path in _files(root / CONTENT, faults, root):
        relative = path.relative_to(root / CONTENT)
        name = relative.as_posix()
        suffix = relative.suffix.lower()
        if suffix in PICTURES:
            media.append(name)
        elif suffix == ".md" and relative.name.lower() != "readme.md":
            if len(relative.parts) == 2 and relative.parts[0] in kinds:
                sources.extend(_read(path, f"{CONTENT}/{name}", faults))
            else:
                faults.append(_misplaced(relative, kinds))
        elif suffix in OTHER_TEXTS and relative.parts[0] in kinds:
            faults.append(_other_text(relative))
    if not any(source.path.startswith(f"{CONTENT}/{MUSICIANS}/") for source in sources):
        faults.append(_nothing_to_build())
    return Scan(tuple(sources), tuple(media), tuple(faults))


def _files(folder: Path, faults: list[Diagnostic], root: Path) -> Iterator[Path]:
    """The files below a folder, sorted, without dot-files; symbolic links become faults."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if not entry.name.isprintable():
            faults.append(_unprintable(path.relative_to(root).as_posix()))
            continue
        if entry.is_symlink():
            faults.append(_symbolic_link(path.relative_to(root).as_posix()))
        elif entry.is_dir():
            yield from _files(path, faults, root)
        elif entry.is_file():
            yield path


def _read(path: Path, name: str, faults: list[Diagnostic]) -> Iterator[Source]:
    try:
        yield Source(name, path.read_bytes())
    except OSError as error:
        faults.append(
            Diagnostic(
                "S009",
                Severity.ERROR,
                Span(name),
                f"this file cannot be read: {error.strerror}",
                "look at its permissions",
            )
        )


def _misplaced(relative: Path, kinds: set[str]) -> Diagnostic:
    folder = relative.parts[0] if len(relative.parts) > 1 else ""
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
    return Diagnostic("S005", Severity.ERROR, Span(f"{CONTENT}/{relative.as_posix()}"), message, hint)


def _other_text(relative: Path) -> Diagnostic:
    return Diagnostic(
        "S011",
        Severity.WARNING,
        Span(f"{CONTENT}/{relative.as_posix()}"),
        "this file is not read: the name of an entry ends in .md",
        f"save its text as {relative.stem}.md",
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
