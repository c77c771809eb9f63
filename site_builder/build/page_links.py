"""Whether every link of the finished pages leads somewhere: to a file of the site, and to a place on its page."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import msgspec

from site_builder.build.publish import File
from site_builder.content.cutting import ID_PREFIX
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath
from site_builder.model.source import Source, Span

_ADDRESSES = frozenset({"href", "src", "action", "poster", "cite"})


class _Anatomy(HTMLParser):
    """The links of a page and the ids on it, in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name == "srcset" and value:
                self.links += [candidate.split()[0] for candidate in value.split(",")]
            elif name in _ADDRESSES and value and not (tag == "blockquote" or tag == "q"):
                self.links.append(value)

    handle_startendtag = handle_starttag


class _Broken(msgspec.Struct, frozen=True):
    code: str
    link: str
    """As the author wrote it."""
    message: str
    """What is wrong, after the name of the page and the link."""
    hint: str


def broken_links(
    files: Sequence[File], paths: Iterable[OutputPath], origins: Mapping[OutputPath, Source], base_url: str
) -> Iterator[Diagnostic]:
    """A diagnostic for each link inside the site that leads nowhere (K001, K002): at the line that says so where the
    page has a content file (`origins`) with that link; else once for all pages that share it, as those of the frame."""
    shared: dict[_Broken, list[OutputPath]] = {}
    for path, fault in _faults(files, set(paths), base_url):
        origin = origins.get(path)
        place = _place_in(origin, fault.link) if origin else None
        if place is None:
            shared.setdefault(fault, []).append(path)
        else:
            span, excerpt = place
            yield _diagnostic(fault, span, path, excerpt)
    for fault, pages in shared.items():
        others = f" (and {len(pages) - 1} more pages do)" if len(pages) > 1 else ""
        yield _diagnostic(fault, Span(pages[0]), pages[0], others=others)


def _faults(files: Sequence[File], there: set[OutputPath], base_url: str) -> Iterator[tuple[OutputPath, _Broken]]:
    pages = {file.path: _Anatomy(file.content.decode()) for file in files if file.path.endswith(".html")}
    for path, page in pages.items():
        for link in dict.fromkeys(page.links):
            target, anchor = _inside(link, path, base_url)
            if target is None:
                continue
            written = link.replace(f"#{ID_PREFIX}", "#", 1)
            if target not in there:
                yield path, _Broken("K001", written, "which is not in the site", _hint(link, target))
            elif anchor and target in pages and anchor not in pages[target].ids:
                message = f"and {'it' if target == path else target} has no such place"
                yield path, _Broken("K002", written, message, "to link to a heading, write [[Name#Heading]]")


def _inside(link: str, page: OutputPath, base_url: str) -> tuple[OutputPath | None, str]:
    """The file of the site that a link on `page` names, and the place on it; None where it leads out of the site."""
    if base_url and link.startswith(base_url):
        link, page = link.removeprefix(base_url), OutputPath("index.html")
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    path = unquote(parts.path)
    if not path:
        return page, unquote(parts.fragment)
    if path.startswith("/"):
        top = unquote(urlsplit(base_url).path) or "/"
        inside = OutputPath(path.removeprefix(top) or "index.html") if path.startswith(top) else None
        return inside, unquote(parts.fragment)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if path.endswith("/") or target == ".":
        target = posixpath.join(target, "index.html").removeprefix("./")
    return OutputPath(target), unquote(parts.fragment)


def _hint(link: str, target: str) -> str:
    if link.endswith("/"):
        return "name the file, as in index.html: a folder opens nothing from disk"
    if target.startswith(".."):
        return "the link leads out of the site's folder; write the whole address, with https://"
    return "links in an entry are relative to its page; to link to an entry, write [[its name]]"


def _place_in(origin: Source, link: str) -> tuple[Span, str] | None:
    """Where a content file has the link, and the line."""
    for number, line in enumerate(origin.data.decode(errors="replace").splitlines(), 1):
        if link in line:
            return Span(origin.path, number, line.index(link) + 1, len(link)), line
    return None


def _diagnostic(fault: _Broken, span: Span, page: OutputPath, excerpt: str = "", others: str = "") -> Diagnostic:
    message = f'{page} links to "{fault.link}", {fault.message}{others}'
    return Diagnostic(fault.code, Severity.ERROR, span, message, fault.hint, excerpt)
