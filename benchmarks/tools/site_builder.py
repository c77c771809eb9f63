"""This program, from the checkout that is asked for, so that one script can measure any version of it."""

from pathlib import Path

from benchmarks.tools import Command, Place, Tool, front_matter
from benchmarks.world import Musician, World, body_of

_THEME = "themes/base"


def site_builder(python: Path, checkout: Path, *, everything: bool = False) -> Tool:
    """The program as it comes, without pages of pairs; `everything` adds them."""

    def skeleton(_world: World) -> dict[str, bytes]:
        settings = 'title = "Encyclopedia"\nbase_url = "https://example.org/"\ntheme = "measured"\n'
        theme = 'name = "measured"\napi = 1\nparent = "encyclopedia"\ndescription = "Measured"\nlicence = "MIT"\n'
        return {
            "site.toml": (settings if everything else f"{settings}[pairs]\nat_most = 0\n").encode(),
            "themes/measured/theme.toml": theme.encode(),
            "themes/measured/templates/layout.html": (checkout / _THEME / "templates/layout.html").read_bytes(),
            "themes/measured/static/style.css/99-measured.css": b":root { --measured: 0; }\n",
        }

    def command(place: Place) -> Command:
        arguments = (str(python), "-m", "site_builder", "build")
        return Command(
            (*arguments, "--site", str(place.site), "--output", str(place.output)),
            place.site,
            {"PYTHONPATH": str(checkout)},
        )

    return Tool(
        name="site-builder, all" if everything else "site-builder",
        package="",
        requires=None,
        skeleton=skeleton,
        entry=_entry,
        command=command,
        kept=(".cache",),
        incremental=True,
        stylesheet="themes/measured/static/style.css/99-measured.css",
        published_stylesheet="static/style.css",
        layout="themes/measured/templates/layout.html",
        entry_page="musicians/{}.html".format,
        term_page="{}/{}.html".format,
    )


def _entry(musician: Musician) -> tuple[str, str]:
    fields = front_matter(
        {
            "name": musician.name,
            "born": musician.born,
            "summary": musician.summary,
            "instruments": musician.instruments,
            "countries": musician.countries,
            "venues": musician.venues,
        }
    )
    return f"content/musicians/{musician.slug}.md", f"{fields}\n{body_of(musician, '[[{}]]'.format)}"
