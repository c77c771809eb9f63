"""The preview's own pages: while there is no site, where an address leads nowhere, and the list of rebuilds.

`scripts` are the tags that make a page live.
"""

from collections.abc import Iterable
from html import escape

from site_builder.report.columns import visible
from site_builder.serve.sentences import line_of
from site_builder.serve.state import Preview


def waiting(scripts: bytes) -> bytes:
    """Shown until the first build is done."""
    return _page(scripts, "Building the site", "<p>This page shows it as soon as it is there.</p>")


def no_site(preview: Preview, scripts: bytes) -> bytes:
    """Shown where no build went well yet."""
    told = "<p>Mend what follows; the page then shows the site by itself.</p>"
    return _page(scripts, "There is no site yet", told + _problems(preview))


def not_found(scripts: bytes) -> bytes:
    """Shown where the site has no page of its own for that."""
    return _page(scripts, "There is no such page", '<p>Back to <a href="/">the home page</a>.</p>')


def overview(preview: Preview, scripts: bytes) -> bytes:
    """The list of recent rebuilds, and what is wrong now."""
    lines = "".join(f"<li>{escape(visible(line_of(rebuild)))}</li>" for rebuild in preview.rebuilds)
    found = _problems(preview) or "<p>Nothing is wrong.</p>"
    home = '<p><a href="/">To the site</a></p>'
    return _page(scripts, "Preview", f"{home}<h2>Rebuilds</h2><ol>{lines}</ol><h2>Messages</h2>{found}")


def _problems(preview: Preview) -> str:
    blocks: Iterable[str] = (
        f'<pre class="{problem.severity.value}">{escape(problem.text)}</pre>' for problem in preview.problems
    )
    more = f"<p>and {preview.more_problems:,} more</p>" if preview.more_problems else ""
    return "".join(blocks) + more


def _page(scripts: bytes, title: str, body: str) -> bytes:
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    style = '<link rel="stylesheet" href="/__preview/page.css">'
    return (
        f'<!doctype html><html lang="en"><head>{head}<title>{title}</title>{style}'
        f"{scripts.decode()}</head><body><main><h1>{title}</h1>{body}</main></body></html>\n"
    ).encode()
