"""Eleventy, from npm, with Nunjucks layouts."""

from benchmarks.tools import SITES, Command, Place, Requirement, Tool, files_under, front_matter, pretty, pretty_term
from benchmarks.world import Musician, World, body_of, slug_of

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
    body = body_of(musician, lambda name: f"[{name}](/musicians/{slug_of(name)}.md)")
    return f"content/musicians/{musician.slug}.md", f"{fields}\n{body}"


def _command(place: Place) -> Command:
    packages = place.tools / "eleventy/node_modules"
    program = str(packages / "@11ty/eleventy/cmd.cjs")
    return Command(
        ("node", program, "--quiet", f"--output={place.output}"), place.site, {"BENCHMARK_PACKAGES": str(packages)}
    )
