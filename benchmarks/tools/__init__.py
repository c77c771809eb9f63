"""The programs that are measured.

A *tool* says in values what it needs: which files make a site of its kind, where an entry's file lies and what is in
it, which command builds it, what it keeps between builds, and at which address of the output a page is found.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from benchmarks.world import Musician, World, body_of

FACETS = ("instruments", "countries", "venues")
SITES = Path(__file__).resolve().parents[1] / "sites"


class Place(msgspec.Struct, frozen=True):
    """Where a tool works: its site, the finished site, and the folder that the peers are installed in."""

    site: Path
    output: Path
    tools: Path


class Command(msgspec.Struct, frozen=True):
    """A command, the folder that it runs in, and what its environment has besides."""

    arguments: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = {}


class Requirement(msgspec.Struct, frozen=True):
    """Packages with versions; `pip` installs them into a virtual environment, `npm` into a node_modules."""

    installer: str
    packages: tuple[str, ...]


class Tool(msgspec.Struct, frozen=True):
    """One program that is measured."""

    name: str
    package: str
    """The one whose version is told."""
    requires: Requirement | None
    skeleton: Callable[[World], Mapping[str, bytes]]
    """All files of the site but the entries, by their path in it."""
    entry: Callable[[Musician], tuple[str, str]]
    """Where an entry's file lies in the site, and its text."""
    command: Callable[[Place], Command]
    kept: tuple[str, ...]
    """Files and folders of the site that it keeps from one build to the next; a cold build has none of them."""
    incremental: bool
    """Whether a build depends on the one before; where not, nothing has to be built after an edit is taken back."""
    stylesheet: str
    published_stylesheet: str
    """Where that one lies in the output."""
    layout: str
    """The template of every page."""
    entry_page: Callable[[str], str]
    """Where the page of the musician with this slug lies in the output."""
    term_page: Callable[[str, str], str]
    """Where the page of a facet's term lies in the output, by the slug of the term."""
    element: str = "<main"
    """The start of an element in the template of every page, which an edit gives an attribute."""


def files_under(folder: Path) -> dict[str, bytes]:
    """Every file under `folder` by its path in it, in order."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def entry_in_yaml(musician: Musician, link: Callable[[str], str]) -> str:
    """An entry as most peers want it: front matter with a title and a list for each facet, then the text."""
    fields = front_matter(
        {
            "title": musician.name,
            "born": musician.born,
            "description": musician.summary,
            "instruments": musician.instruments,
            "countries": musician.countries,
            "venues": musician.venues,
        }
    )
    return f"{fields}\n{body_of(musician, link)}"


def front_matter(fields: Mapping[str, str | int | tuple[str, ...]]) -> str:
    """YAML front matter: plain scalars, and lists in brackets."""
    lines = [
        f"{field}: [{', '.join(value)}]" if isinstance(value, tuple) else f"{field}: {value}"
        for field, value in fields.items()
    ]
    return "\n".join(["---", *lines, "---", ""])


def pretty(slug: str) -> str:
    """The page of an entry where each page has a folder of its own."""
    return f"musicians/{slug}/index.html"


def pretty_term(facet: str, slug: str) -> str:
    """The page of a term where each page has a folder of its own."""
    return f"{facet}/{slug}/index.html"
