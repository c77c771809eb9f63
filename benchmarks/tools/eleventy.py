"""Eleventy, from npm, with Nunjucks layouts."""

from benchmarks.tools import SITES, Command, Place, Requirement, Tool, entry_in_yaml, files_under, pretty, pretty_term
from benchmarks.world import Musician, World, slug_of

VERSION = "3.1.7"


def eleventy() -> Tool:
    """Eleventy with a collection for each facet, and its own transform that resolves links to files."""
    return Tool(
        name="eleventy",
        package="@11ty/eleventy",
        requires=Requirement("npm", (f"@11ty/eleventy@{VERSION}",)),
        skeleton=_skeleton,
        entry=_entry,
        command=_command,
        kept=(),
        incremental=False,
        stylesheet="content/style.css",
        published_stylesheet="style.css",
        layout="content/_includes/base.njk",
        entry_page=pretty,
        term_page=pretty_term,
    )


def _skeleton(_world: World) -> dict[str, bytes]:
    return files_under(SITES / "eleventy")


def _entry(musician: Musician) -> tuple[str, str]:
    text = entry_in_yaml(musician, lambda name: f"[{name}](/musicians/{slug_of(name)}.md)")
    return f"content/musicians/{musician.slug}.md", text


def _command(place: Place) -> Command:
    packages = place.tools / "eleventy/node_modules"
    program = str(packages / "@11ty/eleventy/cmd.cjs")
    return Command(
        ("node", program, "--quiet", f"--output={place.output}"), place.site, {"BENCHMARK_PACKAGES": str(packages)}
    )
