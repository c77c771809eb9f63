"""Pelican, with a plugin that makes the pages of terms: its own taxonomies are tags, one category, and authors."""

from benchmarks.tools import SITES, Command, Place, Requirement, Tool, files_under, pretty, pretty_term
from benchmarks.world import Musician, World, body_of, slug_of

VERSION = "4.12.0"


def pelican() -> Tool:
    """Pelican with its cache of read articles, and no feeds."""
    return Tool(
        name="pelican",
        package="pelican",
        requires=Requirement("pip", (f"pelican[markdown]=={VERSION}",)),
        skeleton=_skeleton,
        entry=_entry,
        command=_command,
        kept=("cache",),
        incremental=True,
        stylesheet="theme/static/style.css",
        published_stylesheet="theme/style.css",
        layout="theme/templates/base.html",
        entry_page=pretty,
        term_page=pretty_term,
    )


def _skeleton(_world: World) -> dict[str, bytes]:
    return files_under(SITES / "pelican")


def _entry(musician: Musician) -> tuple[str, str]:
    lines = (
        f"Title: {musician.name}",
        f"Slug: {musician.slug}",
        f"Summary: {musician.summary}",
        f"Born: {musician.born}",
        f"Instruments: {', '.join(musician.instruments)}",
        f"Countries: {', '.join(musician.countries)}",
        f"Venues: {', '.join(musician.venues)}",
        "",
        body_of(musician, lambda name: f"[{name}]({{filename}}{slug_of(name)}.md)"),
    )
    return f"content/musicians/{musician.slug}.md", "\n".join(lines)


def _command(place: Place) -> Command:
    program = str(place.tools / "pelican/bin/pelican")
    return Command((program, "--settings", "pelicanconf.py", "--output", str(place.output), "--quiet"), place.site)
