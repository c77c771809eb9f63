"""What the pages of a plan link to, and where those links can lead."""

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

import msgspec

from site_builder.model.facts import Document
from site_builder.pages.request import PageRequest, TemplatePage
from site_builder.pages.views import Group

_HREFS = frozenset({"href", "home", "src", "alternate_json"})


def broken_links(pages: Iterable[PageRequest], documents: Iterable[Document], top: str) -> list[str]:
    """Each link that leads to no planned file, or to an id that its page has not, as "page -> href".

    `top` is the path that the site lies at on its host.
    """
    pages = list(pages)
    media = {f"media/{name}" for document in documents for name in document.media}
    headings = {document.facts.path: {heading.id for heading in document.headings} for document in documents}
    ids: dict[str, set[str]] = {page.path: set() for page in pages} | {name: set() for name in media}
    for page in pages:
        if isinstance(page, TemplatePage):
            ids[page.path] = {group.id for group in _groups(page.view)} | _sections(page.view)
            ids[page.path] |= headings[page.body.path] if page.body else set()
    return [
        f"{page.path} -> {href}"
        for page in pages
        if isinstance(page, TemplatePage)
        for href in _hrefs(page)
        if not _leads_somewhere(page.path, href, top, ids)
    ]


def _leads_somewhere(page: str, href: str, top: str, ids: dict[str, set[str]]) -> bool:
    address, _, anchor = unquote(href).partition("#")
    path = address.partition("?")[0]
    if page == "404.html":
        found = path.removeprefix(top)
        return found != path and found in ids
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return target in ids and (not anchor or anchor in ids[target])


def _hrefs(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _hrefs(item)
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            found = getattr(value, field)
            if field in _HREFS and found:
                yield found
            elif not isinstance(found, str):
                yield from _hrefs(found)


def _groups(view: msgspec.Struct) -> Iterator[Group]:
    for field in ("groups", "members", "born", "died"):
        yield from getattr(view, field, ())


def _sections(view: msgspec.Struct) -> set[str]:
    """The ids that templates give to parts of a page that has them."""
    return {field for field in ("born", "died") if getattr(view, field, ())}
