"""MkDocs with the Material theme, and a hook that makes the pages of terms."""

from benchmarks.tools import (
    SITES,
    Command,
    Place,
    Requirement,
    Tool,
    entry_in_yaml,
    files_under,
    pretty,
    pretty_term,
)
from benchmarks.world import Musician, World, slug_of

VERSION = "9.8.1"


def mkdocs() -> Tool:
    """Material as it comes, with its search; entries stand outside of the navigation, which else is in every page."""
    return Tool(
        name="mkdocs-material",
        package="mkdocs-material",
        requires=Requirement("pip", (f"mkdocs-material=={VERSION}",)),
        skeleton=_skeleton,
        entry=_entry,
        command=_command,
        kept=(),
        incremental=False,
        stylesheet="docs/style.css",
        published_stylesheet="style.css",
        layout="overrides/main.html",
        entry_page=pretty,
        term_page=pretty_term,
        element="<aside",
    )


def _skeleton(_world: World) -> dict[str, bytes]:
    return files_under(SITES / "mkdocs")


def _entry(musician: Musician) -> tuple[str, str]:
    return f"docs/musicians/{musician.slug}.md", entry_in_yaml(musician, lambda name: f"[{name}]({slug_of(name)}.md)")


def _command(place: Place) -> Command:
    program = str(place.tools / "mkdocs-material/bin/mkdocs")
    arguments = ("build", "--quiet", "--clean", "--site-dir", str(place.output))
    return Command((program, *arguments), place.site, {"NO_MKDOCS_2_WARNING": "1"})
