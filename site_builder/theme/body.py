"""The text of a page: the parts of its document, with the links that the encyclopedia found for them."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from site_builder.model.facts import Document, Html, Prose
from site_builder.pages.request import Body, Filling, LinkedName, TemplatePage
from site_builder.theme.printing import text_of

_NO_TEXT = (Markup(), Markup())
# Focusable, so that a wide table can be scrolled by keyboard; no region, because a page has many tables and one name.
_TABLE = ('<div class="scroll" role="group" aria-label="Table" tabindex="0"><table', "</table></div>")


def variables_of(page: TemplatePage, document: Document | None) -> Mapping[str, object]:
    """The five names that a template is given; `document` is the one that `page.body` names."""
    lead, body = render_body(document, page.body) if document is not None and page.body is not None else _NO_TEXT
    return {"site": page.site, "page": page.page, "view": page.view, "lead": lead, "body": body}


def render_body(document: Document, body: Body) -> tuple[Markup, Markup]:
    """The markup before the first heading, and the rest."""
    pieces = list(_pieces(document, body))
    return Markup("".join(pieces[: document.lead_parts])), Markup("".join(pieces[document.lead_parts :]))  # noqa: S704


def _pieces(document: Document, body: Body) -> Iterator[str]:
    names = _by_part(body.names)
    for index, part in enumerate(document.parts):
        if isinstance(part, Html):
            yield _with_scrolling_tables(part.html) if "table" in part.html else part.html
        elif isinstance(part, Prose):
            yield _prose(part.text, names[index]) if index in names else text_of(part.text)
        else:
            yield _link(body.fillings[part.reference])


def _with_scrolling_tables(html: str) -> str:
    # The markup is sanitised, which leaves no "<" but that of tags, and every table closed.
    return html.replace("<table", _TABLE[0]).replace("</table>", _TABLE[1])


def _by_part(names: Sequence[LinkedName]) -> dict[int, list[LinkedName]]:
    grouped: dict[int, list[LinkedName]] = {}
    for name in names:
        grouped.setdefault(name.part, []).append(name)
    return grouped


def _prose(text: str, names: Sequence[LinkedName]) -> str:
    pieces: list[str] = []
    end = 0
    for name in names:
        pieces.append(text_of(text[end : name.start]))
        pieces.append(f'<a class="mention" href="{text_of(name.href)}">{text_of(text[name.start : name.end])}</a>')
        end = name.end
    pieces.append(text_of(text[end:]))
    return "".join(pieces)


def _link(filling: Filling) -> str:
    text = text_of(filling.text)
    if filling.href:
        return f'<a href="{text_of(filling.href)}">{text}</a>'
    return f'<span class="wanted">{text}</span>' if filling.wanted else text
