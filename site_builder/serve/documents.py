"""The preview's own pages: while there is no site, where an address leads nowhere, and the list of rebuilds."""

from collections.abc import Iterable
from html import escape

from site_builder.report.columns import visible
from site_builder.serve.sentences import line_of
from site_builder.serve.state import Preview


def tag(preview: Preview, *, draft: bool = False, own: bool = False) -> bytes:
    """What makes a page live: a script of this server, and no word of script in the page itself.

    A page of the preview's `own` tells itself what is wrong, and is old after every build.
    """
    marks = " data-draft" * draft + " data-own" * own
    return f'<script src="/__preview/client.js" defer data-build="{preview.build}"{marks}></script>'.encode()


def waiting(preview: Preview) -> bytes:
    """Shown until the first build is done."""
    return _page(preview, "Building the site", "<p>This page shows it as soon as it is there.</p>")


def no_site(preview: Preview) -> bytes:
    """Shown where no build went well yet."""
    told = "<p>Mend what follows; the page then shows the site by itself.</p>"
    return _page(preview, "There is no site yet", told + _problems(preview))


def not_found(preview: Preview) -> bytes:
    """Shown where the site has no page of its own for that."""
    return _page(preview, "There is no such page", '<p>Back to <a href="/">the home page</a>.</p>')


def overview(preview: Preview) -> bytes:
    """The list of recent rebuilds, and what is wrong now."""
    lines = "".join(f"<li>{escape(visible(line_of(rebuild)))}</li>" for rebuild in preview.rebuilds)
    found = _problems(preview) or "<p>Nothing is wrong.</p>"
    home = '<p><a href="/">To the site</a></p>'
    return _page(preview, "Preview", f"{home}<h2>Rebuilds</h2><ol>{lines}</ol><h2>Messages</h2>{found}")


def _problems(preview: Preview) -> str:
    blocks: Iterable[str] = (
        f'<pre class="{problem.severity.value}">{escape(problem.text)}</pre>' for problem in preview.problems
    )
    more = f"<p>and {preview.more_problems:,} more</p>" if preview.more_problems else ""
    return "".join(blocks) + more


def _page(preview: Preview, title: str, body: str) -> bytes:
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    style = '<link rel="stylesheet" href="/__preview/page.css">'
    script = tag(preview, own=True).decode()
    return (
        f'<!doctype html><html lang="en"><head>{head}<title>{title}</title>{style}'
        f"{script}</head><body><main><h1>{title}</h1>{body}</main></body></html>\n"
    ).encode()
