"""The text of a page: the parts of its document, with the links that the encyclopedia found for them."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from site_builder.model.facts import Document, Hole, Html, Prose
from site_builder.pages.request import Body, Filling, LinkedName

# Focusable, so that a wide table can be scrolled by keyboard; no region, because a page has many tables and one name.
_TABLE = ('<div class="scroll" role="group" aria-label="Table" tabindex="0"><table', "</table></div>")


def render_body(document: Document, body: Body) -> tuple[Markup, Markup]:
    """The markup before the first heading, and the rest."""
    pieces = list(_pieces(document, body))
    return Markup("".join(pieces[: document.lead_parts])), Markup("".join(pieces[document.lead_parts :]))  # noqa: S704


def _pieces(document: Document, body: Body) -> Iterator[str]:
    names = _by_part(body.names)
    for index, part in enumerate(document.parts):
        match part:
            case Html(html):
                yield _with_scrolling_tables(html) if "table" in html else html
            case Prose(text):
                yield _prose(text, names.get(index, ()))
            case Hole(reference):
                yield _link(body.fillings[reference])


def _with_scrolling_tables(html: str) -> str:
    # The markup is sanitised, which leaves no "<" but that of tags, and every table closed.
    return html.replace("<table", _TABLE[0]).replace("</table>", _TABLE[1])


def _by_part(names: Sequence[LinkedName]) -> dict[int, list[LinkedName]]:
    grouped: dict[int, list[LinkedName]] = {}
    for name in names:
        grouped.setdefault(name.part, []).append(name)
    return grouped


def _prose(text: str, names: Sequence[LinkedName]) -> str:
    if not names:
        return str(escape(text))
    pieces: list[str] = []
    end = 0
    for name in names:
        pieces.append(str(escape(text[end : name.start])))
        pieces.append(f'<a class="mention" href="{escape(name.href)}">{escape(text[name.start : name.end])}</a>')
        end = name.end
    pieces.append(str(escape(text[end:])))
    return "".join(pieces)


def _link(filling: Filling) -> str:
    text = escape(filling.text)
    if filling.href:
        return f'<a href="{escape(filling.href)}">{text}</a>'
    return f'<span class="wanted">{text}</span>' if filling.wanted else str(text)
